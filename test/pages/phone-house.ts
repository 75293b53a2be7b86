/**
 * The phone's side of the patient's page in a real Chromium against the real server, without anything drawn: its acts are
 * called as the views call them. Patients, carers and a signed plan, and a clock of the world that browser and server share.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { deskApp, doorApp, workApp } from '../../src/http/app.ts';
import { clinicApp } from '../../src/http/clinic-app.ts';
import { type PageFiles, readPageFiles } from '../../src/http/page-files.ts';
import { startServer } from '../../src/http/server.ts';
import { type App, siteApp } from '../../src/http/site.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { type AnalysisRequest, analyseRequest } from '../../src/service/analyse-diary.ts';
import type { Actor } from '../../src/service/authority.ts';
import { loadCase, wholeCase } from '../../src/service/case-record.ts';
import { openCase } from '../../src/service/open-case.ts';
import type { Ports } from '../../src/service/ports.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { workerBeside } from '../../web/patient/vite.config.ts';
import { anyPharmacy, anyVault, type CaseWorld, DAY, startPlan } from '../server/case-world.ts';
import { add, cheapPasswords, got, newWorld, openClinic, PHRASE } from '../server/people-world.ts';
import { openChromium } from './door-house.ts';

export { DAY, got, PHRASE };

/** Noon of 1 November 2026, UTC: before it nothing has happened. */
export const START = Date.UTC(2026, 10, 1, 12);

export type PhoneHouse = CaseWorld & {
  readonly url: string;
  readonly admin: Actor;
  /** Answers of the interface, so that a test can break or count them. */
  api: App;
  readonly close: () => Promise<void>;
};

/** The built phone, once for a file of tests. */
let files: PageFiles | undefined;

/** The page's own modules with nothing drawn, built as the page is, its worker beside it. */
async function builtPhone(): Promise<PageFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'titrial-phone-'));
  const web = fileURLToPath(new URL('../../web/patient', import.meta.url));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page/index.html'), PAGE);
  writeFileSync(
    join(folder, 'page/main.ts'),
    `import * as phone from ${JSON.stringify(join(web, 'phone/phone.ts'))};\n${MAIN}`,
  );
  const outDir = join(folder, 'dist');
  await build({
    configFile: false,
    root: join(folder, 'page'),
    base: './',
    logLevel: 'error',
    publicDir: join(web, 'public'),
    plugins: [workerBeside()],
    build: { outDir, target: 'es2023', modulePreload: false, minify: false },
  });
  const read = got(readPageFiles(outDir));
  rmSync(folder, { recursive: true });
  return read;
}

const PAGE =
  '<!doctype html><title>Phone</title><link rel="manifest" href="./manifest.webmanifest" /><script type="module" src="./main.ts"></script>';
const MAIN = 'globalThis.phone = phone;\nvoid phone.start();\n';

/** Where a plan signed today begins. */
type HouseOptions = { readonly startAt?: 'no plan' | 'baseline' | number };

/** A clinic with a prescriber, the patient "robin", their case, and a plan from today on. */
export async function openPhoneHouse({ startAt = 'baseline' }: HouseOptions = {}): Promise<PhoneHouse> {
  assert.ok(files, 'the phone is built before the first test');
  let inside: App | undefined;
  const gate: App = { fetch: (request, env) => inside?.fetch(request, env) ?? new Response('', { status: 503 }) };
  const server = got(await startServer(gate, 0, '127.0.0.1'));
  const url = server.url.replace('127.0.0.1', 'localhost');
  const people = newWorld(memoryStorage(), cheapPasswords, url);
  people.now = START;
  const ports: Ports = {
    ...people.ports,
    ...{ vault: anyVault(), pharmacy: anyPharmacy(), drugs: BUILT_IN_LIST, jobs: { computeFinding: async () => {} } },
    analysts: { analyse: async (request) => analyseRequest(request as AnalysisRequest), close: async () => {} },
    settings: { ...people.ports.settings, sessionIdle: 400 * DAY, sessionAbsolute: 400 * DAY },
  };
  const admin = (await openClinic(people)).actor;
  const prescriber = (await add(people, admin, 'amina', ['prescriber'])).actor;
  const patient = (await add(people, admin, 'robin', ['patient'])).actor;
  const who = { label: 'A-17', indications: ['M79.7'], washout: 'label' } as const;
  const opened = got(await openCase(ports, prescriber, { ...who, patient: { person: patient.person } }));
  const cast = { ports, prescriber, patient, case: opened.case, asked: [], admin, url };
  const house: PhoneHouse = Object.defineProperty(
    { ...cast, now: 0, api: clinicApp(ports, { log: () => {} }), close: () => server.close(0) },
    'now',
    {
      get: () => people.now,
      set: (at: number) => {
        people.now = at;
      },
    },
  );
  const none = new Map();
  inside = siteApp({
    desk: deskApp(none, 'not here'),
    door: doorApp(none, 'not here'),
    clinic: workApp(none, '/clinic/', 'not here'),
    patient: workApp(files, '/app/', 'not here'),
    api: { fetch: (request, env) => house.api.fetch(request, env) },
  });
  if (startAt !== 'no plan') await startPlan(house, 60, startAt);
  return house;
}

