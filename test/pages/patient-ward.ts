/**
 * A clinic with a patient at a chosen point of their course, behind the built pages on a real port: real services on SQLite,
 * real screening and analysis, a clock that is moved by hand. The page's clock is set to the same moment.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { doorApp, workApp } from '../../src/http/app.ts';
import { clinicApp } from '../../src/http/clinic-app.ts';
import { readPageFiles } from '../../src/http/page-files.ts';
import { startServer } from '../../src/http/server.ts';
import { type App, siteApp } from '../../src/http/site.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import { QUESTIONS } from '../../src/medicine/screening/screening.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import type { Storage } from '../../src/records/ports.ts';
import { type AnalysisRequest, analyseRequest } from '../../src/service/analyse-diary.ts';
import type { Actor } from '../../src/service/authority.ts';
import { loadCase, wholeCase } from '../../src/service/case-record.ts';
import { syncDiary } from '../../src/service/keep-diary.ts';
import { openCase } from '../../src/service/open-case.ts';
import type { Ports } from '../../src/service/ports.ts';
import { answerScreening, reviewScreening } from '../../src/service/screen-case.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import {
  anyPharmacy,
  anyVault,
  type CaseWorld,
  clockAt,
  dayOf,
  doseTaken,
  type Sent,
  signedPlan,
  write,
} from '../server/case-world.ts';
import { add, cheapPasswords, got, newWorld, openClinic, PHRASE } from '../server/people-world.ts';
import { openChromium, type Visitor, visitor } from './door-house.ts';

const DAY = 86_400_000;
/** Noon, so that no zone and no slow test changes the day. */
export const NOON = Date.UTC(2026, 10, 28, 12);

export type Ward = CaseWorld & {
  readonly url: string;
  readonly close: () => Promise<void>;
};

const folderOf = (page: string): string => fileURLToPath(new URL(`../../web/${page}/dist`, import.meta.url));

function filesOf(page: string) {
  const files = readPageFiles(folderOf(page));
  if (!files.ok) throw new Error('The pages are not built: run "npm run build" first ("npm test" does).');
  return files.value;
}

/** `days`: how long ago the case was opened. `store`: in place of a new SQLite; it is closed with the ward. The patient, "robin", and Dr Yusuf sign in with `PHRASE`. */
export async function openWard(days = 0, solo = false, more: Partial<Ports> = {}, store?: Storage): Promise<Ward> {
  const folder = mkdtempSync(join(tmpdir(), 'titrial-ward-'));
  const storage = store ?? got(await openSqlite(folder));
  let inside: App | undefined;
  const gate: App = { fetch: (request, env) => inside?.fetch(request, env) ?? new Response('', { status: 503 }) };
  const server = got(await startServer(gate, 0, '127.0.0.1'));
  const url = server.url.replace('127.0.0.1', 'localhost');
  const world = newWorld(storage, cheapPasswords, url);
  world.now = NOON - days * DAY;
  Object.assign(world.ports, {
    ...{ vault: anyVault(), pharmacy: anyPharmacy(), drugs: BUILT_IN_LIST, jobs: { computeFinding: async () => {} } },
    analysts: {
      analyse: async (request: unknown) => analyseRequest(request as AnalysisRequest),
      close: async () => {},
    },
    settings: { ...world.ports.settings, sessionIdle: 400 * DAY, sessionAbsolute: 400 * DAY },
    ...more,
  });
  inside = siteApp({
    desk: doorApp(filesOf('door'), 'not here'),
    door: doorApp(filesOf('door'), 'not here'),
    patient: workApp(filesOf('patient'), '/app/', 'not here'),
    clinic: workApp(filesOf('clinic'), '/clinic/', 'not here'),
    api: clinicApp(world.ports, { log: () => {} }),
  });
  const close = async (): Promise<void> => {
    await server.close(0);
    await storage.close();
    rmSync(folder, { recursive: true });
  };
  return Object.assign(world, { url, close, asked: [], ...(await peopleAndCase(world.ports, world, solo)) });
}

async function peopleAndCase(ports: Ports, world: Parameters<typeof openClinic>[0], solo: boolean) {
  const ada = (await openClinic(world)).actor;
  const prescriber = (await add(world, ada, 'yusuf', ['prescriber'])).actor;
  const patient = (await add(world, ada, 'robin', ['patient'])).actor;
  const who = { label: 'A-17', indications: ['M79.7'], washout: 'label' } as const;
  if (solo) throw new RangeError('a patient alone sets up a clinic of their own');
  const opened = got(await openCase(ports, prescriber, { ...who, patient: { person: patient.person } }));
  return { prescriber, patient, case: opened.case };
}

