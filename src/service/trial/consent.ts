/**
 * Has the patient agreed to this protocol, and do they still? Given by the patient alone, to the protocol as signed and a
 * known version of the words; taken back at any time, which ends the trial at once (H35).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseId, TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { phaseOn } from '../../records/course-trial.ts';
import { CONSENT_TEXT, isConsentText } from '../../trial/consent.ts';
import type { Actor, Denial } from '../authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from '../case-record.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import type { Ports } from '../ports.ts';
import { decideTrialStop } from '../titration.ts';
import { knownTrial, type OtherPhase, type TrialUnknown, trialAt } from './gates.ts';

type GivingFault =
  | TrialUnknown
  | OtherPhase
  | { readonly code: 'protocol-differs' }
  | { readonly code: 'consent-text-unknown'; readonly text: string };
type WithdrawingFault = TrialUnknown | { readonly code: 'no-consent-given' };
export type GiveConsentRefusal = GivingFault | Denial | DayImplausible | CaseBusy;
export type WithdrawConsentRefusal = WithdrawingFault | Denial | DayImplausible | CaseBusy;

type Consented = Decision<{ readonly trial: TrialId }>;

/** `protocolHash`: of what the patient was shown; `text`: which version of the words. */
export async function giveConsent(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: { readonly trial: TrialId; readonly protocolHash: string; readonly text: string; readonly day: LocalDate },
): Promise<Result<Acted<{ readonly trial: TrialId }>, GiveConsentRefusal>> {
  const { trial, protocolHash, text, day } = input;
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.consent', ({ state }): Result<Consented, GivingFault> => {
    const known = trialAt(state, trial, day, ['signed', 'sealed']);
    if (!known.ok) return known;
    const { signed, consent } = known.value;
    if (consent && consent.withdrawnOn === undefined)
      return err({ code: 'trial-not-at-this-point', phase: phaseOn(known.value, day) });
    if (signed?.protocolHash !== protocolHash) return err({ code: 'protocol-differs' });
    if (!isConsentText(text)) return err({ code: 'consent-text-unknown', text: CONSENT_TEXT });
    const event = newEvent(ports, { kind: 'consent-given', version: 1, trial, protocolHash, text, on: day });
    return ok({ events: [event], value: { trial } });
  });
}

/** Takes it back. A trial that runs, or is about to, ends with it. */
export async function withdrawConsent(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, reason, day }: { readonly trial: TrialId; readonly reason: string; readonly day: LocalDate },
): Promise<Result<Acted<{ readonly trial: TrialId }>, WithdrawConsentRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.consent', ({ state }): Result<Consented, WithdrawingFault> => {
    const known = knownTrial(state, trial);
    if (!known.ok) return known;
    const { consent } = known.value;
    if (!consent || consent.withdrawnOn !== undefined) return err({ code: 'no-consent-given' });
    const note = reason.trim();
    const withdrawn = newEvent(ports, { kind: 'consent-withdrawn', version: 1, trial, reason: note, on: day });
    const stop = { trial, why: 'consent-withdrawn', note, decidedBy: actor.person } as const;
    const stopped = decideTrialStop(state, stop, day);
    return ok({ events: [withdrawn, ...(stopped.ok ? [newEvent(ports, stopped.value)] : [])], value: { trial } });
  });
}
