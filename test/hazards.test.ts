/**
 * The hazards that docs/safety.md calls controlled (or in part), each tried from outside by what a person would type or keep. What is
 * refused and what is allowed is taken from the rules' sources (ISMP, labels, the seed schedule), not from the code.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseDiary } from '../src/analysis/analyse.ts';
import { simulateJourney } from '../src/analysis/journey.ts';
import { REVISION } from '../src/analysis/revision.ts';
import { type LocalDate, localDate } from '../src/base/calendar.ts';
import {
  microgramsPerMillilitre,
  microlitres,
  parseConcentration,
  volumeOfDose,
} from '../src/medicine/concentration.ts';
import { formatDose, micrograms, parseDose, parseDoseWithSeparator } from '../src/medicine/dose.ts';
import { type Course, permittedMoves } from '../src/medicine/moves.ts';
import { checkProduct } from '../src/medicine/product.ts';
import { templatePlan } from '../src/medicine/templates.ts';
import { checkPlan, type DraftPlan } from '../src/medicine/titration.ts';
import { readDiaryTable } from '../src/table/read-diary.ts';
import { checkDiary, type DiaryDay } from '../src/trial/diary.ts';
import { findingText } from '../web/kit/words/en/finding-text.ts';

const codeOf = (read: { ok: boolean; error?: { code: string } }): string => read.error?.code ?? 'read';
const TODAY = localDate(2026, 6, 1);

/** Codes of the faults of a one-dose diary whose second day has this cell, in a column of milligrams. */
function cellCodes(cell: string): readonly string[] {
  const read = readDiaryTable(`date,dose_mg,pain\n2026-01-01,0,3\n2026-01-02,"${cell}",3\n`, {}, TODAY);
  return read.ok ? ['read'] : read.error.map(({ code }) => code);
}

/** The seed schedule with its last step changed. */
function planWithLast(ug: number): DraftPlan {
  const plan = templatePlan('seed-weekly');
  return { ...plan, steps: [...plan.steps.slice(0, -1), { dose: micrograms(ug), minimumDays: 7 }] };
}
function planCodes(draft: DraftPlan): readonly string[] {
  const plan = checkPlan(draft);
  return plan.ok ? [] : plan.error.map(({ code }) => code);
}

test('H1: ten times a dose is refused in a diary and in a plan, and a dose is never written so that it can be misread', () => {
  for (const slip of ['15', '30', '45']) assert.deepEqual(cellCodes(slip), ['dose-tenfold-slip'], slip);
  for (const usual of ['1.5', '3', '3.0', '4.5', '6']) assert.deepEqual(cellCodes(usual), ['read'], usual);
  assert.deepEqual(cellCodes('60'), ['dose-too-large']); // beyond a whole tablet of the other therapy
  assert.ok(planCodes(planWithLast(45_000)).includes('step-refused'));
  assert.ok(planCodes(planWithLast(6_000)).includes('step-above-ceiling'));
  assert.deepEqual(planCodes(planWithLast(4_500)), []);
  assert.deepEqual(
    [500, 3000, 4500].map((ug) => formatDose(micrograms(ug))),
    ['0.5 mg', '3 mg', '4.5 mg'],
  );
  assert.equal(codeOf(parseDose('.5 mg')), 'dose-naked-decimal');
});

test('H2: a volume is never read as a dose, and becomes one only by a stated concentration', () => {
  assert.equal(codeOf(parseDose('4.5 mL')), 'dose-is-a-volume');
  assert.equal(codeOf(parseDose('1 mg/mL')), 'dose-is-a-concentration');
  assert.deepEqual(cellCodes('4.5 mL'), ['dose-is-a-volume']);
  assert.equal(codeOf(parseConcentration('1 mL/mg')), 'concentration-upside-down');
  const dose = micrograms(3_000);
  const inMicrolitres = [1_000, 500].map((strength) =>
    volumeOfDose(dose, microgramsPerMillilitre(strength), microlitres(100)),
  );
  assert.deepEqual(inMicrolitres, [
    { ok: true, value: 3_000 }, // 3 mL of 1 mg/mL
    { ok: true, value: 6_000 }, // 6 mL of 0.5 mg/mL
  ]);
});

test('H3: a 50 mg tablet is another therapy: not a product, not a step, not a day of the diary', () => {
  const tablet = checkProduct({ form: 'tablet', strength: micrograms(50_000) });
  assert.equal(tablet.ok, false);
  assert.ok(!tablet.ok && JSON.stringify(tablet.error).includes('dose-is-other-therapy'));
  assert.ok(planCodes(planWithLast(50_000)).includes('step-refused'));
  assert.deepEqual(cellCodes('50'), ['dose-is-other-therapy']);
});

const monday = localDate(2026, 3, 9);
const daysAgo = (days: number): LocalDate => (monday - days) as LocalDate;
/** A week at 1.5 mg with everything in order; each line below spoils one thing. */
const inOrder: Course = {
  step: 0,
  since: daysAgo(7),
  daysTaken: 7,
  daysLogged: 7,
  missedDaysInARow: 0,
  screening: { on: daysAgo(1), hardFindings: 0, softFindings: 0 },
  sideEffects: [],
  sleepWorseBy: [0, 0, 0, 0, 0],
  labsPending: 0,
  stopRulesMet: [],
  planValidTo: daysAgo(-30),
};
const movesIn = (course: Partial<Course>): readonly string[] =>
  permittedMoves(templatePlan('seed-weekly'), { ...inOrder, ...course }, monday).moves.map(({ move }) => move);

