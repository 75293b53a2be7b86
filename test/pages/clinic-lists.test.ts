/** The clinic's lists in a real Chromium on the real server: what comes first, answering a request, finding one of many. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { readState } from '../../src/service/read-case.ts';
import { got } from '../server/people-world.ts';
import { clinicAt } from './clinic-case-house.ts';
import { busyInbox, closeAll, manyCases, until } from './clinic-lists-house.ts';
import { heading, openChromium, press } from './door-house.ts';
import { openWard, type Ward } from './patient-ward.ts';

let browser: Browser;
const wards: Ward[] = [];
before(async () => {
  browser = await openChromium();
});
afterEach(() => closeAll(browser, wards));
after(() => browser?.close());

async function busy(): Promise<Ward> {
  const ward = await busyInbox();
  wards.push(ward);
  return ward;
}

test('the inbox tells the most serious first, each leading to the part of the case that answers it (H20, H37)', async () => {
  const ward = await busy();
  const { page, complaints } = await clinicAt(browser, ward, 'inbox');
  await page.getByText('5 cases ask to be looked at.').waitFor();
  const groups = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  assert.deepEqual(
    groups.map((text) => text.replace(/ \(\d+\)$/, '')),
    [
      'A sign that ends the therapy',
      'A side effect that meets the plan’s hold rule',
      'A new medicine, not looked at yet',
      'A request to answer',
      'Screening with something open',
    ],
  );
  const targetOf = (label: string) => page.getByRole('link', { name: label, exact: true }).getAttribute('href');
  assert.match((await targetOf('C-FLAG')) ?? '', /\/requests$/);
  assert.match((await targetOf('C-COUGH')) ?? '', /\/screening$/);
  assert.deepEqual(complaints, []);
});

test('what was reported is read when somebody opens it, with the name beside the label, and the reading is on record (H16)', async () => {
  const ward = await busy();
  const { page, asked } = await clinicAt(browser, ward, 'inbox');
  await page.getByText('5 cases ask').waitFor();
  assert.equal(asked.filter((address) => address.includes('/cases/')).length, 0);
  await page.locator('summary', { hasText: 'What was reported in C-COUGH' }).click();
  await page.getByText('C-COUGH, Patient of C-COUGH').waitFor();
  await page.getByText('New medicine: “cough syrup with codeine”').waitFor();
  assert.equal(asked.filter((address) => /\/cases\/[^/?]+$/.test(address)).length, 1);
});

test('a request is answered in the inbox: agreeing moves no dose and says so (H11)', async () => {
  const ward = await busy();
  const { page, complaints } = await clinicAt(browser, ward, 'inbox');
  await page.locator('summary', { hasText: 'What was reported in A-17' }).click();
  await page.getByText('I would like to stay here for a while.').waitFor();
  await press(page, 'Send the answer');
  await page.getByText('Choose an answer first.').waitFor();
  await page.getByLabel('Agree', { exact: true }).check();
  await page.getByLabel('Note to the patient').fill('Stay where you are.');
  await press(page, 'Send the answer');
  await page.getByText('Answered: agreed. No dose has moved.').waitFor();
  const { view } = got(await readState(ward.ports, ward.prescriber, ward.case));
  assert.deepEqual(
    view.requests?.map(({ answer }) => answer),
    ['agreed'],
  );
  assert.equal(view.moves?.filter(({ move }) => move === 'hold').length, 0);
  assert.deepEqual(complaints, []);
});

test('where the plan permits it the step is taken with the answer: two acts, both under the name of the prescriber (H11)', async () => {
  const ward = await busy();
  const { page } = await clinicAt(browser, ward, 'inbox');
  await page.locator('summary', { hasText: 'What was reported in A-17' }).click();
  await page.getByLabel('Agree, and hold at 1.5 mg from today').check();
  await press(page, 'Send the answer');
  await page.getByText('Answered: agreed. Recorded: 1.5 mg from today.').waitFor();
  const { view } = got(await readState(ward.ports, ward.prescriber, ward.case));
  const held = view.moves?.filter(({ move }) => move === 'hold') ?? [];
  assert.deepEqual(
    held.map(({ decidedBy }) => decidedBy),
    [ward.prescriber.person],
  );
});

test('300 cases are paged to the end, by a button too, and whoever goes back finds the place they left', async () => {
  const ward = await openWard(1);
  wards.push(ward);
  await manyCases(ward, 300);
  const { page, complaints } = await clinicAt(browser, ward, 'cases');
  await page.getByText('The first 100 cases; more follow below').waitFor();
  for (const count of ['The first 200 cases', 'The first 300 cases', '301 cases']) {
    await page.keyboard.press('End');
    await page.getByText(count).waitFor();
  }
  const rows = page.locator('ul > li.case-row');
  assert.equal(await rows.count(), 301);
  const last = page.getByRole('link', { name: 'B-300' });
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate<number>('scrollY');
  await last.click();
  await heading(page, /B-300/).waitFor();
  await page.goBack();
  await heading(page, 'Cases').waitFor();
  await until(page, `Math.abs(scrollY - ${before}) < 200`);
  assert.equal(await rows.count(), 301);
  assert.deepEqual(complaints, []);
});

test('a search by the start of the label finds the one case, whatever the case of letters, and says when there is none', async () => {
  const ward = await openWard(1);
  wards.push(ward);
  await manyCases(ward, 30);
  const { page } = await clinicAt(browser, ward, 'cases');
  await page.getByText('31 cases').waitFor();
  await page.getByLabel('Search by the start of the label').fill('b-01');
  await page.getByText('10 cases', { exact: true }).waitFor();
  await page.getByLabel('Search by the start of the label').fill('b-017');
  await page.getByText('1 case', { exact: true }).waitFor();
  assert.deepEqual(await page.locator('ul > li.case-row a').allInnerTexts(), ['B-017']);
  await page.getByLabel('Search by the start of the label').fill('zz');
  await page.getByText('No case fits.').waitFor();
});
