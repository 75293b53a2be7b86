/** What the record knows of each day goes into the run, and what it does not know stays out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evening } from '../../../test/records/case-maker.ts';
import { KITS, START, TRIAL, trialFacts } from '../../../test/report/trial-case.ts';
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseEvent } from '../../records/event.ts';

const on = (place: number): LocalDate => (START + place) as LocalDate;

const capsule = (place: number, kit: string, status: 'taken' | 'not-taken' = 'taken', late = 0): CaseEvent => {
  const date = on(place);
  const { instant, offsetMinutes } = evening(date);
  const clock = { instant: instant + late, offsetMinutes };
  return { kind: 'kit-dose-recorded', version: 1, trial: TRIAL, kit, date, status, clock };
};

const dayOf = (extra: readonly CaseEvent[], place: number) =>
  trialFacts({ extra }).run.days.find(({ date }) => date === on(place));

test('a capsule of the day’s own kit is taken, one not taken is not, and a day nobody recorded says nothing', () => {
  const { run } = trialFacts();
  const taken = run.days.filter(({ date }) => date >= START).map((day) => day.taken);
  assert.equal(taken.length, 112);
  // One in 17 is not taken, counted from 28 days before day 1.
  assert.deepEqual(
    taken.flatMap((each, i) => (each === false ? [i] : [])),
    [9, 26, 43, 60, 77, 94, 111],
  );
});

test('two entries of a day that disagree leave it unknown', () => {
  const day = dayOf([capsule(5, KITS[0], 'not-taken', 60_000)], 5);
  assert.deepEqual([day?.taken, day?.kitOf], [undefined, undefined]);
});

test('before day 1 the open dose is told where it is known, and never a kit', () => {
  const before = trialFacts().run.days.filter(({ date }) => date < START);
  assert.equal(before.length, 25);
  assert.ok(before.every(({ openDose, taken }) => openDose === 0 && taken === undefined));
});

test('a stop ends the run; days after it are not in it', () => {
  const { run } = trialFacts({ stoppedAfter: 40 });
  assert.equal(run.endedOn, START + 40);
  assert.equal(Math.max(...run.days.map(({ date }) => date)), START + 39);
  assert.equal(trialFacts().run.endedOn, undefined);
});

test('broken codes stand once a period, deviations are counted by kind, guesses come as they were given', () => {
  const by = { on: on(30), decidedBy: trialFacts().trial.signed.by } as const;
  const of = { version: 1, trial: TRIAL } as const;
  const extra: readonly CaseEvent[] = [
    ...[1, 1, 0].map((period): CaseEvent => ({ ...of, kind: 'code-broken', period, reason: 'fell', ...by })),
    ...(['kit-lost', 'other', 'kit-lost'] as const).map(
      (what): CaseEvent => ({ ...of, kind: 'trial-deviated', what, note: '', ...by }),
    ),
  ];
  const { run } = trialFacts({ extra });
  assert.deepEqual(run.codeBroken, [0, 1]);
  assert.deepEqual(run.deviations, [
    { what: 'kit-lost', count: 2 },
    { what: 'other', count: 1 },
  ]);
  assert.deepEqual(run.guesses[1], { period: 1, guess: 'drug', confidence: 4, reason: 'side-effects' });
});

test('a capsule from the kit of another period names that period', () => {
  const day = trialFacts({ wrongKitOn: 50 }).run.days.find(({ date }) => date === on(50));
  assert.deepEqual([day?.taken, day?.kitOf], [true, 3]);
});
