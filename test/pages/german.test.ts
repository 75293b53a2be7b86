/**
 * Does a second language hold? The door, the desk and the patient's page in a German browser: one pack of words fetched, the
 * server's refusals and reasons in German too, what was typed kept when the language changes, and nothing lost at 320 px.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { responderCsv } from './diaries.ts';
import { heading, press, street, visitor } from './door-house.ts';
import { live, openWard, patientAt, screenAndSign } from './patient-ward.ts';

const { browser, house: newHouse } = street();
const GERMAN = { locale: 'de-DE', viewport: { width: 320, height: 640 } };

const packs = (asked: readonly string[]): string[] =>
  asked.flatMap((address) => /\/assets\/(english|german|door)-[^/]+\.js$/.exec(address)?.[1] ?? []);

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    [],
  );
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  assert.ok(width <= 320, `${width} px wide`);
}

test('the door speaks German to a German browser, the server too, and English when that is chosen', async () => {
  const house = await newHouse();
  await house.opened();
  const { page, complaints, asked } = await visitor(browser(), 'no key', GERMAN);
  await page.goto(`${house.url}/sign-in`);
  await heading(page, 'Anmelden').waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
  assert.equal(await page.title(), 'Titrial: anmelden');
  await page.getByLabel('Anmeldename').fill('ada');
  await page.getByLabel('Passwort').fill('vier langsame Reiher waten');
  await press(page, /^Anmelden$/);
  await page.getByText('Das hat nicht gepasst.').waitFor();
  await clean(page);
  assert.deepEqual(packs(asked), ['door'], 'one language is fetched');

  await page.getByLabel('English').check();
  await heading(page, 'Sign in').waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
  assert.equal(await page.getByLabel('Sign-in name').inputValue(), 'ada', 'what was typed stays');
  await page.reload();
  await heading(page, 'Sign in').waitFor();
  assert.deepEqual(complaints, []);
});

test('a link that does not open is refused in German from the first question on', async () => {
  const house = await newHouse();
  await house.opened();
  const { page } = await visitor(browser(), 'no key', GERMAN);
  await page.goto(`${house.url}/join#${'A'.repeat(43)}`);
  await page.getByText('Dieser Link ist hier nicht bekannt.').waitFor();
  await clean(page);
});

test('the desk tells a finding in German: statistics with a comma, doses as everywhere', async () => {
  const house = await newHouse();
  const { page, complaints, asked } = await visitor(browser(), 'no key', GERMAN);
  await page.goto(`${house.url}/desk/`);
  await heading(page, 'Was sagt das Tagebuch?').waitFor();
  assert.deepEqual(packs(asked), ['german']);
  await page.getByText('Stattdessen Zeilen einfügen').click();
  await page.locator('#paste').fill(responderCsv());
  await press(page, 'Diese Zeilen lesen');
  const answer = page.locator('.answer');
  await answer
    .getByRole('heading', { name: /^Schmerz: / })
    .first()
    .waitFor();
  const text = await answer.innerText();
  assert.match(text, /90\u2011%\u2011Intervall: \d,\d bis \d,\d Punkte niedriger/);
  assert.match(text, /\b[34](?:\.5)? mg\b/);
  assert.doesNotMatch(text, /\d,\d+ mg|\bdays\b|\bpoints\b|\bchance\b/);
  await clean(page);
  await page.getByLabel('English').check();
  await answer
    .getByRole('heading', { name: /^Pain: / })
    .first()
    .waitFor();
  assert.deepEqual(complaints, []);
});

test("the patient's page fits 320 px in German, and the server's reasons come in German", async (t) => {
  const ward = await openWard(46);
  t.after(() => ward.close());
  await live(ward, 14, undefined, 7);
  await screenAndSign(ward, 0);
  await live(ward, 30, 1_500, 5);
  const { page, complaints } = await patientAt(browser(), ward, GERMAN);
  for (const place of ['', 'serious', 'card', 'more', 'letter', 'settings', 'plan']) {
    await page.goto(`${ward.url}/app/#/${place}`);
    await page.locator('main h1').waitFor();
    await page.waitForFunction("!document.querySelector('main').textContent.includes('Einen Moment')");
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= 320, `#/${place} is ${width} px wide`);
  }
  await page.getByText('Warum', { exact: true }).click();
  await page.getByText(/auf dieser Stufe; der Plan verlangt 7\./).waitFor();
  assert.deepEqual(complaints, []);
});
