/**
 * A whole blinded trial over HTTP: an open titration to a first dose, the design, its signature by passkey, the patient's
 * agreement, sealing, the pharmacy's pack list and kits, twelve weeks and more of diary with a guess at the end of each
 * period, and the opening. Every step is also how another test may reach that point of a trial.
 */
import assert from 'node:assert/strict';
import { QUESTIONS } from '../../src/medicine/screening/screening.ts';
import type { Storage } from '../../src/records/ports.ts';
import { verifyRecord } from '../../src/service/verify.ts';
import { CONSENT_TEXT } from '../../src/trial/consent.ts';
import {
  type Browser,
  browser,
  DAY,
  deviceId,
  type HttpWorld,
  httpWorld,
  isoDay,
  ORIGIN,
  PHRASE,
  setUpToken,
} from './http-world.ts';
import { softwareAuthenticator } from './software-authenticator.ts';

export type TrialTeam = {
  readonly world: HttpWorld;
  readonly admin: Browser;
  readonly prescriber: Browser;
  readonly coordinator: Browser;
  readonly pharmacist: Browser;
  readonly patient: Browser;
  readonly key: ReturnType<typeof softwareAuthenticator>;
  /** "/cases/…" */
  readonly path: string;
};
export type TrialAt = TrialTeam & {
  /** "/cases/…/trials/…" */
  readonly trialPath: string;
  readonly trial: string;
};

/** Paired blocks of 1.5 mg and placebo, 28 days a period: two blocks are sixteen weeks. */
export const PROTOCOL = {
  design: {
    ...{ kind: 'paired-blocks', doses: ['1.5 mg'], periodDays: 28, blocks: 2, maximumRise: '1.5 mg' },
    runIn: { how: 'discarded', days: 7 },
  },
  primary: { outcome: 'pain', dose: '1.5 mg' },
  others: ['fatigue', 'sleep'],
  rule: { worthwhile: 1, settledAt: 0.9 },
  escapeRule: { outcome: 'pain', atLeast: 9, days: 3 },
  spareCapsules: 2,
  purpose: 'Better in the open titration; is it the drug?',
};

/** Everybody of the clinic signed in and tied to an open case. */
export async function gatherTrialTeam(world: HttpWorld): Promise<TrialTeam> {
  const [admin, prescriber, coordinator, pharmacist, patient] = Array.from({ length: 5 }, () => browser(world)) as [
    Browser,
    Browser,
    Browser,
    Browser,
    Browser,
  ];
  const key = softwareAuthenticator(ORIGIN);
  const way = (login: string) => ({ way: 'password', login, password: PHRASE });
  const token = await setUpToken(world);
  await admin.must('POST', '/set-up', { token, clinicName: 'Riverside', name: 'Ada Okafor', way: way('ada') });
  const join = async (who: Browser, name: string, role: string): Promise<string> => {
    const link = await admin.must('POST', '/people', { name, roles: [role] });
    await who.must('POST', '/invitations/accept', { token: link.token, way: way(role) });
    return String(link.person);
  };
  const link = await admin.must('POST', '/people', { name: 'Dr Amina Yusuf', roles: ['prescriber'] });
  const { options } = await prescriber.must('POST', '/invitations/passkey/options', { token: link.token });
  const passkey = { way: 'passkey', response: key.create(options), label: 'Key' };
  await prescriber.must('POST', '/invitations/accept', { token: link.token, way: passkey });
  const person = await join(patient, 'Robin Sato', 'patient');
  const who = { patient: { person }, label: 'A-17', indications: ['M79.7'], washout: 'label' };
  const opened = await prescriber.must('POST', '/cases', who);
  const path = `/cases/${opened.case}`;
  for (const [staff, name, relation] of [
    [coordinator, 'Cleo Haddad', 'coordinator'],
    [pharmacist, 'Phil Osei', 'pharmacist'],
  ] as const)
    await prescriber.must('POST', `${path}/ties`, { person: await join(staff, name, relation), relation });
  return { world, admin, prescriber, coordinator, pharmacist, patient, key, path };
}

