/** Around every place of the clinic's page: who may be where, signing in again, languages, back and forward, the keyboard. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { listPeople } from '../../src/service/people.ts';
import { add, got, PHRASE } from '../server/people-world.ts';
import { tabTo } from './browser.ts';
import { clinicAt } from './clinic-case-house.ts';
import { closeAll, until } from './clinic-lists-house.ts';
import { heading, openChromium, visitor } from './door-house.ts';
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

async function withRole(ward: Ward, name: string, role: 'pharmacist' | 'coordinator'): Promise<void> {
  const { people } = got(await listPeople(ward.ports, ward.prescriber, { limit: 50, nameStart: 'Ada' }));
  const [admin] = people;
  assert.ok(admin);
  const ada = { ...ward.prescriber, person: admin.person, roles: admin.roles };
  await add({ ports: ward.ports, now: ward.now }, ada, name, [role]);
}

test('each sees the places that are theirs, and begins at the first of them', async () => {
  const ward = await newWard();
  await withRole(ward, 'petra', 'pharmacist');
  await withRole(ward, 'cora', 'coordinator');
  const expected: readonly (readonly [login: string, places: readonly string[], first: string])[] = [
    ['yusuf', ['Inbox', 'Cases', 'Open a case', 'People', 'Evidence'], 'Inbox'],
    ['cora', ['Inbox', 'Cases', 'People', 'Evidence'], 'Inbox'],
    ['petra', ['Cases', 'Evidence'], 'Cases'],
    ['ada', ['People', 'Clinic', 'Evidence'], 'People'],
  ];
  for (const [login, places, first] of expected) {
    const { page, complaints } = await clinicAt(browser, ward, '', { login });
    await heading(page, first).waitFor();
    assert.deepEqual(await page.getByRole('navigation').getByRole('link').allInnerTexts(), places, login);
    await page.evaluate("location.hash = '#/open-case'");
    if (login !== 'yusuf') await until(page, "!location.hash.includes('open-case')");
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test('whoever is not signed in is led to the door, and an address nobody wrote says so', async () => {
  const ward = await newWard();
  const { page } = await visitor(browser);
  await page.goto(`${ward.url}/clinic/#/cases`);
  await heading(page, 'Sign in first').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Sign in' }).getAttribute('href'), '/sign-in');
  const there = await clinicAt(browser, ward, 'case/nonsense/plan');
  await heading(there.page, 'There is no such place').waitFor();
});

test('a session that ends covers the page, what was typed stays, and the same person goes on (H16)', async () => {
  const ward = await newWard();
  const { page } = await clinicAt(browser, ward, 'open-case');
  await page.getByLabel('Name', { exact: true }).fill('Io Mensah');
  await page.getByRole('textbox', { name: 'Label' }).fill('B-2');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Open the case' }).click();
  const cover = page.getByRole('dialog', { name: 'You are signed out' });
  await cover.waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await cover.isVisible());
  await page.context().addCookies(cookies);
  await cover.getByRole('button', { name: 'I have signed in' }).click();
  await cover.waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('textbox', { name: 'Label' }).inputValue(), 'B-2');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await heading(page, 'B-2 is open').waitFor();
});

test('another language draws the place anew, asks the server in it, and is kept', async () => {
  const ward = await newWard();
  const { page } = await clinicAt(browser, ward, 'cases');
  await heading(page, 'Cases').waitFor();
  await page.locator('.account > summary').click();
  await page.getByText('Deutsch').click();
  await heading(page, 'Fälle').waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
  await page.reload();
  await heading(page, 'Fälle').waitFor();
  await page.evaluate(`location.hash = '#/case/${ward.prescriber.person}/overview'`);
  await page
    .getByText(/gibt es|nicht/)
    .first()
    .waitFor();
});

test('by keyboard alone: skip to the content, go to a case, and the heading has the focus', async () => {
  const ward = await newWard();
  const { page } = await clinicAt(browser, ward, 'cases');
  await page.getByText('1 case', { exact: true }).waitFor();
  await page.evaluate('document.activeElement.blur()');
  await tabTo(page, '.skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.id'), 'content');
  await tabTo(page, '.case-row a');
  await page.keyboard.press('Enter');
  await heading(page, /A-17/).waitFor();
  await until(page, "document.activeElement.tagName === 'H1'");
  assert.match(await page.title(), /A-17/);
});

test('signing out leads to the door and shows nothing of the clinic any more', async () => {
  const ward = await newWard();
  const { page } = await clinicAt(browser, ward, 'cases');
  await page.locator('.account > summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await heading(page, 'Sign in').waitFor();
  await page.getByLabel('Sign-in name').fill('yusuf');
  await page.getByLabel('Password').fill(PHRASE);
  await page.goto(`${ward.url}/clinic/`);
  await heading(page, 'Sign in first').waitFor();
});
