/**
 * A whole installation behind the built door: real services on SQLite in a folder of its own, over a real port, with a
 * clock that is moved by hand; and a Chromium with an authenticator that is not there.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from 'playwright-core';
// @ts-expect-error: plain JavaScript for Node 20, without types
import { CHROMIUM_SENTENCE, findChromium } from '../../scripts/machine.mjs';
import { openDemonstration } from '../../src/cli/demonstration.ts';
import { deskApp, doorApp, workApp } from '../../src/http/app.ts';
import { clinicApp } from '../../src/http/clinic-app.ts';
import { demonstrationApp } from '../../src/http/demonstration-app.ts';
import { readPageFiles } from '../../src/http/page-files.ts';
import { startServer } from '../../src/http/server.ts';
import { type App, siteApp } from '../../src/http/site.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import { typstTypesetter } from '../../src/platform/typst.ts';
import type { Analysts, Storage, Typesetter } from '../../src/records/ports.ts';
import { type AnalysisRequest, analyseRequest } from '../../src/service/analyse-diary.ts';
import type { Actor } from '../../src/service/authority.ts';
import type { Settings } from '../../src/service/ports.ts';
import { prepareInstallation } from '../../src/service/set-up.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { anyPharmacy, anyVault } from '../server/case-world.ts';
import { cheapPasswords, got, newWorld, openClinic, type World } from '../server/people-world.ts';

export type House = {
  readonly url: string;
  readonly world: World;
  /** The first link, as the terminal prints it. */
  readonly setUpLink: () => Promise<string>;
  /** A clinic with one admin, "ada", by password. */
  readonly opened: () => Promise<Actor>;
  readonly close: () => Promise<void>;
};

const folderOf = (page: string): string => fileURLToPath(new URL(`../../web/${page}/dist`, import.meta.url));

function filesOf(page: string) {
  const files = readPageFiles(folderOf(page));
  if (!files.ok) throw new Error('The pages are not built: run "npm run build" first ("npm test" does).');
  return files.value;
}

type Wrap = (storage: Storage) => Storage;

/**
 * `wrap`: so that a test can break the store. `demonstration`: one stands below /demo/, as where nobody switched it off.
 * `settings`: where they differ from those of the world.
 */
export async function openHouse(
  wrap: Wrap = (storage) => storage,
  demonstration = false,
  settings: Partial<Settings> = {},
): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'titrial-door-'));
  const storage = wrap(got(await openSqlite(folder)));
  let inside: App | undefined;
  const gate: App = { fetch: (request, env) => inside?.fetch(request, env) ?? new Response('', { status: 503 }) };
  const server = got(await startServer(gate, 0, '127.0.0.1'));
  const url = server.url.replace('127.0.0.1', 'localhost');
  const world = newWorld(storage, cheapPasswords, url, demonstration);
  const typesetter = typstTypesetter();
  Object.assign(world.ports, {
    ...{
      vault: anyVault(),
      pharmacy: anyPharmacy(),
      drugs: BUILT_IN_LIST,
      jobs: { computeFinding: async () => {} },
      analysts,
      typesetter,
    },
    settings: { ...world.ports.settings, ...settings },
  });
  const shown = demonstration ? demonstrationAt(url, typesetter) : undefined;
  inside = siteApp({
    desk: deskApp(filesOf('desk'), 'not here'),
    door: doorApp(filesOf('door'), 'not here'),
    patient: workApp(filesOf('patient'), '/app/', 'not here'),
    clinic: workApp(filesOf('clinic'), '/clinic/', 'not here'),
    api: clinicApp(world.ports, { log: () => {} }),
    ...(shown === undefined ? {} : { demonstration: shown.site }),
  });
  return {
    url,
    world,
    setUpLink: async () => {
      const first = await prepareInstallation(world.ports);
      assert.equal(first.state, 'waiting');
      return first.state === 'waiting' ? url + first.link.path : '';
    },
    opened: async () => (await openClinic(world)).actor,
    close: async () => {
      await server.close(0);
      await shown?.stop();
      await typesetter.close();
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Diaries are analysed in this process, which has one of its own already. */
const analysts: Analysts = {
  analyse: async (request) => analyseRequest(request as AnalysisRequest),
  close: async () => {},
};

/** The demonstration as `serve` mounts it. */
function demonstrationAt(origin: string, typesetter: Typesetter) {
  const running = openDemonstration({ origin, analysts, typesetter, log: () => {}, isStopping: () => false });
  const site = demonstrationApp({
    patient: workApp(filesOf('patient'), '/demo/app/', 'not here'),
    clinic: workApp(filesOf('clinic'), '/demo/clinic/', 'not here'),
    api: running.api,
    otherwise: { fetch: () => new Response('not here', { status: 404 }) },
  });
  return { site, stop: running.stop };
}

export type Visitor = {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Every address the page asked for. */
  readonly asked: readonly string[];
  readonly devices: CDPSession;
};

export async function openChromium(): Promise<Browser> {
  const executablePath: string | undefined = findChromium();
  if (!executablePath) throw new Error(CHROMIUM_SENTENCE);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Somebody with a browser of their own; 'key': it can verify its owner and keep passkeys. */
export async function visitor(
  browser: Browser,
  has: 'key' | 'no key' = 'key',
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [complaints, asked]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    // Chromium tells of every answer of 400 and above; what the page makes of it is what is tested.
    const isAnswer = /^Failed to load resource: the server responded/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(message.text());
  });
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  if (has === 'key') await plugIn(devices);
  return { page, complaints, asked, devices };
}

/** `verifies` false: a device whose owner does not show their finger, face or PIN. */
export async function plugIn(devices: CDPSession, verifies = true): Promise<string> {
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: verifies, automaticPresenceSimulation: true },
    },
  });
  return authenticatorId;
}

/** Fills in a name and a password, as the form of a link asks for them. */
export async function choosePassword(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('With a name and a password').check();
  await page.getByLabel('Sign-in name').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** A browser for a file of tests; each test has houses and visitors of its own, gone when it ends. */
export function street(): {
  readonly browser: () => Browser;
  readonly house: (wrap?: Wrap, demonstration?: boolean, settings?: Partial<Settings>) => Promise<House>;
} {
  let browser: Browser;
  const houses: House[] = [];
  before(async () => {
    browser = await openChromium();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const house of houses.splice(0)) await house.close();
  });
  after(() => browser?.close());
  return {
    browser: () => browser,
    house: async (...asked) => {
      const house = await openHouse(...asked);
      houses.push(house);
      return house;
    },
  };
}
