/**
 * Who moves the dose? A person, here: the only place where an event that changes a dose is made, and each names who
 * decided (H11). Pure: from the state of the case, what a person asks for and the day, an event or the reasons against.
 * Never makes one on an ended, superseded or half-signed plan, nor past an open hard finding (H4, H8, H12, H17, H35).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { PersonId, PlanId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { NO_DOSE } from '../medicine/dose.ts';
import { type Permitted, permittedMoves } from '../medicine/moves.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import type { CaseState, PlanInForce } from '../records/case-state.ts';
import { courseOn, planOn } from '../records/course.ts';
import type { EventOf, PlanPlace } from '../records/event.ts';
import type { Signature } from '../records/signature.ts';
import { currentTrial } from '../records/trial-attention.ts';
import { bindTerms, prepareCosigning, prepareSigning } from './titration-binding.ts';
import type {
  CosignCommand,
  CosigningRefusal,
  EndCommand,
  EndingRefusal,
  InterruptCommand,
  InterruptRefusal,
  MoveCommand,
  MoveRefusal,
  ResumeCommand,
  ResumeRefusal,
  SignCommand,
  SigningRefusal,
  StartTrialCommand,
  StartTrialRefusal,
  StopCommand,
  Stopping,
  StopRefusal,
  StopTrialCommand,
  StopTrialRefusal,
  TranscribeCommand,
  TranscribingRefusal,
} from './titration-commands.ts';
import {
  enderFaults,
  type GateFault,
  type Grounds,
  prescriberFaults,
  standingFaults,
  transcriptionFaults,
} from './titration-gates.ts';
import { isLive, knownPlan, laterDayKept, successor } from './titration-plans.ts';
import { startGates, trialAt } from './trial/gates.ts';

/** Shortest reason a decision may carry, in characters: a word is not a reason. */
export const SHORTEST_REASON = 10;

/** Longest planned interruption, and how far ahead one may begin: beyond that a new plan is what is meant. */
const LONGEST_INTERRUPTION = 182;
const LONGEST_AHEAD = 366;

/** The signed plan as an event, once the signature fits the hash of exactly this. */
export function decideSigning(
  state: CaseState,
  command: SignCommand & { readonly signature: Signature },
  grounds: Grounds,
): Result<EventOf<'plan-signed'>, SigningRefusal> {
  const prepared = prepareSigning(state, command, grounds);
  if (!prepared.ok) return prepared;
  const { signature, signer } = command;
  const { terms, content, hash } = prepared.value;
  if (signature.hash !== hash) return err({ code: 'signature-differs' });
  return ok({ kind: 'plan-signed', version: 1, ...terms, content, signature, decidedBy: signer });
}

/** The second signature as an event; by another prescriber than the first. */
export function decideCosigning(
  state: CaseState,
  command: CosignCommand & { readonly signature: Signature },
  grounds: Grounds,
): Result<EventOf<'plan-cosigned'>, CosigningRefusal> {
  const prepared = prepareCosigning(state, command, grounds);
  if (!prepared.ok) return prepared;
  const { plan, signature, signer } = command;
  if (signature.hash !== prepared.value.hash) return err({ code: 'signature-differs' });
  return ok({ kind: 'plan-cosigned', version: 1, plan, on: grounds.day, signature, decidedBy: signer });
}

/** A plan a doctor prescribed elsewhere, copied in by a patient alone and marked as such. The same gates, no signature. */
export function decideTranscription(
  state: CaseState,
  command: TranscribeCommand,
  grounds: Grounds,
): Result<EventOf<'plan-transcribed'>, TranscribingRefusal> {
  const prescribedBy = command.prescribedBy.trim();
  const bound = bindTerms(state, command, transcriptionFaults(state, command, command.signer, grounds), grounds);
  if (!bound.ok) return bound;
  const { terms, content } = bound.value;
  return ok({ kind: 'plan-transcribed', version: 1, ...terms, content, prescribedBy, decidedBy: command.signer });
}

