/**
 * Is anything against naltrexone in this case, and has a person looked? Questions are answered, the rules find, a
 * prescriber looks at the whole and may set aside what may be set aside, with a reason that is kept. A current opioid is
 * never set aside (H4, H7, H12, H37).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Screening, ScreeningAnswers } from '../medicine/screening/screening.ts';
import type { CaseState } from '../records/case-state.ts';
import { newMedicineReports } from '../records/course-day.ts';
import type { EventOf } from '../records/event.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent, readCase } from './case-record.ts';
import { screenCase } from './case-record-row.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';
import { SHORTEST_REASON } from './titration.ts';
import { type GateFault, prescriberFaults } from './titration-gates.ts';

type Written = Denial | DayImplausible | CaseBusy;
export type AnswerScreeningRefusal = { readonly code: 'answers-of-another-day'; readonly on: LocalDate } | Written;
export type ReviewScreeningRefusal =
  | { readonly code: 'case-not-open' }
  | { readonly code: 'earlier-than-last-review'; readonly on: LocalDate }
  | Written;
export type OverrideRefusal =
  | { readonly code: 'finding-not-present' | 'finding-not-overridable' | 'finding-overridden-already' }
  | { readonly code: 'override-not-allowed'; readonly faults: readonly GateFault[] }
  | { readonly code: 'reason-too-short'; readonly needed: number }
  | Written;
export type ScreeningOfRefusal = Denial | DayImplausible;

/** The screening on a day, and when a person last looked at it. */
export type ScreeningOf = {
  readonly screening: Screening;
  readonly answers: ScreeningAnswers | undefined;
  readonly reviewed: CaseState['screened'] | undefined;
};

/** What the rules find in the case on the civil day a page shows. */
export async function screeningOf(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
): Promise<Result<ScreeningOf, ScreeningOfRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'screening.read');
  if (!opened.ok) return opened;
  const { state } = opened.value;
  return ok({ screening: screenCase(state, ports.drugs, day), answers: state.answers, reviewed: state.screened });
}

/** Answers to all questions at once; a new set takes the place of the last. `answers.on` is the day of answering. */
export async function answerScreening(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { answers, day }: { readonly answers: ScreeningAnswers; readonly day: LocalDate },
): Promise<Result<Acted<Pick<Screening, 'openHard' | 'openSoft'>>, AnswerScreeningRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  if (answers.on !== day) return err({ code: 'answers-of-another-day', on: answers.on });
  return actOnCase(ports, actor, id, 'screening.answer', ({ state }) => {
    const event = newEvent(ports, { kind: 'screening-answered', version: 1, answers });
    const { openHard, openSoft } = screenCase({ ...state, answers }, ports.drugs, day);
    return ok({ events: [event], value: { openHard, openSoft } });
  });
}

/** Puts on record that a person looked at the whole screening of that day, as it then was. */
export async function reviewScreening(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
): Promise<Result<Acted<{ readonly screening: Screening }>, ReviewScreeningRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'screening.review', ({ state }): Result<Reviewed, ReviewingFault> => {
    if (state.status !== 'open') return err({ code: 'case-not-open' });
    const last = state.screened?.on;
    if (last !== undefined && last > day) return err({ code: 'earlier-than-last-review', on: last });
    const screening = screenCase(state, ports.drugs, day);
    return ok({ events: [newEvent(ports, reviewOf(state, screening))], value: { screening } });
  });
}

/** Sets one finding aside, by a prescriber of the case, with a reason; it holds for that finding and no other. */
export async function overrideFinding(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { key, reason, day }: { readonly key: string; readonly reason: string; readonly day: LocalDate },
): Promise<Result<Acted<Pick<Screening, 'openHard' | 'openSoft'>>, OverrideRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'screening.override', ({ state }): Result<Overridden, OverridingFault> => {
    const faults = prescriberFaults(state, actor.person);
    if (faults.length > 0) return err({ code: 'override-not-allowed', faults });
    const finding = screenCase(state, ports.drugs, day).findings.find((found) => found.key === key);
    if (!finding) return err({ code: 'finding-not-present' });
    if (!finding.overridable) return err({ code: 'finding-not-overridable' });
    if (finding.overriddenBy) return err({ code: 'finding-overridden-already' });
    const text = reason.trim();
    if (text.length < SHORTEST_REASON) return err({ code: 'reason-too-short', needed: SHORTEST_REASON });
    const decided = { key, reason: text, on: day, decidedBy: actor.person };
    const event = newEvent(ports, { kind: 'finding-overridden', version: 1, ...decided });
    const override = { key, person: actor.person, reason: text, on: day };
    const after = screenCase({ ...state, overrides: [...state.overrides, override] }, ports.drugs, day);
    const { openHard, openSoft } = after;
    return ok({ events: [event], value: { openHard, openSoft } });
  });
}

type Reviewed = Decision<{ readonly screening: Screening }>;
type ReviewingFault = Exclude<ReviewScreeningRefusal, Denial | DayImplausible | CaseBusy>;
type Overridden = Decision<Pick<Screening, 'openHard' | 'openSoft'>>;
type OverridingFault = Exclude<OverrideRefusal, Denial | DayImplausible | CaseBusy>;

/** A look at the screening as an event: what it showed, and which reports of a new medicine were in sight. */
export function reviewOf(state: CaseState, { on, listVersion, openHard, openSoft, findings }: Screening): Review {
  const seen = findings.map(({ key, rule, severity, code }) => ({ key, rule, severity, code }));
  const counts = { on, listVersion, openHard, openSoft };
  return { kind: 'case-screened', version: 1, ...counts, findings: seen, reports: newMedicineReports(state) };
}
type Review = EventOf<'case-screened'>;
