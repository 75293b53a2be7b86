/** Can every doctor use a case? Axe on each part in light and dark, wide and narrow; nothing wider than 320 px, no low control. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { planToJson } from '../../src/medicine/plan-json.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { saveDraft } from '../../src/service/plan-drafts.ts';
import { got } from '../server/people-world.ts';
import { assertAxeClean } from './axe-faults.ts';
import { casePlace, clinicAt, fullCourse, medicine } from './clinic-case-house.ts';
import { openChromium, press } from './door-house.ts';
import { openWard, type Ward } from './patient-ward.ts';

let browser: Browser;
let ward: Ward;
let draft = '';
before(async () => {
  [browser, ward] = await Promise.all([openChromium(), openWard(100)]);
  await fullCourse(ward);
  await medicine(ward, 'unheard-of drops');
  await medicine(ward, 'methotrexate');
  const content = planToJson(templatePlan('seed-weekly'));
  draft = got(await saveDraft(ward.ports, ward.prescriber, ward.case, { content })).plan;
});
after(async () => {
  await browser?.close();
  await ward?.close();
});

/** Each part, with everything in it that opens. */
const PLACES: Record<string, (page: Page) => Promise<void>> = {
  overview: async (page) => {
    await page.locator('#course-chart, figure svg').first().waitFor();
    await press(page, 'Stop the drug');
    await page.getByRole('dialog').waitFor();
  },
  findings: async (page) => {
    await page.locator('figure svg').first().waitFor();
  },
  screening: async (page) => {
    await page.getByText('"unheard-of drops" was not recognised').waitFor();
  },
  plan: async (page) => {
    await page.getByRole('heading', { name: 'Drafts' }).waitFor();
  },
  'plan/new': async (page) => {
    await press(page, 'the plan in force');
    await page.getByLabel('Dose of step 1').fill('1,5');
    await page.locator('.fault').first().waitFor();
  },
  sign: async (page) => {
    await page.getByText('Nothing can be signed yet.').waitFor();
  },
  requests: async (page) => {
    await page.getByText('An answer alone moves no dose.').waitFor();
  },
  record: async (page) => {
    await press(page, 'Show who has looked');
    await page.getByText('opened the case').first().waitFor();
  },
  letter: async (page) => {
    await page.getByLabel('Addressee').waitFor();
  },
  people: async (page) => {
    await page
      .getByText(/prescriber/i)
      .first()
      .waitFor();
  },
};

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in any part, ${colorScheme}; each fits 320 px and every control is 44 px tall`, async () => {
    const { page, complaints } = await clinicAt(browser, ward, 'me', { colorScheme });
    const rules = colorScheme === 'light' ? 'all' : 'colours';
    for (const [name, reach] of Object.entries(PLACES)) {
      const place = casePlace(ward.case, name === 'sign' ? `plan/sign.${draft}` : name);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${ward.url}/clinic/#/${place}`);
      await page.reload();
      await reach(page);
      await page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true");
      await assertAxeClean(page, rules, name);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.waitForFunction('document.documentElement.clientWidth <= 320');
      await assertAxeClean(page, rules, name);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= 320, `${name} is ${width} px wide`);
      assert.deepEqual(await lowControls(page), [], name);
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

/** Links inside a sentence are as tall as the sentence; every other control can be hit. */
const lowControls = (page: Page): Promise<string[]> =>
  page.evaluate<
    string[]
  >(`[...document.querySelectorAll('main button:not(.number), main label:has(input), main .field input, main a.button, main nav a, main summary')]
    .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 44)
    .map((e) => e.outerHTML.slice(0, 120))`);
