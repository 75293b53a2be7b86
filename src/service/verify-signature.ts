/**
 * Did the prescriber sign exactly this? The hash of the decision is made anew from the events, and the passkey's signature
 * is checked over it without the store of credentials (H17). A password leaves nothing to check but the hash.
 */
import type { PersonId } from '../base/ids.ts';
import type { CaseEvent, EventOf } from '../records/event.ts';
import type { SignedHead } from '../records/ledger.ts';
import { type Signature, signedHash, signedTrialHash } from '../records/signature.ts';
import { protocolHash } from '../trial/protocol-json.ts';
import type { VerifyPorts } from './verify.ts';

/** What to count an event as; undefined: nothing was signed by it. */
export type PlanCheck = (
  event: CaseEvent,
) => Promise<'passkeySignatures' | 'passwordSignatures' | 'transcribed' | 'wrong' | undefined>;

type SignedTrial = EventOf<'trial-signed'>;

/** Reads a case's events in order; remembers what the first signature of each plan was over. */
export function startPlanCheck(
  { passkeys }: Pick<VerifyPorts, 'passkeys'>,
  { clinic, case: id }: Pick<SignedHead, 'clinic' | 'case'>,
): PlanCheck {
  const signed = new Map<string, EventOf<'plan-signed'>>();
  const check = (first: EventOf<'plan-signed'>, signature: Signature, signer: PersonId) => {
    const { plan, content, validFrom, validTo, startAt, screening } = first;
    const decision = { plan, content, validFrom, validTo, startAt, screening, signer };
    return proved(signedHash({ clinic, case: id, ...decision }), signature);
  };
  const checkTrial = ({ trial, protocol, protocolHash: kept, plan, screening, signature, decidedBy }: SignedTrial) => {
    if (protocolHash(protocol) !== kept) return 'wrong';
    const decision = { trial, protocolHash: kept, plan, screening, signer: decidedBy };
    return proved(signedTrialHash({ clinic, case: id, ...decision }), signature);
  };
  const proved = async (hash: string, signature: Signature) => {
    if (signature.hash !== hash) return 'wrong';
    if (signature.method === 'password') return 'passwordSignatures';
    return (await passkeys.verifySignature(signature)) ? 'passkeySignatures' : 'wrong';
  };
  return async (event) => {
    if (event.kind === 'plan-transcribed') return 'transcribed';
    if (event.kind === 'trial-signed') return checkTrial(event);
    if (event.kind === 'plan-signed') {
      signed.set(event.plan, event);
      return check(event, event.signature, event.decidedBy);
    }
    if (event.kind !== 'plan-cosigned') return undefined;
    const first = signed.get(event.plan);
    return first ? check(first, event.signature, event.decidedBy) : 'wrong';
  };
}
