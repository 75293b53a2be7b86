/** The door in a real Chromium on the real server: setting up, joining, signing in, and looking after one's devices. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { invite } from '../../src/service/invitations.ts';
import { add, got, PHRASE } from '../server/people-world.ts';
import { hasFocus } from './browser.ts';
import { choosePassword, heading, press, street, visitor } from './door-house.ts';

const { browser, house: newHouse } = street();

/** Nothing of the door stays on the device but the session's cookie. */
async function assertNothingKept(page: Page): Promise<void> {
  const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie, location.hash]');
  assert.deepEqual(kept, [0, 0, '', '']);
}

test('the first link sets up a clinic by passkey, forgets its secret at once, and works no second time', async () => {
  const house = await newHouse();
  const { page, complaints, asked } = await visitor(browser());
  const link = await house.setUpLink();
  await page.goto(link);
  await heading(page, 'Set up Titrial').waitFor();
  assert.equal(page.url(), `${house.url}/set-up`);
  await page.getByLabel('Name of the clinic').fill('Riverside');
  await page.getByLabel('Your name').fill('Ada Okafor');
  await page.getByLabel('I prescribe here too').check();
  await press(page, 'Set up and sign in');
  await heading(page, 'Signed in as Ada Okafor').waitFor();
  await page.getByText('Riverside: admin and prescriber.').waitFor();
  assert.equal(page.url(), `${house.url}/sign-in`);
  await assertNothingKept(page);
  const secret = link.split('#')[1] ?? '';
  assert.ok(secret.length > 40 && asked.every((address) => !address.includes(secret)));

  await press(page, 'Sign out');
  await heading(page, 'Sign in').waitFor();
  await press(page, 'Sign in with a passkey');
  await heading(page, 'Signed in as Ada Okafor').waitFor();

  await page.goto(link);
  await heading(page, 'This link does not open').waitFor();
  await page.getByText('This link was used already, or replaced by a newer one.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
  assert.deepEqual(complaints, []);
});

test('the first link sets up a clinic by password, each fault beside its field and under the cursor', async () => {
  const house = await newHouse();
  const { page, complaints } = await visitor(browser(), 'no key');
  await page.goto(await house.setUpLink());
  const faultAt = async (label: string, said: RegExp): Promise<void> => {
    await press(page, 'Set up and sign in');
    await page.locator('[aria-invalid=true]:focus').waitFor();
    const field = page.getByLabel(label, { exact: true });
    assert.equal(await field.getAttribute('id'), await page.evaluate('document.activeElement.id'));
    const described = await page.evaluate<string>(
      "document.activeElement.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ')",
    );
    assert.match(described, said);
  };
  await faultAt('Name of the clinic', /Enter the name of the clinic/);
  await page.getByLabel('Name of the clinic').fill('Riverside');
  await faultAt('Your name', /Enter a name/);
  await page.getByLabel('Your name').fill('Ada Okafor');
  await page.getByLabel('With a name and a password').check();
  await faultAt('Sign-in name', /Enter a sign-in name/);
  await page.getByLabel('Sign-in name').fill('a');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await faultAt('Sign-in name', /3 to 64 letters/);
  await page.getByLabel('Sign-in name').fill('ada');
  await faultAt('Password', /at least 15 characters/);
  await page.getByLabel('Password', { exact: true }).fill(PHRASE);
  await page.getByLabel('Show the password').check();
  assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), PHRASE);
  await press(page, 'Set up and sign in');
  await heading(page, 'Signed in as Ada Okafor').waitFor();
  await page.getByText('Riverside: admin.').waitFor();
  await assertNothingKept(page);
  assert.deepEqual(complaints, []);
});

