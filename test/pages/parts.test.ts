/**
 * The drawn parts of the kit in a real Chromium, both languages: readable by axe, light and dark, no wider than a phone,
 * every picture with a name and a table, every number opened by keyboard, nothing folded away that must be seen (H18).
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Finding } from '../../src/analysis/finding.ts';
import { DAILY_OUTCOMES } from '../../src/trial/outcome.ts';
import { exampleCourse } from '../golden/charts/example-course.ts';
import { assertAxeClean } from './axe-faults.ts';
import { type Desk, hasFocus, openBuilt, tabTo } from './browser.ts';

const finding: Finding = JSON.parse(
  readFileSync(new URL('../golden/charts/example-finding.json', import.meta.url), 'utf8'),
);
const SPECIMEN = JSON.stringify({
  analysis: { findings: [finding], refusals: [{ outcome: 'fatigue', code: 'series-too-short', days: 9, needed: 14 }] },
  course: exampleCourse,
  outcome: DAILY_OUTCOMES.find(({ id }) => id === 'sleep'),
  fill: { volume: 1500, graduation: 100, dose: 1500 },
});

const folder = mkdtempSync(join(tmpdir(), 'titrial-parts-'));
let parts: Desk;
before(async () => {
  await build({
    root: fileURLToPath(new URL('../../web/kit/specimen', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, modulePreload: false },
  });
  parts = await openBuilt(folder, `globalThis.specimen = ${SPECIMEN};`);
});
after(async () => {
  await parts?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [locale, open] of [
  ['en-GB', 'More about this answer'],
  ['de-DE', 'Mehr zu dieser Antwort'],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing in any part, ${locale}, ${colorScheme}, folded or open, and all fits 320 px`, async () => {
      const { page, complaints } = await parts.open({ viewport: { width: 1000, height: 800 }, colorScheme, locale });
      await assertAxeClean(page);
      await page.getByText(open).click();
      for (const summary of await page.locator('figure summary').all()) await summary.click();
      await page.setViewportSize({ width: 320, height: 640 });
      await page.waitForFunction('document.querySelector("svg").clientWidth <= 320');
      await assertAxeClean(page);
      assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320);
      assert.deepEqual(complaints, []);
    });

test('every picture has a name, and a table with the same beneath it', async () => {
  const { page } = await parts.open({ locale: 'en-GB' });
  const figures = await page.locator('figure:visible').all();
  assert.equal(figures.length, 4);
  for (const figure of figures) {
    const title = await figure.locator('svg > title').textContent();
    await figure.getByRole('img', { name: title ?? '' }).waitFor();
    await figure.locator('summary').click();
    assert.ok((await figure.locator('tbody tr').count()) > 0, title ?? '');
  }
});

test('sentence, grade, placebo figure and what would settle it are seen without opening anything', async () => {
  const { page } = await parts.open({ locale: 'en-GB' });
  const told = await page.locator('article').innerText();
  assert.match(told, /Inconclusive: these days do not yet tell/);
  assert.match(told, /Grade of evidence: open-label/);
  assert.match(told, /FINAL 2024.*0\.9 points of 10/);
  assert.match(told, /To settle it/);
  assert.doesNotMatch(told, /Numbers|Choose any number/);
  assert.match(await page.locator('.notice').innerText(), /No finding for fatigue\. Only 9 days/);
});

test('by keyboard alone a number is opened, read, closed, and the focus comes back to it', async () => {
  const { page } = await parts.open({ locale: 'en-GB' });
  await tabTo(page, 'details.part > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '.number');
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /How many points the score differs.*revision/is);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' }).catch(() => {});
  assert.ok(await hasFocus(page, '.number'));
});

test('in forced colours every picture keeps its marks apart from the ground', async () => {
  const { page } = await parts.open({ locale: 'en-GB', forcedColors: 'active' });
  const drawn = await page.evaluate<{ ground: string; marks: string[] }>(`(() => {
    const style = (element) => getComputedStyle(element);
    return {
      ground: style(document.documentElement).backgroundColor,
      marks: [...document.querySelectorAll('svg circle, svg path, svg text')].map((e) => {
        const { fill, stroke } = style(e);
        return fill === 'none' ? stroke : stroke === 'none' ? fill : stroke + fill;
      }),
    };
  })()`);
  assert.ok(drawn.marks.length > 100);
  assert.ok(drawn.marks.every((mark) => mark !== drawn.ground));
});
