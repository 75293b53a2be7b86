/** A device's batches on the memory storage: an answer for every entry, every refusal, and repetition without harm. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  anyId,
  type CaseWorld,
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
  twinOf,
  write,
} from '../../test/server/case-world.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { canonicalJson } from '../base/canonical.ts';
import type { EventId } from '../base/ids.ts';
import type { CaseEvent } from '../records/event.ts';
import type { Actor } from './authority.ts';
import { loadCase } from './case-record.ts';
import { type EntryAnswer, LARGEST_BATCH, syncDiary } from './keep-diary.ts';

async function send(world: CaseWorld, events: readonly Sent[], by: Actor = world.patient) {
  return got(await syncDiary(world.ports, by, world.case, { sentAt: world.now, events })).answers;
}

/** 'kept', 'already', or the code of the refusal. */
const told = (answer: EntryAnswer | undefined): string =>
  answer?.outcome === 'refused' ? answer.refusal.code : String(answer?.outcome);

async function sendOne(world: CaseWorld, event: Sent, by?: Actor): Promise<EntryAnswer> {
  const [answer] = await send(world, [event], by);
  assert.ok(answer);
  return answer;
}

const stateOf = async (world: CaseWorld) => {
  const loaded = await loadCase(world.ports, world.patient.clinic, world.case);
  assert.ok(loaded);
  return loaded.state;
};

const refusedWith = (answer: EntryAnswer) => {
  assert.equal(answer.outcome, 'refused');
  return answer.outcome === 'refused' ? answer : assert.fail();
};

/** The same entry as another day's. */
const dated = (sent: Sent, world: CaseWorld, days: number): Sent => ({
  ...sent,
  event: { ...sent.event, date: formatLocalDate(dayOf(world, days)) },
});

const corrected = (entry: EventId, instant: number, replacement?: object): Sent => ({
  id: anyId(),
  event: {
    ...{ kind: 'entry-corrected', version: 1, entry, reason: 'a slip', clock: clockAt(instant) },
    ...(replacement ? { replacement } : {}),
  },
});

const redFlag = (world: CaseWorld, more: object = {}): Sent => {
  const said = { rule: 'jaundice', date: formatLocalDate(dayOf(world)), note: '' };
  return {
    id: anyId(),
    event: { kind: 'red-flag-reported', version: 1, ...said, clock: clockAt(world.now), ...more },
  };
};

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

// ── doses. The weekly schedule of the seed document: 1.5, 3.0, 4.5 mg.

test('a dose is kept only as the plan has it on that day', async () => {
  const world = await newCaseWorld();
  assert.equal(told(await sendOne(world, doseTaken(world.now))), 'no-plan-signed');
  world.now += DAY;
  await startPlan(world, 3);
  const wrong = [1_000, 3_000, 4_500, 15_000, 50_000, 0];
  for (const ug of wrong) {
    const answer = refusedWith(await sendOne(world, doseTaken(world.now, ug)));
    assert.deepEqual([answer.refusal.code, answer.keepAs], ['dose-not-of-the-plan', 'unplanned-dose-reported']);
  }
  const less = doseTaken(world.now, 1_500, { status: 'less' });
  assert.equal(told(await sendOne(world, less)), 'dose-not-of-the-plan'); // there is no step below the first
  assert.equal(told(await sendOne(world, doseTaken(world.now, 1_500))), 'kept');
  for (let day = 1; day <= 3; day++) {
    world.now += DAY;
    assert.equal(told(await sendOne(world, doseTaken(world.now))), 'kept');
  }
  world.now += DAY;
  const late = refusedWith(await sendOne(world, doseTaken(world.now)));
  assert.deepEqual([late.refusal.code, late.again], ['plan-past-its-last-day', false]);
  assert.equal(told(await sendOne(world, doseTaken(world.now, 0, { status: 'not-taken' }))), 'kept');
});

test('a lower dose of the plan may be taken instead, and nothing is taken in the baseline', async () => {
  const world = await newCaseWorld();
  await startPlan(world, 60, 2);
  assert.equal(told(await sendOne(world, doseTaken(world.now, 1_000, { status: 'less' }))), 'dose-not-of-the-plan');
  assert.equal(told(await sendOne(world, doseTaken(world.now, 4_500, { status: 'less' }))), 'dose-not-of-the-plan');
  assert.equal(told(await sendOne(world, doseTaken(world.now, 3_000, { status: 'less' }))), 'kept');
  const other = await newCaseWorld();
  await startPlan(other, 60, 'baseline');
  assert.equal(told(await sendOne(other, doseTaken(other.now))), 'dose-in-baseline');
  const none = doseTaken(other.now, 1_500, { status: 'not-taken' });
  assert.equal(told(await sendOne(other, none)), 'dose-not-taken-not-zero');
});

