/** A case in the clinic's page, in a real Chromium on the real server: read, answered, moved, found, cleared, recorded. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { typstTypesetter } from '../../src/platform/typst.ts';
import { addTie } from '../../src/service/case-ties.ts';
import { readState } from '../../src/service/read-case.ts';
import { caseWords as german } from '../../web/kit/words/de/clinic-case.ts';
import { clinicFindingsWords as findings } from '../../web/kit/words/de/clinic-case-findings.ts';
import { clinicLetterWords as letter } from '../../web/kit/words/de/clinic-case-letter.ts';
import { clinicOverviewWords as overview } from '../../web/kit/words/de/clinic-case-overview.ts';
import { clinicRecordWords as record } from '../../web/kit/words/de/clinic-case-record.ts';
import { clinicRequestsWords as requests } from '../../web/kit/words/de/clinic-case-requests.ts';
import { clinicPlanWords as plan } from '../../web/kit/words/de/clinic-plan.ts';
import { clinicScreeningWords as screening } from '../../web/kit/words/de/clinic-screening.ts';
import { add, got } from '../server/people-world.ts';
import { casePlace, clinicAt, fullCourse, part, redFlag } from './clinic-case-house.ts';
import { openChromium, press } from './door-house.ts';
import { live, openWard, screenAndSign, send, type Ward } from './patient-ward.ts';

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

async function newWard(days = 100): Promise<Ward> {
  const ward = await openWard(days);
  wards.push(ward);
  return ward;
}

const viewOf = async (ward: Ward) => got(await readState(ward.ports, ward.prescriber, ward.case)).view;

test('above every part stands whose case it is and what they take; what asks for a look leads to its place', async () => {
  const ward = await newWard();
  await fullCourse(ward);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case));
  for (const tab of ['Overview', 'Findings', 'Screening', 'Plan', 'Requests and reports', 'Record', 'Letter']) {
    await page
      .getByRole('navigation', { name: 'Parts of this case' })
      .getByRole('link', { name: tab, exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: 'A-17 robin' }).waitFor();
    const takes = page.getByText('Today 3 mg, step 2 of 3, since 10 Sep 2026 (day 34); plan valid to 18 Dec 2026.');
    await takes.waitFor();
    await page.locator('main h2').first().waitFor();
  }
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await page.getByRole('link', { name: 'A request waits for an answer.' }).click();
  await page.getByRole('heading', { name: 'Requests', exact: true }).waitFor();
  assert.deepEqual(complaints, []);
});

test('a move is taken after a dialog that names both doses; escaping from it changes nothing', async () => {
  const ward = await newWard();
  await fullCourse(ward);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case));
  await page.getByText("The plan's own rule says: hold this dose.").waitFor();
  const button = page.getByRole('button', { name: 'Step down to 1.5 mg' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Change the dose of A-17?' });
  await dialog.getByText('From 3 mg to 1.5 mg, beginning today.').waitFor();
  await dialog.getByText('Patient: robin').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await viewOf(ward)).moves?.at(-1)?.move, 'step-up');
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Step down to 1.5 mg');
  await button.click();
  await dialog.getByRole('button', { name: 'Step down to 1.5 mg' }).click();
  await page.getByText('Recorded. From today: 1.5 mg.').waitFor();
  await page.getByText('Today 1.5 mg, step 1 of 3').waitFor();
  assert.equal((await viewOf(ward)).moves?.at(-1)?.move, 'step-down');
  assert.deepEqual(complaints, []);
});

test('agreeing to a request moves no dose by itself; agreeing and taking the step are two acts on record', async () => {
  const ward = await newWard();
  await fullCourse(ward);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'requests'));
  await page.getByText('I wake at four every night since the weekend.').waitFor();
  await page.getByText('An answer alone moves no dose.').waitFor();
  await page.getByLabel('Agree, and step down to 1.5 mg from today').check();
  await page.getByLabel('Note').fill('Sleep first. We look again in a week.');
  await press(page, 'Send the answer');
  await page.getByText('Agreed, and recorded: 1.5 mg from today.').waitFor();
  await page.getByText('Today 1.5 mg, step 1 of 3').waitFor();
  const { requests, moves } = await viewOf(ward);
  assert.deepEqual([requests?.[0]?.answer, moves?.at(-1)?.move], ['agreed', 'step-down']);
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByText('A request was agreed. “Sleep first. We look again in a week.”').waitFor();
  await page.getByText('Step down: 1.5 mg from 13 Oct 2026.').waitFor();
  assert.deepEqual(complaints, []);
});

test('a day told in two ways shows its entries side by side, with the clock of the device and of the server', async () => {
  const ward = await newWard();
  await fullCourse(ward);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'requests'));
  await page.getByText('30 Sep 2026: the entries of this day disagree').waitFor();
  await page.getByText('Show the entries side by side').click();
  const rows = part(page, 'Doses off the plan').getByRole('row');
  await rows.nth(2).waitFor();
  const told = (await rows.allTextContents()).join('\n');
  assert.match(told, /taken.*3 mgrobin30 Sep 2026, 12:00/);
  assert.match(told, /outside the plan.*3 mgrobin/);
  assert.deepEqual(complaints, []);
});

test('a sign that ends the therapy closes every dose, and is cleared by name with a reason', async () => {
  const ward = await newWard(30);
  await screenAndSign(ward, 0);
  await live(ward, 2, 1_500);
  await send(ward, [redFlag(ward, 'jaundice')]);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case));
  await page.getByText('Not to be taken today: 1.5 mg, step 1 of 3').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Hold at/ }).count(), 0);
  await page.getByRole('link', { name: 'A sign that ends the therapy was reported and stands.' }).click();
  await page.getByText('Clear: yellow skin or eyes, or dark urine').click();
  await page.getByLabel('Why may the therapy go on?').fill('ok');
  await press(page, 'Clear it');
  await page.getByText('A reason needs at least 10 characters').waitFor();
  await page.getByLabel('Why may the therapy go on?').fill('Bilirubin normal today; it was carrot juice.');
  await press(page, 'Clear it');
  await page.getByText(/cleared on 31 Oct 2026/).waitFor();
  await page.getByText('Today 1.5 mg, step 1 of 3').waitFor();
  assert.deepEqual(complaints, []);
});

test('a finding is computed, opened with what it rests on, and is not made twice of the same days', async () => {
  const ward = await newWard(60);
  await screenAndSign(ward, 'baseline');
  await live(ward, 14, undefined, 7);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'findings'));
  await page.getByText('No finding has been made yet.').waitFor();
  await press(page, 'Compute now');
  await page.getByText('A new finding was made.').waitFor();
  await page.locator('main h2').first().waitFor();
  await page.getByText('What it rests on').click();
  await page.getByText('Diary up to entry').waitFor();
  await press(page, 'Compute now');
  await page.getByText('The diary has not changed since the last finding').waitFor();
  assert.deepEqual(complaints, []);
});

test('the record pages back to the opening of the case, and says who has looked', async () => {
  const ward = await newWard();
  await fullCourse(ward);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'record'));
  await page.getByText('Request: the patient asks to step down.').waitFor();
  for (let pages = 0; (await page.getByText('That is all of it.').count()) === 0; pages++) {
    assert.ok(pages < 10);
    const rows = await page.locator('main tbody tr').count();
    await press(page, 'Show older events');
    await page.locator('main tbody tr').nth(rows).waitFor();
  }
  await page.getByText('The case “A-17” was opened.').waitFor();
  await press(page, 'Show who has looked');
  await page.getByText('opened the case').first().waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), press(page, 'Save the record as a file')]);
  const saidRecord = JSON.parse(readFileSync(await saved.path(), 'utf8')) as { readonly format: string };
  assert.equal(saidRecord.format, 'titrial-case');
  await page.getByLabel('Reason').fill('The therapy is over.');
  await press(page, 'Close the case');
  await page.getByText('The case is closed.').first().waitFor();
  await page.getByLabel('Reason').fill('It goes on after all.');
  await press(page, 'Open the case again');
  await page.getByRole('button', { name: 'Close the case' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('the letter is made as a PDF whose file name says nothing of anybody', async () => {
  const typesetter = typstTypesetter();
  const ward = await openWard(60, false, { typesetter });
  wards.push(ward);
  try {
    await screenAndSign(ward, 'baseline');
    await live(ward, 10, undefined, 7);
    const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'letter'));
    await page.getByLabel('Addressee').fill('Dr Imani Osei, Hill Street');
    const [saved] = await Promise.all([page.waitForEvent('download'), press(page, 'Make the letter')]);
    assert.equal(saved.suggestedFilename(), 'letter.pdf');
    assert.match(readFileSync(await saved.path()).toString('latin1', 0, 8), /^%PDF-/);
    await page.getByText('That it was made is on record.').waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await typesetter.close();
  }
});

test('a pharmacist and a coordinator see their own parts and no others', async () => {
  const ward = await newWard();
  await fullCourse(ward);
  const admin = { ...ward.prescriber, roles: ['admin'] } as const;
  for (const role of ['pharmacist', 'coordinator'] as const) {
    const { actor } = await add(ward, admin, role, [role]);
    got(await addTie(ward.ports, ward.prescriber, ward.case, { person: actor.person, relation: role }));
  }
  const tabs = async (login: string) => {
    const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case), { login });
    await page.getByRole('heading', { level: 1, name: /A-17/ }).waitFor();
    await page.locator('main h2').first().waitFor();
    const links = await page
      .getByRole('navigation', { name: 'Parts of this case' })
      .getByRole('link')
      .allTextContents();
    assert.deepEqual(complaints, []);
    return { page, links };
  };
  const pharmacy = await tabs('pharmacist');
  assert.deepEqual(pharmacy.links, ['Overview', 'Supply', 'Trial']);
  await pharmacy.page.getByText('1.5 mg, 3 mg, 4.5 mg').waitFor();
  await pharmacy.page.getByText('name not shown to you').waitFor();
  assert.equal(await pharmacy.page.getByText('Requests').count(), 0);
  const office = await tabs('coordinator');
  assert.deepEqual(office.links, ['Overview', 'Findings', 'Plan', 'Trial', 'Requests and reports', 'Record', 'People']);
  await office.page.getByText('26 of 28').first().waitFor();
  await office.page.getByText('By the plan today 3 mg, step 2 of 3').waitFor();
  assert.equal(await office.page.getByRole('button', { name: /Step|Hold|Stop/ }).count(), 0);
});

test('an admin without a tie is shown nothing of the case, and may end it for ever by writing a word', async () => {
  const ward = await newWard(30);
  await screenAndSign(ward, 0);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'record'), { login: 'ada' });
  await page.getByText('What the case holds is not shown to you.').waitFor();
  assert.equal(await page.getByText('A-17').count(), 0);
  await press(page, 'Show who has looked');
  await page.locator('summary', { hasText: 'Erase the case' }).click();
  await page.getByLabel('Reason').fill('The patient asked for it in writing.');
  await press(page, 'Erase for ever');
  await page.getByText('Write ERASE in capitals. Nothing was erased.').waitFor();
  await page.getByLabel('To be sure, write ERASE').fill('ERASE');
  await press(page, 'Erase for ever');
  await page.getByText('The case was erased.').waitFor();
  assert.deepEqual(complaints, []);
});

test('in German every part of a case speaks German, with doses written as everywhere', async () => {
  const ward = await newWard();
  await fullCourse(ward);
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case), { locale: 'de-DE' });
  await page.getByText(`${german.takesToday} 3 mg, ${german.atStep(2, 3)}`).waitFor();
  await page.getByRole('button', { name: overview.move['step-down']('1.5 mg') }).waitFor();
  const tabs = page.getByRole('navigation', { name: german.parts });
  for (const [tab, said] of [
    ['findings', findings.compute],
    ['screening', screening.findings],
    ['plan', plan.inForce],
    ['requests', requests.yourAnswer],
    ['record', record.events],
    ['letter', letter.make],
  ] as const) {
    await tabs.getByRole('link', { name: german.tabs[tab], exact: true }).click();
    await page.getByText(said).first().waitFor();
  }
  assert.deepEqual(complaints, []);
});
