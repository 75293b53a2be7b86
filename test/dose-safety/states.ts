/**
 * Plain states for the deciders: a case with two prescribers, answers, a draft, and what is folded onto it. Events are
 * written as they are; nothing but the fold has looked at them.
 */
import assert from 'node:assert/strict';
import { type LocalDate, localDate } from '../../src/base/calendar.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { checkPlan, type TitrationPlan } from '../../src/medicine/titration.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { foldEvents } from '../../src/records/course.ts';
import type { CaseEvent, Recorded } from '../../src/records/event.ts';
import { screenCase } from '../../src/service/case-record-row.ts';
import { reviewOf } from '../../src/service/screen-case.ts';
import { decideSigning } from '../../src/service/titration.ts';
import type { SignCommand } from '../../src/service/titration-commands.ts';
import { decisionHash } from '../../src/service/titration-plans.ts';
import { answersOn } from './commands.ts';
import { name, PEOPLE } from './world.ts';

export const DAY = localDate(2026, 6, 1);
export const on = (days: number): LocalDate => (DAY + days) as LocalDate;
export const PLAN = name<'plan'>(4, 1);
export const OTHER = name<'plan'>(4, 2);
export const weekly = templatePlan('seed-weekly');
export const POLICY = { maximumCeiling: micrograms(7_000) };
export const clockOn = (day: number) => ({ instant: day * 86_400_000 + 72_000_000, offsetMinutes: 0 });

let seq = 0;
export function fold(state: CaseState | undefined, ...events: readonly CaseEvent[]): CaseState {
  const recorded = events.map((event): Recorded => {
    seq++;
    const place = { clinic: name<'clinic'>(0, 0), case: name<'case'>(1, 0), seq, id: name<'event'>(3, seq) };
    return { ...place, at: DAY * 86_400_000, by: PEOPLE.first, event };
  });
  return foldEvents(state, recorded);
}

export const screeningOf = (state: CaseState, day = DAY) => screenCase(state, BUILT_IN_LIST, day);
/** A look at the screening `days` from the day, as it then is. */
export const looked = (state: CaseState, days = 0): CaseState =>
  fold(state, reviewOf(state, screeningOf(state, on(days))));

export function opened(solo = false): CaseState {
  const who = { patient: PEOPLE.patient, label: 'one', indications: [], solo, washout: 'label' } as const;
  const ties = [PEOPLE.first, PEOPLE.second].map((person) => ({ person, relation: 'prescriber' }) as const);
  return fold(
    undefined,
    { kind: 'case-opened', version: 1, ...who },
    ...ties.map((tie) => ({ kind: 'tie-made', version: 1, ...tie }) as const),
    { kind: 'screening-answered', version: 1, answers: answersOn(on(-10)) },
    { kind: 'plan-drafted', version: 1, plan: PLAN, content: weekly },
  );
}

export const ready = looked(opened());

export const command = (given: Partial<SignCommand> = {}): SignCommand => ({
  ...{ plan: PLAN, validFrom: DAY, validTo: on(60), startAt: 0, signer: PEOPLE.first, readBackHash: '' },
  ...given,
});

/** Signs what is read back at that moment; the faults told, or none. */
export function sign(state: CaseState, given: Partial<SignCommand> = {}, day = DAY) {
  const asked = command(given);
  const content = state.plans.find(({ plan }) => plan === asked.plan)?.content ?? weekly;
  const { on: seen = DAY, listVersion = '' } = state.screened ?? {};
  const hash = decisionHash(state, { ...asked, screening: { on: seen, listVersion } }, content, asked.signer);
  const signature = { method: 'password', hash } as const;
  const grounds = { day, screening: screeningOf(state, day), policy: POLICY };
  return decideSigning(state, { ...asked, readBackHash: hash, signature }, grounds);
}
export function faultsOf(result: ReturnType<typeof sign>): readonly string[] {
  if (result.ok) return [];
  return result.error.code === 'plan-not-signable' ? result.error.faults.map(({ code }) => code) : [result.error.code];
}
export function signedState(state: CaseState, given: Partial<SignCommand> = {}): CaseState {
  const decided = sign(state, given);
  assert.ok(decided.ok, JSON.stringify(decided));
  return fold(state, decided.value);
}
export const draftOf = (plan: typeof PLAN, content: TitrationPlan): CaseEvent => ({
  ...{ kind: 'plan-drafted', version: 1, plan, content },
});
export const tookOn = (days: number, ug: number): CaseEvent => ({
  ...{
    kind: 'dose-recorded',
    version: 1,
    date: on(days),
    status: 'taken',
    dose: micrograms(ug),
    clock: clockOn(on(days)),
  },
});

export const flag: CaseEvent = {
  ...{ kind: 'red-flag-reported', version: 1, rule: 'jaundice', date: on(-40), note: '', clock: clockOn(on(-40)) },
};
const checkedHigh = checkPlan({ ...weekly, ceiling: micrograms(12_000) }, { maximumCeiling: micrograms(12_000) });
assert.ok(checkedHigh.ok);
/** A ceiling no ordinary clinic allows. */
export const high = checkedHigh.value;