test('a patient alone sets up for themselves, and may invite carers and nobody else', async () => {
  const house = await newHouse();
  const { page, complaints } = await visitor(browser());
  await page.goto(await house.setUpLink());
  await page.getByLabel('Just me').check();
  assert.equal(await page.getByLabel('Name of the clinic').count(), 0);
  await page.getByLabel('Your name').fill('Noor');
  await press(page, 'Set up and sign in');
  await heading(page, 'Signed in as Noor').waitFor();
  await page.getByText('Your own installation: patient and admin.').waitFor();
  await page.getByText('They come in as a carer.').waitFor();
  assert.equal(await page.getByRole('checkbox').count(), 0);
  await page.getByLabel('Name', { exact: true }).fill('Sam');
  await page.locator('section[aria-labelledby=invite]').getByRole('button', { name: 'Make a link' }).click();
  await page.getByText('A link for Sam, carer.').waitFor();
  assert.deepEqual(complaints, []);
});

test('an admin invites a person, who sees for whom the link is and joins with a passkey', async () => {
  const house = await newHouse();
  await house.opened();
  const admin = await visitor(browser(), 'no key', { permissions: ['clipboard-read', 'clipboard-write'] });
  await admin.page.goto(`${house.url}/sign-in`);
  await admin.page.getByLabel('Sign-in name').fill('ada');
  await admin.page.getByLabel('Password').fill(PHRASE);
  await press(admin.page, /^Sign in$/);
  await heading(admin.page, 'Signed in as Ada Okafor').waitFor();
  await admin.page.getByLabel('Name', { exact: true }).fill('Femi Sand');
  await admin.page.getByLabel('Prescriber').check();
  await admin.page.getByRole('button', { name: 'Make a link', exact: true }).click();
  await admin.page.getByText('A link for Femi Sand, prescriber.').waitFor();
  await admin.page.getByRole('img', { name: /picture for a phone/ }).waitFor();
  await press(admin.page, 'Copy the link');
  await admin.page.getByText('Copied.').waitFor();
  const link = await admin.page.evaluate<string>('navigator.clipboard.readText()');
  assert.equal(link, await admin.page.getByLabel('One-time link').inputValue());
  assert.match(link, new RegExp(`^${house.url}/join#[0-9a-f-]{36}\\.[\\w-]{43}$`));

  const femi = await visitor(browser());
  await femi.page.goto(link);
  await heading(femi.page, 'You are invited to Riverside').waitFor();
  await femi.page.getByText('This link is for Femi Sand, prescriber at Riverside.').waitFor();
  await press(femi.page, 'Join and sign in');
  await heading(femi.page, 'Signed in as Femi Sand').waitFor();
  await femi.page.getByText('Riverside: prescriber.').waitFor();
  assert.deepEqual(await femi.page.getByRole('checkbox').count(), 1, 'a prescriber gives the role of patient only');
  await assertNothingKept(femi.page);
  assert.deepEqual([...admin.complaints, ...femi.complaints], []);
});

test('a person signed in on two devices ends the other one, which is told so at its next step', async () => {
  const house = await newHouse();
  await house.opened();
  const both = await Promise.all([visitor(browser()), visitor(browser())]);
  for (const { page } of both) {
    await page.goto(`${house.url}/sign-in`);
    await page.getByLabel('Sign-in name').fill('Ada ');
    await page.getByLabel('Password').fill(PHRASE);
    await page.getByLabel('Password').press('Enter');
    await heading(page, 'Signed in as Ada Okafor').waitFor();
  }
  const [here, there] = both.map(({ page }) => page);
  assert.ok(here && there);
  await here.reload();
  const devices = here.locator('section[aria-labelledby=devices]');
  await devices.getByText('This device').waitFor();
  // The clinic was opened from a third one, the test itself.
  assert.equal(await devices.getByRole('listitem').count(), 3);
  await devices.getByRole('button', { name: 'End: Chrome on Linux' }).click();
  await devices.getByText('Ended: Chrome on Linux.').waitFor();
  assert.equal(await devices.getByRole('listitem').count(), 2);
  await press(there, 'Make a link for me');
  await heading(there, 'Sign in').waitFor();
  await there.getByText('You are not signed in, or the session has ended.').waitFor();
  await devices.getByRole('button', { name: 'Sign out everywhere' }).click();
  await heading(here, 'Sign in').waitFor();
});

