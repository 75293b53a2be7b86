import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Dose, micrograms } from './dose.ts';
import { CUSTOMARY_RULES } from './templates.ts';
import { checkPlan, type DraftPlan, planCautions, requiredSignatures, STOP_RULES } from './titration.ts';

const mg = (n: number): Dose => micrograms(Math.round(n * 1000));
const ladder = (...doses: readonly number[]): DraftPlan['steps'] =>
  doses.map((dose) => ({ dose: mg(dose), minimumDays: 7 }));

/** The weekly schedule of the mission document, as a draft to be spoiled. */
const draft: DraftPlan = {
  name: 'weekly',
  steps: ladder(1.5, 3, 4.5),
  ceiling: mg(4.5),
  maximumStep: mg(1.5),
  baselineDays: 14,
  endlineDays: 0,
  timeOfDay: 'evening',
  blinded: false,
  rules: CUSTOMARY_RULES,
};
const { hold, stepUp } = CUSTOMARY_RULES;

function codes(change: Partial<DraftPlan>, siteMaximumMg?: number): readonly string[] {
  const policy = siteMaximumMg === undefined ? undefined : { maximumCeiling: mg(siteMaximumMg) };
  const plan = checkPlan({ ...draft, ...change }, policy);
  return plan.ok ? [] : plan.error.map((fault) => ('why' in fault ? `${fault.code}: ${fault.why.code}` : fault.code));
}

const checked: readonly [change: Partial<DraftPlan>, codes: readonly string[], why: string][] = [
  [{}, [], 'the schedule of the mission document'],
  [{ name: ' ' }, ['plan-unnamed'], 'no name'],
  [{ name: 'n'.repeat(80) }, [], 'the longest name'],
  [{ name: 'n'.repeat(81) }, ['plan-unnamed'], 'a name too long to print'],
  [{ name: 'a\u001b[31m' }, ['plan-unnamed'], 'a name that drives a terminal'],
  [{ name: 'a\u202eb' }, ['plan-unnamed'], 'a name that turns the line around'],
  [{ steps: [] }, ['plan-empty'], 'no steps'],
  [{ steps: ladder(1.5, 3, 3) }, ['step-not-above-last'], 'the same dose twice'],
  [{ steps: ladder(1.5, 3, 1.5) }, ['step-not-above-last'], 'going down is a move, not a step'],
  [{ steps: ladder(1.5, 4.5) }, ['step-rise-too-large'], 'a rise of 3 mg'],
  [{ steps: ladder(3, 4.5) }, ['step-rise-too-large'], 'the first dose is a rise too'],
  [{ steps: ladder(1.5, 3, 4.501) }, ['step-above-ceiling', 'step-rise-too-large'], 'a microgram above both limits'],
  [{ steps: ladder(0.1, 1.6) }, [], 'the lowest dose there is'],
  [{ steps: ladder(0.099) }, ['step-refused: dose-below-ldn-range'], 'a microgram below it'],
  [{ steps: ladder(1.5, 3, 45) }, ['step-refused: dose-tenfold-slip'], '4.5 with its point lost'],
  [{ steps: ladder(1.5, 50) }, ['step-refused: dose-is-other-therapy'], 'the tablet of the other therapy'],
  [{ ceiling: mg(0) }, ['ceiling-zero', ...Array(3).fill('step-above-ceiling')], 'no ceiling'],
  [{ ceiling: mg(45) }, ['ceiling-refused: dose-tenfold-slip'], 'a ceiling with its point lost'],
  [{ ceiling: mg(7) }, [], 'the highest ceiling without a site policy'],
  [{ ceiling: mg(7.001) }, ['ceiling-refused: dose-above-ldn-range'], 'a microgram more'],
  [{ maximumStep: mg(1.501) }, ['maximum-step-out-of-range'], 'a microgram above the largest step'],
  [{ maximumStep: mg(0), steps: [] }, ['plan-empty', 'maximum-step-out-of-range'], 'no step at all'],
  [{ steps: [{ dose: mg(1.5), minimumDays: 6 }] }, ['step-too-short'], 'six days'],
  [{ steps: [{ dose: mg(1.5), minimumDays: Number.NaN }] }, ['step-too-short'], 'no number of days'],
  [{ steps: [{ dose: mg(1.5), minimumDays: 7.5 }] }, ['step-too-short'], 'half a day'],
  [{ steps: [{ dose: mg(1.5), minimumDays: 366 }] }, [], 'a year'],
  [{ steps: [{ dose: mg(1.5), minimumDays: 367 }] }, ['step-too-long'], 'more than a year'],
  [{ steps: ladder(...Array.from({ length: 40 }, (_, i) => 0.1 * (i + 1))) }, [], 'forty steps'],
  [{ steps: ladder(...Array.from({ length: 41 }, (_, i) => 0.1 * (i + 1))) }, ['too-many-steps'], 'one more'],
  [{ rules: { ...CUSTOMARY_RULES, hold: { ...hold, sleepWorseNights: 5 } } }, [], 'every night of five'],
  [{ baselineDays: -1 }, ['number-out-of-range'], 'days before there were days'],
  [{ endlineDays: 367 }, ['number-out-of-range'], 'more than a year afterwards'],
  [
    { rules: { ...CUSTOMARY_RULES, hold: { ...hold, sideEffectGrade: 3 } } },
    ['number-out-of-range'],
    'H12: grade 2 holds',
  ],
  [{ rules: { ...CUSTOMARY_RULES, stepUp: { ...stepUp, screeningWithinDays: 8 } } }, ['number-out-of-range'], 'H12'],
  [{ rules: { ...CUSTOMARY_RULES, stepUp: { ...stepUp, dosesTakenPercent: 79 } } }, ['number-out-of-range'], 'H12'],
  [{ rules: { ...CUSTOMARY_RULES, evaluation: { minimumDays: 55 } } }, ['number-out-of-range'], 'eight weeks'],
  [
    { rules: { ...CUSTOMARY_RULES, hold: { ...hold, sleepWorseNights: 6 } } },
    ['sleep-nights-exceed-window'],
    'six nights of five',
  ],
  [
    { rules: { ...CUSTOMARY_RULES, stop: STOP_RULES.slice(1) } },
    ['stop-rule-missing'],
    'a red flag nobody would act on',
  ],
];
for (const [change, expected, why] of checked)
  test(`a plan is ${expected.length ? 'refused' : 'kept'}: ${why}`, () => assert.deepEqual(codes(change), expected));

