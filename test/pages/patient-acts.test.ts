/**
 * What a patient does by their plan, by hands in Chromium on the real server: stopping, a serious sign, a move the rules allow
 * and one they do not, asking and being answered; with the network cut too (H8, H11, H12, H20, H22, H25).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { answerRequest } from '../../src/service/requests.ts';
import { DAY, dayOf } from '../server/case-world.ts';
import { got } from '../server/people-world.ts';
import { sideEffect } from './clinic-case-house.ts';
import { atClinic, patientAt, send, told, type Ward, wards } from './patient-ward.ts';

const { browser, ward: newWard } = wards();
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true } as const;

const dose = (page: Page): Locator => page.getByRole('region', { name: 'Dose' });
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const toPlace = (page: Page, name: 'Today' | 'My plan'): Promise<void> =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name }).tap();
const cut = (page: Page, offline: boolean): Promise<void> => page.context().setOffline(offline);
/** Without a network the browser itself complains of what it could not fetch. */
const ofThePage = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((text) => !text.includes('net::ERR_INTERNET_DISCONNECTED'));

/** The patient at Today, with a dose to take. */
async function atDose(ward: Ward, mg = '1.5 mg') {
  const there = await patientAt(browser(), ward, phone);
  await dose(there.page).getByText(`${mg} in the evening`).waitFor();
  return there;
}

/** Later on the same phone, with the clock of the clinic moved on as well. */
async function later(ward: Ward, page: Page, days: number): Promise<void> {
  ward.now += days * DAY;
  await page.clock.fastForward(days * DAY);
}

test('stopping is one question; the dose is gone at once, and the clinic knows', async () => {
  const ward = await newWard();
  const { page, complaints } = await atDose(ward);
  await toPlace(page, 'My plan');
  await button(page, 'Stop taking it').tap();
  await page.getByText('You may stop at any time and need nobody to agree.', { exact: false }).waitFor();
  await button(page, 'Yes, stop now').tap();
  await page.getByRole('status').getByText('Stopped. Take no more.').waitFor();
  await page.getByText('There is no plan to follow today.').waitFor();
  assert.equal(await button(page, 'Stop taking it').count(), 0);
  await told(page);
  assert.deepEqual((await atClinic(ward)).moves.at(-1)?.to, 'stopped');
  await toPlace(page, 'Today');
  await dose(page)
    .getByText(/^Stopped on Saturday, 28 November\. Take no more\./)
    .waitFor();
  assert.equal(await button(page, 'Taken').count(), 0);
  assert.deepEqual(complaints, []);
});

test('stopped without a network: no dose from then on; the clinic counts it from when it hears, and that is said', async () => {
  const ward = await newWard();
  const { page, complaints } = await atDose(ward);
  await cut(page, true);
  await toPlace(page, 'My plan');
  await button(page, 'Stop taking it').tap();
  await button(page, 'Yes, stop now').tap();
  await page.getByRole('status').getByText('Stopped. Take no more.').waitFor();
  await later(ward, page, 5);
  await toPlace(page, 'Today');
  await dose(page)
    .getByText(/Take no more/)
    .first()
    .waitFor();
  assert.equal(await button(page, 'Taken').count(), 0);
  assert.notEqual((await atClinic(ward)).moves.at(-1)?.to, 'stopped');
  await cut(page, false);
  await told(page);
  const { to, on } = (await atClinic(ward)).moves.at(-1) ?? {};
  assert.deepEqual([to, on], ['stopped', dayOf(ward)]);
  await page.getByRole('heading', { name: 'Your stop has been told' }).waitFor();
  await page
    .getByText('You stopped on Saturday, 28 November. The clinic counts it from Thursday, 3 December', { exact: false })
    .waitFor();
  await button(page, 'I have read this').tap();
  await page.getByRole('heading', { name: 'Your stop has been told' }).waitFor({ state: 'detached' });
  assert.deepEqual(ofThePage(complaints), []);
});

test('a serious sign: what to do now is said before and after, the dose is gone, and the clinic has it', async () => {
  const ward = await newWard();
  const { page, complaints } = await atDose(ward);
  await page.getByRole('link', { name: 'Something serious' }).tap();
  await button(page, 'Yellow skin or eyes, or dark urine').tap();
  await page.getByText('See a doctor today: your liver needs to be looked at.', { exact: false }).waitFor();
  assert.deepEqual((await atClinic(ward)).redFlags, []);
  await button(page, 'Yes, report and stop').tap();
  await page.getByRole('heading', { name: 'Stopped', exact: true }).waitFor();
  await page.getByText('See a doctor today: your liver needs to be looked at.', { exact: false }).waitFor();
  await page.getByText('Your clinic may not see it today. Call them as well.').waitFor();
  await told(page);
  assert.deepEqual(
    (await atClinic(ward)).redFlags.map(({ rule }) => rule),
    ['jaundice'],
  );
  await toPlace(page, 'Today');
  await dose(page).getByText('Stopped. Take no more.').waitFor();
  assert.equal(await button(page, 'Taken').count(), 0);
  await dose(page).getByRole('link', { name: 'Emergency card' }).tap();
  await page.getByText('Naltrexone blocks opioid receptors.').waitFor();
  assert.deepEqual(complaints, []);
});

