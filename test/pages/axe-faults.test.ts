/** Does the judge of the other tests judge? A control under a bar is none too small; one that is, or lies too close, is named. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeFaults } from './axe-faults.ts';
import { openChromium } from './door-house.ts';

let browser: Browser;
before(async () => {
  browser = await openChromium();
});
after(() => browser?.close());

/** A page longer than its window, a bar at the foot of the window, and two controls of which it shows a part. */
const pageWith = (control: string): string => `<!doctype html><html lang="en"><title>A page</title>
  <main><h1 style="margin: 0; height: 40px">A page</h1><p style="margin: 0; height: 480px">Text</p>${control}<p style="height: 900px">Text</p></main>
  <nav style="position: sticky; bottom: 0; height: 90px; box-sizing: border-box; background: white"><a style="display: block; height: 90px" href="#x">Place</a></nav></html>`;
const buttons = (size: number): string =>
  `<div>${['One', 'Two']
    .map((name) => `<button style="width: ${size}px; height: ${size}px; padding: 0" aria-label="${name}"></button>`)
    .join('')}</div>`;

for (const [said, size, faults] of [
  ['a control that the bar lies over is no fault where scrolling frees it', 60, []],
  ['controls that are too small stay a fault wherever they are scrolled', 16, ['target-size']],
] as const)
  test(said, async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.setContent(pageWith(buttons(size)));
    const found = await axeFaults(page);
    assert.deepEqual(
      found.map((fault) => fault.split(':')[0]),
      faults,
      found.join('\n'),
    );
    await context.close();
  });
