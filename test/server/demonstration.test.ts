/**
 * The demonstration, built on several days of the year and in several parts of the earth: each course shows what it is there
 * for, the whole verifies, and nothing in it can be taken for somebody's (H35).
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { civilDateAt } from '../../src/base/calendar.ts';
import { canonicalJson } from '../../src/base/canonical.ts';
import { requiredTake, usableProducts } from '../../src/medicine/product.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { leastGapHours } from '../../src/records/course-day.ts';
import { shownTrial } from '../../src/records/trial-shown.ts';
import type { TrialRecord } from '../../src/records/trial-state.ts';
import type { Actor } from '../../src/service/authority.ts';
import { ENTRANTS } from '../../src/service/demonstration/demonstration.ts';
import { computeNow, readFinding } from '../../src/service/find.ts';
import { readInbox } from '../../src/service/inbox.ts';
import { readBack } from '../../src/service/plan-read-back.ts';
import { screeningOf } from '../../src/service/screen-case.ts';
import { permittedToday } from '../../src/service/titration-moves.ts';
import { verifyRecord } from '../../src/service/verify.ts';
import {
  actorAs,
  casesOf,
  type DemonstrationHouse,
  demonstrationAt,
  doseToday,
  stateOf,
} from './demonstration-house.ts';
import { got } from './people-world.ts';

/** An autumn morning, a leap day just after midnight far east, a summer evening far west. */
const MOMENTS: readonly (readonly [string, number, number])[] = [
  ['on a November morning in London', Date.UTC(2026, 10, 28, 9, 30), 0],
  ['on a leap day, minutes after midnight in Auckland', Date.UTC(2028, 1, 28, 11, 5), 780],
  ['late on a July evening in Los Angeles', Date.UTC(2027, 6, 5, 5, 40), -420],
];

for (const [name, now, offset] of MOMENTS)
  describe(`the demonstration begun ${name}`, () => {
    const house = demonstrationAt(now, offset);
    let entered: Promise<Actor> | undefined;
    const doctor = (): Promise<Actor> => {
      entered ??= actorAs(house, 'prescriber');
      return entered;
    };
    before(doctor);
    after(() => house.stop());
    coursesShowWhatTheyAreFor(house, doctor, async (code) => stateOf(house, await doctor(), code));
    theMorningIsWorthLookingAt(house, doctor);
  });

const HOUR = 3_600_000;
type Doctor = () => Promise<Actor>;
type Of = (code: string) => ReturnType<typeof stateOf>;

async function verdictsOf(house: DemonstrationHouse, doctor: Actor, of: Of, code: string) {
  const { item } = await of(code);
  const { finding } = got(await computeNow(house.live, doctor, item.case));
  const { analysis } = got(await readFinding(house.live, doctor, item.case, finding.finding));
  return Object.fromEntries(analysis.findings.map(({ outcome, verdict, grade }) => [outcome.id, { verdict, grade }]));
}

const dosesTaken = ({ slots }: CaseState): readonly number[] =>
  [...new Set(Object.values(slots).map(({ dose }) => dose as number))].sort((a, b) => a - b);
const hasValue = ({ scores }: CaseState['days'][string]): boolean =>
  Object.values(scores).some(({ kind }) => kind === 'value');

