/** Can everyone come in? Axe on every place of the door in light and dark, wide and narrow; nothing wider than 320 px. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { invite } from '../../src/service/invitations.ts';
import { got, PHRASE } from '../server/people-world.ts';
import { assertAxeClean } from './axe-faults.ts';
import { choosePassword, type House, openChromium, openHouse, visitor } from './door-house.ts';

let browser: Browser;
let waiting: House;
let house: House;
let invited = '';
before(async () => {
  browser = await openChromium();
  [waiting, house] = await Promise.all([openHouse(), openHouse()]);
  const link = got(await invite(house.world.ports, await house.opened(), { name: 'Io', roles: ['patient'] }));
  invited = house.url + link.path;
});
after(async () => {
  await browser?.close();
  await waiting?.close();
  await house?.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${house.url}/sign-in`);
  await page.getByLabel('Sign-in name').fill('ada');
  await page.getByLabel('Password').fill(PHRASE);
  await page.getByLabel('Password').press('Enter');
  await page.getByText('This device', { exact: true }).waitFor();
}

const places: Record<string, (page: Page) => Promise<void>> = {
  'setting up, with a fault': async (page) => {
    await page.goto(await waiting.setUpLink());
    await page.getByLabel('Name of the clinic').fill('Riverside');
    await page.getByLabel('Your name').fill('Ada');
    await choosePassword(page, 'ada', 'short');
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
  },
  joining: async (page) => {
    await page.goto(invited);
    await page.getByText('This link is for Io').waitFor();
  },
  'a link that does not open': async (page) => {
    await page.goto(`${house.url}/join#nonsense`);
    await page.getByRole('alert').waitFor();
  },
  'a link without its secret': async (page) => {
    await page.goto(`${house.url}/join`);
    await page.getByText('Open the whole link once more').waitFor();
  },
  'signing in, refused': async (page) => {
    await page.goto(`${house.url}/sign-in`);
    await page.getByLabel('Sign-in name').fill('nobody');
    await page.getByLabel('Password').fill('nothing that fits');
    await page.getByLabel('Password').press('Enter');
    await page.getByText('That did not fit').waitFor();
  },
  'signed in, with a link made': async (page) => {
    await signIn(page);
    await page.getByRole('button', { name: 'Make a link for me' }).click();
    await page.getByRole('img').waitFor();
  },
};

const wide = { width: 1280, height: 800 };
for (const [name, reach] of Object.entries(places))
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing in ${name}, ${colorScheme}; it fits 320 px and every control is 44 px tall`, async () => {
      const { page, complaints } = await visitor(browser, 'key', { viewport: wide, colorScheme });
      await reach(page);
      await assertAxeClean(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.waitForFunction('document.documentElement.clientWidth <= 320');
      await assertAxeClean(page);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= 320, `the page is ${width} px wide`);
      assert.deepEqual(await lowControls(page), []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });

/** Links inside a sentence are as tall as the sentence; every other control can be hit. */
const lowControls = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('button, label:has(input), .field input, footer a, a.button')]
    .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 44)
    .map((e) => e.outerHTML.slice(0, 120))`);

test('at twice the text size in a narrow window nothing is lost sideways, and every word is still there', async () => {
  const { page } = await visitor(browser, 'key', { viewport: { width: 640, height: 800 } });
  await signIn(page);
  await page.evaluate("document.documentElement.style.fontSize = '225%'");
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  assert.ok(width <= 640, `the page is ${width} px wide`);
  await page.context().close();
});