/** The end of a plan before its last day, by a prescriber with a reason; never back in time, where doses stand. */
export function decideEnding(
  state: CaseState,
  { plan, on, reason, decidedBy }: EndCommand,
  day: LocalDate,
): Result<EventOf<'plan-ended'>, EndingRefusal> {
  const known = knownPlan(state, plan);
  if (!known.ok) return known;
  const faults = enderFaults(state, decidedBy);
  if (faults.length > 0) return err({ code: 'end-not-allowed', faults });
  const { validTo, forceUntil } = known.value;
  if (!isLive(known.value, day) || validTo === undefined || validTo < day) return err({ code: 'plan-has-no-force' });
  const latest = (forceUntil === undefined ? validTo : Math.min(validTo, forceUntil)) as LocalDate;
  if (!(on >= day && on <= latest)) return err({ code: 'end-out-of-range', earliest: day, latest });
  const text = reason.trim();
  if (text.length < SHORTEST_REASON) return err({ code: 'reason-too-short', needed: SHORTEST_REASON });
  return ok({ kind: 'plan-ended', version: 1, plan, on, reason: text, decidedBy });
}

/** What is open today, and why: the moves of the signed plan, less all but stopping while something hard stands. */
export function openMoves(
  state: CaseState,
  inForce: PlanInForce,
  day: LocalDate,
  screening: Screening,
): Permitted & { readonly standing: readonly GateFault[] } {
  const standing = standingFaults(state, screening);
  const permitted = permittedMoves(inForce.content, courseOn(state, inForce, day, screening), day);
  if (standing.length === 0) return { ...permitted, standing };
  return { ...permitted, moves: permitted.moves.filter(({ move }) => move === 'stop'), asks: 'stop', standing };
}

/** A hold, a step up or a step down that the signed plan permits on this day, from the place the person saw. */
export function decideMove(
  state: CaseState,
  { plan, move, from, decidedBy }: MoveCommand,
  day: LocalDate,
  screening: Screening,
): Result<EventOf<'move-taken'>, MoveRefusal> {
  if (!mayMove(state, decidedBy)) return err({ code: 'not-yours-to-move' });
  const inForce = planOn(state, day);
  if (!inForce.ok) return err({ code: 'no-plan-in-force', why: inForce.error });
  const { place } = inForce.value;
  const waiting = successor(state, day);
  if (waiting) return err({ code: 'plan-changed', plan: waiting });
  if (inForce.value.plan !== plan) return err({ code: 'plan-changed', plan: inForce.value.plan });
  const later = state.moves.find(({ on }) => on > day);
  if (later) return err({ code: 'later-move-recorded', on: later.on });
  if (place !== from) return err({ code: 'place-changed', place });
  const kept = move === 'step-up' ? laterDayKept(state, day) : undefined;
  if (kept !== undefined) return err({ code: 'later-day-kept', on: kept });
  const { moves, reasons, standing } = openMoves(state, inForce.value, day, screening);
  const open = moves.find((each) => each.move === move);
  if (!open) return err({ code: 'move-not-permitted', move, reasons, standing, ask: 'request' });
  const codes = [...new Set(reasons.map(({ code }) => code))];
  const change = { plan, move, from, to: placeAfter(place, move), dose: open.dose, on: day, reasons: codes };
  return ok({ kind: 'move-taken', version: 1, ...change, decidedBy });
}

/**
 * Stopping: always open to the patient and to the prescriber, past the plan's last day too. It closes every plan that has
 * force or waits for it, so that nothing opens again until a prescriber signs anew.
 */
export function decideStop(
  state: CaseState,
  { decidedBy }: StopCommand,
  day: LocalDate,
): Result<EventOf<'move-taken'>, StopRefusal> {
  if (!mayMove(state, decidedBy)) return err({ code: 'not-yours-to-move' });
  const inForce = planOn(state, day);
  const plan = inForce.ok ? inForce.value.plan : state.plans.findLast((record) => isLive(record, day))?.plan;
  if (plan === undefined) return err({ code: 'nothing-to-stop' });
  const from = inForce.ok ? inForce.value.place : lastPlace(state, plan);
  const change = { plan, move: 'stop', from, to: 'stopped', dose: NO_DOSE, on: day, reasons: [] } as const;
  return ok({ kind: 'move-taken', version: 1, ...change, decidedBy });
}

/** Days planned without a dose, from today on at the earliest; a prescriber's, and only where a plan lives (H24, H28). */
export function decideInterruption(
  state: CaseState,
  { from, until, why, decidedBy }: InterruptCommand,
  day: LocalDate,
): Result<EventOf<'interruption-planned'>, InterruptRefusal> {
  if (prescriberFaults(state, decidedBy).length > 0) return err({ code: 'not-yours-to-move' });
  const plan = state.plans.findLast((record) => isLive(record, day))?.plan;
  if (plan === undefined) return err({ code: 'nothing-to-interrupt' });
  const days = until - from + 1;
  if (!(from >= day && from <= day + LONGEST_AHEAD && days >= 1 && days <= LONGEST_INTERRUPTION))
    return err({ code: 'interruption-out-of-range', earliest: day, longestDays: LONGEST_INTERRUPTION });
  return ok({ kind: 'interruption-planned', version: 1, plan, from, until, why, decidedBy });
}

