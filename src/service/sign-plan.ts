/**
 * How does a plan gain or lose force? A prescriber reads it back and signs its hash with a passkey, or with the password
 * where there is none; above 6 mg a second one does the same; a patient alone copies in what was prescribed elsewhere.
 * Everything is asked again at the last moment, on the case as it is then (H8, H12, H16, H17, H35).
 */
import type { LocalDate } from '../base/calendar.ts';
import { canonicalJson } from '../base/canonical.ts';
import type { CaseId, PlanId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import { requiredSignatures, type SitePolicy } from '../medicine/titration.ts';
import type { CaseState } from '../records/case-state.ts';
import type { CaseEvent } from '../records/event.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type NewEvent, newEvent, readCase } from './case-record.ts';
import { screenCase } from './case-record-row.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { SigningRefusal as CredentialRefusal, PasswordRefusal } from './credentials.ts';
import { siteOf } from './plan-drafts.ts';
import type { Ports } from './ports.ts';
import { askToSign, type Proof, proveSigned, type SigningStarted } from './signing-proof.ts';
import { decideCosigning, decideEnding, decideSigning, decideTranscription } from './titration.ts';
import { prepareCosigning, prepareSigning } from './titration-binding.ts';
import type { CosigningRefusal, EndingRefusal, SigningRefusal, TranscribingRefusal } from './titration-commands.ts';
import type { Grounds } from './titration-gates.ts';
import type { PlanTerms } from './titration-plans.ts';

/** `readBackHash` is the hash of the read-back this person was shown; `day` the civil day their page shows. */
export type SignInput = PlanTerms & { readonly readBackHash: string; readonly day: LocalDate };
export type CosignInput = { readonly plan: PlanId; readonly readBackHash: string; readonly day: LocalDate };
export type EndInput = {
  readonly plan: PlanId;
  readonly on: LocalDate;
  readonly reason: string;
  readonly day: LocalDate;
};

export type StartSigningRefusal = SigningRefusal | CredentialRefusal | Denial | DayImplausible;
export type FinishSigningRefusal = StartSigningRefusal | PasswordRefusal | CaseBusy;
export type StartCosigningRefusal = CosigningRefusal | CredentialRefusal | Denial | DayImplausible;
export type FinishCosigningRefusal = StartCosigningRefusal | PasswordRefusal | CaseBusy;
export type TranscribePlanRefusal = TranscribingRefusal | Denial | DayImplausible | CaseBusy;
export type EndPlanRefusal = EndingRefusal | Denial | DayImplausible | CaseBusy;

/** Checks everything that stands between a draft and its force, and asks the signer's passkey for its signature. */
export async function startSigning(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: SignInput,
): Promise<Result<SigningStarted, StartSigningRefusal>> {
  const bound = await prepare(ports, actor, id, input.day, signing(actor, input));
  return bound.ok ? askToSign(ports, actor, matter(id, input.plan), bound.value) : bound;
}

/** Proves the signer and writes the signature; the case is judged anew, as it is at that moment. */
export async function finishSigning(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: SignInput & { readonly proof: Proof },
): Promise<Result<Acted<Signed>, FinishSigningRefusal>> {
  const bound = await prepare(ports, actor, id, input.day, signing(actor, input));
  if (!bound.ok) return bound;
  const proved = await proveSigned(ports, actor, input.proof, { matter: matter(id, input.plan), hash: bound.value });
  if (!proved.ok) return proved;
  const signature = proved.value;
  const { policy } = await siteOf(ports, actor.clinic);
  return actOnCase(ports, actor, id, 'plan.sign', ({ state }): Result<Kept, SigningRefusal> => {
    const grounds = groundsOn(ports, state, input.day, policy);
    const decided = decideSigning(state, { ...input, signer: actor.person, signature }, grounds);
    return decided.ok ? ok(kept(ports, decided.value, requiredSignatures(decided.value.content) === 2)) : decided;
  });
}

/** The same for the second prescriber of a plan that waits for one. */
export async function startCosigning(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: CosignInput,
): Promise<Result<SigningStarted, StartCosigningRefusal>> {
  const bound = await prepare(ports, actor, id, input.day, cosigning(actor, input));
  return bound.ok ? askToSign(ports, actor, matter(id, input.plan), bound.value) : bound;
}

/** Writes the second signature; with it the plan gains force, that day at the earliest. */
export async function finishCosigning(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: CosignInput & { readonly proof: Proof },
): Promise<Result<Acted<Signed>, FinishCosigningRefusal>> {
  const bound = await prepare(ports, actor, id, input.day, cosigning(actor, input));
  if (!bound.ok) return bound;
  const proved = await proveSigned(ports, actor, input.proof, { matter: matter(id, input.plan), hash: bound.value });
  if (!proved.ok) return proved;
  const signature = proved.value;
  const { policy } = await siteOf(ports, actor.clinic);
  return actOnCase(ports, actor, id, 'plan.sign', ({ state }): Result<Kept, CosigningRefusal> => {
    const grounds = groundsOn(ports, state, input.day, policy);
    const decided = decideCosigning(state, { ...input, signer: actor.person, signature }, grounds);
    return decided.ok ? ok(kept(ports, decided.value, false)) : decided;
  });
}

/** A patient alone copies in a plan that was prescribed elsewhere; it is marked as nobody's signature. */
export async function transcribePlan(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: SignInput & { readonly prescribedBy: string },
): Promise<Result<Acted<Signed>, TranscribePlanRefusal>> {
  const day = checkDay(input.day, ports.clock.now());
  if (!day.ok) return day;
  const { policy } = await siteOf(ports, actor.clinic);
  return actOnCase(ports, actor, id, 'plan.transcribe', ({ state }): Result<Kept, TranscribingRefusal> => {
    const grounds = groundsOn(ports, state, input.day, policy);
    const decided = decideTranscription(state, { ...input, signer: actor.person }, grounds);
    return decided.ok ? ok(kept(ports, decided.value, false)) : decided;
  });
}

/** Ends a plan from a day on, with a reason. */
export async function endPlan(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: EndInput,
): Promise<Result<Acted<{ readonly plan: PlanId }>, EndPlanRefusal>> {
  const day = checkDay(input.day, ports.clock.now());
  if (!day.ok) return day;
  return actOnCase(ports, actor, id, 'plan.end', ({ state }) => {
    const decided = decideEnding(state, { ...input, decidedBy: actor.person }, input.day);
    if (!decided.ok) return decided;
    return ok({ events: [newEvent(ports, decided.value)], value: { plan: input.plan } });
  });
}

/** `waits`: the plan has no force until a second prescriber has signed. */
export type Signed = { readonly plan: PlanId; readonly waits: boolean };
type Kept = { readonly events: readonly NewEvent[]; readonly value: Signed };
type Prepare<F> = (state: CaseState, grounds: Grounds) => Result<{ readonly hash: string }, F>;

const signing =
  (actor: Actor, input: SignInput): Prepare<SigningRefusal> =>
  (state, grounds) =>
    prepareSigning(state, { ...input, signer: actor.person }, grounds);

const cosigning =
  (actor: Actor, input: CosignInput): Prepare<CosigningRefusal> =>
  (state, grounds) =>
    prepareCosigning(state, { ...input, signer: actor.person }, grounds);

/** The hash to be signed, on the case as it is now. */
async function prepare<F>(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
  prepared: Prepare<F>,
): Promise<Result<string, F | Denial | DayImplausible>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'plan.sign');
  if (!opened.ok) return opened;
  const { policy } = await siteOf(ports, actor.clinic);
  const { state } = opened.value;
  const bound = prepared(state, groundsOn(ports, state, day, policy));
  return bound.ok ? ok(bound.value.hash) : bound;
}

function groundsOn({ drugs }: Ports, state: CaseState, day: LocalDate, policy: SitePolicy): Grounds {
  return { day, screening: screenCase(state, drugs, day), policy };
}

/** The same text at the start and at the end, so that an answer about one plan signs no other. */
const matter = (id: CaseId, plan: PlanId): string => canonicalJson({ sign: 'plan', case: id, plan });

function kept(ports: Ports, event: CaseEvent & { readonly plan: PlanId }, waits: boolean): Kept {
  return { events: [newEvent(ports, event)], value: { plan: event.plan, waits } };
}