/** Nothing against the drug, looked at today. */
export async function screenForTrial({ world, patient, prescriber, path }: TrialTeam): Promise<void> {
  const day = isoDay(world);
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  await patient.must('PUT', `${path}/screening/answers`, { answers: { on: day, answers }, day });
  await prescriber.must('POST', `${path}/screening/reviews`, { day });
}

/** A weekly schedule from its first dose, signed for two hundred days, and a week of it taken. */
export async function titrateForTrial(team: TrialTeam): Promise<void> {
  const { world, prescriber, key, path } = team;
  const { templates } = await prescriber.must('GET', '/plan-templates');
  const [first] = templates as readonly { readonly plan: unknown }[];
  const { plan } = await prescriber.must('POST', `${path}/plans`, { content: first?.plan });
  const day = isoDay(world);
  const terms = { validFrom: day, validTo: isoDay(world, 200), startAt: 0, day };
  const read = await prescriber.must('POST', `${path}/plans/${plan}/read-back`, terms);
  assert.deepEqual(read.faults, []);
  const sign = { ...terms, readBackHash: read.hash };
  const started = await prescriber.must('POST', `${path}/plans/${plan}/signature/options`, sign);
  const proof = { kind: 'passkey', response: key.get(started.options) };
  await prescriber.must('POST', `${path}/plans/${plan}/signature`, { ...sign, proof });
  for (let n = 0; n < 7; n++, world.now += DAY)
    await keep(team, [dayKept(team, 6), entry(team, 'dose-recorded', { status: 'taken', dose: '1.5 mg' })]);
}

export async function designForTrial(team: TrialTeam, protocol: object = PROTOCOL): Promise<TrialAt> {
  const { coordinator, world, path } = team;
  const { trial } = await coordinator.must('POST', `${path}/trials`, { protocol, day: isoDay(world) });
  return { ...team, trial: String(trial), trialPath: `${path}/trials/${trial}` };
}

export async function signTrial({ world, prescriber, key, trialPath }: TrialAt): Promise<string> {
  const day = isoDay(world);
  const read = await prescriber.must('POST', `${trialPath}/read-back`, { day });
  assert.deepEqual(read.gates, []);
  const sign = { day, readBackHash: read.hash };
  const started = await prescriber.must('POST', `${trialPath}/signature/options`, sign);
  const proof = { kind: 'passkey', response: key.get(started.options) };
  const signed = await prescriber.must('POST', `${trialPath}/signature`, { ...sign, proof });
  assert.equal(signed.protocolHash, read.protocolHash);
  return String(signed.protocolHash);
}

export async function consentToTrial({ world, patient, trialPath }: TrialAt, protocolHash: string): Promise<void> {
  await patient.must('POST', `${trialPath}/consent`, { protocolHash, text: CONSENT_TEXT, day: isoDay(world) });
}

/** The codes of the kits, in the order of the periods. */
export async function sealTrial({ world, coordinator, trialPath }: TrialAt): Promise<readonly string[]> {
  const sealed = await coordinator.must('POST', `${trialPath}/seal`, { day: isoDay(world) });
  assert.match(String(sealed.commitment), /^[0-9a-f]{64}$/);
  return sealed.kits as readonly string[];
}

export type Packed = {
  readonly kit: string;
  readonly period: number;
  readonly dose: string;
  readonly capsules: number;
};

export async function packKits({ pharmacist, trialPath }: TrialAt): Promise<readonly Packed[]> {
  return (await pharmacist.must('GET', `${trialPath}/packs`)).kits as readonly Packed[];
}

export async function dispense(
  { world, pharmacist, trialPath }: TrialAt,
  kits: readonly string[],
  doses: readonly string[] = ['0 mg', '1.5 mg'],
): Promise<void> {
  await pharmacist.must('POST', `${trialPath}/dispensings`, {
    ...{ kits, filler: 'microcrystalline cellulose', usableUntil: isoDay(world, 180), day: isoDay(world) },
    lots: doses.map((dose) => ({ dose, lot: `LOT ${dose}` })),
  });
}

