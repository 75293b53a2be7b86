/**
 * Can a patient read their answer? The finding as the clinic's computer told it, in the language of the page, with its
 * picture, table and numbers; without a connection too; and told anew when another language is chosen (H18, H19).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { computeNow } from '../../src/service/find.ts';
import { findingPack as german } from '../../web/kit/words/de/finding-pack.ts';
import { findingPack as english } from '../../web/kit/words/en/finding-pack.ts';
import { got } from '../server/people-world.ts';
import { openChromium } from './door-house.ts';
import { live, openWard, patientAt, screenAndSign, type Ward } from './patient-ward.ts';

let browser: Browser;
let ward: Ward;
before(async () => {
  browser = await openChromium();
  ward = await openWard(46);
  await live(ward, 14, undefined, 7);
  await screenAndSign(ward, 0);
  await live(ward, 30, 1_500, 5);
  got(await computeNow(ward.ports, ward.prescriber, ward.case));
});
after(async () => {
  await browser?.close();
  await ward?.close();
});

async function answerOf(page: Page): Promise<string> {
  await page.goto(`${ward.url}/app/#/answer`);
  await page.locator('article.finding').first().waitFor();
  return page.locator('main').innerText();
}

test('sentence, grade, placebo figure and what would settle it stand there; the picture fits and has a table', async () => {
  const { page, complaints } = await patientAt(browser, ward, { viewport: { width: 320, height: 640 } });
  const told = await answerOf(page);
  assert.match(told, /Grade of evidence: open-label/);
  assert.match(told, /FINAL 2024.*0\.9 points of 10/);
  assert.match(told, /To settle it/);
  assert.ok(told.includes(english.finding.notAdvice));
  const articles = await page.locator('article.finding').all();
  assert.equal(articles.length, 3);
  for (const article of articles) {
    const title = await article.locator('svg > title').first().textContent();
    await article.getByRole('img', { name: title ?? '' }).waitFor();
    await article.locator('figure summary').first().click();
    assert.ok((await article.locator('tbody tr').count()) > 0);
    await article.getByText(english.answer.more).click();
  }
  assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id }) => id),
    [],
  );
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('every number says what it means, and gives the focus back', async () => {
  const { page } = await patientAt(browser, ward);
  await answerOf(page);
  await page.getByText(english.answer.more).first().click();
  const number = page.locator('.number').first();
  await number.focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /How many points the score differs.*revision/is);
  await page.keyboard.press('Escape');
  await page.waitForFunction("document.activeElement?.matches('.number')");
  await page.context().close();
});

test('it is read without a connection, and told anew in the language that is chosen when there is one', async () => {
  const { page } = await patientAt(browser, ward);
  await answerOf(page);
  await page.evaluate('navigator.serviceWorker.ready');
  await page.context().setOffline(true);
  await page.reload();
  assert.match(await answerOf(page), /Grade of evidence: open-label/);
  await page.context().setOffline(false);
  await page.goto(`${ward.url}/app/#/settings`);
  await page.getByText('Deutsch').click();
  await page.goto(`${ward.url}/app/#/answer`);
  await page.getByText(german.finding.notAdvice).waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), /Grade of evidence/);
  await page.context().close();
});
