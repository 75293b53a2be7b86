/**
 * A clinic in memory with people, real keys and a clock that is moved by hand: what the tests of cases share. Plans get
 * their force by events written as the use cases write them; screening, signing and sign-in have tests of their own.
 */
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { civilDateAt, formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import { type CaseId, type ClinicId, type EventId, type Id, idFrom, type PersonId } from '../../src/base/ids.ts';
import type { Result } from '../../src/base/result.ts';
import { formatDose, micrograms } from '../../src/medicine/dose.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import { QUESTIONS } from '../../src/medicine/screening/screening.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { systemEntropy } from '../../src/platform/entropy.ts';
import { openPharmacy } from '../../src/platform/pharmacy.ts';
import { openVault } from '../../src/platform/vault.ts';
import type { CaseEvent } from '../../src/records/event.ts';
import type { Relation, Role } from '../../src/records/person.ts';
import type { Storage } from '../../src/records/ports.ts';
import type { Actor } from '../../src/service/authority.ts';
import { actOnCase, newEvent } from '../../src/service/case-record.ts';
import { addTie, type TieRelation } from '../../src/service/case-ties.ts';
import { openCase } from '../../src/service/open-case.ts';
import type { Ports } from '../../src/service/ports.ts';
import { memoryStorage } from '../../src/storage/memory.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export type CaseWorld = {
  readonly ports: Ports;
  /** Server's clock; move it by hand. */
  now: number;
  /** Cases a finding was asked for, in order. */
  readonly asked: CaseId[];
  readonly prescriber: Actor;
  readonly patient: Actor;
  readonly case: CaseId;
};

/** Any id, new each time. */
export const anyId = <Of extends string>(): Id<Of> => idFrom<Of>(Date.now(), systemEntropy.bytes(10));

/** The value, or the test fails with the refusal. */
export function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) assert.fail(JSON.stringify(result.error));
  return result.value;
}

/** The code of a refusal; 'done' when there was none. */
export const codeOf = (result: Result<unknown, { readonly code: string }>): string =>
  result.ok ? 'done' : result.error.code;

/** A vault with keys of its own, as a key file would hold them. */
export function anyVault() {
  const pair = generateKeyPairSync('ed25519');
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' });
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
  const signing = [{ id: '0123456789abcdef', private: new Uint8Array(pkcs8), public: new Uint8Array(spki), from: 0 }];
  return openVault({ wrapping: new Uint8Array(randomBytes(32)), signing });
}

/** A pharmacy with a key of its own. */
export const anyPharmacy = () => openPharmacy({ wrapping: new Uint8Array(randomBytes(32)) });

/** Ports with what a case needs; people's ways of signing in and analysts are no part of it. */
export function casePorts(storage: Storage, clock: { readonly now: () => number }, asked: CaseId[] = []): Ports {
  const jobs = { computeFinding: async (_: ClinicId, id: CaseId) => void asked.push(id) };
  const [vault, pharmacy] = [anyVault(), anyPharmacy()];
  return { storage, vault, pharmacy, clock, entropy: systemEntropy, drugs: BUILT_IN_LIST, jobs } as unknown as Ports;
}

/** Puts a person among those of the clinic and gives them a session. */
export async function addPerson(ports: Ports, clinic: ClinicId, name: string, roles: readonly Role[]): Promise<Actor> {
  const person: PersonId = anyId();
  const at = ports.clock.now();
  assert.equal(await ports.storage.people.savePerson({ clinic, person, name, roles, state: 'active', at }), 'saved');
  return { clinic, person, name, roles, session: 'session' };
}

/** A clinic with a prescriber, a patient and their open case, on 1 November 2026 at noon UTC. */
export async function newCaseWorld(storage: Storage = memoryStorage(), solo = false): Promise<CaseWorld> {
  const world = { now: Date.UTC(2026, 10, 1, 12), asked: [] as CaseId[] };
  const ports = casePorts(storage, { now: () => world.now }, world.asked);
  const clinic: ClinicId = anyId();
  const state = solo ? 'solo' : 'open';
  await storage.people.saveClinic({ clinic, name: 'Riverside', state, maximumCeiling: 4_500, at: world.now });
  const prescriber = await addPerson(ports, clinic, 'Dr Amina Yusuf', ['prescriber']);
  const patient = await addPerson(ports, clinic, 'Robin Sato', solo ? ['patient', 'admin'] : ['patient']);
  const who = { label: 'A-17', indications: ['M79.7'], washout: 'label' } as const;
  const by = solo ? patient : prescriber;
  const opened = got(await openCase(ports, by, { ...who, patient: { person: patient.person } }));
  return Object.assign(world, { ports, prescriber, patient, case: opened.case });
}

