/** What the door says no to, in a real Chromium on the real server: each is told as what it is, and what can be mended is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Storage, StorageError } from '../../src/records/ports.ts';
import { invite } from '../../src/service/invitations.ts';
import { DAY, got, PHRASE } from '../server/people-world.ts';
import { choosePassword, heading, plugIn, press, street, visitor } from './door-house.ts';

const { browser, house: newHouse } = street();

test('links that are expired, unknown, broken or without their secret are each told as what they are', async () => {
  const house = await newHouse();
  const admin = await house.opened();
  const { page, complaints } = await visitor(browser());
  const link = got(await invite(house.world.ports, admin, { name: 'Io', roles: ['patient'] }));
  const told = async (path: string, said: RegExp): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(house.url + path);
    await page.getByText(said).waitFor();
  };
  await told('/join', /secret of the link is not here/);
  await told('/set-up', /Open the whole link once more/);
  await told('/join#nonsense', /not known here. Check that it was copied whole/);
  await told(`/join#${link.token.slice(0, -1)}${link.token.endsWith('A') ? 'B' : 'A'}`, /not known here/);
  await told(`/set-up#${link.token}`, /This link is for Io, patient at Riverside/);
  // In the same tab only the part behind the '#' changes.
  await page.evaluate(`location.hash = ${JSON.stringify(link.token)}`);
  await page.waitForFunction("location.hash === ''");
  house.world.now += 4 * DAY;
  await press(page, 'Join and sign in');
  await page.getByRole('alert').getByText('This link has expired. Ask for a new one.').waitFor();
  await told(`/join#${link.token}`, /This link has expired/);
  assert.deepEqual(complaints, []);
});

test('cancelled at the device, offline, tried too often, or in a browser without passkeys: each is said and mended', async () => {
  const house = await newHouse();
  const admin = await house.opened();
  const link = got(await invite(house.world.ports, admin, { name: 'Io', roles: ['patient'] }));
  const { page, devices } = await visitor(browser(), 'no key');
  await plugIn(devices, false);
  await page.goto(house.url + link.path);
  await press(page, 'Join and sign in');
  await page.getByRole('alert').getByText('No passkey was used').waitFor();
  await page.context().setOffline(true);
  await press(page, 'Join and sign in');
  await page.getByRole('alert').getByText('The server did not answer.').waitFor();
  await page.context().setOffline(false);
  await choosePassword(page, 'io.sand', PHRASE);
  await press(page, 'Join and sign in');
  await heading(page, 'Signed in as Io').waitFor();

  const guesser = await visitor(browser(), 'no key');
  await guesser.page.addInitScript('delete window.PublicKeyCredential');
  await guesser.page.goto(`${house.url}/sign-in`);
  await heading(guesser.page, 'Sign in').waitFor();
  assert.equal(await guesser.page.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0);
  for (let i = 0; i < 11; i++) {
    await guesser.page.getByLabel('Sign-in name').fill('io.sand');
    await guesser.page.getByLabel('Password').fill(`guess ${i}`);
    await press(guesser.page, /^Sign in$/);
    await guesser.page.locator('form:has([role=alert].notice)').waitFor();
  }
  await guesser.page.getByRole('alert').getByText('This was tried too often.').waitFor();
});

test('a store that cannot be written is said to be so, and the link works once it can', async () => {
  let isFull = false;
  const house = await newHouse((storage) => {
    const { useInvitation } = storage.people;
    const full = () => Promise.reject(new StorageError('full', 'planted'));
    const people: Storage['people'] = {
      ...storage.people,
      useInvitation: (...given) => (isFull ? full() : useInvitation(...given)),
    };
    return { ...storage, people };
  });
  const admin = await house.opened();
  const link = got(await invite(house.world.ports, admin, { name: 'Io', roles: ['patient'] }));
  const { page, complaints } = await visitor(browser(), 'no key');
  await page.goto(house.url + link.path);
  await choosePassword(page, 'io.sand', PHRASE);
  isFull = true;
  await press(page, 'Join and sign in');
  await page.getByRole('alert').getByText('could not reach its store, and nothing was written').waitFor();
  await press(page, 'Join and sign in');
  await page.getByRole('alert').getByText('nothing new is taken until it is put right').waitFor();
  isFull = false;
  house.world.now += 6_000;
  await press(page, 'Join and sign in');
  await heading(page, 'Signed in as Io').waitFor();
  assert.deepEqual(complaints, []);
});

test("without the browser's own reading of WebAuthn's JSON, a passkey is made and used all the same", async () => {
  const house = await newHouse();
  const admin = await house.opened();
  const link = got(await invite(house.world.ports, admin, { name: 'Io', roles: ['patient'] }));
  const { page, complaints } = await visitor(browser());
  await page.addInitScript(`
    delete PublicKeyCredential.parseCreationOptionsFromJSON;
    delete PublicKeyCredential.parseRequestOptionsFromJSON;
    PublicKeyCredential.prototype.toJSON = () => { throw new TypeError('Illegal invocation'); };`);
  await page.goto(house.url + link.path);
  await press(page, 'Join and sign in');
  await heading(page, 'Signed in as Io').waitFor();
  await press(page, 'Sign out');
  await press(page, 'Sign in with a passkey');
  await heading(page, 'Signed in as Io').waitFor();
  assert.deepEqual(complaints, []);
});
