/** Can everyone read it? Axe on every state in light and dark, and no state wider than a phone of 320 px. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAxeClean } from './axe-faults.ts';
import { type Desk, dropFile, openDesk } from './browser.ts';
import { FAULTY_CSV, responderCsv } from './diaries.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk?.close());

const answered = (page: Page) => page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
const openAll = async (page: Page): Promise<void> => {
  for (const summary of await page.locator('summary').all()) await summary.click();
};

const states: Record<string, (page: Page) => Promise<void>> = {
  'the first screen with the paste box open': openAll,
  'a finding with every part open': async (page) => {
    await dropFile(page, 'diary.csv', responderCsv());
    await answered(page);
    await openAll(page);
  },
  'a blinded example': async (page) => {
    await page.getByRole('button', { name: /^Pain falls/ }).click();
    await answered(page);
  },
  'an opened number': async (page) => {
    await dropFile(page, 'diary.csv', responderCsv());
    await answered(page);
    await page.locator('.number').first().click();
  },
  'a table that cannot be read': async (page) => {
    await dropFile(page, 'diary.csv', FAULTY_CSV);
    await page.locator('#faults').waitFor();
    await openAll(page);
  },
  'a diary without an answer': async (page) => {
    await page.getByRole('button', { name: /^Takes an opioid/ }).click();
    await page.locator('#refusals').waitFor();
  },
};

for (const [name, reach] of Object.entries(states)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in ${name}, ${colorScheme}, and it fits 320 px`, async () => {
      const { page, complaints } = await desk.open({ viewport: { width: 1280, height: 800 }, colorScheme });
      await reach(page);
      await assertAxeClean(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.waitForFunction('document.documentElement.clientWidth <= 320');
      await assertAxeClean(page);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(wide <= 320, `the page is ${wide} px wide`);
      assert.deepEqual(complaints, []);
    });
  }
}

test('every control is at least 44 px tall', async () => {
  const { page } = await desk.open({ viewport: { width: 320, height: 640 } });
  await states['a finding with every part open']?.(page);
  const low = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('button, select, summary, textarea, label:has(input)')]
    .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 44)
    .map((e) => e.outerHTML.slice(0, 120))`);
  assert.deepEqual(low, []);
});
