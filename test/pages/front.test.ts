/**
 * The first page in a real Chromium on the real server: what a newcomer sees and where it leads; the demonstration opened by
 * one click; nothing of the record asked for (H16, H35). Axe, 320 px and 44 px in every state, light and dark.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { setUpSolo } from '../../src/service/set-up.ts';
import { got, PHRASE } from '../server/people-world.ts';
import { assertAxeClean } from './axe-faults.ts';
import { type House, heading, press, street, visitor } from './door-house.ts';

const { browser, house: newHouse } = street();
const FIRST = /^Does low-dose naltrexone/;

const links = (page: Page): Promise<readonly (string | null)[]> =>
  page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));

async function signIn(page: Page, house: House): Promise<void> {
  await page.goto(`${house.url}/sign-in`);
  await page.getByLabel('Sign-in name').fill('ada');
  await page.getByLabel('Password').fill(PHRASE);
  await press(page, /^Sign in$/);
  await heading(page, 'Signed in as Ada Okafor').waitFor();
}

test('a newcomer is told what this is and where the one-time link stands, and can look around', async () => {
  const house = await newHouse(undefined, true);
  const { page, complaints, asked } = await visitor(browser());
  await page.goto(house.url);
  await heading(page, FIRST).waitFor();
  assert.deepEqual(await links(page), ['/desk/']);
  assert.equal(await page.getByText('the terminal shows a link').first().isVisible(), false);
  await page.getByText('Set up my clinic').click();
  assert.equal(await page.getByText('the terminal shows a link').first().isVisible(), true);
  await page.getByText('Just me', { exact: true }).click();
  assert.equal(await page.getByText('a plan your doctor prescribed and you copy in').isVisible(), true);
  const calls = asked.filter((address) => address.includes('/api/')).map((address) => new URL(address).pathname);
  assert.deepEqual(calls, ['/api/v1/installation']);
  assert.deepEqual(complaints, []);
});

test('one click opens the demonstration clinic as its doctor, and says how far it is meanwhile', async () => {
  const house = await newHouse(undefined, true);
  const { page, asked } = await visitor(browser());
  await page.goto(house.url);
  await press(page, 'Open the demonstration clinic');
  await page.getByText(/^Making the clinic: \d+ of 49 people\.$/).waitFor();
  await page.waitForURL(`${house.url}/demo/clinic/#/inbox`, { timeout: 60_000 });
  const cookies = await page.context().cookies();
  assert.deepEqual(
    cookies.map(({ name, path, httpOnly }) => [name, path, httpOnly]),
    [['titrial-demo', '/demo', true]],
  );
  const record = asked.map((address) => new URL(address).pathname).filter((path) => path.startsWith('/api/'));
  assert.deepEqual(record, ['/api/v1/installation'], 'the demonstration asks nothing of the record');
});

test('without a demonstration there is no word of it', async () => {
  const house = await newHouse();
  const { page } = await visitor(browser());
  await page.goto(house.url);
  await heading(page, FIRST).waitFor();
  assert.equal(await page.getByText(/demonstration/i).count(), 0);
});

test('where a clinic stands, the first page leads to signing in, and who is signed in to their work', async () => {
  const house = await newHouse(undefined, true);
  await house.opened();
  const { page, complaints } = await visitor(browser(), 'no key');
  await page.goto(house.url);
  await heading(page, FIRST).waitFor();
  assert.deepEqual(await links(page), ['/sign-in', '/desk/']);
  assert.equal(await page.getByText('Set up my clinic').count(), 0);
  await signIn(page, house);
  assert.equal(await page.getByRole('link', { name: 'Open the clinic' }).getAttribute('href'), '/clinic/');
  await page.goto(house.url);
  await page.getByRole('heading', { name: 'Signed in as Ada Okafor' }).waitFor();
  assert.deepEqual(await links(page), ['/clinic/', '/sign-in', '/desk/']);
  assert.deepEqual(complaints, []);
});

test('a patient alone is led to the diary and to no clinic', async () => {
  const house = await newHouse();
  const token = (await house.setUpLink()).split('#')[1] ?? '';
  const way = { way: 'password', login: 'ada', password: PHRASE } as const;
  got(await setUpSolo(house.world.ports, token, { name: 'Ada Okafor', way }, { device: 'test', from: '' }));
  const { page } = await visitor(browser(), 'no key');
  await signIn(page, house);
  await page.goto(house.url);
  await page.getByRole('heading', { name: 'Signed in as Ada Okafor' }).waitFor();
  assert.deepEqual(await links(page), ['/app/', '/sign-in', '/desk/']);
});

const states: Readonly<Record<string, (page: Page, house: House) => Promise<void>>> = {
  'nobody has set it up': async (page, house) => {
    await page.goto(house.url);
    for (const summary of await page.locator('summary').all()) await summary.click();
  },
  'a clinic stands': async (page, house) => {
    await house.opened();
    await page.goto(house.url);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
  },
  'somebody is signed in': async (page, house) => {
    await house.opened();
    await signIn(page, house);
    await page.goto(house.url);
    await page.getByRole('link', { name: 'Open the clinic' }).waitFor();
  },
};

for (const [name, reach] of Object.entries(states))
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on the first page where ${name}, ${colorScheme}; it fits 320 px, controls are 44 px`, async () => {
      const house = await newHouse(undefined, true);
      const { page } = await visitor(browser(), 'no key', { viewport: { width: 1280, height: 800 }, colorScheme });
      await reach(page, house);
      await assertAxeClean(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.waitForFunction('document.documentElement.clientWidth <= 320');
      await assertAxeClean(page);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= 320, `the page is ${width} px wide`);
      const low = await page.evaluate<string[]>(`[...document.querySelectorAll('button, summary, a.button')]
        .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 44)
        .map((e) => e.outerHTML.slice(0, 120))`);
      assert.deepEqual(low, []);
    });
