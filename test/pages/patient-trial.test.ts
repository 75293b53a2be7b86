/**
 * A blinded trial on the phone: is its day as short as any other, without a network as with one; is the capsule told by its
 * kit alone; guess, way out, stop and card (H9, H10, H12, H13, H14)?
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { DAY, dayOf } from '../server/case-world.ts';
import { axeFaults } from './axe-faults.ts';
import { openChromium } from './door-house.ts';
import { atClinic, patientAt, told, type Ward } from './patient-ward.ts';
import { KITS, liveTrial, open, PERIOD_DAYS, type Stage, trialWard } from './trial-ward.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true } as const;

let browser: Browser;
before(async () => {
  browser = await openChromium();
});
after(() => browser?.close());

type Trial = Awaited<ReturnType<typeof trialWard>>['trial'];

async function withTrial(stage: Stage, act: (ward: Ward, trial: Trial) => Promise<void>): Promise<void> {
  const { ward, trial } = await trialWard(stage);
  try {
    await act(ward, trial);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await ward.close();
  }
}

const dose = (page: Page): Locator => page.getByRole('region', { name: 'Dose' });
const target = (page: Page, item: string, value: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${item}`) }).getByRole('radio', { name: value, exact: true });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

test('a day of the trial is four taps: the kit by its code, one capsule, and no mass of it anywhere', () =>
  withTrial('started', async (ward) => {
    const { page, complaints } = await patientAt(browser, ward, phone);
    await dose(page).getByText('Kit ACD349: one capsule').waitFor();
    await dose(page).getByText('Period 1 of 4. 28 days left with this kit.').waitFor();
    assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /\d mg/);
    await button(page, 'Taken').tap();
    await target(page, 'Pain', '4').tap();
    await target(page, 'Fatigue', '5').tap();
    await target(page, 'Sleep', '6').tap();
    await page.getByText('That is all for this day').waitFor();
    await dose(page).getByText('Do not take a second capsule today.').waitFor();
    await told(page);
    const { kitDoses, slots, days } = await atClinic(ward);
    const key = formatLocalDate(dayOf(ward));
    assert.deepEqual([kitDoses[key]?.kit, kitDoses[key]?.status, slots[key]], ['ACD349', 'taken', undefined]);
    assert.deepEqual(days[key]?.scores.pain, { kind: 'value', value: 4 });
    assert.deepEqual(complaints, []);
  }));

test('without a network for a month the kit of each period is the one shown, and all of it is told afterwards', () =>
  withTrial('started', async (ward, trial) => {
    await liveTrial(ward, trial, PERIOD_DAYS - 3);
    const { page } = await patientAt(browser, ward, phone);
    await dose(page).getByText('Kit ACD349: one capsule').waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.context().setOffline(true);
    for (let day = 0; day < 30; day++) {
      await dose(page)
        .getByText(`Kit ${KITS[day < 3 ? 0 : 1]}: one capsule`)
        .waitFor();
      await button(page, 'Taken').tap();
      await dose(page)
        .getByText(/^Taken: kit/)
        .waitFor();
      if (day % 10 === 5) await page.reload();
      await page.clock.fastForward(DAY);
      await page.evaluate("window.dispatchEvent(new Event('focus'))");
    }
    ward.now += 30 * DAY;
    await page.context().setOffline(false);
    // After a month of trying in vain the phone tries again every few minutes.
    await page.clock.fastForward(600_000);
    await told(page);
    const kits = Object.entries((await atClinic(ward)).kitDoses).sort(([a], [b]) => (a < b ? -1 : 1));
    assert.equal(kits.length, PERIOD_DAYS - 3 + 30);
    assert.deepEqual(
      kits.slice(-30).map(([, { kit }]) => kit),
      Array.from({ length: 30 }, (_, day) => KITS[day < 3 ? 0 : 1]),
    );
  }));

test('the guess is asked from the last day of a kit on, kept without a network, and the first one stands', () =>
  withTrial('started', async (ward, trial) => {
    await liveTrial(ward, trial, PERIOD_DAYS - 1);
    const { page } = await patientAt(browser, ward, phone);
    await dose(page).getByText('From tomorrow on take the next kit: WXY467.').waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.context().setOffline(true);
    const asked = page.getByRole('region', { name: 'What do you think kit ACD349 held?' });
    await asked.getByRole('button', { name: 'No drug' }).tap();
    await asked.getByRole('button', { name: 'Fairly' }).tap();
    await asked.getByRole('button', { name: 'I felt the same' }).tap();
    await asked.getByRole('button', { name: 'Keep my guess' }).tap();
    await page.getByText('Kept. Thank you.').waitFor();
    assert.equal(await asked.count(), 0);
    await page.context().setOffline(false);
    await told(page);
    const [given] = Object.values((await atClinic(ward)).guesses);
    assert.deepEqual(
      [given?.period, given?.guess, given?.confidence, given?.reason],
      [0, 'placebo', 3, 'felt-the-same'],
    );
    await page.goto(`${ward.url}/app/#/trial`);
    await page.getByText('Your guess: No drug (Fairly)').waitFor();
  }));

test('the way out is offered after three bad days, never taken by itself; ended without a network no capsule is shown', () =>
  withTrial('started', async (ward, trial) => {
    await liveTrial(ward, trial, 3, 9);
    const { page } = await patientAt(browser, ward, phone);
    const out = page.getByRole('region', { name: 'You may end the trial now' });
    await out.getByText('Your pain was 9 or more on 3 days in a row.').waitFor();
    await dose(page).getByText('Kit ACD349: one capsule').waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.context().setOffline(true);
    await out.getByRole('button', { name: 'End the trial' }).tap();
    await out.getByRole('button', { name: 'Yes, end it' }).tap();
    await dose(page).getByText('Take nothing until your clinic has signed a plan.').waitFor();
    assert.equal(await button(page, 'Taken').count(), 0);
    await page.reload();
    await dose(page).getByText('Take nothing until your clinic has signed a plan.').waitFor();
    await page.goto(`${ward.url}/app/#/card`);
    await page.getByText('I was in a blinded trial of naltrexone.').waitFor();
  }));

test('the card names the trial and the most a capsule may hold, never what one holds, and treats as on naltrexone', () =>
  withTrial('started', async (ward, trial) => {
    await liveTrial(ward, trial, 2);
    const { page } = await patientAt(browser, ward, phone);
    await page.getByRole('link', { name: 'Emergency card' }).tap();
    await page.getByText('I am in a blinded trial: naltrexone, up to 4.5 mg a day, or no drug.').waitFor();
    await page.getByText('Treat as on naltrexone.').waitFor();
    await page.getByText(/^Last capsule noted: kit ACD349/).waitFor();
  }));

test('a capsule of another kit is kept as what it was; a filled day is put right, never filled twice', () =>
  withTrial('started', async (ward) => {
    const { page } = await patientAt(browser, ward, phone);
    await button(page, 'Different').tap();
    assert.equal(await dose(page).locator('input, textarea').count(), 0);
    await button(page, 'A capsule of kit FGH679').tap();
    await dose(page).getByText('Noted: kit FGH679, not as planned').waitFor();
    assert.equal(await button(page, 'Taken').count(), 0);
    await button(page, 'Change').tap();
    await button(page, 'Taken: kit ACD349').tap();
    await dose(page).locator('.mass', { hasText: 'Taken: kit ACD349' }).waitFor();
    await told(page);
    const slot = (await atClinic(ward)).kitDoses[formatLocalDate(dayOf(ward))];
    assert.deepEqual([slot?.kit, slot?.status, slot?.conflict], ['ACD349', 'taken', false]);
  }));

test('of two devices that disagree about a capsule the first told stands, and the other is asked to look', () =>
  withTrial('started', async (ward) => {
    const one = await patientAt(browser, ward, phone);
    await dose(one.page).getByText('Kit ACD349: one capsule').waitFor();
    const two = await patientAt(browser, ward, phone);
    await dose(two.page).getByText('Kit ACD349: one capsule').waitFor();
    await one.page.context().setOffline(true);
    await button(one.page, 'Taken').tap();
    await dose(one.page)
      .getByText(/^Taken: kit/)
      .waitFor();
    await button(two.page, 'Not taken').tap();
    await dose(two.page).getByText('Not taken').first().waitFor();
    await told(two.page);
    const key = formatLocalDate(dayOf(ward));
    for (let tries = 0; tries < 100 && !(await atClinic(ward)).kitDoses[key]; tries++)
      await two.page.waitForTimeout(50);
    assert.equal((await atClinic(ward)).kitDoses[key]?.status, 'not-taken');
    await one.page.context().setOffline(false);
    await one.page.clock.fastForward(600_000);
    await one.page.getByRole('link', { name: 'Look' }).waitFor();
    assert.equal((await atClinic(ward)).kitDoses[key]?.status, 'not-taken');
  }));

test('what one agrees to is read before one agrees: weeks without the drug, who knows, ways out, emergencies', () =>
  withTrial('signed', async (ward) => {
    const { page } = await patientAt(browser, ward, phone);
    await page.getByText('Your clinic asks whether you want to take part in a trial.').waitFor();
    await dose(page).getByText('1.5 mg').first().waitFor();
    await page.getByRole('link', { name: 'Read about it' }).tap();
    for (const said of [
      'Some capsules hold naltrexone (4.5 mg). The others hold no drug. They look the same.',
      'So in some weeks you take no drug.',
      'It takes 16 weeks: 4 periods of 4 weeks, each with its own kit.',
      'Nobody near you knows what a kit holds',
      'You can stop at any time.',
      'If your pain is 9 or more on 3 days in a row',
      'In an emergency you are treated as on naltrexone',
    ])
      await page.getByText(said).waitFor();
    await button(page, 'I want to take part').waitFor();
  }));

test('once it is opened the page tells what each kit held beside what was guessed, and still no dose', () =>
  withTrial('started', async (ward, trial) => {
    await liveTrial(ward, trial, 4 * PERIOD_DAYS);
    ward.now += 8 * DAY;
    await open(ward, trial);
    const { page } = await patientAt(browser, ward, phone);
    await dose(page).getByText('Take nothing until your clinic has signed a plan.').waitFor();
    await page.goto(`${ward.url}/app/#/trial`);
    const held = await page.locator('.held tbody tr').allTextContents();
    assert.deepEqual(
      held.map((row) => row.replaceAll(/\s+/g, ' ')),
      [
        '1 ACD349No drugNo guess',
        '2 WXY467Naltrexone 4.5 mgNo guess',
        '3 FGH679Naltrexone 4.5 mgNo guess',
        '4 KMN347No drugNo guess',
      ],
    );
  }));

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing is wrong for axe and nothing lies beyond 320 px on any place of a trial, ${colorScheme}`, () =>
    withTrial('started', async (ward, trial) => {
      await liveTrial(ward, trial, PERIOD_DAYS - 1, 9);
      const { page, complaints } = await patientAt(browser, ward, { ...phone, colorScheme });
      await page.getByRole('region', { name: 'What do you think kit ACD349 held?' }).waitFor();
      const faults: string[] = [];
      for (const place of ['', 'trial', 'plan', 'answer', 'card']) {
        await page.goto(`${ward.url}/app/#/${place}`);
        await page.locator('main', { hasText: 'One moment' }).waitFor({ state: 'detached' });
        await page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true");
        await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
        faults.push(...(await axeFaults(page)).map((fault) => `${place}: ${fault}`));
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        if (Number(wide) > 320) faults.push(`${place}: ${wide} px wide`);
      }
      assert.deepEqual(faults, []);
      assert.deepEqual(complaints, []);
    }));