export async function startTrial({ world, prescriber, trialPath }: TrialAt, inDays = 0): Promise<void> {
  await prescriber.must('POST', `${trialPath}/start`, { on: isoDay(world, inDays), day: isoDay(world) });
}

/** One period of diary: every day scored, its capsule taken, and a guess on its last day. */
export async function keepPeriod(
  at: TrialAt,
  kit: string,
  period: number,
  { days = 28, pain = 5, guess = 'no-idea' }: { days?: number; pain?: number; guess?: string } = {},
): Promise<void> {
  const { world } = at;
  for (let n = 0; n < days; n++, world.now += DAY) {
    const entries = [dayKept(at, pain + (n % 2)), kitDose(at, kit)];
    const said = { period, guess, confidence: 1, reason: 'just-a-feeling', note: '' };
    if (n === days - 1) entries.push(entry(at, 'guess-given', { trial: at.trial, ...said }));
    await keep(at, entries);
  }
}

export type Entry = { readonly id: string; readonly event: object };

/** An entry of today, as a device makes it. */
export function entry({ world }: TrialTeam, kind: string, said: object): Entry {
  const clock = { instant: world.now, offsetMinutes: 0 };
  return { id: deviceId<'event'>(world), event: { kind, version: 1, date: isoDay(world), ...said, clock } };
}

export const dayKept = (team: TrialTeam, pain: number): Entry =>
  entry(team, 'day-kept', { scores: { pain, fatigue: 5, sleep: 4 }, note: '', how: [] });
export const kitDose = (at: TrialAt, kit: string, status = 'taken'): Entry =>
  entry(at, 'kit-dose-recorded', { trial: at.trial, kit, status });

/** Sends entries, which must all be kept. */
export async function keep({ world, patient, path }: TrialTeam, events: readonly Entry[]): Promise<void> {
  const synced = await patient.must('POST', `${path}/events`, { sentAt: new Date(world.now).toISOString(), events });
  for (const { outcome } of synced.answers as readonly { readonly outcome: string }[])
    assert.equal(outcome, 'kept', JSON.stringify(synced));
}

/** What the trial ends with: the case as the prescriber sees it, without what chance alone decided. */
export type TrialEnd = { readonly view: string; readonly sequence: readonly string[]; readonly today: string };

/** Runs it from the first link to the opening; the same seed gives the same answers on every store. */
export async function runTrialJourney(storage: Storage, seed = 'trial journey'): Promise<TrialEnd> {
  const team = await gatherTrialTeam(httpWorld(storage, seed));
  await screenForTrial(team);
  await titrateForTrial(team);
  await screenForTrial(team);
  const at = await designForTrial(team);
  await consentToTrial(at, await signTrial(at));
  const kits = await sealTrial(at);
  const packs = await packKits(at);
  await dispense(at, kits.slice(0, 2));
  await startTrial(at);
  await keepPeriod(at, kits[0] as string, 0);
  await keepPeriod(at, kits[1] as string, 1);
  await dispense(at, kits.slice(2));
  await keepPeriod(at, kits[2] as string, 2);
  const early = await at.coordinator.send('POST', `${at.trialPath}/opening`, { day: isoDay(at.world) });
  assert.deepEqual([early.status, early.body.code], [409, 'trial-not-at-this-point']);
  await keepPeriod(at, kits[3] as string, 3);
  const opened = await at.prescriber.must('POST', `${at.trialPath}/opening`, { day: isoDay(at.world) });
  assert.deepEqual(
    opened.sequence,
    packs.map(({ dose }) => dose),
  );
  const { counts, faultCount } = await verifyRecord(at.world.ports);
  assert.deepEqual([faultCount, counts.passkeySignatures], [0, 2]);
  const { view } = await at.prescriber.must('GET', at.path);
  const today = await at.prescriber.send('GET', `${at.path}/trials?day=${isoDay(at.world)}`);
  return { view: withoutChance(view), sequence: opened.sequence as readonly string[], today: today.text };
}

/** The state as answered, but for signatures and the pharmacy's key: they hold chance that no seed decides. */
function withoutChance(view: unknown): string {
  return JSON.stringify(view, (name, value) => (/^(signatures?|key)$/.test(name) ? undefined : value));
}