test('H8, in part: past the last day of a plan, or when nobody knows it, nothing is open but to stop', () => {
  assert.deepEqual(movesIn({ planValidTo: daysAgo(1) }), ['stop']);
  assert.deepEqual(movesIn({ planValidTo: undefined }), ['stop']);
});

test('H11: what is permitted is listed and nothing is moved; stopping is always among it', () => {
  const before = structuredClone(inOrder);
  assert.deepEqual(movesIn({}), ['hold', 'step-up', 'stop']);
  assert.deepEqual(inOrder, before);
});

const against: readonly [why: string, spoiled: Partial<Course>][] = [
  ['a side effect of grade 2', { sideEffects: [{ name: 'headache', grade: 2, since: daysAgo(2) }] }],
  ['no screening', { screening: undefined }],
  ['a screening older than a week', { screening: { on: daysAgo(8), hardFindings: 0, softFindings: 0 } }],
  ['a screening finding nobody has dealt with', { screening: { on: daysAgo(1), hardFindings: 0, softFindings: 1 } }],
  ['an opioid found', { screening: { on: daysAgo(1), hardFindings: 1, softFindings: 0 } }],
  ['an opioid taken', { stopRulesMet: ['opioid-taken'] }],
  ['fewer than four in five doses taken', { daysTaken: 5 }],
  ['a blood test not yet back', { labsPending: 1 }],
  ['three bad nights of five', { sleepWorseBy: [3, 0, 3, 0, 3] }],
  ['a day too early', { since: daysAgo(6), daysTaken: 6, daysLogged: 6 }],
];
for (const [why, spoiled] of against)
  test(`H12: going up is closed by ${why}`, () => assert.equal(movesIn(spoiled).includes('step-up'), false));

test('H34: a decimal comma is read only where a whole file has shown that it is one', () => {
  assert.equal(codeOf(parseDose('4,5 mg')), 'dose-separator-ambiguous');
  assert.equal(codeOf(parseDoseWithSeparator('4.5 mg', ',')), 'dose-separator-ambiguous');
  assert.deepEqual(parseDoseWithSeparator('4,5 mg', ','), { ok: true, value: 4_500 });
  assert.deepEqual(cellCodes('1,5'), ['dose-separator-ambiguous']);
});

const open = { likelihood: 'gaussian', blinded: false, randomised: false, outcomes: ['pain'] } as const;

test('H18, in part: someone whom the drug does not help is not told "better", and the placebo figure stands beside the change', () => {
  const { diary, truth } = simulateJourney('non-responder');
  assert.ok(truth.symptoms.pain?.effects.every(({ change }) => change === 0));
  const [finding] = analyseDiary({ ...open, diary }).findings;
  assert.ok(finding);
  assert.equal(finding.verdict, 'inconclusive');
  assert.match(findingText(finding).join(' '), /placebo\s+improved\s+by\s+0\.9\s+points/);
  assert.ok(finding.trendStrip.length >= 3, 'the same question under other assumptions about drift');
});

/** Days of pain scores, so many without the drug and then so many at 4.5 mg. */
function diaryOf(without: number, taking: number) {
  const { diary } = simulateJourney('responder');
  const days = Array.from({ length: without + taking }, (_, i): DiaryDay => {
    const score = { kind: 'value', value: 3 + ((i * 7) % 5) } as const;
    return { date: (monday + i) as LocalDate, taken: i < without ? 0 : 4_500, scores: { pain: score } };
  });
  const checked = checkDiary({ ...diary, days });
  assert.ok(checked.ok);
  return checked.value;
}

test('H19: too short a diary is refused, not answered with "no effect"', () => {
  const { findings, refusals } = analyseDiary({ ...open, diary: diaryOf(7, 3) });
  assert.deepEqual(findings, []);
  assert.match(refusals[0]?.code ?? '', /^(no-days-with-drug|series-too-short)$/);
});

test('H19: a diary that cannot tell is "inconclusive" and says what would settle it or that nothing tried would', () => {
  const [finding] = analyseDiary({ ...open, diary: diaryOf(14, 14) }).findings;
  assert.ok(finding);
  assert.equal(finding.verdict, 'inconclusive');
  assert.ok(finding.decision.curves.length > 0);
});

test('H38: a finding names the engine’s revision and its data, and the same diary gives the same bytes', () => {
  const { diary } = simulateJourney('slow-responder');
  const [one, two] = [1, 2].map(() => analyseDiary({ ...open, diary }).findings);
  assert.equal(JSON.stringify(one), JSON.stringify(two));
  assert.equal(one?.[0]?.diagnostics.revision, REVISION);
  assert.match(one?.[0]?.diagnostics.dataHash ?? '', /^[0-9a-f]{64}$/);
});
