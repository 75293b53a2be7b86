/** A device's batches on the memory storage: an answer for every entry, every refusal of a day, and nothing that throws. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  anyId,
  clockAt,
  codeOf,
  DAY,
  dayKept,
  dayOf,
  doseTaken,
  got,
  HOUR,
  newCaseWorld,
  type Sent,
  startPlan,
  tie,
  write,
} from '../../test/server/case-world.ts';
import { corrected, dated, redFlag, send, sendOne, stateOf, told } from '../../test/server/diary-sent.ts';
import { formatLocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import type { Actor } from './authority.ts';
import { LARGEST_BATCH, syncDiary } from './keep-diary.ts';

test('good entries of a batch are kept, bad ones refused, each answered in its place, in one piece', async () => {
  const world = await newCaseWorld();
  const before = (await world.ports.storage.ledger.head(world.patient.clinic, world.case))?.seq ?? 0;
  const good = [dayKept(world.now, 4), dayKept(world.now - DAY, 5)];
  const bad = [
    { id: anyId<'event'>(), event: { kind: 'plan-signed', version: 1 } },
    { ...dayKept(world.now, 3), id: 'not an id' as EventId },
    dated(dayKept(world.now, 1), world, 1),
    { id: anyId<'event'>(), event: null as unknown as Sent['event'] },
  ];
  const [a, b] = good;
  assert.ok(a && b);
  const answers = await send(world, [bad[0] as Sent, a, bad[1] as Sent, a, bad[2] as Sent, b, bad[3] as Sent]);
  assert.deepEqual(answers.map(told), [
    'entry-unreadable',
    'kept',
    'id-unreadable',
    'already',
    'date-in-future',
    'kept',
    'entry-unreadable',
  ]);
  assert.deepEqual(
    answers.flatMap((answer) => (answer.outcome === 'refused' ? [] : [answer.seq])),
    [before + 1, before + 1, before + 2],
  );
  const again = await send(world, [b, a]);
  assert.deepEqual(again.map(told), ['already', 'already']);
  assert.deepEqual(
    again.map((answer) => (answer.outcome === 'refused' ? 0 : answer.seq)),
    [before + 2, before + 1],
  );
});

test('an id stands for one entry for ever: another under its name is refused and not lost unseen', async () => {
  const world = await newCaseWorld();
  const first = dayKept(world.now, 4);
  await send(world, [first]);
  const other = { ...dayKept(world.now, 9), id: first.id };
  assert.equal(told(await sendOne(world, other)), 'id-holds-another-entry');
  assert.equal(told(await sendOne(world, corrected(first.id, world.now))), 'kept');
  const mixed = { ...corrected(first.id, world.now), id: first.id };
  assert.equal(told(await sendOne(world, mixed)), 'id-holds-another-entry');
});

test('a batch has one entry at least and 500 at most, and says when it was sent', async () => {
  const world = await newCaseWorld();
  const sync = async (sentAt: number, events: readonly Sent[]) =>
    codeOf(await syncDiary(world.ports, world.patient, world.case, { sentAt, events }));
  const full = Array.from({ length: LARGEST_BATCH }, () => dayKept(world.now, 1));
  assert.equal(await sync(world.now, []), 'batch-empty');
  assert.equal(await sync(world.now, [...full, dayKept(world.now, 1)]), 'batch-too-large');
  assert.equal(await sync(Number.NaN, full), 'sent-at-unreadable');
  assert.equal(await sync(world.now, full), 'done');
  assert.equal((await stateOf(world)).days['2026-11-01']?.entries.length, LARGEST_BATCH);
});

test('only the patient and their carer keep the diary, and a carer says so in every day they keep', async () => {
  const world = await newCaseWorld();
  const carer = await tie(world, 'Kim', [], 'carer');
  const batch = { sentAt: world.now, events: [dayKept(world.now, 4)] };
  const sync = (by: Actor) => syncDiary(world.ports, by, world.case, batch);
  assert.equal(codeOf(await sync(world.prescriber)), 'not-allowed');
  assert.equal(codeOf(await sync({ ...world.prescriber, person: anyId() })), 'not-found');
  assert.equal(told(await sendOne(world, dayKept(world.now, 4), carer)), 'proxy-mark-missing');
  assert.equal(told(await sendOne(world, dayKept(world.now, 4, { how: ['proxy'] }), carer)), 'kept');
});

test('H33: the clock of the device is compared, kept with every entry, and more than five minutes off is told', async () => {
  const world = await newCaseWorld();
  const sync = async (sentAt: number) => {
    const batch = { sentAt, events: [dayKept(world.now, 4)] };
    const { skew, clockOff } = got(await syncDiary(world.ports, world.patient, world.case, batch));
    return [skew, clockOff];
  };
  const minute = 60_000;
  assert.deepEqual(await sync(world.now - 5 * minute), [5 * minute, false]);
  assert.deepEqual(await sync(world.now - 5 * minute - 1), [5 * minute + 1, true]);
  assert.deepEqual(await sync(world.now + 6 * minute), [-6 * minute, true]);
});

test('H33: the day is the one the device showed, or up to two days before, and never one that is nowhere yet', async () => {
  const world = await newCaseWorld();
  const back = { how: ['back-filled'] };
  const cases: readonly [sent: Sent, answer: string][] = [
    [dayKept(world.now, 1), 'kept'],
    [dated(dayKept(world.now, 1), world, 1), 'date-in-future'],
    [dated(dayKept(world.now, 1), world, -1), 'back-fill-mark-missing'],
    [dated(dayKept(world.now, 1, back), world, -1), 'kept'],
    [dated(dayKept(world.now, 1, back), world, -2), 'kept'],
    [dated(dayKept(world.now, 1, back), world, -3), 'too-far-back'],
    [dated(doseTaken(world.now, 0, { status: 'not-taken', dose: '0 mg' }), world, -3), 'too-far-back'],
    // Kiritimati, UTC+14: 2 November there while it is noon of the 1st in UTC
    [dated(dayKept(world.now, 1, { clock: { instant: world.now, offsetMinutes: 840 } }), world, 1), 'kept'],
    [dated(dayKept(world.now, 1, { clock: { instant: world.now, offsetMinutes: 840 } }), world, 2), 'date-in-future'],
    // Baker Island, UTC-12: still the same day; an hour later it was the last day of October there an hour before
    [dayKept(world.now, 1, { clock: { instant: world.now, offsetMinutes: -720 } }), 'kept'],
    [dated(dayKept(world.now + 23 * HOUR, 1), world, 1), 'kept'],
    [
      dayKept(world.now + 23 * HOUR, 1, { clock: { instant: world.now + 23 * HOUR, offsetMinutes: 840 } }),
      'back-fill-mark-missing',
    ],
    [
      dated(dayKept(0, 1, { clock: { instant: world.now + 23 * HOUR, offsetMinutes: 840 } }), world, 2),
      'date-in-future',
    ],
    [dayKept(world.now + 25 * HOUR, 1), 'device-clock-ahead'],
    [dayKept(world.now - 25 * HOUR, 1), 'device-clock-behind'],
    [dayKept(0, 1), 'device-clock-behind'],
  ];
  for (const [sent, answer] of cases)
    assert.equal(told(await sendOne(world, sent)), answer, JSON.stringify(sent.event));
});

test('days from a month without a network are kept, judged by the clock at their entry', async () => {
  const world = await newCaseWorld();
  const start = world.now;
  const month = Array.from({ length: 30 }, (_, i) => dayKept(start + i * DAY, i % 11));
  world.now = start + 31 * DAY;
  assert.deepEqual(new Set((await send(world, month)).map(told)), new Set(['kept']));
  assert.equal(Object.keys((await stateOf(world)).days).length, 30);
});

test('what speaks of harm is kept however long ago it began, and also when the case has been closed', async () => {
  const world = await newCaseWorld();
  const effect = { name: 'rash', grade: 3 };
  const old: Sent = {
    id: anyId(),
    event: {
      ...{ kind: 'side-effect-reported', version: 1, ...effect, date: formatLocalDate(dayOf(world, -40)) },
      clock: clockAt(world.now),
    },
  };
  assert.equal(told(await sendOne(world, old)), 'kept');
  assert.equal(told(await sendOne(world, dated(redFlag(world), world, -366))), 'kept');
  assert.equal(told(await sendOne(world, dated(redFlag(world), world, -367))), 'too-far-back');
  await write(world, { kind: 'case-closed', version: 1, reason: 'moved away' });
  assert.equal(told(await sendOne(world, redFlag(world))), 'kept');
  assert.equal(told(await sendOne(world, dayKept(world.now, 4))), 'kept');
  assert.equal(told(await sendOne(world, doseTaken(world.now))), 'case-not-open');
});

test('nothing a device can send makes the diary throw, and what is refused is not written', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  const kinds = ['day-kept', 'dose-recorded', 'entry-corrected', 'plan-ended', 'move-taken', 'red-flag-reported'];
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ kind: fc.constantFrom(...kinds), version: fc.constantFrom(1, 2), date: fc.anything() }),
    fc.anything().map((clock) => ({ ...dayKept(world.now, 3).event, clock })),
    fc.anything().map((date) => ({ ...doseTaken(world.now).event, date })),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.uuid()), anything, async (id, event) => {
      const batch = { sentAt: world.now, events: [{ id, event }] };
      const [answer] = got(await syncDiary(world.ports, world.patient, world.case, batch)).answers;
      assert.equal(answer?.outcome, 'refused');
    }),
    { seed: 7, numRuns: 500 },
  );
  assert.equal(Object.keys((await stateOf(world)).entries).length, 0);
});
