/**
 * A newcomer at a fresh installation: how many clicks from the first page to the first finding? Two, counted by the browser
 * itself, and nothing typed; every page says that the people are invented (H35).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { street, visitor } from './door-house.ts';

const { browser, house: newHouse } = street();

/** Counts what a hand does, over all the pages it leads to. */
const COUNTING = `for (const kind of ['click', 'keydown'])
  addEventListener(kind, (event) => {
    if (event.isTrusted) sessionStorage.setItem(kind, Number(sessionStorage.getItem(kind) ?? 0) + 1);
  }, { capture: true });`;

test('from the first page to the finding of an invented patient in two clicks', async () => {
  const house = await newHouse(undefined, true);
  const { page, complaints } = await visitor(browser());
  await page.addInitScript(COUNTING);
  await page.goto(house.url);
  await page.getByRole('button', { name: 'Open the demonstration clinic' }).click();
  await page.getByRole('link', { name: /^Start here/ }).click({ timeout: 90_000 });
  const sentence = page
    .getByRole('main')
    .getByRole('paragraph')
    .filter({ hasText: /interval: .* points/ });
  await sentence.first().waitFor();
  assert.match(await sentence.first().innerText(), /^(?:Inconclusive: |[A-Z][a-z]+ was (?:better|worse) )/);
  await page.getByText(/^Demonstration: invented people\./).waitFor();
  assert.deepEqual(await page.evaluate("['click', 'keydown'].map((kind) => sessionStorage.getItem(kind))"), [
    '2',
    null,
  ]);
  assert.deepEqual(complaints, []);
});
