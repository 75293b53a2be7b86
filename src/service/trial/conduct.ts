/**
 * How does a trial begin, end early, and what did not go as planned? Day 1 by a prescriber, the end by the patient or a
 * prescriber and never refused to them; both are made in titration.ts. A deviation is noted and changes nothing (H11).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseId, TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DeviationWhat, StopWhy } from '../../records/event-trial.ts';
import type { Actor, Denial } from '../authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from '../case-record.ts';
import { screenCase } from '../case-record-row.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import { siteOf } from '../plan-drafts.ts';
import type { Ports } from '../ports.ts';
import { decideTrialStart, decideTrialStop, SHORTEST_REASON } from '../titration.ts';
import type { StartTrialRefusal as StartFault, StopTrialRefusal as StopFault } from '../titration-commands.ts';
import { type OtherPhase, type TrialUnknown, trialAt } from './gates.ts';

type DeviationFault =
  | TrialUnknown
  | OtherPhase
  | { readonly code: 'deviation-out-of-range'; readonly earliest: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'reason-too-short'; readonly needed: number };
type Written = Denial | DayImplausible | CaseBusy;
export type StartTrialRefusal = StartFault | Written;
export type StopTrialRefusal = StopFault | Written;
export type DeviationRefusal = DeviationFault | Written;

type Named = { readonly trial: TrialId };

/** `on`: day 1. */
export async function startTrial(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, on, day }: Named & { readonly on: LocalDate; readonly day: LocalDate },
): Promise<Result<Acted<Named & { readonly on: LocalDate }>, StartTrialRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const { policy } = await siteOf(ports, actor.clinic);
  return actOnCase(ports, actor, id, 'trial.start', ({ state }) => {
    const grounds = { day, screening: screenCase(state, ports.drugs, day), policy };
    const decided = decideTrialStart(state, { trial, on, decidedBy: actor.person }, grounds);
    return decided.ok ? ok({ events: [newEvent(ports, decided.value)], value: { trial, on } }) : decided;
  });
}

/** Ends a trial that runs or is about to; `why` of a withdrawn consent is written by withdrawing it. */
export async function stopTrial(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: Named & {
    readonly why: Exclude<StopWhy, 'consent-withdrawn'>;
    readonly note: string;
    readonly day: LocalDate;
  },
): Promise<Result<Acted<Named>, StopTrialRefusal>> {
  const { trial, why, note, day } = input;
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.stop', ({ state }) => {
    const decided = decideTrialStop(state, { trial, why, note, decidedBy: actor.person }, day);
    return decided.ok ? ok({ events: [newEvent(ports, decided.value)], value: { trial } }) : decided;
  });
}

/** Notes what did not go as the protocol says; `on` the day it was so. */
export async function recordDeviation(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: Named & {
    readonly what: DeviationWhat;
    readonly note: string;
    readonly on: LocalDate;
    readonly day: LocalDate;
  },
): Promise<Result<Acted<Named>, DeviationRefusal>> {
  const { trial, what, on, day } = input;
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.deviate', ({ state }): Result<Decision<Named>, DeviationFault> => {
    const known = trialAt(state, trial, day, ['sealed', 'ready', 'running', 'over']);
    if (!known.ok) return known;
    const dispensed = known.value.dispensed[0]?.on ?? day;
    const earliest = Math.min(dispensed, known.value.started?.on ?? day) as LocalDate;
    if (!(on >= earliest && on <= day)) return err({ code: 'deviation-out-of-range', earliest, latest: day });
    const note = input.note.trim();
    if (note.length < SHORTEST_REASON) return err({ code: 'reason-too-short', needed: SHORTEST_REASON });
    const decided = { trial, what, note, on, decidedBy: actor.person };
    return ok({ events: [newEvent(ports, { kind: 'trial-deviated', version: 1, ...decided })], value: { trial } });
  });
}
