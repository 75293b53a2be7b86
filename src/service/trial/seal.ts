/**
 * Which arm does each period hold? Drawn here by chance of the operating system, sealed to the pharmacy and committed to
 * in the same act, and forgotten: what was drawn leaves this function in no other way (H13).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseId, TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { EventOf } from '../../records/event.ts';
import type { TrialRecord } from '../../records/trial-state.ts';
import { drawKits, seal } from '../../trial/allocation.ts';
import { periodsOf } from '../../trial/design.ts';
import { type SequenceFault, sequencesOf } from '../../trial/sequence.ts';
import type { Actor, Denial } from '../authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from '../case-record.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import type { Ports } from '../ports.ts';
import { type OtherPhase, type TrialUnknown, trialAt } from './gates.ts';

export type Sealed = {
  readonly trial: TrialId;
  readonly commitment: string;
  /** The code on the kit of each period. */
  readonly kits: readonly string[];
};
type SealingFault = TrialUnknown | OtherPhase | SequenceFault;
export type SealTrialRefusal = SealingFault | Denial | DayImplausible | CaseBusy;

/** Draws and seals, once, after the patient has agreed. */
export async function sealTrial(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, day }: { readonly trial: TrialId; readonly day: LocalDate },
): Promise<Result<Acted<Sealed>, SealTrialRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.seal', ({ state }): Result<Decision<Sealed>, SealingFault> => {
    const known = trialAt(state, trial, day, ['consented']);
    if (!known.ok) return known;
    const drawn = draw(ports, actor, known.value);
    if (!drawn.ok) return drawn;
    const { commitment, kits } = drawn.value;
    return ok({ events: [newEvent(ports, drawn.value)], value: { trial, commitment, kits } });
  });
}

/** Everything that is asked of chance is asked in the same order and amount, whatever comes out. */
function draw(
  { entropy, pharmacy }: Pick<Ports, 'entropy' | 'pharmacy'>,
  { clinic }: Actor,
  { trial, protocol, signed }: TrialRecord,
): Result<EventOf<'allocation-sealed'>, SequenceFault> {
  const { design } = protocol;
  if (!signed) throw new RangeError(`trial ${trial} was consented to without a signature`);
  const nonce = Array.from(entropy.bytes(32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const kits = drawKits(periodsOf(design), entropy.bytes);
  const sequence = sequencesOf(design).draw(entropy.bytes);
  if (!sequence.ok) return err(sequence.error);
  const allocation = { trial, protocolHash: signed.protocolHash, nonce, sequence: sequence.value, kits };
  return ok({
    kind: 'allocation-sealed',
    version: 1,
    trial,
    ...seal(design, allocation, pharmacy.sealerFor(clinic)),
    kits,
  });
}
