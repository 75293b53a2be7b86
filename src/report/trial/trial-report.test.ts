/** A report from a whole trial that folds: refused while sealed, counted by what was really taken, every item answered. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { dose, PATIENT, sideEffect } from '../../../test/records/case-maker.ts';
import { KITS, PAIRS, protocolOf, START, trialFacts } from '../../../test/report/trial-case.ts';
import { trialReportWords as german } from '../../../web/kit/words/de/trial-report.ts';
import { trialReportWords as english } from '../../../web/kit/words/en/trial-report.ts';
import type { TrialVerdict } from '../../analysis/trial/trial-answer.ts';
import { micrograms, NO_DOSE } from '../../medicine/dose.ts';
import { CENT_ITEMS, CENT_MARKS } from './cent.ts';
import { documentOf, saidOf } from './document.ts';
import { reportToJson } from './report-json.ts';
import { openedTrial } from './trial-facts.ts';
import { trialReport } from './trial-report.ts';
import { typstOfReport } from './typst.ts';

const FACTS = trialFacts();
const REPORT = trialReport(FACTS);

const VERDICTS: readonly TrialVerdict[] = [
  { word: 'better' },
  { word: 'worse' },
  { word: 'open', reason: { code: 'not-clear' } },
  { word: 'open', reason: { code: 'sceptic-unsure', pBenefit: 0.8 } },
  { word: 'open', reason: { code: 'sceptic-unsure' } },
  { word: 'open', reason: { code: 'blind-not-held', periods: [1, 2], pBenefit: 0.8 } },
  { word: 'open', reason: { code: 'blind-not-held', periods: [1] } },
  {
    word: 'no-verdict',
    reasons: [
      { code: 'period-under-half-kept', period: 2, kept: 11, days: 28 },
      { code: 'ended-before-both-arms', dose: NO_DOSE, days: 3, needed: 14 },
      { code: 'protocol-hash-differs', settled: 'a', found: 'b' },
      { code: 'revision-differs', settled: '1', found: '2' },
      { code: 'priors-differ', settled: 'a', found: 'b' },
      { code: 'not-answered', refusal: 'no-variation' },
    ],
  },
];

test('while the allocation is sealed there is no report', () => {
  const { opened, ...sealed } = FACTS.trial;
  assert.ok(opened);
  assert.deepEqual(openedTrial(sealed), { ok: false, error: { code: 'trial-not-opened' } });
});

test('a patient who stopped is not named', () => {
  const report = trialReport(
    trialFacts({ stoppedAfter: 40, stoppedBy: PATIENT }, { names: { [PATIENT]: 'Robin Sato' } }),
  );
  assert.deepEqual(report.stopped, { on: START + 40, why: 'escape-rule', note: '' });
  assert.match(saidOf('14b', report, english).join(' '), /by the patient: the escape rule offered it/);
  assert.doesNotMatch(JSON.stringify(report), /Robin/);
});

test('the answer of another trial is a bug', () => {
  assert.throws(() => trialReport({ ...FACTS, answer: { ...FACTS.answer, trial: 'other' } }), RangeError);
});

test('the printed text is what was committed to: its SHA-256 by another program is the commitment', () => {
  const { text, commitment } = REPORT.allocation;
  assert.equal(createHash('sha256').update(text).digest('hex'), commitment);
  assert.doesNotMatch(text, /\s/);
  for (const kit of KITS) assert.ok(text.includes(kit));
});

test('periods are counted from the days: kept, taken, not taken, with what each held', () => {
  assert.deepEqual(
    REPORT.periods.map(({ arm, days, taken, notTaken, unknown }) => [arm, days, taken + notTaken, unknown]),
    [
      [0, 28, 28, 0],
      [4500, 28, 28, 0],
      [4500, 28, 28, 0],
      [0, 28, 28, 0],
    ],
  );
  assert.equal(REPORT.periods[1]?.guess?.right, true);
  assert.equal(REPORT.periods[3]?.guess, undefined);
});

test('a trial that was stopped has periods that were never reached, and none of them is analysed', () => {
  const { periods, stopped } = trialReport(trialFacts({ stoppedAfter: 40 }));
  assert.deepEqual(
    periods.map(({ days }) => days),
    [28, 12, 0, 0],
  );
  assert.deepEqual(
    periods.map(({ analysed }) => analysed),
    [true, true, false, false],
  );
  assert.equal(stopped?.why, 'escape-rule');
  assert.equal(stopped?.on, START + 40);
});

describe('side effects are told for the arm whose days they fell on', () => {
  const harmOf = (name: string, ...events: readonly ReturnType<typeof sideEffect>[]) =>
    trialReport(trialFacts({ extra: events })).harms.find((harm) => harm.name === name)?.arms;

  test('ten days on the drug, none on placebo', () => {
    const arms = REPORT.harms.find(({ name }) => name === 'vivid-dreams')?.arms;
    assert.deepEqual(arms, [
      { arm: 0, days: 56, withIt: 0, began: 0, worst: 0 },
      { arm: 4500, days: 56, withIt: 10, began: 1, worst: 1 },
    ]);
  });

  test('one that lasts over a change of arm counts its days on both, and its beginning once', () => {
    const arms = harmOf('nausea', sideEffect('2026-03-28', 'nausea', 2), sideEffect('2026-04-03', 'nausea', 0));
    assert.deepEqual(
      arms?.map(({ withIt, began, worst }) => [withIt, began, worst]),
      [
        [2, 1, 2],
        [4, 0, 2],
      ],
    );
  });

  test('one from before day 1 is told as such, and began on no arm', () => {
    const extra = [sideEffect('2026-02-20', 'headache', 1), sideEffect('2026-03-05', 'headache', 0)];
    const harm = trialReport(trialFacts({ extra })).harms.find(({ name }) => name === 'headache');
    assert.equal(harm?.before, true);
    assert.deepEqual(
      harm?.arms.map(({ withIt, began }) => [withIt, began]),
      [
        [3, 0],
        [0, 0],
      ],
    );
  });
});

for (const words of [english, german])
  describe(`every item of CENT 2015 is answered or marked: ${words.language}`, () => {
    for (const verdict of VERDICTS)
      test(JSON.stringify(verdict).slice(0, 60), () => {
        const report = trialReport(trialFacts({ verdict, ...(verdict.word === 'better' ? {} : { stoppedAfter: 70 }) }));
        for (const item of CENT_ITEMS) {
          const said = saidOf(item, report, words);
          assert.ok(said.length > 0 && said.every((line) => line.trim().length > 3), item);
          assert.doesNotMatch(said.join(' '), /undefined|NaN|\[object/, item);
          if (CENT_MARKS[item].status !== 'filled')
            assert.ok(said[0]?.startsWith(words.status[CENT_MARKS[item].status]));
        }
      });
  });

for (const words of [english, german])
  test(`no bare probability, no proof, no advice: ${words.language}`, () => {
    for (const verdict of VERDICTS) {
      const text = typstOfReport(documentOf(trialReport(trialFacts({ verdict })), words));
      assert.doesNotMatch(text, /\bproves?\b|\bbeweist\b|\bit works\b|es wirkt|alternative to opioid/i);
      assert.doesNotMatch(text, /(?:chance|Chance)[^.;]{0,60}\b0[.,]\d/);
      if (verdict.word === 'open') assert.match(text, /What would settle it|Was es entscheiden würde/);
    }
  });

test('a name or a note cannot be more than text', () => {
  const hostile = '"] #panic("x") \\ [';
  const report = { ...REPORT, label: hostile, protocol: { ...REPORT.protocol, purpose: hostile } };
  const bare = (source: string): string => source.replace(/"(?:[^"\\]|\\["\\])*"/g, '""');
  assert.equal(bare(typstOfReport(documentOf(report, english))), bare(typstOfReport(documentOf(REPORT, english))));
});

test('as JSON it is plain, says its format, holds 44 items, the whole protocol and the text to hash', () => {
  const json = reportToJson(REPORT, english);
  assert.deepEqual(JSON.parse(JSON.stringify(json)), json);
  assert.deepEqual([json.format, json.version, json.language], ['titrial-trial-report', 1, 'en']);
  assert.deepEqual(
    json.items.map(({ item }) => item),
    CENT_ITEMS,
  );
  assert.deepEqual(json.allocation.sequence, ['0 mg', '4.5 mg', '4.5 mg', '0 mg']);
  assert.equal(createHash('sha256').update(json.allocation.text).digest('hex'), json.allocation.commitment);
  assert.equal((json.protocol as { format: string }).format, 'titrial-trial-protocol');
  assert.equal(json.days.length, 25 + 112);
});

test('several doses: every dose has its row, and a period each', () => {
  const doses = [dose('1.5 mg'), dose('4.5 mg')];
  const protocol = protocolOf({ ...PAIRS, kind: 'dose-finding', doses });
  const sequence = [0, 1500, 4500, 1500, 0, 4500].map(micrograms);
  const report = trialReport(trialFacts({ protocol, sequence }));
  assert.deepEqual(
    reportToJson(report, english).results.outcomes[0]?.doses.map((each) => each.dose),
    doses,
  );
  const text = typstOfReport(documentOf(report, english));
  for (const said of ['Pain, 1.5 mg', 'Pain, 4.5 mg *', 'Period 6']) assert.ok(text.includes(said), said);
});