/** The same case in another store, with the same keys, people and events. */
export async function twinOf(world: CaseWorld, storage: Storage = memoryStorage()): Promise<CaseWorld> {
  const twin = { now: world.now, asked: [] as CaseId[] };
  const { clinic } = world.patient;
  const found = await world.ports.storage.ledger.open(clinic, world.case);
  assert.ok(found?.key && !found.snapshot);
  const { key, head, row, tail: entries } = found;
  const tiesMade = await world.ports.storage.ledger.ties(clinic, world.case);
  await storage.ledger.append({ clinic, case: world.case, expected: 0, entries, head, row, key, tiesMade });
  const jobs = { computeFinding: async (_: ClinicId, id: CaseId) => void twin.asked.push(id) };
  const ports: Ports = { ...world.ports, storage, jobs, clock: { now: () => twin.now } };
  return Object.assign(twin, { ports, prescriber: world.prescriber, patient: world.patient, case: world.case });
}

/** Somebody else of the clinic, tied to the case. */
export async function tie(world: CaseWorld, name: string, roles: readonly Role[], relation: Relation): Promise<Actor> {
  const actor = await addPerson(world.ports, world.prescriber.clinic, name, roles);
  const as = { person: actor.person, relation: relation as TieRelation };
  got(await addTie(world.ports, world.prescriber, world.case, as));
  return actor;
}

/** Writes events as the prescriber: what other use cases decide is taken as decided here. */
export async function write(world: CaseWorld, ...events: readonly CaseEvent[]): Promise<void> {
  const written = await actOnCase(world.ports, world.prescriber, world.case, 'plan.sign', () => ({
    ok: true,
    value: { events: events.map((event) => newEvent(world.ports, event)), value: {} },
  }));
  got(written);
}

/** The civil day in UTC, `days` from the world's today. */
export const dayOf = (world: Pick<CaseWorld, 'now'>, days = 0): LocalDate =>
  (civilDateAt(world.now) + days) as LocalDate;

/** Answers that leave nothing open, a look at them, and the weekly schedule at its first dose from today on. */
export async function startPlan(world: CaseWorld, lastsDays = 60, startAt: 'baseline' | number = 0): Promise<void> {
  const on = dayOf(world);
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  const screening = { on, listVersion: BUILT_IN_LIST.version };
  const decidedBy = world.prescriber.person;
  await write(
    world,
    { kind: 'screening-answered', version: 1, answers: { on, answers } as never },
    { kind: 'case-screened', version: 1, ...screening, openHard: 0, openSoft: 0, findings: [], reports: [] },
    signedPlan(world, { lastsDays, startAt, decidedBy }),
  );
}

/** A plan signed with a password, of force from today on. */
export function signedPlan(
  world: CaseWorld,
  { lastsDays, startAt, decidedBy }: { lastsDays: number; startAt: 'baseline' | number; decidedBy: PersonId },
): CaseEvent {
  const from = dayOf(world);
  return {
    ...{ kind: 'plan-signed', version: 1 },
    plan: anyId(),
    content: templatePlan('seed-weekly'),
    ...{ validFrom: from, validTo: (from + lastsDays) as LocalDate, startAt },
    screening: { on: from, listVersion: BUILT_IN_LIST.version },
    signature: { method: 'password', hash: '0'.repeat(64) },
    decidedBy,
  };
}

/** An entry as a device sends it. */
export type Sent = { readonly id: EventId; readonly event: { readonly kind: string; readonly [key: string]: unknown } };

/** The clock of a device in UTC at an instant. */
export const clockAt = (instant: number) => ({ instant, offsetMinutes: 0 });

/** A day's pain score, kept on its own day. */
export function dayKept(instant: number, pain: number, more: object = {}): Sent {
  const date = formatLocalDate(civilDateAt(instant));
  const scores = { pain };
  const event = { kind: 'day-kept', version: 1, date, scores, note: '', how: [], clock: clockAt(instant), ...more };
  return { id: anyId(), event };
}

/** The day's dose, recorded on its own day. */
export function doseTaken(instant: number, ug = 1_500, more: object = {}): Sent {
  const date = formatLocalDate(civilDateAt(instant));
  const said = { date, status: 'taken', dose: formatDose(micrograms(ug)) };
  return { id: anyId(), event: { kind: 'dose-recorded', version: 1, ...said, clock: clockAt(instant), ...more } };
}