function coursesShowWhatTheyAreFor(house: DemonstrationHouse, doctor: Doctor, of: Of): void {
  test('D1 went up to 4.5 mg, asked to go back, was answered, is at 3 mg, and knows four weeks without', async () => {
    const { state } = await of('D1');
    assert.equal(doseToday(state, house), 3000);
    assert.deepEqual(dosesTaken(state), [0, 1500, 3000, 4500]);
    const [asked] = state.requests;
    assert.deepEqual([asked?.wish, asked?.answer], ['step-down', 'agreed']);
    assert.ok(state.moves.some(({ move }) => move === 'step-down'));
    const verdicts = await verdictsOf(house, await doctor(), of, 'D1');
    assert.equal(verdicts.pain?.grade, 'open-label-with-hold');
    assert.notEqual(verdicts.pain?.verdict, 'worse');
    assert.notEqual(verdicts.sleep?.verdict, 'better');
  });

  test('D2, whom the drug does nothing for, is not told that it works', async () => {
    const verdicts = await verdictsOf(house, await doctor(), of, 'D2');
    assert.deepEqual(Object.keys(verdicts), ['pain', 'fatigue', 'sleep']);
    for (const { verdict } of Object.values(verdicts)) assert.notEqual(verdict, 'better');
  });

  test('D3 held, went down twice, and takes 1 mg in the morning under a plan of its own', async () => {
    const { state } = await of('D3');
    const moves = state.moves.map(({ move }) => move);
    assert.ok(moves.includes('hold'));
    assert.equal(moves.filter((move) => move === 'step-down').length, 2);
    assert.equal(state.plans.filter(({ status }) => status !== 'drafted').length, 2);
    assert.equal(doseToday(state, house), 1000);
    assert.equal(state.plans.at(-1)?.content.timeOfDay, 'morning');
  });

  test('D4 takes opioids by code and by text: nothing can be signed, and the clocks run', async () => {
    const { state, item } = await of('D4');
    const by = await doctor();
    assert.ok(state.plans.every(({ status }) => status === 'drafted') && state.plans.length === 1);
    const plan = state.plans[0]?.plan;
    assert.ok(plan);
    const day = house.today;
    const terms = { plan, validFrom: day, validTo: (day + 90) as typeof day, startAt: 'baseline', day } as const;
    const read = got(await readBack(house.live, by, item.case, terms));
    assert.equal(read.hash, undefined);
    assert.ok(read.faults.some(({ code }) => code === 'screening-hard-open'));
    const { screening } = got(await screeningOf(house.live, by, item.case, day));
    const clocks = screening.findings.filter(
      ({ severity, clearFrom }) => severity === 'hard' && clearFrom !== undefined,
    );
    assert.equal(new Set(clocks.map(({ medicine }) => medicine)).size, 2);
    assert.ok(clocks.every(({ clearFrom }) => (clearFrom ?? 0) >= day));
  });

  test('D5 was signed a plan to 6 mg after six weeks at 4.5 mg, by one prescriber, and is in a blinded trial of it', async () => {
    const { state } = await of('D5');
    const [first, second] = state.plans.filter(({ status }) => status !== 'drafted');
    assert.deepEqual([first?.content.ceiling, second?.content.ceiling], [4500, 6000]);
    assert.equal(second?.signatures.length, 1);
    assert.equal(doseToday(state, house), 'in-blinded-trial');
    assert.equal(state.trials.at(-1)?.opened, undefined);
  });

  test('D6 is kept by a carer, from a liquid in exact marks, with two fifths to a half of the days missing', async () => {
    const { state } = await of('D6');
    const days = Object.values(state.days);
    const missing = 1 - days.filter(hasValue).length / 196;
    assert.ok(missing >= 0.4 && missing <= 0.5, `${missing}`);
    const ill = days.filter(({ scores }) => Object.values(scores).some(({ kind }) => kind === 'too-ill')).length;
    assert.ok(ill >= 5, `${ill} days too ill`);
    const kept = Object.values(state.entries).flatMap(({ event }) => (event.kind === 'day-kept' ? [event] : []));
    assert.ok(kept.every(({ how }) => how.includes('proxy')));
    assert.deepEqual(dosesTaken(state), [0, 250, 500, 750, 1000, 1500]);
    assert.equal(doseToday(state, house), 750);
    const take = requiredTake(750 as never, usableProducts(state.products ?? [], house.today));
    assert.deepEqual(take.ok && take.value.kind === 'liquid' && take.value.volume, 750);
  });

  test('D7 has an operation in ten days, asks what to do, and is told from when to hold', async () => {
    const { state, item } = await of('D7');
    const { screening } = got(await screeningOf(house.live, await doctor(), item.case, house.today));
    const found = screening.findings.find(({ code }) => code === 'operation-planned');
    assert.equal(found?.severity, 'soft');
    assert.ok(String(found?.about.holdFrom) > '2026');
    assert.equal(state.requests.at(-1)?.answer, undefined);
    const { moves } = got(await permittedToday(house.live, await doctor(), item.case, house.today));
    assert.ok(!moves.some(({ move }) => move === 'step-up'));
  });

  test('D8 crossed eight zones and a change of clocks, with one dose slot for each date', async () => {
    const { state } = await of('D8');
    const clocks = Object.values(state.entries).flatMap(({ event }) =>
      event.kind === 'dose-recorded' ? [event.clock] : [],
    );
    const offsets = (zone: string) => [...new Set(clocks.filter((c) => c.zone === zone).map((c) => c.offsetMinutes))];
    const [home, away] = [offsets('Europe/London'), offsets('America/Los_Angeles')];
    assert.ok(home.length + away.length >= 3, JSON.stringify([home, away]));
    assert.ok(home.some((here) => away.some((there) => here - there === 480)));
    const slots = Object.values(state.slots);
    assert.ok(slots.length > 170 && slots.every(({ conflict, status }) => !conflict && status !== 'unplanned'));
  });

  test('D9 stopped and withdrew: the case is closed with a reason, and no plan is in force', async () => {
    const { state, item } = await of('D9');
    assert.equal(item.status, 'closed');
    assert.equal(typeof doseToday(state, house), 'string');
    assert.ok(Object.keys(state.days).at(-1) ?? '' < '2029');
  });
}

