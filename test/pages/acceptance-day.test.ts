/**
 * A diary day on the worst of days: by one thumb at a slow pace, from the closed page and without a network; and by the keys
 * alone with everything at once that helps somebody see: a narrow page, text twice as large, forced colours, nothing moving
 * (H15, H29, H34). Pictures are left in test/pages/shots.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { dayOf } from '../server/case-world.ts';
import { PHRASE } from '../server/people-world.ts';
import { tabTo } from './browser.ts';
import { openChromium } from './door-house.ts';
import { atClinic, live, openWard, screenAndSign, type Ward } from './patient-ward.ts';
import { allDone, button, type Hand, newPhone, signInOnPhone, tap, tapScores, tapTaken } from './phone-acts.ts';

/** Milliseconds between two taps of a thumb that hurts. */
const PACE = 1_200;
const shots = fileURLToPath(new URL('shots/', import.meta.url));

let browser: Browser;
let ward: Ward;
before(async () => {
  browser = await openChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await ward.close();
});
after(() => browser?.close());

/** Somebody two days into the first step, whose phone knows the page. */
async function atFirstStep(options: BrowserContextOptions = {}): Promise<Hand> {
  ward = await openWard(16);
  await live(ward, 14, undefined);
  await screenAndSign(ward, 0);
  await live(ward, 2, 1_500);
  const hand = await newPhone(browser, ward.now, options);
  await signInOnPhone(hand, ward.url, 'robin', PHRASE);
  await button(hand, 'Taken').waitFor();
  await hand.page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  return hand;
}

/** Closes the page and opens it again without a network; how many taps and seconds until all is kept? */
async function dayByThumb(hand: Hand, act: (thumb: Hand) => Promise<void>): Promise<{ taps: number; seconds: string }> {
  const context = hand.page.context();
  await hand.page.close();
  await context.setOffline(true);
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(String(error)));
  const thumb = { ...hand, page, taps: 0, pace: PACE };
  const began = performance.now();
  await page.goto(`${ward.url}/app/`);
  await act(thumb);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  await context.setOffline(false);
  await page.getByText(/All told to the clinic/).waitFor();
  return { taps: thumb.taps, seconds };
}

const today = async () => {
  const key = formatLocalDate(dayOf(ward));
  const { days, slots } = await atClinic(ward);
  return { scores: days[key]?.scores, dose: slots[key]?.status };
};
/** What was tapped last may still be on its way: the clinic has all of it soon, and no less. */
async function clinicHas(wanted: Awaited<ReturnType<typeof today>>): Promise<void> {
  for (let looks = 0; looks < 100 && !isDeepStrictEqual(await today(), wanted); looks++) await setTimeout(100);
  assert.deepEqual(await today(), wanted);
}
const value = (n: number) => ({ kind: 'value', value: n }) as const;

test('a day by a slow thumb, from the closed page and without a network: four taps', async (t) => {
  const hand = await atFirstStep();
  const { taps, seconds } = await dayByThumb(hand, async (thumb) => {
    await tapTaken(thumb);
    await tapScores(thumb, [7, 0, 10]);
    await allDone(thumb.page);
  });
  assert.equal(taps, 4);
  t.diagnostic(`a diary day: ${taps} taps, ${seconds} s with ${PACE / 1_000} s before each, the opening counted`);
  await clinicHas({ scores: { pain: value(7), fatigue: value(0), sleep: value(10) }, dose: 'taken' });
});

test('a day too ill to log, by the same thumb: two taps, and it is told from a day nobody kept', async (t) => {
  const hand = await atFirstStep();
  const { taps, seconds } = await dayByThumb(hand, async (thumb) => {
    await tap(thumb, button(thumb, 'Too ill to log'));
    await tap(thumb, button(thumb, 'Yes, too ill'));
    await thumb.page.getByText('Too ill to log. Kept. Rest well.').waitFor();
  });
  assert.equal(taps, 2);
  t.diagnostic(`too ill: ${taps} taps, ${seconds} s with ${PACE / 1_000} s before each, the opening counted`);
  const ill = { kind: 'too-ill' } as const;
  await clinicHas({ scores: { pain: ill, fatigue: ill, sleep: ill }, dose: undefined });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`a day by the keys alone: 320 px, text twice as large, forced colours, nothing moving, ${colorScheme}`, async () => {
    const hand = await atFirstStep({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
    const { page } = hand;
    await twiceAsLarge(page);
    await page.screenshot({ path: `${shots}day-hard-${colorScheme}-before.png`, fullPage: true });
    await keepByKeys(page);
    await allDone(page);
    await page.screenshot({ path: `${shots}day-hard-${colorScheme}-kept.png`, fullPage: true });
    assert.deepEqual(await beyond(page, 320), []);
    assert.equal(await page.evaluate('document.getAnimations().length'), 0);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText(/All told to the clinic/).waitFor();
    await clinicHas({ scores: { pain: value(3), fatigue: value(0), sleep: value(10) }, dose: 'taken' });
    assert.deepEqual(hand.complaints, []);
  });

/** What reaches past the right edge, and words that are wider than what they stand in. */
const beyond = (page: Page, width: number): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && !e.matches('.spoken, .spoken *'))
    .filter((e) => e.getBoundingClientRect().right > ${width} + 0.5
      || (e.matches('a, button, label, summary') && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1))
    .map((e) => e.outerHTML.slice(0, 120))`);

/** As somebody sets it in the browser; the page's own sizes follow, and a picture does not undo it. */
const twiceAsLarge = (page: Page): Promise<void> => page.evaluate("document.documentElement.style.fontSize = '36px'");

test('in German and on a narrow page every word fits what it stands in, at either size of text', async () => {
  const { page } = await atFirstStep();
  await page.evaluate("localStorage.setItem('titrial-language', 'de')");
  await page.reload();
  await page.getByRole('button', { name: 'Nicht genommen' }).waitFor();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: `${shots}day-german.png`, fullPage: true });
  assert.deepEqual(await beyond(page, 320), []);
  await twiceAsLarge(page);
  await page.screenshot({ path: `${shots}day-german-large.png`, fullPage: true });
  assert.deepEqual(await beyond(page, 320), []);
});

/** Tab to what comes next, Space or the arrows to answer: pain 3, fatigue 0, sleep 10. */
async function keepByKeys(page: Page): Promise<void> {
  await tabTo(page, '.dose-act button');
  await page.keyboard.press('Enter');
  await page.getByText(/^Taken: 1\.5 mg/).waitFor();
  await tabTo(page, 'input[name=pain]');
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await tabTo(page, 'input[name=fatigue]');
  await page.keyboard.press('Space');
  await tabTo(page, 'input[name=sleep]');
  await page.keyboard.press('Space');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
}
