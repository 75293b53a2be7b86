/**
 * A blinded trial on the clinic's page, in a real Chromium on the real server, over the demonstration: an opened one with
 * its answer, one that runs, the pharmacy's pages, and a new one from its design to its read-back. Axe finds nothing (H13, H14).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Entrant } from '../../src/service/demonstration/demonstration.ts';
import { assertAxeClean } from './axe-faults.ts';
import { type House, openChromium, openHouse, press, visitor } from './door-house.ts';

let browser: Browser;
let house: House;
before(async () => {
  browser = await openChromium();
  house = await openHouse(undefined, true);
});
after(async () => {
  await browser?.close();
  await house?.close();
});

const NARROW = { viewport: { width: 320, height: 640 } };

/** Somebody of the demonstration at a part of a case, by the label it has in the list. */
async function at(
  as: Entrant,
  label: RegExp,
  part: string,
  options: Parameters<typeof visitor>[2] = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const seen = await visitor(browser, 'no key', { viewport: { width: 1280, height: 900 }, ...options });
  const { page } = seen;
  page.setDefaultTimeout(20_000);
  const entered = await page.request.post(`${house.url}/demo/api/v1/demo/enter`, {
    data: { as },
    headers: { origin: house.url },
    timeout: 120_000,
  });
  assert.ok(entered.ok(), `${entered.status()} ${await entered.text()}`);
  const list = await page.request.get(`${house.url}/demo/api/v1/cases?limit=100`);
  const { cases } = (await list.json()) as { cases: { case: string; label: string }[] };
  const found = cases.find((each) => label.test(each.label));
  assert.ok(found, `no case ${label} for the ${as}`);
  await page.goto(`${house.url}/demo/clinic/#/case/${found.case}/${part}`);
  return seen;
}

const fits = async (page: Page): Promise<void> => {
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  assert.ok(wide <= 320, `the page is ${wide} px wide`);
};

test('an opened trial shows its answer as a sentence and a picture, what each kit held, and that it fits its commitment', async () => {
  const { page, complaints } = await at('prescriber', /D1/, 'trial');
  await page.getByRole('heading', { name: 'The answer' }).waitFor();
  await page.locator('.sentence').waitFor();
  assert.match(await page.locator('.sentence').innerText(), /\d+ in 100/);
  await page.locator('.chart svg').waitFor();
  const held = page.getByRole('region', { name: 'What the kits held: table' });
  assert.equal(await held.getByText('placebo', { exact: true }).count(), 2);
  assert.equal(await held.getByText('3 mg', { exact: true }).count(), 2);
  await page.getByText(/It fits the commitment/).waitFor();
  const saved = page.waitForEvent('download');
  await press(page, 'Save as PDF');
  assert.equal((await saved).suggestedFilename(), 'titrial-trial-report.pdf');
  await assertAxeClean(page);
  assert.deepEqual(complaints, []);
});

test('a running trial tells a prescriber what is kept, and no arm; a broken code is told once and stands on the page', async () => {
  const { page } = await at('prescriber', /D5/, 'trial');
  await page.getByRole('heading', { name: 'How it is kept' }).waitFor();
  assert.equal(await page.getByRole('region', { name: 'How it is kept: table' }).getByRole('row').count(), 3);
  assert.doesNotMatch(await page.locator('section', { has: page.locator('#periods') }).innerText(), /placebo|6 mg/);
  await page.getByText('It cannot be opened yet').waitFor();
  await page.getByText('Emergency: what does a kit hold?').click();
  await page.getByLabel('Why it must be known').fill('short');
  await press(page, 'Break the code of this period');
  await page.locator('[aria-invalid=true]').waitFor();
  await page.getByLabel('Why it must be known').fill('Found unconscious; the anaesthetist asks.');
  await press(page, 'Break the code of this period');
  const told = page.getByRole('dialog', { name: 'What the kit holds' });
  await told.getByText(/^Period 2, kit [A-Z0-9]{6}: (placebo|6 mg)/).waitFor();
  await press(page, 'I have read it');
  await page.getByText(/^The code of period 2 was broken on/).waitFor();
  assert.equal(await page.getByText(/kit [A-Z0-9]{6}: (placebo|6 mg)/).count(), 0);
});

test('the pharmacist reads what every kit holds, saves labels, and has a sheet to seal for each period', async () => {
  const { page } = await at('pharmacist', /D5/, 'trial');
  await page.getByRole('link', { name: 'Open the pack list' }).click();
  await page.getByText(/For the pharmacy only/).waitFor();
  const list = page.getByRole('region', { name: 'Pack list: table' });
  await list.waitFor();
  assert.equal(await list.getByText('6 mg', { exact: true }).count(), 2);
  assert.equal(await list.getByText('placebo', { exact: true }).count(), 2);
  const saved = page.waitForEvent('download');
  await press(page, 'Save the labels (PDF)');
  assert.equal((await saved).suggestedFilename(), 'titrial-kit-labels.pdf');
  await page.getByLabel('Filler').fill('microcrystalline cellulose');
  await page.getByLabel('Lot of placebo').fill('P-1');
  await page.getByLabel('Lot of 6 mg').fill('A-1');
  await press(page, 'Record it as handed out');
  await page.getByText('Every block is handed out.').waitFor();
  await assertAxeClean(page);
  await page.getByRole('link', { name: 'Back to the trial' }).click();
  await page.getByRole('link', { name: 'Emergency codes to print' }).click();
  await page.getByText('Fold here').first().waitFor();
  assert.equal(await page.locator('.code-sheet').count(), 4);
  await assertAxeClean(page);
});

test('a trial is designed beside what it could tell, read back, and not signed past a dose never taken (H35)', async () => {
  const { page, complaints } = await at('prescriber', /C05/, 'trial');
  await page.getByRole('link', { name: 'Design a trial' }).click();
  await page.getByRole('region', { name: 'What it could tell', exact: true }).waitFor();
  await page.getByText(/8 orders are possible/).waitFor();
  await page.getByText('One thing is in the way.').waitFor();
  await page.getByLabel('How often placebo').selectOption('2');
  await page.getByText(/4 orders are possible/).waitFor();
  await page.getByLabel('Why this is asked').fill('Is it the capsule?');
  await page.getByText('One thing is in the way.').waitFor({ state: 'detached' });
  await assertAxeClean(page);
  await press(page, 'Save the draft, then read back');
  await page.getByRole('heading', { name: 'Read back' }).waitFor();
  await page.getByText('2 pairs of placebo and').waitFor();
  await page.getByText('It cannot be signed yet.').waitFor();
  await page.getByText(/the patient has taken no more than 3 mg so far/).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Sign this protocol' }).count(), 0);
  assert.deepEqual(complaints, []);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [label, as] of [
    [/D1/, 'prescriber'],
    [/D5/, 'coordinator'],
  ] as const)
    test(`at 320 px, ${colorScheme}, nothing of ${label} is lost and axe finds nothing`, async () => {
      const { page } = await at(as, label, 'trial', { ...NARROW, colorScheme });
      await page.getByRole('heading', { name: 'How far it is' }).waitFor();
      await page.getByRole('heading', { name: label.test('D1') ? 'The whole report' : 'Open the trial' }).waitFor();
      await fits(page);
      await assertAxeClean(page);
    });
