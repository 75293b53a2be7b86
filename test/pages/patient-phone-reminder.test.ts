/** The reminder of the phone: off until a time is chosen, silent, neutral, once a day and not when the day is kept (H30, H31). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, DAY, keepPain, newPhone, phoneStreet, START, until, wakeAt } from './phone-house.ts';

const { browser, house: newHouse } = phoneStreet();
const HOUR = 3_600_000;

type Shown = { readonly title: string; readonly body: string; readonly silent: boolean };
const SHOWN = `navigator.serviceWorker.ready
  .then((worker) => worker.getNotifications())
  .then((all) => all.map(({ title, body, silent }) => ({ title, body, silent })))`;
const CLOSE = `navigator.serviceWorker.ready
  .then((worker) => worker.getNotifications())
  .then((all) => all.forEach((each) => each.close()))`;

test('nothing is shown before a time is chosen or leave is given; then once a day, in silence, and never for a kept day', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  const { page, context } = phone;
  /** The page looks at its clock whenever it is seen again. */
  const lookAt = async (at: number): Promise<readonly Shown[]> => {
    await wakeAt(phone, at);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.evaluate('new Promise((done) => setTimeout(done, 150))');
    return ask<readonly Shown[]>(page, SHOWN);
  };
  assert.deepEqual(await lookAt(START + 8 * HOUR), []);
  await context.grantPermissions(['notifications'], { origin: house.url });
  const set = await ask<{ ok: boolean }>(page, "phone.setReminder('20:30', 'Time for your note')");
  assert.equal(set.ok, true);
  assert.deepEqual(await ask(page, 'phone.reminder.value'), { time: '20:30', reach: 'open-only' });
  assert.deepEqual(await lookAt(START + 8 * HOUR + HOUR / 4), [], '20:15');
  const quiet = [{ title: 'Time for your note', body: '', silent: true }];
  assert.deepEqual(await lookAt(START + 8.6 * HOUR), quiet);
  await ask(page, CLOSE);
  assert.deepEqual(await lookAt(START + 9 * HOUR), [], 'not twice a day');
  await wakeAt(phone, START + DAY);
  await ask(page, keepPain(4));
  await until(page, "phone.course.value.days['2026-11-02'] !== undefined");
  assert.deepEqual(await lookAt(START + DAY + 9 * HOUR), [], 'not when the day is kept');
  assert.deepEqual(await lookAt(START + 2 * DAY + 9 * HOUR), quiet);
  await ask(page, CLOSE);
  await ask(page, 'phone.setReminder(undefined)');
  assert.deepEqual(await lookAt(START + 3 * DAY + 9 * HOUR), []);
  assert.deepEqual(phone.complaints, []);
});
