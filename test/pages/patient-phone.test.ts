/** The phone keeps a diary: on its own disk first, then with the clinic, once each, whatever happens between (H9, H10). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCase, wholeCase } from '../../src/service/case-record.ts';
import {
  allTold,
  ask,
  DAY,
  newPhone,
  openApp,
  type PhoneHouse,
  phoneStreet,
  START,
  until,
  wakeAt,
} from './phone-house.ts';

const { browser, house: newHouse } = phoneStreet();

/** The case as the clinic has it. */
async function atClinic(house: PhoneHouse) {
  const loaded = await loadCase(house.ports, house.patient.clinic, house.case);
  assert.ok(loaded);
  return (await wholeCase(house.ports, loaded)).state;
}

const keepPain = (value: number) => `phone.keepDay(phone.today.value, { pain: { kind: 'value', value: ${value} } })`;
type Act = { readonly ok: boolean; readonly error?: { readonly code: string } };

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
