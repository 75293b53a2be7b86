/** What a device sends and what it is told, for the tests of the diary's way in. */
import assert from 'node:assert/strict';
import { formatLocalDate } from '../../src/base/calendar.ts';
import type { EventId } from '../../src/base/ids.ts';
import type { Actor } from '../../src/service/authority.ts';
import { loadCase } from '../../src/service/case-record.ts';
import { type EntryAnswer, syncDiary } from '../../src/service/keep-diary.ts';
import { anyId, type CaseWorld, clockAt, dayOf, got, type Sent } from './case-world.ts';

export async function send(world: CaseWorld, events: readonly Sent[], by: Actor = world.patient) {
  return got(await syncDiary(world.ports, by, world.case, { sentAt: world.now, events })).answers;
}

/** 'kept', 'already', or the code of the refusal. */
export const told = (answer: EntryAnswer | undefined): string =>
  answer?.outcome === 'refused' ? answer.refusal.code : String(answer?.outcome);

export async function sendOne(world: CaseWorld, event: Sent, by?: Actor): Promise<EntryAnswer> {
  const [answer] = await send(world, [event], by);
  assert.ok(answer);
  return answer;
}

export const stateOf = async (world: CaseWorld) => {
  const loaded = await loadCase(world.ports, world.patient.clinic, world.case);
  assert.ok(loaded);
  return loaded.state;
};

export const refusedWith = (answer: EntryAnswer) => {
  assert.equal(answer.outcome, 'refused');
  return answer.outcome === 'refused' ? answer : assert.fail();
};

/** The same entry as another day's. */
export const dated = (sent: Sent, world: CaseWorld, days: number): Sent => ({
  ...sent,
  event: { ...sent.event, date: formatLocalDate(dayOf(world, days)) },
});

export const corrected = (entry: EventId, instant: number, replacement?: object): Sent => ({
  id: anyId(),
  event: {
    ...{ kind: 'entry-corrected', version: 1, entry, reason: 'a slip', clock: clockAt(instant) },
    ...(replacement ? { replacement } : {}),
  },
});

export const redFlag = (world: CaseWorld, more: object = {}): Sent => {
  const said = { rule: 'jaundice', date: formatLocalDate(dayOf(world)), note: '' };
  return {
    id: anyId(),
    event: { kind: 'red-flag-reported', version: 1, ...said, clock: clockAt(world.now), ...more },
  };
};
