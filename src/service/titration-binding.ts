/**
 * What exactly would a prescriber sign, if nothing stands against it and they have read back exactly this? Makes no event:
 * that is titration.ts alone (H8, H16, H17, H35).
 */
import { err, ok, type Result } from '../base/result.ts';
import type { TitrationPlan } from '../medicine/titration.ts';
import type { CaseState } from '../records/case-state.ts';
import type { CosignCommand, CosigningRefusal, SignCommand, SigningRefusal } from './titration-commands.ts';
import { checkedDraft, cosigningFaults, type GateFault, type Grounds, signingFaults } from './titration-gates.ts';
import { decisionHash, knownPlan, type SignedTerms, signedTerms } from './titration-plans.ts';

/** Everything a signature would bind, and its hash. */
export type Bound = { readonly content: TitrationPlan; readonly terms: SignedTerms; readonly hash: string };

/** What would be signed, if nothing stands against it and the signer has read back exactly this. */
export function prepareSigning(
  state: CaseState,
  command: SignCommand,
  grounds: Grounds,
): Result<Bound, SigningRefusal> {
  return bindTerms(state, command, signingFaults(state, command, command.signer, grounds), grounds);
}

/** What a second prescriber would sign: the same decision under another name, by somebody who has not signed it yet. */
export function prepareCosigning(
  state: CaseState,
  { plan, signer, readBackHash }: CosignCommand,
  grounds: Grounds,
): Result<Bound, CosigningRefusal> {
  const known = knownPlan(state, plan);
  if (!known.ok) return known;
  const { status, signatures } = known.value;
  const terms = signedTerms(known.value);
  if (status !== 'half-signed' || !terms) return err({ code: 'plan-not-half-signed' });
  if (signatures.some(({ by }) => by === signer)) return err({ code: 'signed-by-you-already' });
  const faults = cosigningFaults(state, known.value, terms, signer, grounds);
  const checked = checkedDraft(known.value, grounds.policy);
  if (!checked.ok || faults.length > 0) return err({ code: 'plan-not-signable', faults });
  const hash = decisionHash(state, terms, checked.value, signer);
  return hash === readBackHash ? ok({ content: checked.value, terms, hash }) : err({ code: 'read-back-differs' });
}

/** Binds the terms to the reviewed screening and compares the hash with what was read back. */
export function bindTerms(
  state: CaseState,
  { plan, validFrom, validTo, startAt, signer, readBackHash }: SignCommand,
  faults: readonly GateFault[],
  { policy }: Grounds,
): Result<Bound, Exclude<SigningRefusal, { readonly code: 'signature-differs' }>> {
  const known = knownPlan(state, plan);
  if (!known.ok) return known;
  const checked = checkedDraft(known.value, policy);
  if (!checked.ok || !state.screened || faults.length > 0) return err({ code: 'plan-not-signable', faults });
  const { on, listVersion } = state.screened;
  const terms = { plan, validFrom, validTo, startAt, screening: { on, listVersion } };
  const hash = decisionHash(state, terms, checked.value, signer);
  return hash === readBackHash ? ok({ content: checked.value, terms, hash }) : err({ code: 'read-back-differs' });
}
