/**
 * A diary day on a bad day: how many taps, by one thumb, at 320 px, by keyboard alone, without a network? And what is shown
 * where there is no dose to take (H1, H8, H9, H10, H15, H27, H29, H34)?
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { formatLocalDate } from '../../src/base/calendar.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import { recordProducts } from '../../src/service/products.ts';
import { DAY, dayOf } from '../server/case-world.ts';
import { got } from '../server/people-world.ts';
import { openChromium } from './door-house.ts';
import { atClinic, live, openWard, patientAt, screenAndSign, type Ward } from './patient-ward.ts';

/** A person taps about so fast: 1.2 s a tap, as scripted for the whole issue. */
const SECONDS_A_TAP = 1.2;
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true } as const;

let browser: Browser;
before(async () => {
  browser = await openChromium();
});
after(() => browser?.close());

/** Two weeks without the drug, then `days` days at 1.5 mg; all ended when the test has. */
async function withWard(act: (ward: Ward) => Promise<void>, days = 3): Promise<void> {
  const ward = await openWard(14 + days);
  try {
    await live(ward, 14, undefined);
    await screenAndSign(ward, 0);
    await live(ward, days, 1_500);
    await act(ward);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await ward.close();
  }
}

function counted(): { readonly tap: (target: Locator) => Promise<void>; readonly taps: () => number } {
  let taps = 0;
  return {
    tap: async (target) => {
      await target.tap();
      taps++;
    },
    taps: () => taps,
  };
}