/** Answers and looks at the screening, then signs the weekly schedule of 1.5, 3 and 4.5 mg. */
export async function screenAndSign(ward: Ward, startAt: 'baseline' | number, lastsDays = 120): Promise<void> {
  const day = dayOf(ward);
  const said = QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no'] as const);
  const answers = { on: day, answers: Object.fromEntries(said) as never };
  got(await answerScreening(ward.ports, ward.prescriber, ward.case, { answers, day }));
  got(await reviewScreening(ward.ports, ward.prescriber, ward.case, day));
  await write(ward, signedPlan(ward, { lastsDays, startAt, decidedBy: ward.prescriber.person }));
}

/** Sends entries as the patient's phone would, now. */
export async function send(ward: Ward, events: readonly Sent[], by: Actor = ward.patient): Promise<void> {
  const synced = got(await syncDiary(ward.ports, by, ward.case, { sentAt: ward.now, events } as never));
  for (const answer of synced.answers)
    if (answer.outcome === 'refused') throw new Error(`not kept: ${JSON.stringify(answer.refusal)}`);
}

/** Three scores of the day, around these. */
export const scored = (instant: number, pain: number, fatigue: number, sleep: number): Sent => ({
  id: doseTaken(instant).id,
  event: {
    ...{ kind: 'day-kept', version: 1, date: formatLocalDate(dayOf({ now: instant })), note: '', how: [] },
    scores: { pain, fatigue, sleep },
    clock: clockAt(instant),
  },
});

/** Lives `days` days with the diary kept, a dose each where one is given; the clock ends that much later. */
export async function live(ward: Ward, days: number, ug: number | undefined, pain = 6): Promise<void> {
  for (let i = 0; i < days; i++) {
    const wave = [0, 1, 0, -1, 1, 0, -1][i % 7] ?? 0;
    const scores = scored(ward.now, pain + wave, pain + 1 - wave, Math.max(0, pain - 1 + wave));
    await send(ward, ug === undefined ? [scores] : [scores, doseTaken(ward.now, ug)]);
    ward.now += DAY;
  }
}

/** The course as the clinic has it. */
export async function atClinic({ ports, patient, case: id }: Ward): Promise<CaseState> {
  const loaded = await loadCase(ports, patient.clinic, id);
  if (!loaded) throw new RangeError('the case is gone');
  return (await wholeCase(ports, loaded)).state;
}

/** Somebody at the patient's page, signed in by password, with the ward's moment on their phone. */
export async function patientAt(
  browser: Browser,
  ward: Ward,
  options: BrowserContextOptions = {},
  login = 'robin',
): Promise<Visitor> {
  const there = await visitor(browser, 'no key', { timezoneId: 'UTC', locale: 'en-GB', ...options });
  await there.page.clock.install({ time: ward.now });
  await there.page.addInitScript("localStorage.setItem('titrial-welcomed', '1')");
  await signInHere(there.page, ward, login);
  await there.page.goto(`${ward.url}/app/`);
  return there;
}

async function signInHere(page: Page, ward: Ward, login: string): Promise<void> {
  const body = { login, password: PHRASE };
  const answer = await page.request.post(`${ward.url}/api/v1/sign-in/password`, {
    data: body,
    headers: { origin: ward.url },
  });
  if (!answer.ok()) throw new Error(`not signed in: ${answer.status()} ${await answer.text()}`);
}

/** A course to begin with: two weeks without the drug, then `days` days at the dose of `step` of the weekly schedule. */
export type Begun = { readonly days?: number; readonly step?: 0 | 1; readonly more?: Partial<Ports> };

/** A browser for a file of tests; its wards and visitors are gone when a test ends. */
export function wards(): { readonly browser: () => Browser; readonly ward: (begun?: Begun) => Promise<Ward> } {
  let browser: Browser;
  const open: Ward[] = [];
  before(async () => {
    browser = await openChromium();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const ward of open.splice(0)) await ward.close();
  });
  after(() => browser?.close());
  return {
    browser: () => browser,
    ward: async ({ days = 3, step = 0, more = {} } = {}) => {
      const ward = await openWard(14 + days, false, more);
      open.push(ward);
      await live(ward, 14, undefined);
      await screenAndSign(ward, step);
      await live(ward, days, step === 0 ? 1_500 : 3_000);
      return ward;
    },
  };
}

/** Sending waits for the thumb to rest; the page's clock is moved on instead. */
export async function told(page: Page): Promise<void> {
  await page.clock.fastForward(20_000);
  await page.getByText(/^. All told to the clinic/).waitFor();
}
