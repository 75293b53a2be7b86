/**
 * A clinic on both sides: everybody who may have to do with a blinded trial signed in, a case with its ties, a clear
 * screening, a signed plan and some days of diary. Done over the interface, as people would do it.
 */
import assert from 'node:assert/strict';
import type { CaseId, ClinicId } from '../../src/base/ids.ts';
import { idFrom } from '../../src/base/ids.ts';
import { QUESTIONS } from '../../src/medicine/screening/screening.ts';
import type { Role } from '../../src/records/person.ts';
import { prepareInstallation } from '../../src/service/set-up.ts';
import type { Named } from '../server/authority-world.ts';
import { DAY, isoDay, PHRASE, seededEntropy } from '../server/http-world.ts';
import type { Looks } from './look.ts';
import type { Pair, Person } from './pair.ts';
import type { Variant } from './variant.ts';

/** Noon UTC on the first day. */
export const BEGAN = Date.UTC(2026, 10, 1, 12);

const CAST = [
  ['prescriber', ['prescriber']],
  ['colleague', ['prescriber']],
  ['coordinator', ['coordinator']],
  ['pharmacist', ['pharmacist']],
  ['patient', ['patient']],
  ['carer', []],
  ['stranger', ['prescriber']],
] as const satisfies readonly (readonly [string, readonly Role[]])[];
export type Member = 'admin' | 'nobody' | (typeof CAST)[number][0];

export type Team = {
  readonly pair: Pair;
  readonly variant: Variant;
  readonly looks: Looks;
  readonly people: Readonly<Record<Member, Person>>;
  readonly clinic: ClinicId;
  readonly path: string;
  readonly case: CaseId;
  /** Names of things as they are known so far. */
  readonly named: Record<keyof Named, string>;
  /** An id as a phone makes one; the same on both sides. */
  readonly newId: () => string;
  now: number;
};

export const everybody = ({ people }: Team): readonly Person[] => Object.values(people);
export const today = ({ now }: Pick<Team, 'now'>, days = 0): string => isoDay({ now }, days);

/** Moves both clocks. */
export function pass(team: Team, days: number): void {
  team.now += days * DAY;
  for (const side of team.pair.sides) side.move(team.now);
}

export async function gather(pair: Pair, variant: Variant, looks: Looks): Promise<Team> {
  const names = ['admin', ...CAST.map(([name]) => name), 'nobody'] as readonly Member[];
  const people = Object.fromEntries(names.map((name) => [name, pair.person(name)])) as Team['people'];
  const ids = await comeIn(pair, people);
  const own = seededEntropy(`phone ${variant.seed}`);
  const opened = await people.prescriber.must('POST', '/cases', {
    patient: { person: ids.patient },
    ...{ label: 'A-17', indications: ['M79.7'], washout: 'label' },
  });
  const path = `/cases/${opened.case}`;
  for (const [who, relation] of TIES)
    await people.prescriber.must('POST', `${path}/ties`, { person: ids[who], relation });
  const me = await people.admin.must('GET', '/me');
  const any = idFrom<'none'>(BEGAN, own.bytes(10));
  const named = { medicine: any, plan: any, request: any, finding: any, event: any, trial: any };
  const team: Team = {
    ...{ pair, variant, looks, people, path, case: opened.case as CaseId, now: BEGAN },
    clinic: String(me.clinic) as ClinicId,
    named: {
      ...{ case: String(opened.case), person: String(ids.patient), carer: String(ids.carer), session: any },
      ...{ credential: 'none', ...named },
    } as Team['named'],
    newId: () => idFrom<'event'>(team.now, own.bytes(10)),
  };
  return team;
}

const TIES = [
  ['colleague', 'prescriber'],
  ['coordinator', 'coordinator'],
  ['pharmacist', 'pharmacist'],
  ['carer', 'carer'],
] as const;

/** Everybody by a link and a password; whose id is whose. */
async function comeIn(pair: Pair, people: Team['people']): Promise<Readonly<Record<string, string>>> {
  const tokens = [];
  for (const side of pair.sides) {
    const installation = await prepareInstallation(side.ports);
    assert.equal(installation.state, 'waiting');
    tokens.push(installation.state === 'waiting' ? installation.link.token : '');
  }
  assert.equal(tokens[0], tokens[1], 'the same chance gives the same link');
  const way = { way: 'password', login: 'admin', password: PHRASE };
  await people.admin.must('POST', '/set-up', { token: tokens[0], clinicName: 'Riverside', name: 'Ada Okafor', way });
  const ids: Record<string, string> = {};
  for (const [name, roles] of CAST) {
    const link = await people.admin.must('POST', '/people', { name: `The ${name}`, roles });
    ids[name] = String(link.person);
    const own = { way: 'password', login: name, password: PHRASE };
    await people[name].must('POST', '/invitations/accept', { token: link.token, way: own });
  }
  return ids;
}

/** Every question answered so that nothing is open, and a look at the whole. */
export async function screen(team: Team): Promise<void> {
  const { people, path } = team;
  const day = today(team);
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  await people.patient.must('PUT', `${path}/screening/answers`, { answers: { on: day, answers }, day });
  await people.prescriber.must('POST', `${path}/screening/reviews`, { day });
}

/** Day after day a step higher, each plan signed with the password, until 4.5 mg have been taken under one. */
export async function climb(team: Team): Promise<void> {
  for (const [place, dose] of ['1.5 mg', '3 mg', '4.5 mg'].entries()) {
    await screen(team);
    await signPlan(team, place);
    const clock = { instant: team.now, offsetMinutes: 0 };
    const taken = { kind: 'dose-recorded', version: 1, date: today(team), status: 'taken', dose, clock };
    const events = [{ id: team.newId(), event: taken }];
    await team.people.patient.must('POST', `${team.path}/events`, { sentAt: new Date(team.now).toISOString(), events });
    pass(team, 1);
  }
  await screen(team);
}

async function signPlan(team: Team, startAt: number): Promise<void> {
  const { people, path } = team;
  const { templates } = await people.prescriber.must('GET', '/plan-templates');
  const [first] = templates as readonly { readonly plan: unknown }[];
  const { plan } = await people.prescriber.must('POST', `${path}/plans`, { content: first?.plan });
  team.named.plan = String(plan);
  const day = today(team);
  const terms = { validFrom: day, validTo: today(team, 360), startAt, day };
  const read = await people.prescriber.must('POST', `${path}/plans/${plan}/read-back`, terms);
  const proof = { kind: 'password', password: PHRASE };
  await people.prescriber.must('POST', `${path}/plans/${plan}/signature`, { ...terms, readBackHash: read.hash, proof });
}
