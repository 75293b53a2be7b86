/**
 * The pictures of the README, taken of the demonstration as anybody sees it: a server started as `npm start` starts it, a
 * real Chromium, nobody real. Run: npm run pictures (after npm run build); with --all every place of the pages at 320 and
 * 1280 px, light and dark, into test/pages/shots, to be looked at.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from './door-house.ts';

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const main = folderOf('../../src/cli/main.ts');
const docs = folderOf('../../docs/pictures/');
const shots = folderOf('shots/');

type Scene = {
  readonly as?: 'prescriber' | 'patient' | 'liquid-patient' | 'pharmacist' | 'admin';
  readonly path: string;
  /** Goes on from there. */
  readonly act?: (page: Page) => Promise<void>;
};

/** Into the first case of the list whose label begins so. */
const openCase =
  (label: string, tab?: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: label }).first().click();
    if (tab !== undefined) await page.getByRole('link', { name: tab, exact: true }).first().click();
  };
const seen = (text: string | RegExp) => (page: Page) => page.getByText(text).first().waitFor();

const SCENES: Readonly<Record<string, Scene>> = {
  front: { path: '/', act: seen('Open the demonstration clinic') },
  inbox: { as: 'prescriber', path: '/demo/clinic/#/inbox', act: seen(/ask to be looked at/) },
  cases: { as: 'prescriber', path: '/demo/clinic/#/cases', act: seen('Demo D1') },
  case: { as: 'prescriber', path: '/demo/clinic/#/cases', act: openCase('Demo D1') },
  findings: { as: 'prescriber', path: '/demo/clinic/#/cases', act: openCase('Demo D1', 'Findings') },
  screening: { as: 'prescriber', path: '/demo/clinic/#/cases', act: openCase('Demo D4', 'Screening') },
  plan: { as: 'prescriber', path: '/demo/clinic/#/cases', act: openCase('Demo D1', 'Plan') },
  today: { as: 'patient', path: '/demo/app/', act: seen('Taken') },
  liquid: { as: 'liquid-patient', path: '/demo/app/', act: seen(/mL/) },
  answer: { as: 'patient', path: '/demo/app/#/answer', act: seen(/point/) },
  'my-plan': { as: 'patient', path: '/demo/app/#/plan', act: seen('Stop taking it') },
  card: { as: 'patient', path: '/demo/app/#/card', act: seen(/Treat as on/) },
  more: { as: 'patient', path: '/demo/app/#/more', act: seen('Settings') },
};

/** Name of the file, scene, width and height of the window, what of the page is shown. */
const README: readonly (readonly [file: string, scene: string, width: number, height: number])[] = [
  ['patient-today-320-light', 'today', 360, 760],
  ['patient-liquid-320-dark', 'liquid', 360, 760],

  ['clinic-inbox-1280-light', 'inbox', 1280, 900],
  ['clinic-case-1280-light', 'case', 1280, 1000],
  ['clinic-findings-1280-light', 'findings', 1280, 1000],
  ['clinic-screening-1280-light', 'screening', 1280, 900],
];

async function take(
  browser: Browser,
  url: string,
  scene: Scene,
  size: { width: number; height: number },
  dark: boolean,
) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: dark ? 'dark' : 'light',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const { as, path, act } = scene;
  if (as !== undefined) {
    const entered = await context.request.post(`${url}/demo/api/v1/demo/enter`, {
      data: { as },
      headers: { origin: url },
    });
    if (!entered.ok()) throw new Error(`${as} cannot be entered: ${entered.status()} ${await entered.text()}`);
  }
  await page.goto(url + path);
  await act?.(page);
  const welcome = page.getByRole('button', { name: /^(?:Start|Begin|Got it)/ });
  if (await welcome.count()) await welcome.first().click();
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  return page;
}

/** A server of its own with data of its own; resolves with its address once it says so. */
async function serve(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const data = mkdtempSync(join(tmpdir(), 'titrial-pictures-'));
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', data]);
  const url = await new Promise<string>((found, lost) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const told = /http:\/\/localhost:\d+/.exec(text);
      if (told) found(told[0]);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => process.stderr.write(text));
    child.on('exit', (code) => lost(new Error(`the server ended with ${code}`)));
  });
  const stop = (): void => {
    child.removeAllListeners('exit');
    child.on('exit', () => rmSync(data, { recursive: true, force: true }));
    child.kill('SIGTERM');
  };
  return { url, stop };
}

const all = process.argv.includes('--all');
mkdirSync(all ? shots : docs, { recursive: true });
const server = await serve();
const browser = await openChromium();
try {
  const wanted = all
    ? Object.keys(SCENES).flatMap((scene) =>
        [320, 1280].flatMap((width) =>
          ['light', 'dark'].map((tone) => [`${scene}-${width}-${tone}`, scene, width, 800] as const),
        ),
      )
    : README;
  for (const [file, name, width, height] of wanted) {
    const scene = SCENES[name];
    if (!scene) throw new RangeError(`no scene ${name}`);
    const page = await take(browser, server.url, scene, { width, height }, file.endsWith('dark'));
    await page.screenshot({ path: join(all ? shots : docs, `${file}.png`), fullPage: all });
    await page.context().close();
    console.log(file);
  }
} finally {
  await browser.close();
  server.stop();
}
