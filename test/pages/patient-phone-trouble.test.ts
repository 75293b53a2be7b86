/** What goes wrong for a phone and what it then says: wiped, refused, stopped far from a connection, past its plan (H8, H11, H15). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTie } from '../../src/service/case-ties.ts';
import { recordMedicine } from '../../src/service/medicines.ts';
import { dayOf } from '../server/case-world.ts';
import { add } from '../server/people-world.ts';
import {
  allTold,
  ask,
  atClinic,
  copyOf,
  DAY,
  got,
  keepPain,
  newPhone,
  openApp,
  phoneStreet,
  START,
  signIn,
  until,
  wakeAt,
} from './phone-house.ts';

const { browser, house: newHouse } = phoneStreet();

type Act = { readonly ok: boolean; readonly error?: { readonly code: string; readonly keepAs?: string } };

test('a phone that was wiped is told so, with the last day the clinic has, and what was told comes back', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  assert.equal((await ask<Act>(phone.page, keepPain(7))).ok, true);
  await allTold(phone.page);
  const wipe =
    'indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => indexedDB.deleteDatabase(name))))';
  await phone.page.evaluate(`${wipe}.then(() => undefined)`);
  await openApp(phone.page, house);
  assert.deepEqual(await ask(phone.page, 'phone.sync.value.wiped'), { lastDay: START / DAY - 0.5 });
  assert.equal(await ask(phone.page, "phone.course.value.days['2026-11-01'].scores.pain.value"), 7);
  await openApp(phone.page, house);
  assert.deepEqual(await ask(phone.page, 'phone.sync.value.wiped'), { lastDay: START / DAY - 0.5 }, 'until it is read');
  await ask(phone.page, 'phone.dismissWiped()');
  assert.equal(await ask(phone.page, 'phone.sync.value.wiped'), undefined);

  // The browser has forgotten even that there was data: the session is older than the store, and there are days.
  await phone.page.evaluate(`${wipe}.then(() => localStorage.clear())`);
  house.now = START + DAY;
  await phone.context.clock.setFixedTime(house.now);
  await openApp(phone.page, house);
  assert.deepEqual(await ask(phone.page, 'phone.sync.value.wiped'), { lastDay: START / DAY - 0.5 });
});

test('a stop made without a connection takes the dose away at once, and reaches the clinic days later', async () => {
  const house = await newHouse({ startAt: 0 });
  const phone = await newPhone(browser(), house, 'robin');
  const { page } = phone;
  await phone.context.setOffline(true);
  assert.equal(await ask(page, 'phone.plan.value.ok'), true);
  assert.equal((await ask<Act>(page, 'phone.stopNow()')).ok, true);
  assert.equal((await ask<Act>(page, 'phone.stopNow()')).ok, true);
  assert.equal(await ask(page, 'phone.sync.value.waiting'), 1);
  assert.equal(await ask(page, 'phone.plan.value.error.code'), 'therapy-stopped');
  const taken = await ask<Act>(page, "phone.recordDose(phone.today.value, 'taken')");
  assert.equal(taken.error?.code, 'stopped-here');
  await wakeAt(phone, START + 5 * DAY);
  assert.equal((await ask<Act>(page, keepPain(2))).ok, true);
  house.now = START + 5 * DAY;
  await phone.context.setOffline(false);
  await allTold(page);
  const stop = (await atClinic(house)).moves.at(-1);
  assert.deepEqual([stop?.to, stop?.on], ['stopped', Math.floor(START / DAY) + 5]);
  assert.equal(await ask(page, 'phone.sync.value.refused.length'), 0);
  assert.equal(await ask(page, 'phone.plan.value.error.code'), 'therapy-stopped');
  const late = { asked: Math.floor(START / DAY), told: Math.floor(START / DAY) + 5 };
  assert.deepEqual(await ask(page, 'phone.sync.value.stopLate'), late);
});

test('past its last day no plan has a dose, connection or not; a sign that ends the therapy is kept at once', async () => {
  const house = await newHouse({ startAt: 0 });
  const phone = await newPhone(browser(), house, 'robin');
  const { page } = phone;
  await phone.context.setOffline(true);
  assert.equal((await ask<Act>(page, "phone.reportRedFlag('breathing-trouble-or-rash', phone.today.value)")).ok, true);
  const refused = await ask<Act>(page, "phone.recordDose(phone.today.value, 'taken')");
  assert.deepEqual([refused.error?.code, refused.error?.keepAs], ['red-flag-open', 'unplanned-dose-reported']);
  assert.equal((await ask<Act>(page, 'phone.reportUnplannedDose(phone.today.value, 1500)')).ok, true);
  await wakeAt(phone, START + 61 * DAY);
  assert.equal(await ask(page, 'phone.plan.value.error.code'), 'plan-past-its-last-day');
  assert.equal(await ask(page, 'phone.permitted.value.checkedAt'), START);
  await phone.context.setOffline(false);
  house.now = START + 61 * DAY;
  await allTold(page);
  const { redFlags, slots } = await atClinic(house);
  assert.equal(redFlags.length, 1);
  assert.equal(slots['2026-11-01']?.status, 'unplanned');
});

test('a dose the clinic does not take stays, blocks another of its day, and is kept as what it was', async () => {
  const house = await newHouse({ startAt: 0 });
  const phone = await newPhone(browser(), house, 'robin');
  const { page, context } = phone;
  await context.setOffline(true);
  assert.equal((await ask<Act>(page, "phone.recordDose(phone.today.value, 'taken')")).ok, true);
  // Meanwhile the clinic hears of an opioid.
  const medicine = { text: 'tramadol', form: 'immediate-release', use: { kind: 'current' } } as const;
  got(await recordMedicine(house.ports, house.prescriber, house.case, { medicine, day: dayOf(house) }));
  await context.setOffline(false);
  await allTold(page);
  const [refused] = await ask<{ id: string; refusal: { code: string; keepAs: string } }[]>(
    page,
    'phone.sync.value.refused',
  );
  assert.deepEqual([refused?.refusal.code, refused?.refusal.keepAs], ['screening-forbids', 'unplanned-dose-reported']);
  assert.equal(await ask(page, 'phone.sync.value.state'), 'refused');
  const again = await ask<Act>(page, "phone.recordDose(phone.today.value, 'taken')");
  assert.equal(again.error?.code, 'dose-undecided');
  assert.equal((await ask<Act>(page, `phone.keepRefusedAsTaken('${refused?.id}')`)).ok, true);
  await allTold(page);
  const slot = (await atClinic(house)).slots['2026-11-01'];
  assert.deepEqual([slot?.status, slot?.dose], ['unplanned', 1500]);
  assert.equal(await ask(page, 'phone.sync.value.state'), 'idle');
});

test('a carer keeps the diary by proxy, sees no medicines, and stops nothing', async () => {
  const house = await newHouse({ startAt: 0 });
  const carer = (await add({ ports: house.ports, now: house.now }, house.admin, 'casey', ['patient'])).actor;
  got(await addTie(house.ports, house.prescriber, house.case, { person: carer.person, relation: 'carer' }));
  const phone = await newPhone(browser(), house, 'casey');
  const { page } = phone;
  assert.equal(await ask(page, "phone.as.value + ' ' + phone.cases.value.length"), 'carer 1');
  assert.equal(await ask(page, 'phone.plan.value.ok'), true);
  assert.equal((await ask<Act>(page, keepPain(5))).ok, true);
  assert.equal((await ask<Act>(page, "phone.recordDose(phone.today.value, 'taken')")).ok, true);
  assert.equal((await ask<Act>(page, "phone.ask('hold', 'sleeps badly')")).ok, true);
  assert.equal((await ask<Act>(page, 'phone.stopNow()')).error?.code, 'not-for-carers');
  await allTold(page);
  const { days, slots, requests } = await atClinic(house);
  assert.deepEqual(days['2026-11-01']?.how, ['proxy']);
  assert.equal(slots['2026-11-01']?.dose, 1500);
  assert.equal(requests[0]?.by, carer.person);
  assert.deepEqual(await ask(page, 'phone.sync.value.refused'), []);
});

test('another person on the same phone sees nothing of the first, whose entries wait for them', async () => {
  const house = await newHouse();
  await add({ ports: house.ports, now: house.now }, house.admin, 'sam', ['patient']);
  const phone = await newPhone(browser(), house, 'robin');
  const { page, context } = phone;
  await context.setOffline(true);
  assert.equal((await ask<Act>(page, keepPain(9))).ok, true);
  await context.clearCookies();
  await context.setOffline(false);
  await signIn(page, 'sam');
  await ask(page, 'phone.refreshNow()');
  await until(page, "phone.phase.value === 'no-case'");
  assert.equal(await ask(page, 'phone.sync.value.waiting'), 0);
  assert.equal(Object.keys((await atClinic(house)).days).length, 0);
  await context.clearCookies();
  await signIn(page, 'robin');
  await allTold(page);
  assert.equal(Object.keys((await atClinic(house)).days).length, 1);
  assert.equal(await ask(page, "phone.course.value.days['2026-11-01'].scores.pain.value"), 9);
});

test('leaving says what would be lost, then leaves nothing behind', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  const { page, context } = phone;
  await context.setOffline(true);
  assert.equal((await ask<Act>(page, keepPain(4))).ok, true);
  const copy = await ask<string>(page, 'phone.exportMyData().then((made) => made.value.text())');
  assert.equal(JSON.parse(copy).waiting.length, 1);
  const leaving = await ask<Act>(page, 'phone.leave({ evenIfUnsent: false })');
  assert.equal(leaving.error?.code, 'unsent-entries');
  await context.setOffline(false);
  await allTold(page);
  const record = await ask<string>(page, 'phone.exportMyData().then((made) => made.value.text())');
  assert.equal(JSON.parse(record).format, 'titrial-case');
  assert.equal((await ask<Act>(page, 'phone.leave({ evenIfUnsent: false })')).ok, true);
  assert.equal(await ask(page, 'phone.phase.value'), 'signed-out');
  const left = await ask<number>(page, 'indexedDB.databases().then((all) => all.length + localStorage.length)');
  assert.equal(left, 0);
});

test('a clinic that was brought back from an older copy gets what it lost, once', async () => {
  const house = await newHouse({ startAt: 0 });
  const phone = await newPhone(browser(), house, 'robin');
  const { page } = phone;
  const copy = await copyOf(house);
  assert.equal((await ask<Act>(page, keepPain(6))).ok, true);
  assert.equal((await ask<Act>(page, "phone.recordDose(phone.today.value, 'taken')")).ok, true);
  assert.equal((await ask<Act>(page, "phone.ask('hold', 'tired')")).ok, true);
  assert.equal((await ask<Act>(page, 'phone.stopNow()')).ok, true);
  await allTold(page);
  const before = await atClinic(house);
  copy.bringBack();
  assert.equal(Object.keys((await atClinic(house)).entries).length, 0);
  await allTold(page);
  await allTold(page);
  const after = await atClinic(house);
  assert.deepEqual(after.entries, before.entries);
  assert.deepEqual(after.requests, before.requests);
  assert.deepEqual(after.moves.at(-1)?.to, 'stopped');
  assert.equal(await ask(page, 'phone.sync.value.refused.length'), 0);
  assert.deepEqual(await ask(page, 'phone.course.value.entries'), JSON.parse(JSON.stringify(after.entries)));
});

test('a clinic newer than the page: it says so, keeps what is there and goes on keeping', async () => {
  const house = await newHouse();
  const phone = await newPhone(browser(), house, 'robin');
  const { page } = phone;
  assert.equal((await ask<Act>(page, keepPain(6))).ok, true);
  await allTold(page);
  const api = house.api;
  house.api = {
    fetch: async (request, env) => {
      if (!/\/events\?/.test(request.url)) return api.fetch(request, env);
      const headers = new Headers(request.headers);
      headers.delete('accept-encoding');
      const answer = await api.fetch(new Request(request.url, { headers }), env);
      const told = (await answer.json()) as { cursor: number; events: object[] };
      const event = { kind: 'moon-observed', version: 1 };
      const next = {
        seq: told.cursor + 1,
        id: house.case,
        at: '2026-11-01T12:00:00.000Z',
        by: house.patient.person,
        event,
      };
      return Response.json({ ...told, events: [...told.events, next], cursor: told.cursor + 1 });
    },
  };
  await ask(page, 'phone.refreshNow()');
  await until(page, 'phone.sync.value.outdated');
  assert.equal((await ask<Act>(page, "phone.reportSideEffect('headache', 1, phone.today.value)")).ok, true);
  assert.equal(await ask(page, "phone.course.value.days['2026-11-01'].scores.pain.value"), 6);
  house.api = api;
  await allTold(page);
  assert.equal(await ask(page, 'phone.sync.value.outdated'), false);
  assert.deepEqual(phone.complaints, []);
});