/** One phone: a browser of its own, in UTC, whose clock is set by hand. */
export type Phone = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: readonly string[];
};

/** A phone on which somebody has signed in and opened the page. */
export async function newPhone(browser: Browser, house: PhoneHouse, login: string): Promise<Phone> {
  const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB' });
  await context.clock.setFixedTime(house.now);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${house.url}/app/icon.svg`);
  await signIn(page, login);
  await openApp(page, house);
  return { context, page, complaints };
}

export async function signIn(page: Page, login: string): Promise<void> {
  const body = JSON.stringify({ login, password: PHRASE });
  const status = await page.evaluate(`fetch('/api/v1/sign-in/password', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)},
  }).then((answer) => answer.status)`);
  assert.equal(status, 200);
}

export async function openApp(page: Page, house: PhoneHouse): Promise<void> {
  await page.goto(`${house.url}/app/`);
  await until(page, "phone.phase.value === 'ready' && phone.sync.value.state !== 'sending'");
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
}

/** Looks until the expression is true in the page; gives up with what the page shows. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let looks = 0; looks < 400; looks++) {
    if (await page.evaluate(`globalThis.phone !== undefined && Boolean(${expression})`).catch(() => false)) return;
    await setTimeout(25);
  }
  const shown = await page.evaluate('globalThis.phone && JSON.stringify([phone.phase.value, phone.sync.value])');
  throw new Error(`not so: ${expression}; ${shown}`);
}

/** The value of an expression in the page, as JSON carries it; `day` is a civil day as the phone counts them. */
export const ask = <T>(page: Page, expression: string): Promise<T> => page.evaluate(`(async () => ${expression})()`);

/** Moves the clock of the phone, which notices as when it wakes up. */
export async function wakeAt(phone: Phone, at: number): Promise<void> {
  await phone.context.clock.setFixedTime(at);
  await phone.page.evaluate("window.dispatchEvent(new Event('focus'))");
}

/** Everything is with the clinic. */
export const allTold = (page: Page): Promise<void> =>
  ask<unknown>(page, 'phone.refreshNow()').then(() =>
    until(page, "phone.sync.value.waiting === 0 && ['idle', 'refused'].includes(phone.sync.value.state)"),
  );

/** The act of keeping today's pain. */
export const keepPain = (value: number): string =>
  `phone.keepDay(phone.today.value, { pain: { kind: 'value', value: ${value} } })`;

/** The case as the clinic has it. */
export async function atClinic(house: PhoneHouse): Promise<CaseState> {
  const loaded = await loadCase(house.ports, house.patient.clinic, house.case);
  assert.ok(loaded);
  return (await wholeCase(house.ports, loaded)).state;
}

/** A copy of the case as it stands, to be brought back as if the clinic had lost all since. */
export async function copyOf(house: PhoneHouse): Promise<{ readonly bringBack: () => void }> {
  const { clinic } = house.patient;
  const found = await house.ports.storage.ledger.open(clinic, house.case);
  assert.ok(found?.key);
  const { key, head, row } = found;
  const entries = await house.ports.storage.ledger.entries(clinic, house.case, 0, 1000);
  const tiesMade = await house.ports.storage.ledger.ties(clinic, house.case);
  const { ledger } = memoryStorage();
  await ledger.append({ clinic, case: house.case, expected: 0, entries, head, row, key, tiesMade });
  return {
    bringBack: () => {
      const ports = { ...house.ports, storage: { ...house.ports.storage, ledger } };
      Object.assign(house, { ports, api: clinicApp(ports, { log: () => {} }) });
    },
  };
}

/** Chromium and houses for a file of tests. */
export function phoneStreet(): {
  readonly browser: () => Browser;
  readonly house: (options?: HouseOptions) => Promise<PhoneHouse>;
} {
  let browser: Browser;
  const houses: PhoneHouse[] = [];
  before(async () => {
    files = await builtPhone();
    browser = await openChromium();
  });
  after(async () => {
    await browser?.close();
    for (const house of houses) await house.close();
  });
  return {
    browser: () => browser,
    house: async (options) => {
      const house = await openPhoneHouse(options);
      houses.push(house);
      return house;
    },
  };
}
