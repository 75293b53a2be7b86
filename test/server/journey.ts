/**
 * One patient's months over HTTP, as the walk in the product's description: set-up, invitations, a passkey and a password,
 * an opioid that stops everything, a signed plan, a baseline, three steps, two months of diary, a finding.
 */
import assert from 'node:assert/strict';
import { QUESTIONS } from '../../src/medicine/screening/screening.ts';
import type { Storage } from '../../src/records/ports.ts';
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

type Team = {
  readonly world: HttpWorld;
  readonly admin: Browser;
  readonly prescriber: Browser;
  readonly patient: Browser;
  readonly key: ReturnType<typeof softwareAuthenticator>;
  readonly path: string;
};

/** What the journey ends with: the finding as it was answered, its analysis, and what the case then looks like. */
export type JourneyEnd = { readonly finding: string; readonly analysis: string; readonly view: string };

/** Runs the whole journey on a store; the same seed gives the same answers on every store. */
export async function runJourney(storage: Storage): Promise<JourneyEnd> {
  const team = await gather(httpWorld(storage, 'journey'));
  await screen(team);
  await signPlan(team);
  await keepDiary(team);
  return find(team);
}

async function gather(world: HttpWorld): Promise<Team> {
  const [admin, prescriber, patient] = [browser(world), browser(world), browser(world)];
  const key = softwareAuthenticator(ORIGIN);
  const token = await setUpToken(world);
  const way = { way: 'password', login: 'ada', password: PHRASE };
  await admin.must('POST', '/set-up', { token, clinicName: 'Riverside', name: 'Ada Okafor', way });
  const link = await admin.must('POST', '/people', { name: 'Dr Amina Yusuf', roles: ['prescriber'] });
  await comeInWithPasskey(prescriber, String(link.token), key);
  const opened = await prescriber.must('POST', '/cases', {
    patient: { name: 'Robin Sato' },
    ...{ label: 'A-17', indications: ['M79.7'], washout: 'label' },
  });
  const invited = await prescriber.must('POST', `/people/${opened.patient}/device-link`, { removeWays: false });
  const own = { way: 'password', login: 'robin', password: `${PHRASE} twice` };
  await patient.must('POST', '/invitations/accept', { token: invited.token, way: own });
  await patient.must('POST', '/sign-out');
  assert.equal((await patient.send('GET', '/me')).status, 401);
  await patient.must('POST', '/sign-in/password', { login: 'robin', password: `${PHRASE} twice` });
  return { world, admin, prescriber, patient, key, path: `/cases/${opened.case}` };
}

async function comeInWithPasskey(
  person: Browser,
  token: string,
  key: ReturnType<typeof softwareAuthenticator>,
): Promise<void> {
  const { options } = await person.must('POST', '/invitations/passkey/options', { token });
  const way = { way: 'passkey', response: key.create(options), label: 'Key' };
  await person.must('POST', '/invitations/accept', { token, way });
  await person.must('POST', '/sign-out');
  const asked = await person.must('POST', '/sign-in/passkey/options', {});
  await person.must('POST', '/sign-in/passkey', { response: key.get(asked.options) });
  assert.deepEqual((await person.must('GET', '/me')).roles, ['prescriber']);
}

type Screened = {
  readonly openHard: number;
  readonly openSoft: number;
  readonly clearFrom?: string;
  readonly findings: readonly { readonly key: string; readonly severity: string; readonly overridable: boolean }[];
};

async function screening({ world, prescriber, path }: Team): Promise<Screened> {
  return (await prescriber.must('GET', `${path}/screening?day=${isoDay(world)}`)).screening as Screened;
}

/** Tramadol: a hard stop, then ten opioid-free days; then the answers, and a look at the whole. */
async function screen(team: Team): Promise<void> {
  const { world, prescriber, patient, path } = team;
  const tramadol = { text: 'Tramadol 50 mg', form: 'immediate-release', use: { kind: 'current' }, chronic: false };
  const recorded = await patient.must('POST', `${path}/medicines`, { medicine: tramadol, day: isoDay(world) });
  assert.ok((await screening(team)).openHard > 0, 'a current opioid is a hard stop');
  await answerQuestions(team);
  const use = { kind: 'stopped', lastTaken: isoDay(world) };
  await patient.must('POST', `${path}/medicines/${recorded.medicine}/use`, { use, day: isoDay(world) });
  const waiting = await screening(team);
  assert.ok(waiting.openHard > 0, 'the washout has only begun');
  assert.equal(waiting.clearFrom, isoDay(world, 11), 'ten whole days without it');
  world.now += 12 * DAY;
  await answerQuestions(team);
  await review(team);
  assert.equal((await prescriber.must('GET', '/inbox')).next, undefined);
}

async function answerQuestions({ world, patient, path }: Team): Promise<void> {
  const said: Readonly<Record<string, string>> = { adult: 'yes', 'opioid-in-the-last-90-days': 'yes' };
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, said[question] ?? 'no']));
  const on = isoDay(world);
  await patient.must('PUT', `${path}/screening/answers`, { answers: { on, answers }, day: on });
}

/** Sets aside, with a reason, what may be set aside, and puts the look on record. */
async function review(team: Team): Promise<void> {
  const { world, prescriber, path } = team;
  const day = isoDay(world);
  for (const { key, severity, overridable } of (await screening(team)).findings)
    if (severity !== 'info' && overridable)
      await prescriber.send('POST', `${path}/screening/overrides`, {
        key,
        reason: 'Washed out and talked through.',
        day,
      });
  const { openHard, openSoft } = await screening(team);
  assert.deepEqual([openHard, openSoft], [0, 0]);
  await prescriber.must('POST', `${path}/screening/reviews`, { day });
}

