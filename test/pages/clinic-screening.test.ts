/** Screening in the clinic's page, in a real Chromium on the real server: what stands in the way, and how it is mended. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { planToJson } from '../../src/medicine/plan-json.ts';
import { QUESTIONS } from '../../src/medicine/screening/screening.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { saveDraft } from '../../src/service/plan-drafts.ts';
import { dayOf } from '../server/case-world.ts';
import { got } from '../server/people-world.ts';
import { casePlace, clinicAt, medicine, newMedicine, part, screenAgain } from './clinic-case-house.ts';
import { openChromium, press } from './door-house.ts';
import { openWard, send, type Ward } from './patient-ward.ts';

const DAY = 86_400_000;
let browser: Browser;
const wards: Ward[] = [];
before(async () => {
  browser = await openChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const ward of wards.splice(0)) await ward.close();
});
after(() => browser?.close());

async function newWard(days = 20): Promise<Ward> {
  const ward = await openWard(days);
  wards.push(ward);
  return ward;
}

async function answerAll(page: Page, given: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const question of QUESTIONS) {
    const answer = given[question] ?? (question === 'adult' ? 'Yes' : 'No');
    await page
      .locator(`input[name="${question}"]`)
      .locator('xpath=..')
      .getByText(answer, { exact: true })
      .first()
      .check();
  }
  await press(page, 'Record the answers for today');
}

test('an opioid entered as text is a hard stop; after ten whole days without it the same screening is clear', async () => {
  const ward = await newWard();
  const there = await clinicAt(browser, ward, casePlace(ward.case, 'screening'));
  const { page } = there;
  await page.getByText('No medicine is entered yet.').waitFor();
  await page.getByLabel('Name, as it stands on the box').fill('Tramadol 50 mg');
  await page.getByText('Recognised: tramadol (opioid, short-acting)').waitFor();
  await page.getByText('An opioid: naltrexone at any dose can bring on withdrawal.').waitFor();
  await page.getByLabel('Form').first().selectOption('immediate-release');
  const chronic = page.getByRole('group', { name: 'Taken for more than about four weeks' });
  await chronic.getByLabel('No', { exact: true }).check();
  await press(page, 'Add the medicine');
  await page.getByText('Added: Tramadol 50 mg.').waitFor();
  const found = part(page, 'What the rules find today');
  await found.getByText('is an opioid and is being taken').waitFor();
  await found.getByText('This cannot be set aside.').first().waitFor();
  await answerAll(page);
  await page.getByText(/Recorded. 1 in the way/).waitFor();

  await page.getByText('Change its use').click();
  const change = page.locator('.medicines details').first();
  await change.getByLabel('Not any more').check();
  await change.getByRole('button', { name: 'Record this use' }).click();
  await change.getByText('Enter the last day it was taken.').waitFor();
  await change.getByLabel('Last day it was taken').fill(formatLocalDate(dayOf(ward)));
  await change.getByRole('button', { name: 'Record this use' }).click();
  const clear = /Waiting alone clears it from 19 Nov 2026/;
  await found.getByText(clear).waitFor();
  assert.deepEqual(there.complaints, []);
  await page.context().close();

  ward.now += 11 * DAY;
  const later = await clinicAt(browser, ward, casePlace(ward.case, 'screening'));
  await part(later.page, 'What the rules find today').getByText('Nothing is open.').waitFor();
  assert.equal(await later.page.getByText(clear).count(), 0);
  assert.deepEqual(later.complaints, []);
});

test('what the list does not know stands in the way until a prescriber has said what it is, with a reason', async () => {
  const ward = await newWard();
  await screenAgain(ward);
  await medicine(ward, 'grandmother drops');
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'screening'));
  const found = part(page, 'What the rules find today');
  await found.getByText(/"grandmother drops" was not recognised/).waitFor();
  await page.getByText(/^Say what it is/).click();
  const resolve = page.locator('.medicines details').filter({ hasText: 'Record this decision' });
  await resolve.getByLabel('something no rule concerns').check();
  await resolve.getByLabel('Reason').fill('camomile');
  await resolve.getByRole('button', { name: 'Record this decision' }).click();
  await resolve.getByText('A reason needs at least 10 characters').waitFor();
  await resolve.getByLabel('Reason').fill('Camomile tea, I read the label.');
  await resolve.getByRole('button', { name: 'Record this decision' }).click();
  await page.getByText('resolved: no rule concerns it').waitFor();
  await found.getByText(/was not recognised/).waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('a soft finding is set aside with a reason; a look at the whole has the reported medicine in sight', async () => {
  const ward = await newWard();
  await screenAgain(ward);
  await send(ward, [newMedicine(ward, 'a cough syrup')]);
  await medicine(ward, 'levothyroxine');
  await medicine(ward, 'methotrexate');
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'screening'));
  const found = part(page, 'What the rules find today');
  const review = part(page, 'Look at it as a whole');
  await review.getByText('a cough syrup').waitFor();
  await review.getByText('Something was entered or reported since. Look again.').waitFor();
  const soft = found.locator('.soft').filter({ hasText: 'methotrexate' });
  await soft.getByText('Set aside with a reason').click();
  await soft.getByLabel('Reason').fill('Discussed with the rheumatologist today.');
  await soft.getByRole('button', { name: 'Set it aside' }).click();
  await found.getByText('Set aside (1)').click();
  await found.getByText(/Set aside by yusuf on 8 Nov 2026: “Discussed with the rheumatologist today.”/).waitFor();
  await press(page, 'I have looked at this as a whole');
  await review
    .getByText(/Looked at on 8 Nov 2026/)
    .first()
    .waitFor();
  await review.getByText('a cough syrup').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('what stands in the way of a signature is told reason by reason, each with a link to where it is mended', async () => {
  const ward = await newWard();
  await medicine(ward, 'oxycodone');
  const content = planToJson(templatePlan('seed-weekly'));
  const { plan } = got(await saveDraft(ward.ports, ward.prescriber, ward.case, { content }));
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, `plan/sign.${plan}`));
  const way = page.locator('section').filter({ has: page.getByRole('heading', { name: /Nothing can be signed yet/ }) });
  await way.last().waitFor();
  const links = await way.last().getByRole('link').allTextContents();
  assert.ok(links.length >= 2 && links.every((text) => text === 'go to the screening'), links.join());
  assert.equal(await page.getByRole('button', { name: 'Sign this plan' }).count(), 0);
  await way.last().getByRole('link').first().click();
  await part(page, 'What the rules find today').getByText('is an opioid and is being taken').waitFor();
  assert.deepEqual(complaints, []);
});