test('a site policy raises the ceiling to 12 mg and no further', () => {
  assert.deepEqual(codes({ ceiling: mg(12) }, 12), []);
  assert.deepEqual(codes({ ceiling: mg(12.001) }, 12), ['ceiling-refused: dose-above-ldn-range']);
  assert.deepEqual(codes({ ceiling: mg(9) }, 8), ['ceiling-refused: dose-above-ldn-range']);
  assert.deepEqual(codes({}, 12.001), ['site-ceiling-too-high']);
});

test('every fault is listed at once, in the order of the plan', () => {
  const found = codes({ name: '', steps: ladder(1.5, 1.5, 9), ceiling: mg(3), baselineDays: 0.5 });
  assert.deepEqual(found, [
    'plan-unnamed',
    'step-not-above-last',
    'step-refused: dose-above-ldn-range',
    'number-out-of-range',
  ]);
});

const cautioned: readonly [ceilingMg: number, codes: readonly string[], signatures: 1 | 2][] = [
  [4.5, [], 1],
  [4.501, ['ceiling-above-customary'], 1],
  [6, ['ceiling-above-customary'], 1],
  [6.001, ['ceiling-above-customary', 'second-signature-needed'], 2],
];
for (const [ceiling, expected, signatures] of cautioned)
  test(`a ceiling of ${ceiling} mg has ${expected.length} cautions and needs ${signatures} signature(s)`, () => {
    const plan = checkPlan({ ...draft, ceiling: mg(ceiling) });
    assert.ok(plan.ok);
    assert.deepEqual(
      planCautions(plan.value).map(({ code }) => code),
      expected,
    );
    assert.equal(requiredSignatures(plan.value), signatures);
  });

test('a baseline under 14 days is cautioned', () => {
  for (const [baselineDays, expected] of [
    [13, 1],
    [14, 0],
  ] as const) {
    const plan = checkPlan({ ...draft, baselineDays });
    assert.equal(plan.ok && planCautions(plan.value).length, expected);
  }
});

test('a plan that passes has rising doses within the ceiling, the largest step and the site, whatever was typed', () => {
  const rises = fc.array(fc.tuple(fc.integer({ min: -100, max: 1600 }), fc.integer({ min: 5, max: 370 })), {
    maxLength: 6,
  });
  const numbers = fc.record({
    ceiling: fc.integer({ min: 3000, max: 9000 }).map(micrograms),
    maximumStep: fc.integer({ min: 1000, max: 1600 }).map(micrograms),
  });
  let kept = 0;
  fc.assert(
    fc.property(rises, numbers, (typed, typedNumbers) => {
      let dose = 0;
      const steps = typed.map(([rise, minimumDays]) => {
        dose = Math.max(0, dose + rise);
        return { dose: micrograms(dose), minimumDays };
      });
      const plan = checkPlan({ ...draft, ...typedNumbers, steps });
      if (!plan.ok) return;
      kept += 1;
      let last = 0;
      for (const { dose, minimumDays } of plan.value.steps) {
        assert.ok(
          dose > last &&
            dose - last <= plan.value.maximumStep &&
            plan.value.maximumStep <= 1500 &&
            dose <= plan.value.ceiling &&
            plan.value.ceiling <= 7000,
        );
        assert.ok(minimumDays >= 7);
        last = dose;
      }
    }),
    { seed: 7, numRuns: 20_000 },
  );
  assert.ok(kept > 1000, `only ${kept} drafts passed, which proves little`);
});
