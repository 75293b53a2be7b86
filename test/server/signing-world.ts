/**
 * A clinic with two prescribers who hold passkeys, a patient and an open case whose screening is clear: what the tests of
 * medicines, screening, plans and moves share. Real keys, real WebAuthn; the clock is moved by hand.
 */

import type { LocalDate } from '../../src/base/calendar.ts';
import { civilDateAt } from '../../src/base/calendar.ts';
import type { CaseId, PlanId } from '../../src/base/ids.ts';
import { planToJson } from '../../src/medicine/plan-json.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import { QUESTIONS, type ScreeningAnswers } from '../../src/medicine/screening/screening.ts';
import type { TitrationPlan } from '../../src/medicine/titration.ts';
import type { Actor } from '../../src/service/authority.ts';
import { addTie } from '../../src/service/case-ties.ts';
import { openCase } from '../../src/service/open-case.ts';
import { saveDraft } from '../../src/service/plan-drafts.ts';
import { readBack } from '../../src/service/plan-read-back.ts';
import type { Ports } from '../../src/service/ports.ts';
import { answerScreening, reviewScreening } from '../../src/service/screen-case.ts';
import { finishSigning, type SignInput, startSigning } from '../../src/service/sign-plan.ts';
import { anyPharmacy, anyVault } from './case-world.ts';
import { add, addWithPasskey, got, newWorld, openClinic } from './people-world.ts';
import type { SoftwareAuthenticator } from './software-authenticator.ts';

export type SigningWorld = {
  readonly ports: Ports;
  now: number;
  readonly admin: Actor;
  readonly first: Actor;
  readonly second: Actor;
  readonly patient: Actor;
  readonly keys: { readonly first: SoftwareAuthenticator; readonly second: SoftwareAuthenticator };
  readonly case: CaseId;
};

/** The civil day in UTC, `days` from the world's today. */
export const dayOf = ({ now }: Pick<SigningWorld, 'now'>, days = 0): LocalDate =>
  (civilDateAt(now) + days) as LocalDate;

/** Answers that leave nothing open, but for what is given. */
export function answersOn(on: LocalDate, given: Partial<ScreeningAnswers['answers']> = {}): ScreeningAnswers {
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  return { on, answers: { ...answers, ...given } as ScreeningAnswers['answers'] };
}

/** With `clear`, the questions are answered and a prescriber has looked. */
export async function signingWorld({ clear = true } = {}): Promise<SigningWorld> {
  const people = newWorld();
  const jobs = { computeFinding: async (): Promise<void> => {} };
  const ports: Ports = { ...people.ports, vault: anyVault(), pharmacy: anyPharmacy(), drugs: BUILT_IN_LIST, jobs };
  const { actor: admin } = await openClinic(people);
  const one = await addWithPasskey(people, admin, 'Dr Amina Yusuf', ['prescriber']);
  const two = await addWithPasskey(people, admin, 'Dr Ben Adeyemi', ['prescriber']);
  const { actor: patient } = await add(people, admin, 'robin', ['patient']);
  const first = one.signedIn.actor;
  const who = { patient: { person: patient.person }, label: 'A-17', indications: ['M79.7'], washout: 'label' } as const;
  const opened = got(await openCase(ports, first, who));
  got(await addTie(ports, first, opened.case, { person: two.signedIn.actor.person, relation: 'prescriber' }));
  const keys = { first: one.key, second: two.key };
  const cast = { admin, first, second: two.signedIn.actor, patient, keys, case: opened.case };
  // The clock of the people's world is the one the ports read.
  const world: SigningWorld = {
    ...cast,
    ports,
    get now() {
      return people.now;
    },
    set now(at: number) {
      people.now = at;
    },
  };
  if (clear) await clearScreening(world);
  return world;
}

/** Every question answered and a look at the whole. */
export async function clearScreening(world: SigningWorld): Promise<void> {
  const day = dayOf(world);
  got(await answerScreening(world.ports, world.first, world.case, { answers: answersOn(day), day }));
  got(await reviewScreening(world.ports, world.first, world.case, day));
}

/** Keeps a draft; gives its name. */
export async function drafted(world: SigningWorld, content: TitrationPlan): Promise<PlanId> {
  return got(await saveDraft(world.ports, world.first, world.case, { content: planToJson(content) })).plan;
}

/** What a prescriber asks for after the read-back: from today, for sixty days, unless told otherwise. */
export async function readTerms(
  world: SigningWorld,
  plan: PlanId,
  given: Partial<SignInput> = {},
  by: Actor = world.first,
): Promise<SignInput> {
  const day = dayOf(world);
  const terms = { plan, validFrom: day, validTo: dayOf(world, 60), startAt: 0, day, ...given };
  const { hash } = got(await readBack(world.ports, by, world.case, terms));
  return { ...terms, readBackHash: given.readBackHash ?? hash ?? '0'.repeat(64) };
}

/** Drafts, reads back and signs with the first prescriber's passkey. */
export async function signed(
  world: SigningWorld,
  content: TitrationPlan,
  given: Partial<SignInput> = {},
): Promise<PlanId> {
  const plan = await drafted(world, content);
  const input = await readTerms(world, plan, given);
  const { options } = got(await startSigning(world.ports, world.first, world.case, input));
  const proof = { kind: 'passkey', response: world.keys.first.get(options) } as const;
  got(await finishSigning(world.ports, world.first, world.case, { ...input, proof }));
  return plan;
}