test('a passkey is added and the password removed; the last way in cannot be; later it asks to sign in once more', async () => {
  const house = await newHouse();
  await house.opened();
  const { page, complaints } = await visitor(browser());
  await page.goto(`${house.url}/sign-in`);
  await page.getByLabel('Sign-in name').fill('ada');
  await page.getByLabel('Password').fill(PHRASE);
  await press(page, /^Sign in$/);
  const ways = page.locator('section[aria-labelledby=ways]');
  await ways.getByText('Password', { exact: true }).waitFor();
  assert.equal(await ways.getByRole('button', { name: /^Remove/ }).count(), 0);
  await press(page, 'Add a passkey on this device');
  await ways.getByText('The passkey was added.').waitFor();
  await press(page, 'Remove: Password');
  await ways.getByText('Removed: Password.').waitFor();
  await ways.getByText('Passkey, made with Chrome on Linux').waitFor();
  await press(page, 'Add a passkey on this device');
  await ways.getByText('This device holds a passkey for you already.').waitFor();
  house.world.now += 16 * 60_000;
  await press(page, 'Make a link for me');
  await ways.getByText('sign in once more first').waitFor();
  assert.deepEqual(complaints, []);
});

test('a link for the next device signs the same person in there; a wrong password says nothing of the login', async () => {
  const house = await newHouse();
  await house.opened();
  const [first, second] = await Promise.all([visitor(browser()), visitor(browser())]);
  await first.page.goto(`${house.url}/sign-in`);
  await first.page.getByLabel('Sign-in name').fill('ada');
  await first.page.getByLabel('Password').fill('four slow herons fly');
  await press(first.page, /^Sign in$/);
  await first.page.getByRole('alert').getByText('That did not fit.').waitFor();
  await first.page.getByLabel('Password').fill(PHRASE);
  await press(first.page, /^Sign in$/);
  await press(first.page, 'Make a link for me');
  const link = await first.page.getByLabel('One-time link').inputValue();
  await second.page.goto(link);
  await heading(second.page, 'Sign in on this device').waitFor();
  await second.page.getByLabel('With a name and a password').check();
  assert.equal(await second.page.getByLabel('Sign-in name').inputValue(), 'ada');
  await second.page.getByLabel('With a passkey').check();
  await press(second.page, /^Sign in$/);
  await heading(second.page, 'Signed in as Ada Okafor').waitFor();
});

test('joining goes by keyboard alone, and a new place begins at its heading', async () => {
  const house = await newHouse();
  const admin = await house.opened();
  await add(house.world, admin, 'taken', []);
  const link = got(await invite(house.world.ports, admin, { name: 'Io', roles: [] }));
  const { page } = await visitor(browser());
  await page.goto(house.url + link.path);
  await heading(page, 'You are invited to Riverside').waitFor();
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('taken');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PHRASE);
  await page.keyboard.press('Enter');
  await page.getByText('This login is taken.').waitFor();
  assert.ok(await hasFocus(page, '#login'), 'the focus is there as soon as the fault can be read');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('io.sand');
  await page.keyboard.press('Enter');
  await heading(page, 'Signed in as Io').waitFor();
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1');
});

test('the link that `titrial serve` prints opens the door, by name or by number', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'titrial-door-serve-'));
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', join(folder, 'data')]);
  try {
    const link = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /http:\/\/localhost:\d+\/set-up#\S+/.exec(said);
        if (found) resolve(found[0]);
      });
      child.on('close', () => reject(new Error(said)));
    });
    const { page, complaints } = await visitor(browser());
    await page.goto(link.replace('localhost', '127.0.0.1'));
    await heading(page, 'Set up Titrial').waitFor();
    assert.match(page.url(), /^http:\/\/localhost:\d+\/set-up$/);
    await page.getByLabel('Name of the clinic').fill('Riverside');
    await page.getByLabel('Your name').fill('Ada Okafor');
    await choosePassword(page, 'ada', PHRASE);
    await press(page, 'Set up and sign in');
    await heading(page, 'Signed in as Ada Okafor').waitFor();
    await page.getByRole('link', { name: 'The interface, described' }).click();
    await heading(page, /interface/).waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    const ended = new Promise((done) => child.on('close', done));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  }
});
