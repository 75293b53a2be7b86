/** Can everyone use the clinic's lists? Axe on every place in light and dark, wide and narrow; nothing wider than 320 px. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { assertAxeClean } from './axe-faults.ts';
import { clinicAt } from './clinic-case-house.ts';
import { busyInbox, until } from './clinic-lists-house.ts';
import { openChromium, press } from './door-house.ts';
import type { Ward } from './patient-ward.ts';

let browser: Browser;
let ward: Ward;
before(async () => {
  [browser, ward] = await Promise.all([openChromium(), busyInbox()]);
});
after(async () => {
  await browser?.close();
  await ward?.close();
});

type Place = { readonly at: string; readonly login?: string; readonly reach?: (page: Page) => Promise<void> };

const places: Readonly<Record<string, Place>> = {
  'the inbox with a request open': {
    at: 'inbox',
    reach: async (page) => {
      await page.locator('summary', { hasText: 'What was reported in A-17' }).click();
      await page.getByText('Your answer', { exact: true }).waitFor();
      await page.locator('summary', { hasText: 'What was reported in C-COUGH' }).click();
      await page.getByText('cough syrup').waitFor();
    },
  },
  'the cases': { at: 'cases', reach: (page) => page.getByText('5 cases').waitFor() },
  'opening a case, refused': {
    at: 'open-case',
    reach: async (page) => {
      await press(page, 'Open the case');
      await page.getByText('Enter a name.').waitFor();
    },
  },
  'people, inviting': {
    at: 'people',
    login: 'ada',
    reach: async (page) => {
      await page.getByText('Invite a person').click();
      await page.getByLabel('Name', { exact: true }).fill('Ben');
      await press(page, 'Make a link');
      await page.getByText('A link for Ben.').waitFor();
    },
  },
  'the clinic': { at: 'clinic', login: 'ada', reach: (page) => page.getByLabel('Highest ceiling').waitFor() },
  'my sign-in, with the corner open': {
    at: 'me',
    reach: async (page) => {
      await page.getByText('This device', { exact: true }).first().waitFor();
      await page.locator('.account > summary').click();
    },
  },
};

for (const [name, { at, login, reach }] of Object.entries(places))
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing in ${name}, ${colorScheme}; it fits 320 px and every control can be hit`, async () => {
      const { page, complaints } = await clinicAt(browser, ward, at, { colorScheme, ...(login ? { login } : {}) });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await reach?.(page);
      await assertAxeClean(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await until(page, 'document.documentElement.clientWidth <= 320');
      await assertAxeClean(page);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= 320, `the page is ${width} px wide`);
      assert.deepEqual(await lowControls(page), []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });

const lowControls = (page: Page): Promise<string[]> =>
  page.evaluate<
    string[]
  >(`[...document.querySelectorAll('button, select, summary, textarea, label:has(input), .field input, nav a, a.button')]
    .filter((e) => e.offsetParent !== null && !e.matches('.skip') && e.getBoundingClientRect().height < 44)
    .map((e) => e.outerHTML.slice(0, 120))`);

test('at twice the text size in a narrow window nothing is lost sideways', async () => {
  const { page } = await clinicAt(browser, ward, 'inbox', { viewport: { width: 640, height: 800 } });
  await page.getByText('5 cases ask').waitFor();
  await page.evaluate("document.documentElement.style.fontSize = '225%'");
  for (const [at, heading] of [
    ['inbox', 'Inbox'],
    ['cases', 'Cases'],
    ['open-case', 'Open a case'],
    ['people', 'People'],
  ] as const) {
    await page.evaluate(`location.hash = '#/${at}'`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= 640, `${at} is ${width} px wide`);
  }
});
