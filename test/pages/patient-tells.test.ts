/**
 * What a patient tells, by hands in Chromium on the real server: side effects, what is new, another dose than the plan's, what
 * is at hand and past its day; and how the page looks and speaks (H1, H2, H4, H9, H10, H24, H27).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { DAY, dayOf, doseTaken } from '../server/case-world.ts';
import { atClinic, patientAt, send, told, type Ward, wards } from './patient-ward.ts';

const { browser, ward: newWard } = wards();
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true } as const;

const dose = (page: Page): Locator => page.getByRole('region', { name: 'Dose' });
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const slotToday = async (ward: Ward) => (await atClinic(ward)).slots[formatLocalDate(dayOf(ward))];

test('a side effect is told in two taps, changed, and ended', async () => {
  const ward = await newWard();
  const { page, complaints } = await patientAt(browser(), ward, phone);
  await page.getByText('Side effect', { exact: true }).tap();
  await button(page, 'Headache').tap();
  await button(page, /^Mild/).tap();
  await page.getByText('Headache: Mild, since today').waitFor();
  await button(page, 'Headache: It has changed').tap();
  await button(page, /^Severe/).tap();
  await page.getByText('Headache: Severe, since today').waitFor();
  await told(page);
  const open = (await atClinic(ward)).sideEffects.map(({ name, grade, ended }) => [name, grade, ended]);
  assert.deepEqual(open, [['headache', 3, undefined]]);
  await button(page, 'Headache: It has ended').tap();
  await page.getByText('Headache: Severe, since today').waitFor({ state: 'detached' });
  await told(page);
  assert.ok((await atClinic(ward)).sideEffects.every(({ ended }) => ended !== undefined));
  assert.deepEqual(complaints, []);
});

test('what is new is told by a tap or a name, can be taken back, and the clinic has it', async () => {
  const ward = await newWard();
  const { page, complaints } = await patientAt(browser(), ward, phone);
  await button(page, 'Nothing new').tap();
  await page.getByText('Something else', { exact: true }).tap();
  for (const what of ['Infection', 'Crash after doing too much', 'Period']) {
    await button(page, what).tap();
    await page.getByText(`Noted: ${what}`).waitFor();
  }
  await button(page, 'Take it back: Period').tap();
  await page.getByText('Noted: Period').waitFor({ state: 'detached' });
  await button(page, 'New medicine').tap();
  await page.getByText('Naltrexone blocks opioids', { exact: false }).waitFor();
  await page.getByLabel('Name of the medicine, as on the box').fill('Ibuprofen 400');
  await button(page, 'Tell the clinic').tap();
  await page.getByText('Noted: New medicine: Ibuprofen 400').waitFor();
  await button(page, 'Operation planned').tap();
  await page.getByLabel('When?').selectOption('Monday, 7 December');
  await button(page, 'Tell the clinic').tap();
  await page.getByText('Noted: Operation planned: 7 December 2026').waitFor();
  await told(page);
  const { changes } = await atClinic(ward);
  assert.deepEqual(changes.map(({ what, text }) => [what, text]).sort(), [
    ['crash', ''],
    ['infection', ''],
    ['new-medicine', 'Ibuprofen 400'],
    ['nothing-new', ''],
    ['operation-planned', '7 December 2026'],
  ]);
  assert.deepEqual(complaints, []);
});

test('a lower dose of the plan is one of the plan; a dose from elsewhere stays a report', async () => {
  const ward = await newWard({ step: 1 });
  const { page } = await patientAt(browser(), ward, phone);
  await dose(page).getByRole('button', { name: 'Different' }).tap();
  await button(page, '1.5 mg, a lower dose of the plan').tap();
  await dose(page).getByText('Taken: 1.5 mg, a lower dose').waitFor();
  await told(page);
  const lower = await slotToday(ward);
  assert.deepEqual([lower?.status, lower?.dose], ['less', 1_500]);
  await dose(page).getByRole('button', { name: 'Change' }).tap();
  await dose(page).getByLabel('Dose taken').selectOption('4.5 mg');
  await button(page, 'Note this dose: 4.5 mg').tap();
  await dose(page).getByText('Noted: 4.5 mg, outside the plan').waitFor();
  await told(page);
  const other = await slotToday(ward);
  assert.deepEqual([other?.status, other?.dose, other?.conflict], ['unplanned', 4_500, false]);
});

test('a dose kept on another phone meanwhile: the second one is shown as refused, and the person decides', async () => {
  const ward = await newWard();
  const { page } = await patientAt(browser(), ward, phone);
  await dose(page).getByRole('button', { name: 'Taken', exact: true }).waitFor();
  await page.context().setOffline(true);
  await dose(page).getByRole('button', { name: 'Not taken' }).tap();
  await dose(page).getByText('Not taken').first().waitFor();
  await send(ward, [doseTaken(ward.now)]);
  await page.context().setOffline(false);
  await page.clock.fastForward(20_000);
  await page.getByText(/1 entry needs you/).waitFor();
  await page.getByRole('link', { name: 'Look' }).tap();
  await page.getByText('The clinic did not take these.', { exact: false }).waitFor();
  await button(page, 'Take it off this phone').tap();
  await button(page, 'Yes, take it off').tap();
  await page.getByText('There is nothing to decide.').waitFor();
  await told(page);
  const slot = await slotToday(ward);
  assert.deepEqual([slot?.status, slot?.dose], ['taken', 1_500]);
});

test('what is at hand says what to take; past its last day nothing is; taken off, it is unknown again', async () => {
  const ward = await newWard();
  const { page, complaints } = await patientAt(browser(), ward, phone);
  await page.goto(`${ward.url}/app/#/products`);
  await button(page, 'Liquid').tap();
  await button(page, '1 mg/mL').tap();
  await button(page, '0.1 mL').tap();
  await page.getByLabel(/^Use until/).fill(formatLocalDate(dayOf(ward)));
  await button(page, /^Put on the list: 1 mg\/mL liquid/).tap();
  await page.getByText('1.5 mL of the 1 mg/mL liquid').first().waitFor();
  await page.getByRole('link', { name: 'Today', exact: true }).tap();
  await page.getByRole('img', { name: /Fill the syringe to 1.5 mL: 1.5 mg/ }).waitFor();
  ward.now += DAY;
  await page.clock.fastForward(DAY);
  await page.reload();
  await dose(page).getByText('What you have is past its last day.', { exact: false }).waitFor();
  assert.equal(await page.getByRole('img', { name: /Fill the syringe/ }).count(), 0);
  await dose(page).getByRole('link', { name: 'Say what you have' }).tap();
  await page.getByText('past its last day: do not use').waitFor();
  const makes = page.getByRole('listitem').filter({ hasText: '1.5 mg' });
  await makes.getByText('What you have is past its last day.', { exact: false }).waitFor();
  await button(page, /^Take off the list/).tap();
  await page.getByText('Nothing is noted yet.').waitFor();
  assert.deepEqual((await atClinic(ward)).products, []);
  assert.deepEqual(complaints, []);
});

test('the page turns dark, and speaks German and English again, where one stands', async () => {
  const ward = await newWard();
  const { page, complaints } = await patientAt(browser(), ward, phone);
  await page.goto(`${ward.url}/app/#/settings`);
  await page.getByRole('radio', { name: 'Dark' }).check();
  const ground = await page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
  await page.getByRole('radio', { name: 'Light' }).check();
  assert.notEqual(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'), ground);
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
  assert.deepEqual(complaints, []);
});

test('leaving warns of what the clinic has not been told, and clears the phone', async () => {
  const ward = await newWard();
  const { page } = await patientAt(browser(), ward, phone);
  await dose(page).getByRole('button', { name: 'Taken', exact: true }).waitFor();
  await page.goto(`${ward.url}/app/#/record`);
  await button(page, 'Show').tap();
  const saved = page.waitForEvent('download');
  await button(page, 'Take my data with me').tap();
  assert.equal((await saved).suggestedFilename(), 'diary.json');
  await page.goto(`${ward.url}/app/#/`);
  await page.context().setOffline(true);
  await dose(page).getByRole('button', { name: 'Taken', exact: true }).tap();
  await dose(page).getByText('Taken: 1.5 mg').waitFor();
  await page.evaluate("location.hash = '#/record'");
  await button(page, 'Clear this phone').tap();
  await page
    .getByText('1 entry has not been told to the clinic. Cleared now, they are lost.', { exact: false })
    .waitFor();
  await button(page, 'No, go back').tap();
  await page.context().setOffline(false);
  await told(page);
  await button(page, 'Clear this phone').tap();
  await button(page, 'Yes, clear it').tap();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  assert.equal((await slotToday(ward))?.status, 'taken');
});

test('a medicine is added by its name, checked, and told as stopped; who has looked at the record is shown', async () => {
  const ward = await newWard();
  const { page, complaints } = await patientAt(browser(), ward, phone);
  await page.goto(`${ward.url}/app/#/medicines`);
  await page.getByLabel('Name, as on the box').fill('Paracetamol 500 mg');
  await button(page, 'Yes').tap();
  await button(page, 'Add it').tap();
  await page.getByText(/^(It is known, and it was checked\.|The list does not know this name\.)/).waitFor();
  await button(page, 'I have stopped it: Paracetamol 500 mg').tap();
  await page.getByText('last taken 28 November 2026').waitFor();
  const { medicines } = await atClinic(ward);
  assert.deepEqual(
    medicines.map(({ text, use }) => [text, use]),
    [['Paracetamol 500 mg', { kind: 'stopped', lastTaken: dayOf(ward) }]],
  );
  await page.goto(`${ward.url}/app/#/record`);
  await button(page, 'Show').tap();
  await page.getByRole('heading', { name: 'Who looked at my record' }).waitFor();
  await button(page, 'Show').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});
