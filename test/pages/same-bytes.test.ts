/**
 * Does it matter where the engine runs? It may not: Chromium and Node, in a worker or on the main thread, invent the same
 * diary and give the same bytes, though their engines of JavaScript differ in the last bit of Math.exp (H38).
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Page } from 'playwright-core';
import { analyseDiary } from '../../src/analysis/analyse.ts';
import type { Analysis } from '../../src/analysis/finding.ts';
import { type JourneyName, simulateJourney } from '../../src/analysis/journey.ts';
import type { Ask, Settings } from '../../web/desk/protocol.ts';
import { type Desk, openDesk } from './browser.ts';

type Case = { readonly name: JourneyName; readonly settings: Settings };
/** As the page asks when its example button is pressed. */
const PRESSED: Case = {
  name: 'side-effects',
  settings: { likelihood: 'auto', blinded: false, randomised: false },
};
const CASES: readonly Case[] = [
  { name: 'side-effects', settings: { likelihood: 'gaussian', blinded: false, randomised: false } },
  { name: 'withdrawn', settings: { likelihood: 'rounded', blinded: false, randomised: false } },
  { name: 'responder', settings: { likelihood: 'auto', blinded: true, randomised: true } },
];

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk?.close());

/** What the page saves as JSON once its worker has answered. */
async function savedByPage(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Sleep worsens/ }).click();
  await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Numbers (JSON)' }).click();
  const download = await saved;
  assert.equal(download.suggestedFilename(), `finding-${PRESSED.name}.json`);
  return readFileSync(await download.path(), 'utf8');
}

const text = (analysis: Analysis): string => JSON.stringify(analysis, null, 1);
const onNode = ({ name, settings }: Case): string =>
  text(analyseDiary({ diary: simulateJourney(name).diary, ...settings }));

function onNodeWorker(workerData: Case): Promise<string> {
  const worker = new Worker(new URL('./node-worker.ts', import.meta.url), { workerData });
  return new Promise((done, fail) => worker.once('message', done).once('error', fail));
}

/** The engine's own script, in a worker of the page or loaded by the page itself, which then runs it on its own thread. */
async function inChromium(page: Page, script: string, where: 'worker' | 'page', asked: Case): Promise<string> {
  const { name, settings } = asked;
  const ask: Ask = { id: 1, source: { kind: 'journey', name }, read: {}, settings, today: 0 as Ask['today'] };
  const parts = await page.evaluate<Analysis[]>(`new Promise((done, fail) => {
    const parts = [];
    const own = ${where === 'page'};
    const script = ${JSON.stringify(script)};
    const engine = own ? window : new Worker(script, { type: 'module' });
    engine.addEventListener('message', (event) => {
      if (!event.data.tell) return;
      event.stopImmediatePropagation();
      if (event.data.tell === 'part') parts.push(event.data.part);
      if (event.data.tell === 'bug') fail(new Error(event.data.message));
      if (event.data.tell === 'end') done(parts);
    });
    const ask = () => engine.postMessage(${JSON.stringify(ask)});
    if (own) import(script).then(ask, fail);
    else ask();
  })`);
  return text({ findings: parts.flatMap((p) => p.findings), refusals: parts.flatMap((p) => p.refusals) });
}

/** The address of the engine's script, known once the page has loaded it. */
async function engineScript(page: Page, asked: readonly string[]): Promise<string> {
  await page.getByRole('button', { name: /^Sleep worsens/ }).click();
  await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
  return (
    asked.find((address) => address.includes('engine-worker')) ?? assert.fail('no script of the engine was loaded')
  );
}

test('the numbers the page saves are those of the terminal, byte for byte', async () => {
  const { page } = await desk.open();
  assert.equal(await savedByPage(page), `${onNode(PRESSED)}\n`);
});

for (const asked of CASES) {
  const { name, settings } = asked;
  test(`${name}, ${settings.likelihood}: a worker and the main thread, of Chromium and of Node, give the same bytes`, async () => {
    const { page, asked: addresses } = await desk.open();
    const script = await engineScript(page, addresses);
    const expected = onNode(asked);
    assert.ok((JSON.parse(expected) as Analysis).findings.length > 0);
    assert.equal(await onNodeWorker(asked), expected, 'worker of Node');
    assert.equal(await inChromium(page, script, 'worker', asked), expected, 'worker of Chromium');
    const { page: fresh } = await desk.open();
    assert.equal(await inChromium(fresh, script, 'page', asked), expected, 'page of Chromium');
  });
}
