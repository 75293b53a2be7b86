/** A demonstration as `serve` has it, at a moment and an offset of our choosing: what its tests share. */
import assert from 'node:assert/strict';
import { demonstrationWorld } from '../../src/cli/demonstration.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { planOn } from '../../src/records/course.ts';
import { type AnalysisRequest, analyseRequest } from '../../src/service/analyse-diary.ts';
import type { Actor } from '../../src/service/authority.ts';
import { type CaseItem, listCases } from '../../src/service/case-list.ts';
import { loadCase, wholeCase } from '../../src/service/case-record.ts';
import type { Entrant } from '../../src/service/demonstration/demonstration.ts';
import { dayAt, instantOf } from '../../src/service/demonstration/stage.ts';
import { ORIGIN } from './http-world.ts';
import { got } from './people-world.ts';

/** Diaries are analysed in this process, letters not at all. */
export const OPTIONS = {
  origin: ORIGIN,
  analysts: { analyse: async (request: unknown) => analyseRequest(request as AnalysisRequest), close: async () => {} },
  typesetter: { typeset: () => Promise.reject(new RangeError('no letters here')), close: async () => {} },
  log: () => {},
  isStopping: () => false,
} as const;

/** Begun, not built. */
export function demonstrationAt(now: number, offsetMinutes = 0) {
  const world = { now };
  const made = demonstrationWorld(OPTIONS, { now: () => world.now }, offsetMinutes);
  const today = dayAt({ offsetMinutes }, now);
  const sinceMidnight = now - instantOf({ offsetMinutes }, today, 0);
  return Object.assign(world, made, { today, sinceMidnight });
}
export type DemonstrationHouse = ReturnType<typeof demonstrationAt>;

export const actorAs = async ({ of }: DemonstrationHouse, as: Entrant): Promise<Actor> =>
  got(await of.enter(as, { device: 'test', from: '' })).actor;

export async function casesOf({ live }: DemonstrationHouse, actor: Actor): Promise<readonly CaseItem[]> {
  const { cases, next } = got(await listCases(live, actor, { limit: 200 }));
  assert.equal(next, undefined);
  return cases;
}

/** Everything that ever happened in a case, by the code its label carries. */
export async function stateOf(
  house: DemonstrationHouse,
  doctor: Actor,
  code: string,
): Promise<{ readonly item: CaseItem; readonly state: CaseState }> {
  const item = (await casesOf(house, doctor)).find(({ label }) => label.startsWith(`Demo ${code}`));
  assert.ok(item, `no case ${code}`);
  const loaded = await loadCase(house.live, doctor.clinic, item.case);
  assert.ok(loaded);
  const { state } = await wholeCase(house.live, loaded);
  return { item, state };
}

/** Micrograms the plan in force has for today; a word where there is none. */
export function doseToday(state: CaseState, house: DemonstrationHouse): number | string {
  const plan = planOn(state, house.today);
  if (!plan.ok) return plan.error.code;
  const { place, content } = plan.value;
  return place === 'baseline' ? 0 : (content.steps[place]?.dose ?? 'no such step');
}
