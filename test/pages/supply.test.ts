/**
 * The supply through the pages, in a real Chromium on the real server: a pharmacist hands out and prints labels, a prescriber
 * plans days without a dose, and the patient's phone says how long it lasts and that nothing was missed (H26, H27, H28).
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { typstTypesetter } from '../../src/platform/typst.ts';
import { addTie } from '../../src/service/case-ties.ts';
import { dayOf } from '../server/case-world.ts';
import { add, got } from '../server/people-world.ts';
import { assertAxeClean } from './axe-faults.ts';
import { casePlace, clinicAt, part } from './clinic-case-house.ts';
import { press } from './door-house.ts';
import { patientAt, type Ward, wards } from './patient-ward.ts';

const { browser, ward: newWard } = wards();
const iso = (ward: Ward, days: number): string => formatLocalDate(dayOf(ward, days));

/** Three days at 1.5 mg, and a pharmacist of the case. */
async function supplied(): Promise<{ readonly ward: Ward; readonly end: () => Promise<void> }> {
  const typesetter = typstTypesetter();
  const ward = await newWard({ more: { typesetter } });
  const admin = { ...ward.prescriber, roles: ['admin'] } as const;
  const { actor } = await add(ward, admin, 'pharmacist', ['pharmacist']);
  got(await addTie(ward.ports, ward.prescriber, ward.case, { person: actor.person, relation: 'pharmacist' }));
  return { ward, end: () => typesetter.close() };
}

async function handOut(page: Page, units: string, until: string): Promise<void> {
  const form = part(page, 'Write down what is handed out');
  await form.getByLabel('Strength of one').selectOption('1.5 mg');
  await form.getByLabel('How many').fill(units);
  await form.getByLabel('Lot').fill('A-0931');
  await form.getByLabel('Filler and shell').fill('microcrystalline cellulose, gelatine');
  await form.getByLabel('Last day of use').fill(until);
  await press(page, 'Write it down');
}

test('a pharmacist sees what to make, hands it out, sets its label and takes a slip back', async () => {
  const { ward, end } = await supplied();
  const { page, complaints } = await clinicAt(browser(), ward, casePlace(ward.case, 'supply'), { login: 'pharmacist' });
  await page.getByText('Nothing was handed out here').waitFor();
  const makes = part(page, 'What to make');
  await makes.getByLabel('1.5 mg', { exact: true }).fill('0.80');
  await makes.getByLabel('4.5 mg', { exact: true }).fill('1.00');
  await makes.getByText(/with a dose: \d+ capsules, \d+\.\d\d in all/).waitFor();
  await makes.getByLabel('4.5 mg', { exact: true }).fill('1,00');
  await makes.getByText('A price is written as 0.80').first().waitFor();
  await handOut(page, '3O', '');
  await page.getByText('This is no amount.').waitFor();
  await handOut(page, '30', iso(ward, 90));
  await page.getByText('Written down: 30 capsules of 1.5 mg.').waitFor();
  await page.getByRole('cell', { name: '30 of 30' }).waitFor();
  assert.equal(await page.getByLabel('How many').inputValue(), '');
  await page.getByText(/^At the dose as it stands: 30 days with a dose/).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'All labels as a PDF')]);
  assert.equal(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString('latin1'),
    '%PDF-',
  );
  await page.locator('summary', { hasText: 'Take back' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('cell', { name: 'entered wrongly, never there' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Plan these days' }).count(), 0);
  assert.deepEqual(complaints, []);
  await end();
});

test('a prescriber turns a gap into planned days; the phone shows no dose, and that nothing was missed', async () => {
  const { ward, end } = await supplied();
  const { page } = await clinicAt(browser(), ward, casePlace(ward.case, 'supply'));
  await page.getByRole('heading', { name: 'Handed out', exact: true }).waitFor();
  await handOut(page, '5', iso(ward, 90));
  await page.getByText('Order now.').waitFor();
  const phone = await patientAt(browser(), ward);
  await phone.page.getByText('1.5 mg', { exact: false }).first().waitFor();
  await phone.page.goto(`${ward.url}/app/#/products`);
  await phone.page.getByText('Order more now.').waitFor();
  await page.locator('summary', { hasText: 'Plan these days' }).click();
  await page.getByLabel('First day without a dose').fill(iso(ward, 0));
  await page.getByLabel('Last day without a dose').fill(iso(ward, 6));
  await press(page, 'Plan these days');
  await page.getByText('Planned: no dose from').waitFor();
  await page.getByText(/: the supply runs out/).waitFor();
  await phone.page.goto(`${ward.url}/app/#/`);
  await phone.page.reload();
  await phone.page.getByText('You have missed nothing.').waitFor();
  await press(page, 'Follow the plan again from today');
  await page.getByText('None is planned.').waitFor();
  await end();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the supply, ${colorScheme}; it fits 320 px`, async () => {
    const { ward, end } = await supplied();
    const place = casePlace(ward.case, 'supply');
    const { page, complaints } = await clinicAt(browser(), ward, place, { colorScheme });
    await page.getByRole('heading', { name: 'Handed out', exact: true }).waitFor();
    await handOut(page, '30', iso(ward, 20));
    await page.getByRole('cell', { name: '30 of 30' }).waitFor();
    await page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true");
    const shots = process.env.TITRIAL_SHOTS;
    const shoot = async (width: number) =>
      shots && (await page.screenshot({ path: `${shots}/supply-${width}-${colorScheme}.png`, fullPage: true }));
    await assertAxeClean(page, colorScheme === 'light' ? 'all' : 'colours', 'supply');
    await shoot(1280);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForFunction('document.documentElement.clientWidth <= 320');
    await assertAxeClean(page, colorScheme === 'light' ? 'all' : 'colours', 'supply');
    await shoot(320);
    assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320);
    assert.deepEqual(complaints, []);
    await end();
  });