function theMorningIsWorthLookingAt(house: DemonstrationHouse, doctor: Doctor): void {
  test('whoever looks as a patient may tell the dose of today, from an hour after midnight on', async () => {
    for (const code of ['D1', 'D6']) {
      const { state } = await stateOf(house, await doctor(), code);
      const hours = leastGapHours(state, house.today, house.now) ?? 24;
      if (house.sinceMidnight > HOUR) assert.ok(hours >= 18, `${code}: ${hours} hours`);
    }
  });

  test('the inbox holds one of each exception, and most cases none', async () => {
    const { cases } = got(await readInbox(house.live, await doctor(), { limit: 200 }));
    const words = new Set(cases.flatMap(({ attention }) => attention));
    const wanted = [
      ...[
        'request',
        'side-effect-at-rule',
        'new-medicine',
        'plan-expiring',
        'silent',
        'screening-open',
        'supply',
        'trial-over',
      ],
    ];
    // The list goes by the server's day; where the day is younger there, the trial of this morning still stands.
    const isOver = civilDateAt(house.now) >= house.today;
    assert.deepEqual([...words].sort(), wanted.filter((word) => isOver || word !== 'trial-over').sort());
    assert.ok(cases.length >= 7 && cases.length <= 12, `${cases.length}`);
  });

  test('forty-nine cases stand, everything in them verifies, and every name says what it is', async () => {
    const by = await doctor();
    await house.of.build();
    const cases = await casesOf(house, by);
    assert.equal(cases.length, 49);
    assert.ok(cases.every(({ label }) => label.startsWith('Demo ')));
    const { people } = await house.live.storage.people.people(by.clinic, { limit: 200 });
    assert.ok(
      people.every(({ name }) => /\bDemo\b/.test(name)),
      JSON.stringify(people.map(({ name }) => name)),
    );
    const report = await verifyRecord(house.live);
    assert.deepEqual(report.faults, []);
    assert.ok(report.counts.entries > 5000 && report.counts.passwordSignatures >= 47);
  });
}

const withoutKey = ({ sealed, ...rest }: TrialRecord) => ({
  ...rest,
  ...(sealed ? { sealed: { ...sealed, key: '' } } : {}),
});

test('two demonstrations of one day hold the same', async () => {
  const [[, now, offset] = ['', 0, 0]] = MOMENTS;
  const told = async (at: number): Promise<string> => {
    const house = demonstrationAt(at, offset);
    const doctor = await actorAs(house, 'prescriber');
    const states = await Promise.all(
      ['D1', 'D6', 'C03'].map(async (code) => (await stateOf(house, doctor, code)).state),
    );
    await house.stop();
    // The pharmacy's key is each installation's own, and what is sealed to it begins with chance.
    const shown = states.map((state) => ({ ...state, trials: state.trials.map(shownTrial).map(withoutKey) }));
    return canonicalJson(shown);
  };
  assert.equal(await told(now), await told(now));
});

test('one comes in as each of the invented people, patients before the rest stands', async () => {
  const house = demonstrationAt(Date.UTC(2026, 10, 28, 9, 30));
  assert.equal(house.of.state().state, 'absent');
  const patient = await actorAs(house, 'patient');
  assert.equal(house.of.state().state, 'building');
  assert.deepEqual((await casesOf(house, patient)).length, 1);
  for (const as of ENTRANTS) {
    const actor = await actorAs(house, as);
    const seen = (await casesOf(house, actor)).length;
    const wanted = { prescriber: 49, pharmacist: 9, coordinator: 9, admin: 0, 'second-prescriber': 0 } as const;
    assert.equal(seen, wanted[as as keyof typeof wanted] ?? 1, as);
  }
  await house.stop();
});
