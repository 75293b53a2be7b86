/**
 * How is a protocol settled? A prescriber reads it back and signs its hash, as a plan is signed; after that nothing of it
 * changes. Everything is asked again at the last moment, on the case as it is then (H13, H16, H17, H35).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { canonicalJson } from '../../base/canonical.ts';
import type { CaseId, PersonId, PlanId, TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CaseState } from '../../records/case-state.ts';
import { planOn } from '../../records/course.ts';
import type { EventOf } from '../../records/event.ts';
import { type Signature, signedTrialHash } from '../../records/signature.ts';
import { daysOf, type TrialProtocol } from '../../trial/protocol.ts';
import { protocolHash } from '../../trial/protocol-json.ts';
import { sequencesOf } from '../../trial/sequence.ts';
import type { Actor, Denial } from '../authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent, readCase } from '../case-record.ts';
import { screenCase } from '../case-record-row.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import type { SigningRefusal as CredentialRefusal, PasswordRefusal } from '../credentials.ts';
import { siteOf } from '../plan-drafts.ts';
import type { Ports } from '../ports.ts';
import { askToSign, type Proof, proveSigned, type SigningStarted } from '../signing-proof.ts';
import type { Grounds } from '../titration-gates.ts';
import { type OtherPhase, signingGates, type TrialGate, type TrialUnknown, trialAt } from './gates.ts';

export type TrialReadBack = {
  readonly trial: TrialId;
  readonly label: string;
  readonly patient: { readonly person: PersonId; readonly name: string };
  readonly signer: PersonId;
  readonly protocol: TrialProtocol;
  readonly protocolHash: string;
  readonly days: number;
  readonly sequences: bigint;
  /** The plan in force, and the screening it rests on; absent while there is none. */
  readonly plan?: PlanId;
  readonly screening?: EventOf<'trial-signed'>['screening'];
  /** What stands against it now; nothing can be signed while there is one. */
  readonly gates: readonly TrialGate[];
  /** What the signature binds; absent while something stands against it. */
  readonly hash?: string;
};

type Asked = { readonly trial: TrialId; readonly readBackHash: string; readonly day: LocalDate };

type SigningFault =
  | TrialUnknown
  | OtherPhase
  | { readonly code: 'trial-not-signable'; readonly gates: readonly TrialGate[] }
  | { readonly code: 'read-back-differs' };
export type ReadTrialBackRefusal = TrialUnknown | OtherPhase | Denial | DayImplausible;
export type StartSigningTrialRefusal = SigningFault | CredentialRefusal | Denial | DayImplausible;
export type FinishSigningTrialRefusal = StartSigningTrialRefusal | PasswordRefusal | CaseBusy;

/** Exactly what would be signed, and what stands against it. */
export async function readTrialBack(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, day }: Omit<Asked, 'readBackHash'>,
): Promise<Result<TrialReadBack, ReadTrialBackRefusal>> {
  const opened = await openOn(ports, actor, id, day);
  if (!opened.ok) return opened;
  const { state, grounds } = opened.value;
  const bound = bindTrial(state, trial, actor.person, grounds);
  if (!bound.ok) return bound;
  const { protocol } = bound.value;
  const patient = await ports.storage.people.person(actor.clinic, state.patient);
  return ok({
    ...{ ...bound.value, trial, label: state.label, signer: actor.person },
    patient: { person: state.patient, name: patient?.name ?? '' },
    days: daysOf(protocol),
    sequences: sequencesOf(protocol.design).count,
  });
}

/** Checks everything and asks the signer's passkey for its signature. */
export async function startSigningTrial(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  asked: Asked,
): Promise<Result<SigningStarted, StartSigningTrialRefusal>> {
  const opened = await openOn(ports, actor, id, asked.day);
  if (!opened.ok) return opened;
  const hash = hashToSign(opened.value.state, asked, actor.person, opened.value.grounds);
  return hash.ok ? askToSign(ports, actor, matter(id, asked.trial), hash.value.hash) : hash;
}

