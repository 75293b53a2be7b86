/** The analysis desk in a real Chromium: by drop, by file, by paste and by keyboard alone, to the finding and back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Desk, dropFile, hasFocus, openDesk, tabTo } from './browser.ts';
import { FAULTY_CSV, manyScoresCsv, responderCsv } from './diaries.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk?.close());

const answered = (page: Page) => page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });

/** Notes, in the page, the time from the drop to the frame after the first sentence and after the last symptom. */
const STOPWATCH = `(() => {
  let dropped = 0;
  document.addEventListener('drop', () => { dropped = performance.now(); }, true);
  const note = (name) => requestAnimationFrame(() => { window[name] ??= performance.now() - dropped; });
  new MutationObserver(() => {
    if (document.querySelector('.sentence')) note('firstFinding');
    if (document.querySelector('[role=status]:not(:empty)')) note('allFindings');
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;

test('a dropped diary becomes a finding, and nothing is asked of any address for it', async () => {
  const { page, asked, complaints } = await desk.open();
  await page.waitForLoadState('networkidle');
  const loaded = asked.length;
  const csv = responderCsv();
  await page.evaluate(STOPWATCH);
  await dropFile(page, 'diary.csv', csv);
  await answered(page);
  const [first, all] = await page.evaluate<[number, number]>(
    '[window.firstFinding, window.allFindings].map(Math.round)',
  );
  console.log(`# from the drop to the first finding: ${first} ms; to all three symptoms: ${all} ms`);
  assert.match(await page.locator('.sentence').innerText(), /chance that pain is lower on .* in 100/);
  assert.match(await page.locator('.grade').innerText(), /open-label.*0\.9 points of 10/s);
  assert.equal(asked.length, loaded, asked.slice(loaded).join());
  assert.deepEqual(
    asked.filter((address) => !address.startsWith(desk.url)),
    [],
  );
  assert.deepEqual(complaints, []);
});

test('the keyboard alone leads from a chosen file through the finding, a number and a closed part', async () => {
  const { page } = await desk.open();
  await tabTo(page, 'input[type=file]');
  await page.locator('input[type=file]').setInputFiles({
    name: 'diary.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(responderCsv()),
  });
  await answered(page);
  assert.ok(await hasFocus(page, '#answer'), 'the focus is on the heading of the answer');
  await tabTo(page, '.number');
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Change.*points.*Model.*likelihood.*Days.*logged.*Revision.*Data hash/s);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(await hasFocus(page, '.number'), 'the focus is back on the number');
  await tabTo(page, '.part > summary');
  await page.keyboard.press('Enter');
  await page.locator('.part[open] svg').first().waitFor();
});

test('rows are pasted and read by keyboard alone', async () => {
  const { page } = await desk.open();
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '#paste');
  await page.keyboard.insertText(responderCsv());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await answered(page);
  assert.match(await page.locator('#answer').innerText(), /^Pain:/);
});

test('a choice of column is changed by keyboard, keeps the focus and gives a new finding', async () => {
  const { page } = await desk.open();
  await dropFile(page, 'diary.csv', responderCsv());
  await answered(page);
  const before = await page.locator('.sentence').innerText();
  await page.locator('#choose-better').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.locator('.sentence', { hasText: 'is higher on' }).waitFor();
  assert.notEqual(await page.locator('.sentence').innerText(), before);
  assert.ok(await hasFocus(page, '#choose-better'));
});

test('an example with a blinded part is read from its first blinded day, and openly where that is chosen', async () => {
  const { page } = await desk.open();
  await page.getByRole('button', { name: /then blinded periods/ }).click();
  await answered(page);
  assert.match(await page.locator('.grade').innerText(), /randomised and blinded/);
  assert.equal(await page.getByLabel(/First blinded day/).inputValue(), '2026-03-30');
  await page.getByLabel('How the days were decided').selectOption('');
  await page.locator('.grade', { hasText: 'open-label with a pause' }).waitFor();
  assert.equal(await page.getByLabel(/First blinded day/).count(), 0);
});

test('a diary that cannot be read is refused with line and column, and the choices stay at hand', async () => {
  const { page } = await desk.open();
  await dropFile(page, 'diary.csv', FAULTY_CSV);
  await page.locator('#faults').waitFor();
  const told = await page.locator('.notice').innerText();
  assert.match(told, /Line 3, column "date".*2026-02-30/);
  assert.match(told, /Line 4, column "pain".*77/);
  assert.match(told, /Line 5, column "dose_mg"/);
  assert.match(told, /not changed/);
  assert.ok(await hasFocus(page, '#faults'), 'the focus is on the refusal');
  await page.locator('#choose-dose').waitFor();
});

for (const [name, bytes, told] of [
  ['table.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]), /NUL byte.*CSV UTF-8/],
  ['latin.csv', Buffer.from([0x64, 0x61, 0x74, 0xe9, 0x0a]), /not UTF-8.*CSV UTF-8/],
] as const) {
  test(`${name} is refused with what to do, and the page stays as it was`, async () => {
    const { page } = await desk.open();
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
    const alert = page.locator('[role=alert]', { hasText: name });
    await alert.waitFor();
    assert.match(await alert.innerText(), told);
    assert.ok(await page.locator('#examples').isVisible());
  });
}

test('the saved page and picture are whole by themselves', async () => {
  const { page } = await desk.open();
  await dropFile(page, 'my diary.csv', responderCsv());
  await answered(page);
  for (const [button, file, opens] of [
    ['Page (HTML)', 'finding-my-diary.html', /^<!doctype html>.*<svg.*not medical advice/s],
    ['Picture (SVG)', 'finding-my-diary-pain.svg', /^<\?xml.*<svg.*prefers-color-scheme/s],
  ] as const) {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download = await saved;
    assert.equal(download.suggestedFilename(), file);
    const text = readFileSync(await download.path(), 'utf8');
    assert.match(text, opens);
    assert.doesNotMatch(text, /var\(--chart-\w+, #\w+\).*<\?xml|<script/s);
  }
});

test('a long computation shows its progress and can be stopped', async () => {
  const { page } = await desk.open();
  await dropFile(page, 'many.csv', manyScoresCsv(60, 300));
  await page.locator('progress').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped. What was found so far is kept').waitFor();
  assert.equal(await page.locator('progress').count(), 0);
  await page.getByRole('button', { name: 'Another diary' }).click();
  await page.locator('#examples').waitFor();
});