test('a serious sign without a network stops the dose on this phone too, and is told later', async () => {
  const ward = await newWard();
  const { page } = await atDose(ward);
  await cut(page, true);
  await page.getByRole('link', { name: 'Something serious' }).tap();
  await button(page, /^I took an opioid/).tap();
  await button(page, 'Yes, report and stop').tap();
  await page.getByText('It is kept on this phone and goes to your clinic', { exact: false }).waitFor();
  await toPlace(page, 'Today');
  await dose(page).getByText('Stopped. Take no more.').waitFor();
  await page.getByText(/^. No network\. 1 entry waits here, safe/).waitFor();
  await cut(page, false);
  await told(page);
  assert.equal((await atClinic(ward)).redFlags[0]?.rule, 'opioid-taken');
});

test('too early to go up: no such button, and the reasons stand there in words', async () => {
  const ward = await newWard();
  const { page } = await atDose(ward);
  await toPlace(page, 'My plan');
  await page.getByText('Why', { exact: true }).tap();
  await page.getByRole('heading', { name: 'speaks against going up' }).waitFor();
  const reasons = await page.locator('h3:text-is("speaks against going up") + ul li').allTextContents();
  assert.ok(
    reasons.some((reason) => /days?/.test(reason)),
    reasons.join('\n'),
  );
  assert.equal(await button(page, /^Go up to/).count(), 0);
});

test('a step up that the rules allow is read back, taken, and is the dose of today', async () => {
  const ward = await newWard({ days: 7 });
  const { page, complaints } = await atDose(ward);
  await button(page, 'Nothing new').tap();
  await told(page);
  await toPlace(page, 'My plan');
  await button(page, 'Go up to 3 mg').tap();
  await page.getByText('Go up to 3 mg, from today?').waitFor();
  await button(page, 'No, go back').tap();
  assert.equal((await atClinic(ward)).moves.length, 0);
  await button(page, 'Go up to 3 mg').tap();
  await button(page, 'Yes: go up to 3 mg').tap();
  await page.getByText('Done: go up to 3 mg.').waitFor();
  const { to, on, decidedBy } = (await atClinic(ward)).moves.at(-1) ?? {};
  assert.deepEqual([to, on, decidedBy], [1, dayOf(ward), ward.patient.person]);
  await toPlace(page, 'Today');
  await dose(page).getByText('3 mg in the evening').waitFor();
  assert.deepEqual(complaints, []);
});

test('a step up needs the clinic: without a network it is not taken; closed by another phone it is gone, with the rule', async () => {
  const ward = await newWard({ days: 7 });
  const { page } = await atDose(ward);
  await button(page, 'Nothing new').tap();
  await told(page);
  await toPlace(page, 'My plan');
  await cut(page, true);
  await button(page, 'Go up to 3 mg').tap();
  await button(page, 'Yes: go up to 3 mg').tap();
  await page.getByRole('alert').getByText('There is no connection.', { exact: false }).waitFor();
  await send(ward, [sideEffect(ward, 'nausea', 2)]);
  await cut(page, false);
  await told(page);
  await page.getByText('Your plan says: stay at this dose for now.').waitFor();
  assert.equal(await button(page, /^Go up to/).count(), 0);
  assert.equal((await atClinic(ward)).moves.length, 0);
});

test('asking moves no dose: kept without a network, told later, and the answer is seen with its name', async () => {
  const ward = await newWard({ step: 1 });
  const { page, complaints } = await atDose(ward, '3 mg');
  const ask = async (wish: string, note: string): Promise<void> => {
    await button(page, wish).tap();
    await page.getByLabel(/A few words, if you like$/).fill(note);
    await button(page, 'Send').tap();
    await page.getByText('Kept. It goes to your clinic.').waitFor();
  };
  await toPlace(page, 'My plan');
  await ask('Stay at this dose for now', 'I sleep badly.');
  await told(page);
  await cut(page, true);
  await ask('Go down one step', '');
  await ask('Something else', 'May I take it in the morning?');
  await page.getByText('Something else, asked today').waitFor();
  assert.equal((await atClinic(ward)).requests.length, 1);
  await cut(page, false);
  await told(page);
  const { requests, moves } = await atClinic(ward);
  assert.deepEqual(
    requests.map(({ wish, note }) => [wish, note]),
    [
      ['hold', 'I sleep badly.'],
      ['step-down', ''],
      ['other', 'May I take it in the morning?'],
    ],
  );
  assert.equal(moves.length, 0);
  for (const [i, answer] of (['agreed', 'declined'] as const).entries())
    got(
      await answerRequest(ward.ports, ward.prescriber, ward.case, {
        ...{ request: requests[i]?.request as never, answer, note: '' },
      }),
    );
  await page.reload();
  const asked = (text: string): Locator => page.getByRole('listitem').filter({ hasText: text });
  await asked('Stay at this dose for now, asked today').getByText('Agreed').waitFor();
  await asked('Go down one step, asked today').getByText('Declined').waitFor();
  await asked('Something else, asked today').getByText('No answer yet').waitFor();
  assert.match((await asked('Go down one step, asked today').textContent()) ?? '', /by .*[Yy]usuf/);
  assert.deepEqual(ofThePage(complaints), []);
});

test('a lower step the rules allow is taken by the patient, with the day it holds from', async () => {
  const ward = await newWard({ step: 1 });
  const { page } = await atDose(ward, '3 mg');
  await toPlace(page, 'My plan');
  await button(page, 'Go down to 1.5 mg').tap();
  await button(page, 'Yes: go down to 1.5 mg').tap();
  await page.getByText('Done: go down to 1.5 mg.').waitFor();
  await toPlace(page, 'Today');
  await dose(page).getByText('1.5 mg in the evening').waitFor();
  assert.equal(formatLocalDate((await atClinic(ward)).moves.at(-1)?.on as never), formatLocalDate(dayOf(ward)));
});
