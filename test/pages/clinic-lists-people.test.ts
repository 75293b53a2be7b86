/** Opening a case, inviting, roles, ties and leaving, in a real Chromium on the real server. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { listCases } from '../../src/service/case-list.ts';
import { listPeople } from '../../src/service/people.ts';
import { readState } from '../../src/service/read-case.ts';
import { add, got } from '../server/people-world.ts';
import { clinicAt } from './clinic-case-house.ts';
import { closeAll, until } from './clinic-lists-house.ts';
import { heading, openChromium, press, visitor } from './door-house.ts';
import { openWard, type Ward } from './patient-ward.ts';

let browser: Browser;
const wards: Ward[] = [];
before(async () => {
  browser = await openChromium();
});
afterEach(() => closeAll(browser, wards));
after(() => browser?.close());

async function newWard(): Promise<Ward> {
  const ward = await openWard(1);
  wards.push(ward);
  return ward;
}

test('a case is opened for somebody new: their link is shown once, and lets them in at the door (H16)', async () => {
  const ward = await newWard();
  const { page, complaints } = await clinicAt(browser, ward, 'open-case');
  await press(page, 'Open the case');
  await page.getByText('Enter a name.').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Io Mensah');
  await page.getByRole('textbox', { name: 'Label' }).fill('B-2');
  await page.getByLabel('Fibromyalgia (M79.7)').check();
  await page.getByLabel('Another code').fill('m54.5, G35.A');
  await page.getByLabel('28 days, as in the FINAL trial').check();
  await press(page, 'Open the case');
  await heading(page, 'B-2 is open').waitFor();
  const link = await page.getByLabel('One-time link').inputValue();
  await page.getByRole('img', { name: 'The link as a picture for a phone camera' }).waitFor();
  const { cases } = got(await listCases(ward.ports, ward.prescriber, { limit: 50, labelStart: 'B-2' }));
  const { view } = got(await readState(ward.ports, ward.prescriber, cases[0]?.case ?? ward.case));
  assert.deepEqual(view.indications, ['M79.7', 'M54.5', 'G35.A']);
  assert.equal(view.washout, 'research');
  const { page: door } = await visitor(browser);
  await door.goto(link);
  await door.getByText('This link is for Io Mensah').waitFor();
  assert.deepEqual(complaints, []);
});

test('a code that is none is refused in the server’s words, what was typed stays, and sending it again opens one case (H10)', async () => {
  const ward = await newWard();
  const { page } = await clinicAt(browser, ward, 'open-case');
  await page.getByLabel('A patient of the clinic').check();
  await page.getByRole('textbox', { name: 'Label' }).fill('B-3');
  await page.getByLabel('Another code').fill('nonsense');
  await press(page, 'Open the case');
  await page.getByText('Choose a patient from the list.').waitFor();
  await page.getByLabel('Find by the start of the name').fill('rob');
  await page.getByLabel(/^robin/).check();
  await press(page, 'Open the case');
  await page.locator('.fault, [role=alert] p').first().waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Label' }).inputValue(), 'B-3');
  await page.getByLabel('Another code').fill('');
  await press(page, 'Open the case');
  await heading(page, 'B-3 is open').waitFor();
  const { cases } = got(await listCases(ward.ports, ward.prescriber, { limit: 50 }));
  assert.deepEqual(cases.map(({ label }) => label).sort(), ['A-17', 'B-3']);
});

test('a prescriber invites patients and offers no other role; an admin invites a prescriber (H16)', async () => {
  const ward = await newWard();
  const { page } = await clinicAt(browser, ward, 'people');
  await page.getByText('Invite a person').click();
  const offered = await page.getByRole('group', { name: 'What they are here' }).getByRole('checkbox').all();
  assert.deepEqual(await Promise.all(offered.map((box) => box.inputValue())), ['patient']);
  await page.context().close();

  const { page: desk, complaints } = await clinicAt(browser, ward, 'people', { login: 'ada' });
  await desk.getByText('Invite a person').click();
  await desk.getByLabel('Name', { exact: true }).fill('Dr Ben Adeyemi');
  await desk.getByRole('checkbox', { name: 'Prescriber' }).check();
  await press(desk, 'Make a link');
  await desk.getByText('A link for Dr Ben Adeyemi.').waitFor();
  const { people } = got(await listPeople(ward.ports, ward.prescriber, { limit: 50, nameStart: 'Dr Ben' }));
  assert.deepEqual(
    people.map(({ roles, state }) => [roles, state]),
    [[['prescriber'], 'invited']],
  );
  assert.deepEqual(complaints, []);
});

test('an admin gives roles and names, records that somebody left, and hands the cases of somebody who left to another prescriber', async () => {
  const ward = await newWard();
  const { actor: ada } = await signedIn(ward);
  const ben = (await add({ ports: ward.ports, now: ward.now }, ada, 'ben', ['coordinator'])).actor;
  const { page, complaints } = await clinicAt(browser, ward, `person/${ben.person}`, { login: 'ada' });
  await page.getByRole('checkbox', { name: 'Prescriber' }).check();
  await press(page, 'Change the roles');
  await page.getByText('The roles were changed.').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ben Adeyemi');
  await press(page, 'Change the name');
  await heading(page, 'Ben Adeyemi').waitFor();

  await page.goto(`${ward.url}/clinic/#/person/${ward.prescriber.person}`);
  await heading(page, 'yusuf').waitFor();
  await press(page, 'Record that they have left');
  await page.getByText('Tick the box to confirm it.').waitFor();
  await page.getByLabel('yusuf has left the clinic').check();
  await press(page, 'Record that they have left');
  await page.getByText(/^has left, known here since/).waitFor();
  await page.locator('summary', { hasText: 'A-17' }).click();
  await page.getByLabel('Find by the start of the name').fill('Ben');
  await page.getByLabel(/^Ben Adeyemi/).check();
  await press(page, 'Tie to A-17');
  await page.getByText('Ben Adeyemi is tied to A-17 now.').waitFor();
  const asBen = { ...ben, roles: ['prescriber'] as const };
  assert.equal(got(await readState(ward.ports, asBen, ward.case)).view.label, 'A-17');
  assert.deepEqual(complaints, []);
});

/** The admin of the ward. */
async function signedIn(ward: Ward) {
  const { people } = got(await listPeople(ward.ports, ward.prescriber, { limit: 50, nameStart: 'Ada' }));
  const [admin] = people;
  assert.ok(admin);
  return { actor: { ...ward.prescriber, person: admin.person, name: admin.name, roles: admin.roles } };
}

test('the ceiling of the clinic is text with a unit: a bare number is refused beside its field (H1)', async () => {
  const ward = await newWard();
  const { page } = await clinicAt(browser, ward, 'clinic', { login: 'ada' });
  const ceiling = page.getByLabel('Highest ceiling of any plan here');
  await ceiling.fill('6');
  await press(page, 'Save');
  await until(page, "document.querySelector('#ceiling').getAttribute('aria-invalid') === 'true'");
  await ceiling.fill('6 mg');
  await press(page, 'Save');
  await page.getByText('Saved.').waitFor();
  assert.equal((await ward.ports.storage.people.clinic(ward.prescriber.clinic))?.maximumCeiling, 6_000);
});
