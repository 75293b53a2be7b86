/** A plan in the clinic's page, in a real Chromium on the real server: written, read back and signed, by key and by password. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { planToJson } from '../../src/medicine/plan-json.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { addTie } from '../../src/service/case-ties.ts';
import { saveDraft } from '../../src/service/plan-drafts.ts';
import { readState } from '../../src/service/read-case.ts';
import { add, got, PHRASE } from '../server/people-world.ts';
import { addPasskeyHere, casePlace, clinicAt, screenAgain } from './clinic-case-house.ts';
import { openChromium, press } from './door-house.ts';
import { openWard, type Ward } from './patient-ward.ts';

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

async function newWard(): Promise<Ward> {
  const ward = await openWard(20);
  wards.push(ward);
  await screenAgain(ward);
  return ward;
}

async function plansOf(ward: Ward) {
  return got(await readState(ward.ports, ward.prescriber, ward.case)).view.plans ?? [];
}

const draftOf = async (ward: Ward, template: 'seed-weekly' | 'final-6', change: object = {}): Promise<string> => {
  const content = { ...planToJson(templatePlan(template)), ...change };
  return got(await saveDraft(ward.ports, ward.prescriber, ward.case, { content })).plan;
};

const signHere = (page: Page) => page.getByRole('button', { name: 'Sign this plan' });

test('a template is edited with each fault beside its field, saved, read back and signed with a passkey', async () => {
  const ward = await newWard();
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, 'plan'), { key: 'key' });
  await addPasskeyHere(page);
  await page.getByRole('link', { name: 'Write a new plan' }).click();
  await page.getByRole('button', { name: 'seed-weekly' }).click();
  await page.getByText('No fault found.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'uab-dose-finding' }).count(), 0);

  const second = page.getByLabel('Dose of step 2');
  await second.fill('3');
  await page.getByText('"3" has no unit. Write mg or ug after the number.').waitFor();
  assert.equal(await second.getAttribute('aria-invalid'), 'true');
  await second.fill('30 mg');
  await page.getByText(/Step 2 cannot stand. 30 mg is ten times 3 mg/).waitFor();
  await second.fill('2.5 mg');
  await page.getByText(/Step 3 rises by 2 mg; 1.5 mg is the plan's largest step/).waitFor();
  await page.reload();
  assert.equal(await page.getByLabel('Dose of step 2').inputValue(), '2.5 mg');
  await page.getByLabel('Dose of step 3').fill('4 mg');
  await page.getByLabel('Name of the plan').fill('Slow and steady');
  await page.getByText('No fault found.').waitFor();
  await press(page, 'Save, then read back');

  await page.getByRole('heading', { name: 'This is what you sign' }).waitFor();
  const read = page.locator('.read-back');
  assert.deepEqual(await read.locator('dd').allTextContents(), ['robin', 'A-17']);
  await read.getByText('8 Nov 2026 to 21 Nov 2026 (14 days): baseline, no drug').waitFor();
  await read.getByText('22 Nov 2026 to 28 Nov 2026 (7 days): step 1, 1.5 mg a day').waitFor();
  await read.getByText('29 Nov 2026 to 5 Dec 2026 (7 days): step 2, 2.5 mg a day').waitFor();
  await read.getByText('70 days with a dose; 252 mg altogether').waitFor();
  await signHere(page).click();
  await page.getByText(/Signed by yusuf, 8 Nov 2026, .* with a passkey\./).waitFor();
  const [plan] = await plansOf(ward);
  assert.equal(plan?.status, 'in-force');
  assert.equal(plan?.signatures[0]?.signature.method, 'passkey');
  assert.equal(await page.evaluate('sessionStorage.length'), 0);
  await page.getByText('no drug', { exact: true }).waitFor();
  assert.deepEqual(complaints, []);
});

test('a password signs too and is said to prove less; a wrong one is told at its field', async () => {
  const ward = await newWard();
  const plan = await draftOf(ward, 'seed-weekly');
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, `plan/sign.${plan}`));
  await page.getByText('It proves less, and the record says so.').waitFor();
  await page.getByLabel('my password').check();
  await signHere(page).click();
  await page.locator('[aria-invalid=true]:focus').waitFor();
  await page.getByLabel('Your password').fill('quite another phrase');
  await signHere(page).click();
  await page.locator('#password[aria-invalid=true]:focus').waitFor();
  await page.getByLabel('Your password').fill(PHRASE);
  await signHere(page).click();
  await page.getByText('with a password (proves less: no key of their own)').waitFor();
  assert.equal((await plansOf(ward))[0]?.status, 'in-force');
  assert.deepEqual(complaints, []);
});

test('terms that change are read back anew; days out of range bar the signature and say where to mend them', async () => {
  const ward = await newWard();
  const plan = await draftOf(ward, 'seed-weekly');
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, `plan/sign.${plan}`));
  await signHere(page).waitFor();
  const hash = await page.locator('.read-back .hash').textContent();
  await page.getByLabel('It begins at').selectOption('0');
  await page.getByText('8 Nov 2026 to 14 Nov 2026 (7 days): step 1, 1.5 mg a day').waitFor();
  assert.notEqual(await page.locator('.read-back .hash').textContent(), hash);
  await page.getByLabel('Last day').fill('2029-01-01');
  await page.getByText('Nothing can be signed yet. In the way:').waitFor();
  await page.getByText(/The last day must lie from/).waitFor();
  assert.equal(await signHere(page).count(), 0);
  await press(page, 'see days and place');
  assert.equal(await page.evaluate('document.activeElement.id'), 'valid-from');
  assert.deepEqual(complaints, []);
});

test('above 6 mg two prescribers sign what each has read back; before the second the plan has no force', async () => {
  const ward = await newWard();
  await ward.ports.storage.people.saveClinic({
    ...got({ ok: true, value: await ward.ports.storage.people.clinic(ward.prescriber.clinic) }),
    maximumCeiling: 7_000,
  } as never);
  const admin = { ...ward.prescriber, roles: ['admin'] } as const;
  const second = (await add(ward, admin, 'adeyemi', ['prescriber'])).actor;
  got(await addTie(ward.ports, ward.prescriber, ward.case, { person: second.person, relation: 'prescriber' }));
  const plan = await draftOf(ward, 'final-6', { ceiling: '7 mg' });
  const first = await clinicAt(browser, ward, casePlace(ward.case, `plan/sign.${plan}`));
  await first.page.getByText('Two prescribers have to sign it.').waitFor();
  await first.page.getByLabel('my password').check();
  await first.page.getByLabel('Your password').fill(PHRASE);
  await signHere(first.page).click();
  await first.page.getByText('waits for a second signature').first().waitFor();
  assert.equal((await plansOf(ward))[0]?.status, 'half-signed');

  const other = await clinicAt(browser, ward, casePlace(ward.case, 'plan'), { login: 'adeyemi' });
  await other.page.getByRole('link', { name: 'Read back and sign as the second' }).click();
  await other.page.getByRole('heading', { name: 'Read back for the second signature' }).waitFor();
  assert.equal(await other.page.getByLabel('Last day').count(), 0);
  await other.page.getByLabel('my password').check();
  await other.page.getByLabel('Your password').fill(PHRASE);
  await signHere(other.page).click();
  await other.page.getByText(/Signed by adeyemi/).waitFor();
  assert.equal((await plansOf(ward))[0]?.status, 'in-force');
  assert.deepEqual([...first.complaints, ...other.complaints], []);
});

test('a plan is signed with the keyboard alone, and ended with a reason', async () => {
  const ward = await newWard();
  const plan = await draftOf(ward, 'seed-weekly');
  const { page, complaints } = await clinicAt(browser, ward, casePlace(ward.case, `plan/sign.${plan}`));
  await signHere(page).waitFor();
  await tabTo(page, 'method-password', 'input[value=password]');
  await page.keyboard.press('Space');
  await tabTo(page, 'password', '#password');
  await page.keyboard.type(PHRASE);
  await page.keyboard.press('Enter');
  await page.getByText('with a password (proves less').waitFor();
  await page.getByText('End this plan').click();
  await page.getByLabel('Reason').fill('short');
  await press(page, 'End the plan');
  await page.getByText('A reason needs at least 10 characters').waitFor();
  await page.getByLabel('Reason').fill('Moved to another clinic.');
  await press(page, 'End the plan');
  await page.getByText('No plan is in force.').waitFor();
  assert.equal((await plansOf(ward))[0]?.status, 'ended');
  assert.deepEqual(complaints, []);
});

/** Presses Tab until the focus is there; a radio group is one stop, and its arrows choose. */
async function tabTo(page: Page, name: string, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    if (await page.evaluate<boolean>("document.activeElement.matches('input[name=method]')")) {
      await page.keyboard.press('ArrowDown');
      if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
  }
  throw new Error(`the keyboard does not reach ${name}`);
}
