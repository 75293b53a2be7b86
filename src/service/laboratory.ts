/**
 * Which results is the prescriber waiting for? A test that was asked for holds back a step up until its result has come;
 * the result itself stays in the laboratory's own records (H8).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';

export type LaboratoryRefusal =
  | { readonly code: 'test-waits-already' | 'test-not-waited-for' }
  | Denial
  | DayImplausible
  | CaseBusy;

/** `test` as the clinic calls it, such as "ALT"; `day` the civil day the page shows. */
export type LaboratoryInput = { readonly test: string; readonly day: LocalDate };
/** `waiting`: tests without a result. */
export type LaboratoryValue = { readonly test: string; readonly waiting: number };

/** Notes that a test was asked for. */
export async function askLaboratory(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: LaboratoryInput,
): Promise<Result<Acted<LaboratoryValue>, LaboratoryRefusal>> {
  return note(ports, actor, id, 'laboratory-asked', input);
}

/** Notes that its result has come. */
export async function answerLaboratory(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: LaboratoryInput,
): Promise<Result<Acted<LaboratoryValue>, LaboratoryRefusal>> {
  return note(ports, actor, id, 'laboratory-answered', input);
}

type Noting = Extract<LaboratoryRefusal, { readonly code: 'test-waits-already' | 'test-not-waited-for' }>;

async function note(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  kind: 'laboratory-asked' | 'laboratory-answered',
  { test, day }: LaboratoryInput,
): Promise<Result<Acted<LaboratoryValue>, LaboratoryRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'laboratory.ask', ({ state }): Result<Decision<LaboratoryValue>, Noting> => {
    const waiting = state.laboratory.filter(({ answeredOn }) => answeredOn === undefined);
    const waits = waiting.some((each) => each.test === test);
    const asks = kind === 'laboratory-asked';
    if (asks === waits) return err({ code: asks ? 'test-waits-already' : 'test-not-waited-for' });
    const value = { test, waiting: waiting.length + (asks ? 1 : -1) };
    return ok({ events: [newEvent(ports, { kind, version: 1, test, on: day })], value });
  });
}
