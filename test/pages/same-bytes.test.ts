/**
 * Does it matter where the engine runs? In a worker or on the page's own thread: the same bytes. In another engine of
 * JavaScript: the same diary and the same numbers to nine digits, as Math.exp and Math.log may differ in their last bit.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { analyseDiary } from '../../src/analysis/analyse.ts';
import type { Analysis } from '../../src/analysis/finding.ts';
import { simulateJourney } from '../../src/analysis/journey.ts';
import { type Desk, openDesk } from './browser.ts';

const NAME = 'side-effects';
const SETTINGS = { likelihood: 'auto', blinded: false, randomised: false } as const;

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk?.close());

/** What the page saves as JSON once the worker has answered. */
async function savedByPage(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Sleep worsens/ }).click();
  await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Numbers (JSON)' }).click();
  const download = await saved;
  assert.equal(download.suggestedFilename(), `finding-${NAME}.json`);
  return readFileSync(await download.path(), 'utf8');
}

/** The worker's own script, loaded by the page instead: the engine then runs on the page's thread. */
const onPageThread = (script: string): string => `new Promise((done, fail) => {
  const parts = [];
  window.addEventListener('message', (event) => {
    if (!event.data.tell) return;
    event.stopImmediatePropagation();
    if (event.data.tell === 'part') parts.push(event.data.part);
    if (event.data.tell === 'bug') fail(new Error(event.data.message));
    if (event.data.tell === 'end') done(parts);
  });
  const ask = { id: 1, source: { kind: 'journey', name: '${NAME}' }, read: {}, settings: ${JSON.stringify(SETTINGS)}, today: 0 };
  import(${JSON.stringify(script)}).then(() => window.postMessage(ask), fail);
})`;

test('the worker and the page thread give the same bytes', async () => {
  const { page, asked } = await desk.open();
  const worker = await savedByPage(page);
  const script = asked.find((address) => address.includes('engine-worker'));
  assert.ok(script, 'the worker has a script of its own');
  const parts = await page.evaluate<Analysis[]>(onPageThread(script));
  const whole = { findings: parts.flatMap((p) => p.findings), refusals: parts.flatMap((p) => p.refusals) };
  assert.ok(whole.findings.length > 0);
  assert.equal(worker, `${JSON.stringify(whole, null, 1)}\n`);
});

test('the page and the terminal give the same diary and the same numbers', async () => {
  const { page } = await desk.open();
  const there: unknown = JSON.parse(await savedByPage(page));
  const { diary } = simulateJourney(NAME);
  const here: unknown = JSON.parse(JSON.stringify(analyseDiary({ diary, ...SETTINGS })));
  assertClose(there, here, 'analysis');
});

/** Equal in shape and text; numbers within 1e-9, absolute or relative. */
function assertClose(a: unknown, b: unknown, where: string): void {
  if (typeof a === 'number' && typeof b === 'number') {
    assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)), `${where}: ${a} and ${b}`);
    return;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    assert.equal(a, b, where);
    return;
  }
  assert.deepEqual(Object.keys(a), Object.keys(b), where);
  for (const key of Object.keys(a))
    assertClose((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${where}.${key}`);
}
