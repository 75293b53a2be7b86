/** Answers, looks and overrides over a case: who may, what is kept, and what no reason sets aside (H4, H7, H37). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, got } from '../../test/server/people-world.ts';
import { answersOn, dayOf, type SigningWorld, signingWorld } from '../../test/server/signing-world.ts';
import type { Answer, Question, ScreeningAnswers } from '../medicine/screening/screening.ts';
import type { Actor } from './authority.ts';
import { loadCase } from './case-record.ts';
import { recordMedicine } from './medicines.ts';
import { closeCase } from './open-case.ts';
import { answerScreening, overrideFinding, reviewScreening, screeningOf } from './screen-case.ts';

const DAY = 86_400_000;
const answer = (world: SigningWorld, given: Partial<Record<Question, Answer>> = {}, by: Actor = world.patient) =>
  answerScreening(world.ports, by, world.case, { answers: answersOn(dayOf(world), given), day: dayOf(world) });
const read = async (world: SigningWorld) => got(await screeningOf(world.ports, world.first, world.case, dayOf(world)));
const override = (world: SigningWorld, key: string, reason = 'spoken about at length', by: Actor = world.first) =>
  overrideFinding(world.ports, by, world.case, { key, reason, day: dayOf(world) });
const keysOf = async (world: SigningWorld, severity: string): Promise<readonly string[]> =>
  (await read(world)).screening.findings.filter((found) => found.severity === severity).map(({ key }) => key);

test('unanswered blocks; answers count from the day they are given; the patient and the prescriber may give them', async () => {
  const world = await signingWorld({ clear: false });
  assert.ok((await read(world)).screening.openHard > 0);
  assert.deepEqual(await keysOf(world, 'hard'), ['unanswered/never-answered']);
  const yesterday = { answers: answersOn(dayOf(world, -1)), day: dayOf(world) };
  const late = await answerScreening(world.ports, world.patient, world.case, yesterday);
  assert.equal(codeOf(late), 'answers-of-another-day');
  assert.equal(got(await answer(world)).openHard, 0);
  assert.equal(got(await answer(world, { adult: 'unknown' }, world.first)).openHard, 1);
  assert.equal(codeOf(await answer(world, {}, world.admin)), 'not-allowed');
});

test('answers that leave a question out are refused whole', async () => {
  const world = await signingWorld({ clear: false });
  const whole = answersOn(dayOf(world));
  const answers: ScreeningAnswers = { ...whole, answers: { ...whole.answers, adult: undefined as never } };
  const refused = await answerScreening(world.ports, world.patient, world.case, { answers, day: dayOf(world) });
  assert.equal(codeOf(refused), 'event-refused');
  assert.equal((await read(world)).answers, undefined);
});

test('a look is kept as it was: day, list, counts and findings; a later one takes its place, an earlier one does not', async () => {
  const world = await signingWorld({ clear: false });
  got(await answer(world, { psychosis: 'yes' }));
  const { screening } = got(await reviewScreening(world.ports, world.first, world.case, dayOf(world)));
  const state = (await loadCase(world.ports, world.first.clinic, world.case))?.state;
  assert.equal(state?.screened?.listVersion, world.ports.drugs.version);
  assert.equal(state?.screened?.openSoft, screening.openSoft);
  const early = await reviewScreening(world.ports, world.first, world.case, dayOf(world, -1));
  assert.equal(codeOf(early), 'earlier-than-last-review');
  assert.equal(codeOf(await reviewScreening(world.ports, world.patient, world.case, dayOf(world))), 'not-allowed');
  got(await closeCase(world.ports, world.first, world.case, { reason: 'moved away' }));
  assert.equal(codeOf(await reviewScreening(world.ports, world.first, world.case, dayOf(world))), 'case-not-open');
});

test('a soft finding is set aside by a prescriber with a reason, for that finding only, and once', async () => {
  const world = await signingWorld({ clear: false });
  got(await answer(world, { 'pregnant-or-trying': 'yes', 'depressed-or-suicidal': 'yes' }));
  const [one, two] = await keysOf(world, 'soft');
  assert.ok(one && two);
  assert.equal(codeOf(await override(world, one, 'fine')), 'reason-too-short');
  assert.equal(codeOf(await override(world, one, 'spoken about', world.patient)), 'not-allowed');
  assert.equal(codeOf(await override(world, 'S14/nothing-of-the-kind')), 'finding-not-present');
  const { openSoft: before } = (await read(world)).screening;
  assert.equal(got(await override(world, one)).openSoft, before - 1);
  assert.equal(codeOf(await override(world, one)), 'finding-overridden-already');
  assert.equal((await read(world)).screening.openSoft, before - 1);
});

test('no reason sets a current opioid or an unrecognised text aside', async () => {
  const world = await signingWorld();
  for (const text of ['tramadol', 'what grandmother takes']) {
    const medicine = { text, form: 'immediate-release', use: { kind: 'current' } } as const;
    got(await recordMedicine(world.ports, world.patient, world.case, { medicine, day: dayOf(world) }));
  }
  const keys = await keysOf(world, 'hard');
  assert.equal(keys.length, 2);
  for (const key of keys) assert.equal(codeOf(await override(world, key)), 'finding-not-overridable');
});

test('past the last day of the list everything is closed, whatever was looked at', async () => {
  const world = await signingWorld();
  assert.equal((await read(world)).screening.openHard, 0);
  while (dayOf(world) <= world.ports.drugs.expires) world.now += 30 * DAY;
  const { screening } = await read(world);
  assert.deepEqual(
    screening.findings.filter(({ severity }) => severity === 'hard').map(({ rule }) => rule),
    ['list-expired'],
  );
});
