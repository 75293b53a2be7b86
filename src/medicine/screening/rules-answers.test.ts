/**
 * What each answer, blood test and planned operation leads to, at its boundaries (H4, H22, H23, H24). Thresholds are those
 * of docs/decisions/0016-screening-list.md, not of the code.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, answered, ask, clear, medicine, NO, said, stopped } from '../../../test/screening/asked-case.ts';
import { type Answer, QUESTIONS, type Question, type ScreeningAnswers } from './screening.ts';

const answers: readonly [what: string, given: ScreeningAnswers | undefined, expected: readonly string[]][] = [
  ['never answered', undefined, ['hard unanswered never-answered']],
  ['an answer of tomorrow', { ...clear, on: ago(-1) }, ['hard unanswered answered-in-future']],
  ['answers of thirty days ago', { ...clear, on: ago(30) }, []],
  ['answers of thirty-one days ago', { ...clear, on: ago(31) }, ['soft unanswered answers-stale']],
  [
    'something else with an opioid',
    answered({ 'opioid-not-on-the-list-now': 'yes' }),
    ['hard S1 opioid-not-on-the-list-now'],
  ],
  [
    'an opioid nobody named',
    answered({ 'opioid-in-the-last-90-days': 'yes' }),
    ['hard S2 opioid-in-90-days-not-named'],
  ],
  ['a failed naloxone test', answered({ 'failed-naloxone-challenge': 'yes' }), ['hard S5 failed-naloxone-challenge']],
  ['opioids in the urine', answered({ 'positive-opioid-urine-test': 'yes' }), ['hard S5 positive-opioid-urine-test']],
  [
    'allergy to naltrexone',
    answered({ 'hypersensitive-to-naltrexone': 'yes' }),
    ['hard S6 hypersensitive-to-naltrexone'],
  ],
  ['allergy to a filler', answered({ 'hypersensitive-to-excipient': 'yes' }), ['hard S6 hypersensitive-to-excipient']],
  [
    'acute hepatitis',
    answered({ 'acute-hepatitis-or-liver-failure': 'yes' }),
    ['hard S7 acute-hepatitis-or-liver-failure'],
  ],
  ['liver three times', answered({}, { liverTimesUpperLimit: 3 }), []],
  ['liver above three times', answered({}, { liverTimesUpperLimit: 3.01 }), ['soft S8 liver-above-three']],
  ['liver five times', answered({}, { liverTimesUpperLimit: 5 }), ['soft S8 liver-above-three']],
  ['liver above five times', answered({}, { liverTimesUpperLimit: 5.01 }), ['hard S8 liver-above-five']],
  [
    'liver not a number',
    answered({}, { liverTimesUpperLimit: Number.NaN }),
    ['hard unanswered liver-value-unreadable'],
  ],
  ['cirrhosis', answered({ 'cirrhosis-child-pugh-b-or-c': 'yes' }), ['soft S8 cirrhosis-child-pugh-b-or-c']],
  ['eGFR 30', answered({}, { egfr: 30 }), []],
  ['eGFR below 30', answered({}, { egfr: 29.9 }), ['soft S9 kidney-below-thirty']],
  ['eGFR negative', answered({}, { egfr: -1 }), ['hard unanswered kidney-value-unreadable']],
  ['pregnant', answered({ 'pregnant-or-trying': 'yes' }), ['soft S10 pregnant-or-trying']],
  ['breastfeeding', answered({ breastfeeding: 'yes' }), ['soft S10 breastfeeding']],
  ['depressed', answered({ 'depressed-or-suicidal': 'yes' }), ['soft S14 depressed-or-suicidal']],
  ['a transplant', answered({ 'organ-transplant': 'yes' }), ['hard S17 organ-transplant']],
  ['a biologic', answered({ 'immunosuppressant-or-biologic': 'yes' }), ['soft S17 immunosuppressant-or-biologic']],
  [
    '50 mg tablets at home',
    answered({ 'fifty-milligram-tablets-at-home': 'yes' }),
    ['soft S18 fifty-milligram-tablets-at-home'],
  ],
  ['under 18', answered({ adult: 'no' }), ['hard S19 not-adult']],
  ['alcohol', answered({ 'alcohol-use-disorder': 'yes' }), ['soft S20 alcohol-use-disorder']],
  ['psychosis', answered({ psychosis: 'yes' }), ['soft S20 psychosis']],
  ['multiple sclerosis', answered({ 'demyelinating-disease': 'yes' }), ['soft S20 demyelinating-disease']],
  ['cancer', answered({ cancer: 'yes' }), ['soft S20 cancer']],
];
for (const [what, given, expected] of answers)
  test(`answers: ${what}`, () => assert.deepEqual(said(ask({ answers: given })), expected));

test('every question that is not answered stands in the way, one by one and for good (H4, H22)', () => {
  for (const question of QUESTIONS) {
    const unknown = ask({ answers: answered({ [question]: 'unknown' }) });
    const { [question]: _, ...rest } = NO;
    const missing = ask({ answers: { ...clear, answers: rest as Record<Question, Answer> } });
    for (const { findings } of [unknown, missing]) {
      const found = findings.filter(({ code }) => code === 'answer-unknown');
      assert.deepEqual(
        found.map(({ key, severity, overridable }) => [key, severity, overridable]),
        [[`unanswered/answer-unknown/${question}`, 'hard', false]],
      );
    }
  }
});

test('past opioids are told about once, whether answered or entered', () => {
  const told = (asked: Parameters<typeof ask>[0]): number =>
    ask(asked).findings.filter(({ rule }) => rule === 'S13').length;
  const past = [medicine('tramadol', stopped(200))];
  const yes = answered({ 'ever-used-opioids-regularly': 'yes' });
  assert.deepEqual(
    [told({}), told({ answers: yes }), told({ medicines: past }), told({ medicines: past, answers: yes })],
    [0, 1, 1, 1],
  );
});

test("levothyroxine with Hashimoto's is told about, and so it is while that is not known", () => {
  const thyroid = [medicine('levothyroxine')];
  const hashimoto = answered({ 'hashimoto-thyroiditis': 'yes' });
  assert.deepEqual(said(ask({ medicines: thyroid, answers: hashimoto })), ['soft S16 thyroid-hormone-with-hashimoto']);
  assert.deepEqual(said(ask({ answers: hashimoto })), []);
  const unknown = said(ask({ medicines: thyroid, answers: answered({ 'hashimoto-thyroiditis': 'unknown' }) }));
  assert.ok(unknown.includes('soft S16 thyroid-hormone-with-hashimoto'));
});

/** Days from today to the operation: 72 h are three whole days without a dose before it. */
const operations: readonly [days: number | undefined, expected: readonly string[]][] = [
  [undefined, ['hard S11 operation-date-missing']],
  [20, []],
  [14, ['soft S11 operation-planned']],
  [4, ['soft S11 operation-planned']],
  [3, ['hard S11 operation-hold']],
  [0, ['hard S11 operation-hold']],
  [-1, ['hard S11 operation-past']],
];
for (const [days, expected] of operations)
  test(`an operation ${days === undefined ? 'without a date' : `in ${days} days`}: ${expected.join() || 'only to be read'} (H24)`, () => {
    const date = days === undefined ? {} : { operationOn: ago(-days) };
    const given = answered({ 'operation-planned-within-14-days': 'yes' }, { ...date, on: ago(2) });
    assert.deepEqual(said(ask({ answers: given })), expected);
  });

test('answers given after the operation let it rest', () => {
  assert.deepEqual(said(ask({ answers: { ...clear, operationOn: ago(3), on: ago(1) } })), []);
  const found = ask({ answers: { ...clear, operationOn: ago(-10) } }).findings.find(({ rule }) => rule === 'S11');
  assert.deepEqual(found?.about, { operationOn: '2026-12-11', holdFrom: '2026-12-08' });
});
