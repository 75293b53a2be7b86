/**
 * What exactly does a prescriber sign? The hash of the whole decision: case, plan, days, place and screening, or a trial's
 * protocol. A passkey signs that hash itself, so the record proves what was agreed to long after, without this server (H17).
 */
import type { LocalDate } from '../base/calendar.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { hashOf } from '../base/hash.ts';
import type { CaseId, ClinicId, PersonId, PlanId, TrialId } from '../base/ids.ts';
import { planToJson } from '../medicine/plan-json.ts';
import type { TitrationPlan } from '../medicine/titration.ts';
import type { PlanPlace } from './event.ts';

/** Binary parts in base64url without padding, as WebAuthn's JSON forms have them. */
export type Signature =
  | {
      readonly method: 'passkey';
      readonly credential: string;
      /** COSE key of the credential at that moment. */
      readonly publicKey: string;
      readonly authenticatorData: string;
      readonly clientDataJSON: string;
      readonly signature: string;
      readonly origin: string;
      readonly relyingParty: string;
      /** 64 hexadecimal digits: `signedHash` of what was signed. */
      readonly hash: string;
    }
  /** Fallback: the password was entered again. Proves less, and says so; the server's word stands for it. */
  | { readonly method: 'password'; readonly hash: string };

export type SignedDecision = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  readonly plan: PlanId;
  readonly content: TitrationPlan;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly startAt: PlanPlace;
  readonly screening: { readonly on: LocalDate; readonly listVersion: string };
  readonly signer: PersonId;
};

/** SHA-256 of the canonical decision, 64 hexadecimal digits: the challenge a passkey signs. */
export function signedHash(decision: SignedDecision): string {
  const { clinic, case: id, plan, content, validFrom, validTo, startAt, screening, signer } = decision;
  return hashOf({
    format: 'titrial-signed-plan',
    version: 1,
    clinic,
    case: id,
    plan,
    content: planToJson(content),
    validFrom: formatLocalDate(validFrom),
    validTo: formatLocalDate(validTo),
    startAt,
    screening: { on: formatLocalDate(screening.on), listVersion: screening.listVersion },
    signer,
  });
}

/** What a prescriber signs of a blinded trial: the protocol by its hash, and the plan whose ceiling holds its doses. */
export type SignedTrial = Pick<SignedDecision, 'clinic' | 'case' | 'plan' | 'screening' | 'signer'> & {
  readonly trial: TrialId;
  readonly protocolHash: string;
};

/** SHA-256 of that, 64 hexadecimal digits: the challenge a passkey signs. */
export function signedTrialHash({
  clinic,
  case: id,
  trial,
  protocolHash,
  plan,
  screening,
  signer,
}: SignedTrial): string {
  return hashOf({
    format: 'titrial-signed-trial',
    version: 1,
    ...{ clinic, case: id, trial, protocolHash, plan },
    screening: { on: formatLocalDate(screening.on), listVersion: screening.listVersion },
    signer,
  });
}