const target = (page: Page, item: string, value: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${item}`) }).getByRole('radio', { name: value, exact: true });
const dose = (page: Page): Locator => page.getByRole('region', { name: 'Dose' });
const told = (page: Page): Promise<void> => page.getByText(/^. All told to the clinic/).waitFor();

/** Sending waits for the thumb to rest; the page's clock is moved on instead. */
async function rest(page: Page): Promise<void> {
  await page.clock.fastForward(20_000);
  await told(page);
}

test('a whole day, dose and three scores, is four taps from the opened page, and the clinic has them all', () =>
  withWard(async (ward) => {
    const { page, complaints } = await patientAt(browser, ward, phone);
    const { tap, taps } = counted();
    await tap(dose(page).getByRole('button', { name: 'Taken', exact: true }));
    await tap(target(page, 'Pain', '4'));
    await tap(target(page, 'Fatigue', '0, none'));
    await tap(target(page, 'Sleep', '7'));
    await page.getByText('That is all for this day').waitFor();
    assert.equal(taps(), 4);
    console.log(`a diary day: ${taps()} taps, ${(taps() * SECONDS_A_TAP).toFixed(1)} s at ${SECONDS_A_TAP} s a tap`);
    await rest(page);
    const { days, slots } = await atClinic(ward);
    const key = formatLocalDate(dayOf(ward));
    const value = (n: number) => ({ kind: 'value', value: n });
    assert.deepEqual(days[key]?.scores, { pain: value(4), fatigue: value(0), sleep: value(7) });
    assert.equal(slots[key]?.status, 'taken');
    assert.deepEqual(complaints, []);
  }));

test('"same as yesterday" is one tap and stored as such; "too ill" is two taps and is no score', () =>
  withWard(async (ward) => {
    const { page } = await patientAt(browser, ward, phone);
    await page.getByRole('button', { name: 'Same as yesterday' }).tap();
    await page.getByText(/Taken over from the day before/).waitFor();
    await rest(page);
    const key = formatLocalDate(dayOf(ward));
    assert.deepEqual((await atClinic(ward)).days[key]?.how, ['same-as-yesterday']);
    ward.now += DAY;
    const next = await patientAt(browser, ward, phone);
    await next.page.getByRole('button', { name: 'Too ill to log' }).tap();
    await next.page.getByRole('button', { name: 'Yes, too ill' }).tap();
    await next.page.getByText('Kept. Rest well.').waitFor();
    await rest(next.page);
    const ill = (await atClinic(ward)).days[formatLocalDate(dayOf(ward))]?.scores;
    assert.deepEqual(Object.values(ill ?? {}), [{ kind: 'too-ill' }, { kind: 'too-ill' }, { kind: 'too-ill' }]);
  }));

test('unanswered is said and is not 0; a skipped item stays skipped after the page is opened again', () =>
  withWard(async (ward) => {
    const { page } = await patientAt(browser, ward, phone);
    await dose(page).waitFor();
    assert.equal(await page.getByText('not answered').count(), 3);
    assert.equal(await page.locator('.score :checked').count(), 0);
    await target(page, 'Pain', '0, none').tap();
    await target(page, 'Sleep', 'Skip').tap();
    await page.getByText('Kept on this phone').waitFor();
    await page.reload();
    await dose(page).waitFor();
    assert.equal(await target(page, 'Pain', '0, none').isChecked(), true);
    assert.equal(await target(page, 'Sleep', 'Skip').isChecked(), true);
    assert.equal(await page.getByText('not answered').count(), 1);
  }));

test('a day is kept with the keyboard alone, and what matters comes first', () =>
  withWard(async (ward) => {
    const { page } = await patientAt(browser, ward);
    await dose(page).waitFor();
    const focused = (): Promise<string> =>
      page.evaluate("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()");
    const walk = async (name: string): Promise<void> => {
      for (let i = 0; i < 30; i++) {
        if ((await focused()).startsWith(name)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`"${name}" is not reached`);
    };
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Emergency card');
    await walk('Taken');
    await page.keyboard.press('Enter');
    await page.getByText('Taken: 1.5 mg').waitFor();
    await walk('0, none');
    await page.keyboard.press('Space');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByText('That is all for this day').waitFor();
    assert.equal(await target(page, 'Pain', '5').isChecked(), true);
    assert.equal(await target(page, 'Fatigue', '0, none').isChecked(), true);
    assert.equal(await target(page, 'Sleep', '10, worst').isChecked(), true);
  }));

test('the dose stands in mass and in what to take, and not beyond the last day of what is at hand', () =>
  withWard(async (ward) => {
    const day = dayOf(ward);
    const product = { form: 'capsule', strength: micrograms(1_500) } as const;
    got(await recordProducts(ward.ports, ward.patient, ward.case, { products: [{ product, usableUntil: day }], day }));
    const { page } = await patientAt(browser, ward, phone);
    await dose(page).getByText('= one 1.5 mg capsule').waitFor();
    assert.match((await dose(page).textContent()) ?? '', /^1\.5 mg in the evening/);
    ward.now += DAY;
    const next = await patientAt(browser, ward, phone);
    await dose(next.page).getByText('past its last day').waitFor();
    assert.equal(await next.page.getByText('= one 1.5 mg capsule').count(), 0);
  }));

test('another dose is chosen, never typed; a filled day says so and is put right, never filled twice', () =>
  withWard(async (ward) => {
    const { page } = await patientAt(browser, ward, phone);
    await dose(page).getByRole('button', { name: 'Different' }).tap();
    assert.equal(await dose(page).locator('input, textarea').count(), 0);
    await dose(page).getByLabel('Dose taken').selectOption('3 mg');
    await dose(page).getByRole('button', { name: 'Note this dose: 3 mg' }).tap();
    await dose(page).getByText('Noted: 3 mg, outside the plan').waitFor();
    await dose(page).getByText('Do not take a second dose today.').waitFor();
    assert.equal(await dose(page).getByRole('button', { name: 'Taken', exact: true }).count(), 0);
    await dose(page).getByRole('button', { name: 'Change' }).tap();
    await dose(page).getByRole('button', { name: 'Taken: 1.5 mg' }).tap();
    await dose(page).locator('.mass', { hasText: 'Taken: 1.5 mg' }).waitFor();
    await rest(page);
    const slot = (await atClinic(ward)).slots[formatLocalDate(dayOf(ward))];
    assert.deepEqual([slot?.status, slot?.dose, slot?.conflict], ['taken', 1_500, false]);
  }));

test('yesterday and the day before can be filled in and are marked; older days are closed, with the reason', () =>
  withWard(async (ward) => {
    ward.now += DAY;
    const { page } = await patientAt(browser, ward, phone);
    await page.getByRole('link', { name: /^Fill it in/ }).tap();
    await page.getByRole('heading', { level: 1, name: 'Yesterday' }).waitFor();
    await target(page, 'Pain', '3').tap();
    await page.getByText(/Kept.*Written later/).waitFor();
    await rest(page);
    const key = formatLocalDate(dayOf(ward, -1));
    assert.deepEqual((await atClinic(ward)).days[key]?.how, ['back-filled']);
    await page.goto(`${ward.url}/app/#/day/${formatLocalDate(dayOf(ward, -3))}`);
    await page.getByText('Memory of older days is not a diary.').waitFor();
    assert.equal(await page.locator('.score').count(), 0);
  }));

test('missed days close the dose until the question is answered; past the last day of the plan there is none', () =>
  withWard(async (ward) => {
    ward.now += 3 * DAY;
    const { page } = await patientAt(browser, ward, phone);
    await dose(page).getByText('Take no dose now.').waitFor();
    await dose(page).getByRole('button', { name: 'Nothing new' }).tap();
    await dose(page).getByRole('button', { name: 'Taken', exact: true }).waitFor();
    ward.now += 200 * DAY;
    const next = await patientAt(browser, ward, phone);
    await dose(next.page)
      .getByText(/Take no more until your clinic has signed a new one/)
      .waitFor();
    assert.equal(await next.page.getByRole('button', { name: 'Taken', exact: true }).count(), 0);
  }));
