/**
 * The demonstration in a real Chromium on the real server: a newcomer's first finding within two clicks, everybody's page one
 * click away, and a strip above each that says what it is (H35).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { type House, openChromium, openHouse, press, visitor } from './door-house.ts';

let browser: Browser;
let house: House;
before(async () => {
  browser = await openChromium();
  house = await openHouse(undefined, true);
});
after(async () => {
  await browser?.close();
  await house?.close();
});

const strip = (page: Page) => page.getByRole('complementary', { name: 'Demonstration' });

async function open(options: Parameters<typeof visitor>[2] = {}) {
  const seen = await visitor(browser, 'no key', options);
  seen.page.setDefaultTimeout(90_000);
  await seen.page.goto(house.url);
  return seen;
}

test('from the first page the first finding of the demonstration is two clicks away', async () => {
  const { page, complaints } = await open();
  await press(page, 'Open the demonstration clinic');
  await page.getByRole('link', { name: /^Start here/ }).click();
  await page.getByRole('heading', { name: /^Pain: / }).waitFor();
  await page
    .getByText(/about \d+ in 100/)
    .first()
    .waitFor();
  await page.getByText('FINAL 2024').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('one click looks as a patient, whose dose of today stands there and may be told', async () => {
  const { page } = await open();
  await press(page, 'Open the demonstration clinic');
  await strip(page).getByText('Look as somebody else').click();
  await strip(page).getByRole('button', { name: 'Patient, liquid' }).click();
  await page.waitForURL(`${house.url}/demo/app/**`);
  await page
    .getByText(/0\.75 mg/)
    .first()
    .waitFor();
  await page
    .getByText(/0\.75 mL/)
    .first()
    .waitFor();
  assert.equal(await strip(page).getByText("Nothing here is anybody's").isVisible(), true);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the opened strip, ${colorScheme}; it fits 320 px and tells the password`, async () => {
    const { page } = await open({ viewport: { width: 320, height: 640 }, colorScheme });
    await press(page, 'Open the demonstration clinic');
    await strip(page).getByText('Look as somebody else').click();
    await strip(page).getByText('demonstration-only').waitFor();
    assert.equal(await strip(page).getByRole('button').count(), 9);
    const { violations } = await new AxeBuilder({ page }).include('.demo-strip').analyze();
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(wide <= 320, `the page is ${wide} px wide`);
    const low = await page.evaluate<number>(`[...document.querySelectorAll('.demo-strip button, .demo-strip summary')]
      .filter((e) => e.getBoundingClientRect().height < 44).length`);
    assert.equal(low, 0);
  });
