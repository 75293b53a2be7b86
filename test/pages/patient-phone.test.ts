/** The phone keeps a diary: on its own disk first, then with the clinic, once each, whatever happens between (H9, H10, H15). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allTold,
  ask,
  atClinic,
  DAY,
  keepPain,
  newPhone,
  phoneStreet,
  START,
  signIn,
  until,
  wakeAt,
} from './phone-house.ts';

const { browser, house: newHouse } = phoneStreet();

type Act = { readonly ok: boolean; readonly error?: { readonly code: string; readonly keepAs?: string } };

test('a day is kept here at once, several taps are one entry, and the clinic has it once', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  const { page } = phone;
  for (const pain of [6, 4]) assert.equal((await ask<Act>(page, keepPain(pain))).ok, true);
  const sleep = "phone.keepDay(phone.today.value, { sleep: { kind: 'too-ill' } }, { sameAsYesterday: true })";
  assert.equal((await ask<Act>(page, sleep)).ok, true);
  assert.equal(await ask(page, 'phone.sync.value.waiting'), 1);
  await allTold(page);
  const { days } = await atClinic(house);
  const day = days['2026-11-01'];
  assert.deepEqual(day?.scores, { pain: { kind: 'value', value: 4 }, sleep: { kind: 'too-ill' } });
  assert.deepEqual(day?.how, ['same-as-yesterday']);
  assert.equal(day?.entries.length, 1);
  assert.deepEqual(await ask(page, 'phone.course.value.days'), JSON.parse(JSON.stringify(days)));
  assert.equal(await ask(page, 'phone.people.value[phone.me.value.person]'), 'robin');
  assert.equal(await ask(page, "phone.as.value + ' ' + phone.permitted.value.answer.dose"), 'patient 0 mg');
  assert.deepEqual(phone.complaints, []);
});

test('an answer changed after the first was sent counts, though the clock shows the same millisecond', async () => {
  const house = await newHouse();
  const { page, complaints } = await newPhone(browser(), house, 'robin');
  for (const pain of [1, 8, 3, 10, 0, 6]) {
    assert.equal((await ask<Act>(page, keepPain(pain))).ok, true);
    await allTold(page);
    const scores = { pain: { kind: 'value', value: pain } };
    assert.deepEqual((await atClinic(house)).days['2026-11-01']?.scores, scores);
    assert.deepEqual(await ask(page, "phone.course.value.days['2026-11-01'].scores"), scores);
  }
  assert.deepEqual(complaints, []);
});

test('thirty days without a connection, page closed and opened again, all arrive once and in their place', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  await phone.context.setOffline(true);
  for (let n = 0; n < 30; n++) {
    await wakeAt(phone, START + n * DAY);
    assert.equal((await ask<Act>(phone.page, keepPain(n % 11))).ok, true);
    const effect = "phone.reportSideEffect('nausea', 1, phone.today.value)";
    if (n % 10 === 0) assert.equal((await ask<Act>(phone.page, effect)).ok, true);
    if (n === 14) {
      await phone.page.reload();
      await until(phone.page, "phone.phase.value === 'ready' && phone.sync.value.waiting === 17");
    }
  }
  assert.deepEqual(await ask(phone.page, '[phone.sync.value.waiting, phone.sync.value.state]'), [33, 'offline']);
  house.now = START + 29 * DAY;
  await phone.context.setOffline(false);
  await allTold(phone.page);
  const state = await atClinic(house);
  assert.equal(Object.keys(state.days).length, 30);
  assert.equal(Object.keys(state.entries).length, 33);
  for (const [i, day] of Object.values(state.days).entries()) {
    assert.deepEqual(day.scores, { pain: { kind: 'value', value: i % 11 } });
    assert.deepEqual(day.how, []);
  }
  assert.deepEqual(await ask(phone.page, 'phone.course.value.entries'), JSON.parse(JSON.stringify(state.entries)));
  assert.deepEqual(phone.complaints, []);
});

test('the browser is killed in the middle of an act: what was answered is there, and it is sent', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  const { context, page } = phone;
  await context.setOffline(true);
  assert.equal((await ask<Act>(page, keepPain(3))).ok, true);
  // The second act is begun and nobody waits for it: the page is gone before it can say anything.
  await page.evaluate(`void ${keepPain(8)}`).catch(() => {});
  const devices = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devices.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
  const again = await context.newPage();
  await again.goto(`${house.url}/app/`);
  await until(again, "phone.phase.value === 'ready' && phone.sync.value.waiting === 1");
  const shown = await ask<number>(again, "phone.course.value.days['2026-11-01'].scores.pain.value");
  assert.ok(shown === 3 || shown === 8, `pain ${shown}`);
  await context.setOffline(false);
  await allTold(again);
  const scores = (await atClinic(house)).days['2026-11-01']?.scores;
  assert.deepEqual(scores, { pain: { kind: 'value', value: shown } });
});

test('two tabs record the dose at the same moment: one entry, and each sees it', async () => {
  const house = await newHouse({ startAt: 0 });
  const phone = await newPhone(browser(), house, 'robin');
  const other = await phone.context.newPage();
  await other.goto(`${house.url}/app/`);
  await until(other, "phone.phase.value === 'ready'");
  const taken = "phone.recordDose(phone.today.value, 'taken')";
  const [one, two] = await Promise.all([ask<Act>(phone.page, taken), ask<Act>(other, taken)]);
  assert.deepEqual([one.ok, two.ok], [true, true]);
  assert.deepEqual(one, two);
  const not = await ask<Act>(other, "phone.recordDose(phone.today.value, 'not-taken')");
  assert.equal(not.error?.code, 'slot-filled');
  for (const page of [phone.page, other]) {
    await until(page, "phone.course.value.slots['2026-11-01'] !== undefined");
    assert.equal(await ask(page, "phone.course.value.slots['2026-11-01'].dose"), 1500);
  }
  await allTold(phone.page);
  const { slots, entries } = await atClinic(house);
  assert.equal(Object.keys(entries).length, 1);
  assert.equal(slots['2026-11-01']?.conflict, false);
});

test('two devices record the dose offline: one counts, the other is shown with its reason', async () => {
  const house = await newHouse({ startAt: 1 });
  const [one, two] = [await newPhone(browser(), house, 'robin'), await newPhone(browser(), house, 'robin')];
  for (const { context } of [one, two]) await context.setOffline(true);
  assert.equal((await ask<Act>(one.page, "phone.recordDose(phone.today.value, 'taken')")).ok, true);
  assert.equal((await ask<Act>(two.page, "phone.recordDose(phone.today.value, 'less', 1500)")).ok, true);
  for (const { context, page } of [one, two]) {
    await context.setOffline(false);
    await allTold(page);
  }
  type Refused = { readonly id: string; readonly refusal: { code: string; detail: string; again: boolean } };
  const [refused, ...others] = await ask<Refused[]>(two.page, 'phone.sync.value.refused');
  assert.ok(refused && others.length === 0);
  const { code, detail, again } = refused.refusal;
  assert.deepEqual([code, again], ['slot-filled', false]);
  assert.match(detail, /^The day holds 3 mg already\./);
  assert.equal(await ask(two.page, "phone.course.value.slots['2026-11-01'].dose"), 3000);
  const more = await ask<Act>(two.page, "phone.recordDose(phone.today.value, 'taken')");
  assert.equal(more.ok, true, 'the day holds this dose already: nothing is added');
  assert.equal((await ask<Act>(two.page, `phone.dropRefused('${refused.id}')`)).ok, true);
  assert.equal(await ask(two.page, 'phone.sync.value.refused.length'), 0);
  assert.equal(Object.keys((await atClinic(house)).entries).length, 1);
});

test('a signed-out phone goes on keeping, and sends when the same person is in again', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  await phone.context.clearCookies();
  await ask(phone.page, 'phone.refreshNow()');
  await until(phone.page, "phone.sync.value.state === 'signed-out'");
  assert.equal((await ask<Act>(phone.page, keepPain(5))).ok, true);
  await phone.page.reload();
  await until(phone.page, "phone.phase.value === 'ready' && phone.sync.value.state === 'signed-out'");
  assert.equal(await ask(phone.page, 'phone.sync.value.waiting'), 1);
  await signIn(phone.page, 'robin');
  await allTold(phone.page);
  assert.equal(Object.keys((await atClinic(house)).days).length, 1);
});