test('H9, H10: a civil day has one dose; the same again is no second one, another is refused with what is kept', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  const first = doseTaken(world.now);
  assert.deepEqual((await send(world, [first, doseTaken(world.now + HOUR)])).map(told), ['kept', 'kept']);
  const other = refusedWith(await sendOne(world, doseTaken(world.now, 0, { status: 'not-taken' })));
  assert.equal(other.refusal.code, 'slot-filled');
  assert.equal(other.keepAs, undefined);
  if (other.refusal.code === 'slot-filled') {
    const { status, dose } = other.refusal.kept;
    assert.deepEqual([status, dose], ['taken', 1_500]);
  }
  const state = await stateOf(world);
  assert.deepEqual([Object.keys(state.slots).length, state.slots['2026-11-01']?.conflict], [1, false]);
});

test('H9: between the doses of two days lie eighteen hours by the clock of the device', async () => {
  const world = await newCaseWorld();
  world.now += 11 * HOUR; // 23:00
  await startPlan(world);
  assert.equal(told(await sendOne(world, doseTaken(world.now))), 'kept');
  world.now += 18 * HOUR;
  const soon = refusedWith(await sendOne(world, doseTaken(world.now - 1)));
  assert.deepEqual([soon.refusal.code, soon.keepAs], ['too-soon', 'unplanned-dose-reported']);
  assert.equal(told(await sendOne(world, doseTaken(world.now))), 'kept');
});

test('H9: a dose entered a day late says nothing of the hours, and the next one is not held up by it', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  world.now += DAY;
  const late = dated(doseTaken(world.now), world, -1);
  assert.deepEqual((await send(world, [late, doseTaken(world.now)])).map(told), ['kept', 'kept']);
  world.now += 2 * DAY;
  const forgotten = dated(doseTaken(world.now), world, -1);
  assert.deepEqual((await send(world, [doseTaken(world.now), forgotten])).map(told), ['kept', 'kept']);
});

test('H4: an opioid entered since forbids the dose of today and that of a day still on its way', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  const offline = doseTaken(world.now);
  world.now += DAY;
  const medicine = {
    ...({ id: anyId<'medicine'>(), text: 'tramadol', form: 'immediate-release' } as const),
    use: { kind: 'current' },
  } as const;
  await write(world, { kind: 'medicine-recorded', version: 1, medicine });
  for (const dose of [offline, doseTaken(world.now)]) {
    const answer = refusedWith(await sendOne(world, dose));
    assert.equal(answer.refusal.code, 'screening-forbids');
    assert.equal(answer.keepAs, 'unplanned-dose-reported');
  }
});

test('H4: the screening of the day of the dose counts, and so does that of today', async () => {
  const since = await newCaseWorld();
  await startPlan(since);
  const first = doseTaken(since.now);
  since.now += 3 * DAY;
  const stopped = { kind: 'stopped', lastTaken: dayOf(since, -11) } as const; // eight days before the first dose
  const medicine = {
    id: anyId<'medicine'>(),
    text: 'tramadol',
    form: 'immediate-release',
    use: stopped,
    chronic: false,
  } as const;
  await write(since, { kind: 'medicine-recorded', version: 1, medicine });
  const [then, now] = [await sendOne(since, first), await sendOne(since, doseTaken(since.now))];
  assert.equal(told(then), 'screening-forbids');
  assert.notEqual(told(now), 'screening-forbids'); // ten days have passed

  const before = await newCaseWorld();
  await startPlan(before);
  const { answers } = await stateOf(before);
  assert.ok(answers);
  const planned = { ...answers.answers, 'operation-planned-within-14-days': 'yes' } as const;
  const operation = { on: answers.on, answers: planned, operationOn: dayOf(before, 5) };
  await write(before, { kind: 'screening-answered', version: 1, answers: operation });
  const early = doseTaken(before.now);
  before.now += 3 * DAY;
  const late = refusedWith(await sendOne(before, early));
  assert.ok(late.refusal.code === 'screening-forbids' && late.refusal.on === dayOf(before));
});

test('H12: after a red flag no dose of that day or a later one is kept until it is cleared', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  await send(world, [doseTaken(world.now)]);
  world.now += DAY;
  const flag = redFlag(world);
  await send(world, [flag]);
  assert.equal(told(await sendOne(world, doseTaken(world.now))), 'red-flag-open');
  world.now += DAY;
  assert.equal(told(await sendOne(world, doseTaken(world.now))), 'red-flag-open');
  const cleared = { on: dayOf(world), reason: 'seen and well', decidedBy: world.prescriber.person };
  const event: CaseEvent = { kind: 'red-flag-cleared', version: 1, rule: 'jaundice', flags: [flag.id], ...cleared };
  await write(world, event);
  assert.equal(told(await sendOne(world, doseTaken(world.now))), 'kept');
  const day = dated(doseTaken(world.now), world, -1);
  assert.equal(told(await sendOne(world, day)), 'red-flag-open');
});

