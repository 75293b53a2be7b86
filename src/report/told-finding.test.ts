import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findingPack as german } from '../../web/kit/words/de/finding-pack.ts';
import { findingPack as english } from '../../web/kit/words/en/finding-pack.ts';
import type { Finding } from '../analysis/finding.ts';
import { intervalsSvg } from '../chart/intervals.ts';
import { timelineSvg, timelineTable } from '../chart/timeline.ts';
import { tellFindings } from './told-finding.ts';

const file = new URL('../../test/golden/charts/example-finding.json', import.meta.url);
const finding = JSON.parse(readFileSync(file, 'utf8')) as Finding;
const refusal = { outcome: 'fatigue', code: 'series-too-short', days: 9, needed: 14 } as const;
const analysis = { findings: [finding], refusals: [refusal] };

for (const [language, words] of [
  ['English', english],
  ['German', german],
] as const)
  test(`in ${language}: the sentences are those of a finding, in their order, and the pictures are the same drawings`, () => {
    const { finding: say, chart, answer } = words;
    const told = tellFindings(analysis, words, 320);
    const [one] = told.findings;
    assert.ok(one);
    const { sentence, further, grade, settle } = one.sentences;
    assert.deepEqual(
      [one.heading, sentence, ...further, ...grade, settle],
      [
        answer.heading(finding),
        say.sentence(finding),
        say.worthwhile(finding),
        say.harm(finding),
        say.doubt(finding),
        say.grade(finding),
        say.placebo(finding),
        say.settle(finding),
      ].filter((text) => text !== undefined),
    );
    assert.equal(one.timeline.svg, timelineSvg(finding, chart, { width: 320, id: 'finding-1-timeline' }));
    assert.deepEqual(one.timeline.rows, timelineTable(finding, chart));
    assert.equal(one.intervals.svg, intervalsSvg([finding], chart, { width: 320, id: 'finding-1-intervals' }));
    assert.deepEqual(told.refusals, { heading: answer.refusals, sentences: [say.refusal(refusal, finding.unit)] });
    assert.equal(told.notAdvice, say.notAdvice);
  });

test('every number comes with what it means, its model, its days and its revision', () => {
  const { finding: say } = english;
  const [one] = tellFindings(analysis, english, 320).findings;
  assert.equal(one?.doses.length, finding.doses.length);
  for (const { dose, logged, numbers } of one?.doses ?? []) {
    assert.deepEqual(
      numbers.map(({ name }) => name),
      (['change', 'interval', 'p-benefit', 'p-worthwhile'] as const).map((name) => say.definition[name].name),
    );
    for (const number of numbers) {
      assert.equal(number.data, `${dose}: ${logged}; ${say.data(finding)}`);
      assert.equal(number.model, say.model(finding));
      assert.equal(number.revision, finding.diagnostics.revision);
      assert.ok(finding.diagnostics.dataHash.startsWith(number.hash));
    }
  }
});

test('a diary without any finding is told as its reasons', () => {
  const told = tellFindings({ findings: [], refusals: [refusal] }, english, 320);
  assert.deepEqual(told.findings, []);
  assert.equal(told.refusals?.heading, english.answer.noFinding);
  assert.equal(told.refusals.sentences.length, 1);
});

test('a picture has no style of its own, no script, and no name from the diary as markup', () => {
  const label = '<img src=x onerror=alert(1)>';
  const odd = { ...finding, outcome: { ...finding.outcome, label } };
  for (const width of [280, 680]) {
    const [one] = tellFindings({ findings: [odd], refusals: [] }, english, width).findings;
    for (const { svg } of one ? [one.timeline, one.intervals] : []) {
      assert.match(svg, new RegExp(`^<svg[^>]* width="${width}"`));
      assert.ok(!/<(?:img|script|style)| style="/.test(svg));
    }
  }
});

test('a width that no page has is a fault of the caller', () => {
  assert.throws(() => tellFindings(analysis, english, 279), RangeError);
  assert.throws(() => tellFindings(analysis, english, Number.NaN), RangeError);
});
