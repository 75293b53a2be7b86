/**
 * A month without a network, lived by hand: the phone is opened and closed, every day is kept and every dose the plan allows,
 * and once there is a network the clinic has each of them once. And a page killed under the finger (H8, H9, H10, H15).
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import { PHRASE } from '../server/people-world.ts';
import { screenAgain } from './clinic-case-house.ts';
import { openChromium } from './door-house.ts';
import { atClinic, NOON, openWard, screenAndSign, type Ward } from './patient-ward.ts';
import {
  allDone,
  answerWeekly,
  button,
  DAY,
  type Hand,
  lookAt,
  newPhone,
  number,
  pocket,
  putAway,
  type Scores,
  signInOnPhone,
  takeMove,
  tap,
  tapScores,
  tapTaken,
  toPlace,
} from './phone-acts.ts';

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

/** Two months before the ward's moment: the list of medicines is good for the whole course. */
const START = NOON - 60 * DAY;
/** Every number there is; nights that are alike, so that they speak against no step. */
const scoresOf = (day: number): Scores => [day % 11, (day * 3) % 11, 4 + (day % 2)];
const kept = ([pain, fatigue, sleep]: Scores) =>
  Object.fromEntries(Object.entries({ pain, fatigue, sleep }).map(([item, value]) => [item, { kind: 'value', value }]));
const dateOf = (day: number): string => formatLocalDate((Math.floor(START / DAY) + day) as LocalDate);

/** A ward with a signed plan from its baseline on, and its patient at the phone. */
async function atBaseline(): Promise<Hand> {
  ward = await openWard(60);
  await screenAndSign(ward, 'baseline');
  const hand = await newPhone(browser, ward.now);
  await signInOnPhone(hand, ward.url, 'robin', PHRASE);
  await hand.page.getByText('No dose yet: day 1 of 14 without the drug.').waitFor();
  return hand;
}

/** One day as it is kept: three numbers, and now and then a day that is too bad for them. */
async function keepDay(hand: Hand, day: number): Promise<void> {
  await answerWeekly(hand);
  if (isTooBad(day)) {
    await tap(hand, button(hand, 'Too ill to log'));
    await tap(hand, button(hand, 'Yes, too ill'));
  } else await tapScores(hand, scoresOf(day));
  await allDone(hand.page);
}

const isTooBad = (day: number): boolean => day % 9 === 8;
const noNetwork = (hand: Hand): Promise<void> => hand.page.context().setOffline(true);

/** The network is back: the phone notices by itself. */
async function networkAt(hand: Hand, day: number): Promise<void> {
  ward.now = START + day * DAY;
  await hand.page.context().setOffline(false);
  await pocket(hand);
  await hand.page.getByText(/All told to the clinic/).waitFor();
}

test('thirty days without a network: kept by hand, opened anew between, and all at the clinic once', async (t) => {
  const hand = await atBaseline();
  for (let day = 0; day < 5; day++) {
    ward.now = START + day * DAY;
    await lookAt(hand, ward.now);
    await keepDay(hand, day);
    await putAway(hand);
  }
  await hand.page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await noNetwork(hand);
  for (let day = 5; day < 35; day++) {
    await lookAt(hand, START + day * DAY);
    await keepDay(hand, day);
    if (day % 10 === 4) await openAnew(hand, day);
  }
  await hand.page.getByText('Last checked with the clinic 30 days ago.', { exact: false }).waitFor();
  await toPlace(hand, 'My plan');
  await hand.page.getByText(/It may have changed\.$/).waitFor();
  assert.equal(await button(hand, 'Start with 1.5 mg').count(), 0, 'no step without the clinic');

  await networkAt(hand, 34);
  const { days, entries } = await atClinic(ward);
  assert.equal(Object.keys(days).length, 35);
  for (let day = 0; day < 35; day++) {
    const { scores, entries: told } = days[dateOf(day)] ?? {};
    const ill = { kind: 'too-ill' };
    assert.deepEqual(
      scores,
      isTooBad(day) ? { pain: ill, fatigue: ill, sleep: ill } : kept(scoresOf(day)),
      dateOf(day),
    );
    assert.equal(told?.length, 1, dateOf(day));
  }
  assert.equal(Object.keys(entries).length, 35 + 4, 'a day each, and four times "nothing new"');
  await dosesWithout(hand, 35);
  t.diagnostic(`${hand.taps} taps`);
  assert.deepEqual(hand.complaints.filter(isNotTheNetwork), []);
});