test('H12: after three missed days nothing is taken before a new screening, but what is still under way may come', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  const days = [0, 1, 2, 3, 4].map((day) => doseTaken(world.now + day * DAY));
  await send(world, days.slice(0, 1));
  world.now += 4 * DAY;
  const early = refusedWith(await sendOne(world, days[4] as Sent));
  assert.deepEqual([early.refusal.code, early.again], ['dose-closed', true]);
  assert.deepEqual((await send(world, days.slice(1))).map(told), ['kept', 'kept', 'kept', 'kept']);
  world.now += 4 * DAY;
  const gap = refusedWith(await sendOne(world, doseTaken(world.now)));
  assert.ok(gap.refusal.code === 'dose-closed' && gap.refusal.reasons[0]?.code === 'rescreen-before-resuming');
});

// ── corrections

test('a correction changes what an entry says, not its kind or day, under the same rules', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  const dose = doseTaken(world.now);
  const day = dayKept(world.now, 4);
  await send(world, [dose, day]);
  world.now += 10 * DAY;
  const unknown = refusedWith(await sendOne(world, corrected(anyId(), world.now)));
  assert.deepEqual([unknown.refusal.code, unknown.again], ['entry-unknown', true]);
  const cases: readonly [entry: EventId, replacement: object, answer: string][] = [
    [dose.id, day.event, 'correction-changes-kind'],
    [dose.id, { ...dose.event, date: '2026-11-02' }, 'correction-changes-date'],
    [dose.id, { ...dose.event, dose: '3 mg' }, 'dose-not-of-the-plan'],
    [dose.id, { ...dose.event, status: 'not-taken', dose: '0 mg' }, 'kept'],
    [day.id, { ...day.event, scores: { pain: 7 } }, 'back-fill-mark-missing'],
    [day.id, { ...day.event, scores: { pain: 7 }, how: ['back-filled'] }, 'kept'],
  ];
  for (const [entry, replacement, answer] of cases)
    assert.equal(told(await sendOne(world, corrected(entry, world.now, replacement))), answer);
  const { slots, days } = await stateOf(world);
  assert.deepEqual(slots['2026-11-01']?.status, 'not-taken');
  assert.deepEqual(days['2026-11-01']?.scores.pain, { kind: 'value', value: 7 });
  assert.equal(told(await sendOne(world, corrected(day.id, world.now + 1))), 'kept');
  assert.equal((await stateOf(world)).days['2026-11-01'], undefined);
});

// ── whatever order

/** Sixty days as a phone keeps them: most days scored, doses taken or not, a side effect, and corrections of slips. */
function journey(world: CaseWorld, random: readonly number[]): readonly Sent[] {
  const entries: Sent[] = [];
  for (const [day, chance] of random.entries()) {
    const noon = world.now + day * DAY;
    const kept = dayKept(noon, chance % 11);
    if (chance % 7 !== 0) entries.push(kept);
    const dose = chance % 5 === 0 ? doseTaken(noon, 0, { status: 'not-taken' }) : doseTaken(noon);
    if (chance % 11 !== 0 || chance % 5 === 0) entries.push(dose);
    if (chance % 7 === 3) entries.push(corrected(kept.id, noon + HOUR, { ...kept.event, scores: { pain: 10 } }));
    if (chance % 13 === 1) entries.push(corrected(kept.id, noon + 2 * HOUR));
  }
  // No three days without the drug in a row: a phone would not have allowed the dose after them.
  return entries;
}

test('H10: batches in any order, twice and again until they pass, come to the same state as in order', async () => {
  let refusedFirst = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 10 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.integer({ min: 2, max: 9 }),
      async (random, chances, size) => {
        const [straight, shuffled] = await twins();
        const sent = journey(straight, random);
        straight.now += 20 * DAY;
        shuffled.now += 20 * DAY;
        const answers = await send(straight, sent);
        const accepted = sent.filter((_, i) => told(answers[i]) === 'kept');
        const order = (entries: readonly Sent[]) =>
          [...entries].map((entry) => [chances.next().value, entry] as const).sort(([a], [b]) => a - b);
        let left = [...order(accepted), ...order(accepted).slice(0, 3)].map(([, entry]) => entry);
        for (let round = 0; left.length > 0; round++) {
          assert.ok(round < 50, 'does not come to an end');
          const again: Sent[] = [];
          for (let i = 0; i < left.length; i += size) {
            const batch = left.slice(i, i + size);
            for (const [at, answer] of (await send(shuffled, batch)).entries())
              if (answer.outcome === 'refused') {
                assert.ok(answer.again, JSON.stringify(answer));
                again.push(batch[at] as Sent);
              }
          }
          refusedFirst += again.length;
          left = order(again).map(([, entry]) => entry);
        }
        const [a, b] = [await stateOf(straight), await stateOf(shuffled)];
        assert.equal(canonicalJson(b), canonicalJson(a));
      },
    ),
    { seed: 20261101, numRuns: 200 },
  );
  assert.ok(refusedFirst > 100, 'some entries had to wait for others');
});

/** Two cases alike to the byte, in two stores. */
async function twins(): Promise<readonly [CaseWorld, CaseWorld]> {
  const world = await newCaseWorld();
  await startPlan(world);
  return [world, await twinOf(world)];
}

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