/** An interruption ends early, or does not happen at all; what lies behind stays as it was. */
export function decideResuming(
  state: CaseState,
  { interruption, on, decidedBy }: ResumeCommand,
  day: LocalDate,
): Result<EventOf<'interruption-ended'>, ResumeRefusal> {
  if (prescriberFaults(state, decidedBy).length > 0) return err({ code: 'not-yours-to-move' });
  const planned = state.interruptions.find((each) => each.interruption === interruption && each.until >= day);
  if (!planned) return err({ code: 'interruption-unknown' });
  if (!(on >= day && on <= planned.until))
    return err({ code: 'end-out-of-range', earliest: day, latest: planned.until });
  return ok({ kind: 'interruption-ended', version: 1, interruption, on, decidedBy });
}

/** Stopping everything: the plans, and the blinded trial that runs or is about to. */
export function decideStopping(state: CaseState, command: StopCommand, day: LocalDate): Result<Stopping, StopRefusal> {
  const stopped = decideStop(state, command, day);
  const trial = currentTrial(state, day);
  if (!trial) return stopped.ok ? ok({ plan: stopped.value.plan, events: [stopped.value] }) : stopped;
  if (!stopped.ok && stopped.error.code !== 'nothing-to-stop') return stopped;
  const ended = trialStopped({ trial: trial.trial, why: 'other', note: '', ...command }, day);
  const plan = stopped.ok ? stopped.value.plan : trial.signed?.plan;
  if (plan === undefined) throw new RangeError(`trial ${trial.trial} began without a signature`);
  return ok({ plan, events: [...(stopped.ok ? [stopped.value] : []), ended] });
}

/** Day 1 of a blinded trial: from then on its kits are taken in the plan's place. */
export function decideTrialStart(
  state: CaseState,
  command: StartTrialCommand,
  grounds: Grounds,
): Result<EventOf<'trial-started'>, StartTrialRefusal> {
  const { trial, on, decidedBy } = command;
  const known = trialAt(state, trial, grounds.day, ['signed', 'consented', 'sealed']);
  if (!known.ok) return known;
  const gates = startGates(state, known.value, command, grounds);
  if (gates.length > 0 || !state.screened) return err({ code: 'trial-not-startable', gates });
  const screening = { on: state.screened.on, listVersion: state.screened.listVersion };
  return ok({ kind: 'trial-started', version: 1, trial, on, screening, decidedBy });
}

/** The end of a trial that runs or is about to, by the patient or a prescriber; never refused to either. */
export function decideTrialStop(
  state: CaseState,
  command: StopTrialCommand,
  day: LocalDate,
): Result<EventOf<'trial-stopped'>, StopTrialRefusal> {
  if (!mayMove(state, command.decidedBy)) return err({ code: 'not-yours-to-move' });
  const known = trialAt(state, command.trial, day, ['ready', 'running']);
  return known.ok ? ok(trialStopped(command, day)) : known;
}

function trialStopped({ trial, why, note, decidedBy }: StopTrialCommand, on: LocalDate): EventOf<'trial-stopped'> {
  return { kind: 'trial-stopped', version: 1, trial, on, why, note: note.trim(), decidedBy };
}

/** Where a plan that has no force that day was left, or is to begin. */
function lastPlace(state: CaseState, plan: PlanId): PlanPlace {
  const moved = state.moves.findLast((move) => move.plan === plan)?.to;
  if (moved !== undefined && moved !== 'stopped') return moved;
  return state.plans.find((record) => record.plan === plan)?.startAt ?? 'baseline';
}

/** The patient, and a prescriber of the case; nobody else moves a dose. */
function mayMove(state: CaseState, person: PersonId): boolean {
  return person === state.patient || prescriberFaults(state, person).length === 0;
}

function placeAfter(place: PlanPlace, move: MoveCommand['move']): PlanPlace {
  if (move === 'hold') return place;
  if (place === 'baseline') return 0;
  return move === 'step-up' ? place + 1 : place - 1;
}
