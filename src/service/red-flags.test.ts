import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyId, type CaseWorld, clockAt, codeOf, dayOf, got, newCaseWorld, tie } from '../../test/server/case-world.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { syncDiary } from './keep-diary.ts';
import { answerLaboratory, askLaboratory } from './laboratory.ts';
import { readState } from './read-case.ts';
import { clearFlag } from './red-flags.ts';

const reason = 'Seen in the clinic, bilirubin normal.';

async function report(world: CaseWorld, rule = 'jaundice') {
  const id = anyId<'event'>();
  const date = formatLocalDate(dayOf(world));
  const event = { kind: 'red-flag-reported', version: 1, rule, date, note: '', clock: clockAt(world.now) };
  const synced = got(
    await syncDiary(world.ports, world.patient, world.case, { sentAt: world.now, events: [{ id, event }] }),
  );
  assert.equal(synced.answers[0]?.outcome, 'kept');
  return id;
}

test('a prescriber clears the reports they name; one they have not seen stands', async () => {
  const world = await newCaseWorld();
  const [first, second] = [await report(world), await report(world)];
  const given = { rule: 'jaundice', flags: [first], reason, day: dayOf(world) } as const;
  assert.equal(got(await clearFlag(world.ports, world.prescriber, world.case, given)).open, 1);
  const { view } = got(await readState(world.ports, world.prescriber, world.case));
  const stands = view.redFlags?.filter(({ clearedOn }) => clearedOn === undefined).map(({ entry }) => entry);
  assert.deepEqual(stands, [second]);
});

test('what is not an open report of that sign, a word as reason, and everybody but a prescriber are refused', async () => {
  const world = await newCaseWorld();
  const flag = await report(world);
  const carer = await tie(world, 'Kim', [], 'carer');
  const { ports, prescriber, patient, case: id } = world;
  const given = { rule: 'jaundice', flags: [flag], reason, day: dayOf(world) } as const;
  const by = async (actor: typeof patient, change: object): Promise<string> =>
    codeOf(await clearFlag(ports, actor, id, { ...given, ...change }));
  assert.equal(await by(prescriber, { flags: [] }), 'flag-not-open');
  assert.equal(await by(prescriber, { flags: [anyId()] }), 'flag-not-open');
  assert.equal(await by(prescriber, { rule: 'pregnancy' }), 'flag-not-open');
  assert.equal(await by(prescriber, { reason: 'fine' }), 'reason-too-short');
  assert.equal(await by(prescriber, { day: dayOf(world, -3) }), 'day-implausible');
  assert.equal(await by(patient, {}), 'not-allowed');
  assert.equal(await by(carer, {}), 'not-allowed');
  assert.equal(await by(prescriber, {}), 'done');
  assert.equal(await by(prescriber, {}), 'flag-not-open', 'cleared once');
});

test('a test waits from when it is asked for until its result has come, once each', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient, case: id } = world;
  const alt = { test: 'ALT', day: dayOf(world) };
  assert.equal(codeOf(await askLaboratory(ports, patient, id, alt)), 'not-allowed');
  assert.equal(codeOf(await answerLaboratory(ports, prescriber, id, alt)), 'test-not-waited-for');
  assert.equal(got(await askLaboratory(ports, prescriber, id, alt)).waiting, 1);
  assert.equal(codeOf(await askLaboratory(ports, prescriber, id, alt)), 'test-waits-already');
  assert.equal(got(await answerLaboratory(ports, prescriber, id, alt)).waiting, 0);
});