/** Screened again and then started, as the clinic allows it; five days with their doses and no network, one of them not taken. */
async function dosesWithout(hand: Hand, first: number): Promise<void> {
  ward.now = START + first * DAY;
  await lookAt(hand, ward.now);
  await pocket(hand);
  await hand.page.getByText('Why', { exact: true }).tap();
  await hand.page.getByText('One screening finding waits for the prescriber.').waitFor();
  assert.equal(await button(hand, 'Start with 1.5 mg').count(), 0, 'answers of the screening hold for thirty days');
  await screenAgain(ward);
  await takeMove(hand, 'Start with 1.5 mg');
  await noNetwork(hand);
  for (let day = first; day < first + 5; day++) {
    await lookAt(hand, START + day * DAY);
    if (day === first + 2) await tap(hand, button(hand, 'Not taken'));
    else await tapTaken(hand);
    await keepDay(hand, day);
  }
  await openAnew(hand, first + 4);
  await networkAt(hand, first + 4);
  const { slots, days } = await atClinic(ward);
  const told = Object.entries(slots).map(([date, { dose, status, conflict }]) => [date, status, dose, conflict]);
  const taken = [0, 1, 2, 3, 4].map((n) => [
    dateOf(first + n),
    ...(n === 2 ? ['not-taken', 0] : ['taken', 1_500]),
    false,
  ]);
  assert.deepEqual(told.sort(), taken);
  assert.equal(Object.keys(days).length, first + 5);
}

/** The page is closed and opened again without a network: the day stands there as it was kept. */
async function openAnew(hand: Hand, day: number): Promise<void> {
  await hand.page.reload();
  await hand.page.getByText(/^Kept on this phone/).waitFor();
  if (!isTooBad(day)) assert.ok(await number(hand.page, 'Pain', scoresOf(day)[0]).isChecked());
  await hand.page.getByText(/No network\. \d+ entr(?:y waits|ies wait) here, safe/).waitFor();
}

const isNotTheNetwork = (complaint: string): boolean => !/net::ERR_INTERNET_DISCONNECTED/.test(complaint);

test('the page is killed while a number is tapped: what was shown as kept is there, and is told', async () => {
  const hand = await atBaseline();
  const { page } = hand;
  const context = page.context();
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await noNetwork(hand);
  await tap(hand, number(page, 'Pain', 3));
  await tap(hand, number(page, 'Fatigue', 6));
  await page.getByText(/^Kept on this phone/).waitFor();
  const crashed = page.waitForEvent('crash');
  await page.evaluate("setTimeout(() => document.querySelectorAll('input[name=pain]')[8].click())");
  hand.devices.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();

  const again = await context.newPage();
  await again.goto(`${ward.url}/app/`);
  await again.getByText(/^Kept on this phone/).waitFor();
  assert.ok(await number(again, 'Fatigue', 6).isChecked());
  const shown = (await number(again, 'Pain', 8).isChecked()) ? 8 : 3;
  assert.ok(await number(again, 'Pain', shown).isChecked());
  await context.setOffline(false);
  await again.getByText(/All told to the clinic/).waitFor();
  const { pain, fatigue } = (await atClinic(ward)).days[dateOf(0)]?.scores ?? {};
  assert.deepEqual(
    [pain, fatigue],
    [shown, 6].map((value) => ({ kind: 'value', value })),
  );
});
