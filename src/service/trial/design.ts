/**
 * What would a blinded trial of this patient compare, and what could it tell? Drafts, kept with the case and without
 * force; a faulty one is refused with every fault at once. The model and its priors are filled in here, so that a page
 * cannot choose them (H13, H18, H19).
 */
import { customaryProtocolAnalysis } from '../../analysis/trial/protocol-analysis.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { type CaseId, idFrom, type TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CaseState } from '../../records/case-state.ts';
import { phaseOn, trialOf } from '../../records/course-trial.ts';
import { DAILY_OUTCOMES } from '../../trial/outcome.ts';
import {
  checkProtocol,
  type DraftProtocol,
  daysOf,
  type ProtocolFault,
  type TrialProtocol,
} from '../../trial/protocol.ts';
import { protocolHash } from '../../trial/protocol-json.ts';
import { type SequenceFault, sequencesOf } from '../../trial/sequence.ts';
import type { Actor, Denial } from '../authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from '../case-record.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import type { Ports } from '../ports.ts';
import { SHORTEST_REASON } from '../titration.ts';
import { type OtherPhase, type TrialUnknown, trialAt } from './gates.ts';

/** A protocol as typed; which model answers is not typed. */
export type TypedProtocol = Omit<DraftProtocol, 'analysis'>;
export type ProtocolFaulty = {
  readonly code: 'protocol-faulty';
  readonly faults: readonly (ProtocolFault | SequenceFault)[];
};
export type DesignedTrial = {
  readonly trial: TrialId;
  readonly protocol: TrialProtocol;
  readonly protocolHash: string;
  readonly days: number;
  /** Admissible orders of the arms, each as likely as the other. */
  readonly sequences: bigint;
};
export type DesignTrialRefusal = ProtocolFaulty | OtherPhase | DayImplausible | Denial | CaseBusy;
export type DropTrialRefusal =
  | TrialUnknown
  | OtherPhase
  | { readonly code: 'reason-too-short'; readonly needed: number }
  | DayImplausible
  | Denial
  | CaseBusy;

/** Keeps a draft; with `trial`, in place of an earlier one of that name that nobody has signed. */
export async function designTrial(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, protocol, day }: { readonly trial?: TrialId; readonly protocol: TypedProtocol; readonly day: LocalDate },
): Promise<Result<Acted<DesignedTrial>, DesignTrialRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const checked = checkTyped(protocol);
  const name: TrialId = trial ?? idFrom(ports.clock.now(), ports.entropy.bytes(10));
  return actOnCase(ports, actor, id, 'trial.design', ({ state }): Result<Designed, ProtocolFaulty | OtherPhase> => {
    if (!checked.ok) return checked;
    const known = mayDraft(state, name, day);
    if (!known.ok) return known;
    const event = newEvent(ports, {
      ...{ kind: 'trial-designed', version: 1 },
      ...{ trial: name, protocol: checked.value.protocol },
    });
    return ok({ events: [event], value: { ...checked.value, trial: name } });
  });
}

type Designed = Decision<DesignedTrial>;

function mayDraft(state: CaseState, trial: TrialId, day: LocalDate): Result<undefined, OtherPhase> {
  const record = trialOf(state, trial);
  const phase = record && phaseOn(record, day);
  return phase && phase !== 'designed' ? err({ code: 'trial-not-at-this-point', phase }) : ok(undefined);
}

/** Every fault of a protocol as typed, against what the diary asks for. */
export function checkTyped(typed: TypedProtocol): Result<Omit<DesignedTrial, 'trial'>, ProtocolFaulty> {
  const draft: DraftProtocol = { ...typed, purpose: typed.purpose.trim(), analysis: customaryProtocolAnalysis() };
  const checked = checkProtocol(
    draft,
    DAILY_OUTCOMES.map((outcome) => outcome.id),
  );
  if (!checked.ok) return err({ code: 'protocol-faulty', faults: checked.error });
  const protocol = checked.value;
  const sequences = sequencesOf(protocol.design).count;
  if (sequences < 2n) {
    const fault = { code: 'nothing-to-randomise', sequences: Number(sequences) } as const;
    return err({ code: 'protocol-faulty', faults: [fault] });
  }
  return ok({ protocol, protocolHash: protocolHash(protocol), days: daysOf(protocol), sequences });
}

/** Gives up a trial that has not begun, with a reason. */
export async function dropTrial(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, reason, day }: { readonly trial: TrialId; readonly reason: string; readonly day: LocalDate },
): Promise<Result<Acted<{ readonly trial: TrialId }>, DropTrialRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.design', ({ state }): Result<Dropped, DropFault> => {
    const known = trialAt(state, trial, day, ['designed', 'signed', 'consented', 'sealed']);
    if (!known.ok) return known;
    const text = reason.trim();
    if (text.length < SHORTEST_REASON) return err({ code: 'reason-too-short', needed: SHORTEST_REASON });
    const decided = { trial, reason: text, on: day, decidedBy: actor.person };
    return ok({ events: [newEvent(ports, { kind: 'trial-dropped', version: 1, ...decided })], value: { trial } });
  });
}

type Dropped = Decision<{ readonly trial: TrialId }>;
type DropFault = Exclude<DropTrialRefusal, Denial | DayImplausible | CaseBusy>;