/** Proves the signer and writes the signature; the case is judged anew, as it is at that moment. */
export async function finishSigningTrial(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  asked: Asked & { readonly proof: Proof },
): Promise<Result<Acted<{ readonly trial: TrialId; readonly protocolHash: string }>, FinishSigningTrialRefusal>> {
  const opened = await openOn(ports, actor, id, asked.day);
  if (!opened.ok) return opened;
  const hash = hashToSign(opened.value.state, asked, actor.person, opened.value.grounds);
  if (!hash.ok) return hash;
  const about = { matter: matter(id, asked.trial), hash: hash.value.hash };
  const proved = await proveSigned(ports, actor, asked.proof, about);
  if (!proved.ok) return proved;
  const { policy } = opened.value.grounds;
  return actOnCase(ports, actor, id, 'trial.sign', ({ state }): Result<Signed, SigningFault> => {
    const grounds = { day: asked.day, screening: screenCase(state, ports.drugs, asked.day), policy };
    const decided = decideSigning(state, asked, { signer: actor.person, signature: proved.value }, grounds);
    if (!decided.ok) return decided;
    const { trial, protocolHash: settled } = decided.value;
    return ok({ events: [newEvent(ports, decided.value)], value: { trial, protocolHash: settled } });
  });
}

type Signed = Decision<{ readonly trial: TrialId; readonly protocolHash: string }>;
type Bound = Pick<TrialReadBack, 'protocol' | 'protocolHash' | 'plan' | 'screening' | 'gates' | 'hash'>;

function decideSigning(
  state: CaseState,
  asked: Asked,
  { signer, signature }: { readonly signer: PersonId; readonly signature: Signature },
  grounds: Grounds,
): Result<EventOf<'trial-signed'>, SigningFault> {
  const bound = hashToSign(state, asked, signer, grounds);
  if (!bound.ok) return bound;
  const { hash, protocol, protocolHash: settled, plan, screening } = bound.value;
  if (signature.hash !== hash) return err({ code: 'read-back-differs' });
  const terms = { trial: asked.trial, protocol, protocolHash: settled, plan, screening, signature };
  return ok({ kind: 'trial-signed', version: 1, ...terms, decidedBy: signer });
}

type Whole = Bound & Required<Pick<Bound, 'plan' | 'screening' | 'hash'>>;

function hashToSign(
  state: CaseState,
  { trial, readBackHash }: Asked,
  signer: PersonId,
  grounds: Grounds,
): Result<Whole, SigningFault> {
  const bound = bindTrial(state, trial, signer, grounds);
  if (!bound.ok) return bound;
  const { gates, hash, plan, screening } = bound.value;
  if (hash === undefined || plan === undefined || !screening) return err({ code: 'trial-not-signable', gates });
  return hash === readBackHash ? ok({ ...bound.value, hash, plan, screening }) : err({ code: 'read-back-differs' });
}

function bindTrial(
  state: CaseState,
  trial: TrialId,
  signer: PersonId,
  grounds: Grounds,
): Result<Bound, TrialUnknown | OtherPhase> {
  const known = trialAt(state, trial, grounds.day, ['designed']);
  if (!known.ok) return known;
  const { protocol } = known.value;
  const gates = signingGates(state, known.value, signer, grounds);
  const shown = { protocol, protocolHash: protocolHash(protocol), gates };
  const inForce = planOn(state, grounds.day);
  if (!inForce.ok || !state.screened) return ok(shown);
  const { on, listVersion } = state.screened;
  const terms = { plan: inForce.value.plan, screening: { on, listVersion } };
  if (gates.length > 0) return ok({ ...shown, ...terms });
  const place = { clinic: state.clinic, case: state.case, trial, protocolHash: shown.protocolHash };
  return ok({ ...shown, ...terms, hash: signedTrialHash({ ...place, ...terms, signer }) });
}

async function openOn(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
): Promise<Result<{ readonly state: CaseState; readonly grounds: Grounds }, Denial | DayImplausible>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'trial.sign');
  if (!opened.ok) return opened;
  const { policy } = await siteOf(ports, actor.clinic);
  const { state } = opened.value;
  return ok({ state, grounds: { day, screening: screenCase(state, ports.drugs, day), policy } });
}

/** The same text at the start and at the end, so that an answer about one trial signs nothing else. */
const matter = (id: CaseId, trial: TrialId): string => canonicalJson({ sign: 'trial', case: id, trial });