async function signPlan({ world, prescriber, key, path }: Team): Promise<void> {
  const { templates } = await prescriber.must('GET', '/plan-templates');
  const [first] = templates as readonly { readonly name: string; readonly plan: unknown }[];
  assert.equal(first?.name, 'seed-weekly');
  const { plan } = await prescriber.must('POST', `${path}/plans`, { content: first.plan });
  const day = isoDay(world);
  const terms = { validFrom: day, validTo: isoDay(world, 200), startAt: 'baseline', day };
  const read = await prescriber.must('POST', `${path}/plans/${plan}/read-back`, terms);
  assert.deepEqual(read.faults, []);
  const sign = { ...terms, readBackHash: read.hash };
  const stale = { ...sign, readBackHash: '0'.repeat(64) };
  const refused = await prescriber.send('POST', `${path}/plans/${plan}/signature/options`, stale);
  assert.deepEqual([refused.status, refused.body.code], [409, 'read-back-differs']);
  const started = await prescriber.must('POST', `${path}/plans/${plan}/signature/options`, sign);
  const proof = { kind: 'passkey', response: key.get(started.options) };
  const signed = await prescriber.must('POST', `${path}/plans/${plan}/signature`, { ...sign, proof });
  assert.equal(signed.waits, false);
}

/** Days at each place: 14 without the drug, then the three steps, the last one long. */
const STAGES: readonly (readonly [days: number, dose: string])[] = [
  [14, '0 mg'],
  [7, '1.5 mg'],
  [7, '3 mg'],
  [42, '4.5 mg'],
];

async function keepDiary(team: Team): Promise<void> {
  const { world, patient, path } = team;
  let n = 0;
  for (const [days, dose] of STAGES) {
    if (dose !== '0 mg') await stepUp(team, dose);
    for (let day = 0; day < days; day++, n++) {
      const events = entriesOf(world, n, dose);
      const sentAt = new Date(world.now).toISOString();
      const synced = await patient.must('POST', `${path}/events`, { sentAt, events });
      const outcomes = (synced.answers as readonly { readonly outcome: string }[]).map(({ outcome }) => outcome);
      assert.deepEqual(
        outcomes,
        events.map(() => 'kept'),
        JSON.stringify(synced),
      );
      if (n % 10 === 0) {
        const again = await patient.must('POST', `${path}/events`, { sentAt, events });
        for (const answer of again.answers as readonly { readonly outcome: string }[])
          assert.equal(answer.outcome, 'already');
      }
      world.now += DAY;
    }
  }
}

async function stepUp(team: Team, dose: string): Promise<void> {
  const { world, patient, path } = team;
  await answerQuestions(team);
  await review(team);
  const today = await patient.must('GET', `${path}/titration?day=${isoDay(world)}`);
  const moves = today.moves as readonly { readonly move: string; readonly dose: string }[];
  assert.deepEqual(
    moves.find(({ move }) => move === 'step-up'),
    { move: 'step-up', dose },
    JSON.stringify(today),
  );
  const { plan, place } = today.plan as { readonly plan: string; readonly place: unknown };
  const moved = await patient.must('POST', `${path}/moves`, { plan, move: 'step-up', from: place, day: isoDay(world) });
  assert.equal(moved.dose, dose);
}

/** A day's scores and dose; the scores are a made-up series, a little lower on more drug. */
function entriesOf(world: HttpWorld, n: number, dose: string) {
  const date = isoDay(world);
  const clock = { instant: world.now, offsetMinutes: 0 };
  const score = (base: number, turn: number): number => Math.min(10, base + ((n * turn) % 4));
  const ease = dose === '4.5 mg' ? 2 : 0;
  const scores = { pain: score(5 - ease, 7), fatigue: score(5, 5), sleep: score(4, 3) };
  const kept = { kind: 'day-kept', version: 1, date, scores, note: '', how: [], clock };
  const status = dose === '0 mg' ? 'not-taken' : 'taken';
  const taken = { kind: 'dose-recorded', version: 1, date, status, dose, clock };
  return [kept, taken].map((event) => ({ id: deviceId<'event'>(world), event }));
}

async function find({ patient, prescriber, path }: Team): Promise<JourneyEnd> {
  const made = await patient.must('POST', `${path}/findings`);
  assert.equal(made.outcome, 'computed');
  assert.equal((await prescriber.must('POST', `${path}/findings`)).outcome, 'known');
  const { findings } = await prescriber.must('GET', `${path}/findings`);
  const [newest, ...older] = findings as readonly { readonly finding: string }[];
  assert.deepEqual([newest, older], [made.finding, []]);
  const finding = await prescriber.send('GET', `${path}/findings/${newest?.finding}`);
  assert.equal(finding.status, 200);
  const told = await patient.must('GET', `${path}/findings/${newest?.finding}/told?width=280`);
  const { findings: answers } = told.told as { readonly findings: readonly { readonly timeline: { svg: string } }[] };
  assert.equal(answers.length, 3);
  for (const { timeline } of answers) assert.match(timeline.svg, /^<svg [^>]*width="280"/);
  assert.equal((await patient.send('GET', `${path}/findings/${newest?.finding}/told?width=279`)).status, 422);
  const { view } = await prescriber.must('GET', path);
  const exported = await patient.must('POST', `${path}/export`);
  assert.equal((exported.events as readonly unknown[]).length > 2 * 70, true);
  return { finding: finding.text, analysis: JSON.stringify(finding.body.analysis), view: withoutSignatures(view) };
}

/** The state as answered, but for the signatures: a passkey's hold chance that no seed decides. */
function withoutSignatures(view: unknown): string {
  return JSON.stringify(view, (key, value) => (key === 'signatures' ? undefined : value));
}
