/**
 * Doses and corrections from a device: only what the plan has on that day, one a day, and nothing past what forbids it.
 * The plan is the weekly schedule of the seed document: 1.5, 3.0, 4.5 mg.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anyId,
  DAY,
  dayKept,
  dayOf,
  doseTaken,
  HOUR,
  newCaseWorld,
  type Sent,
  startPlan,
  write,
} from '../../test/server/case-world.ts';
import { corrected, dated, redFlag, refusedWith, send, sendOne, stateOf, told } from '../../test/server/diary-sent.ts';
import type { EventId } from '../base/ids.ts';
import type { CaseEvent } from '../records/event.ts';

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
