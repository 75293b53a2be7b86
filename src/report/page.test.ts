import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chartWords } from '../../web/kit/words/en/chart.ts';
import { findingWords } from '../../web/kit/words/en/finding.ts';
import { reportWords } from '../../web/kit/words/en/report.ts';
import type { Finding } from '../analysis/finding.ts';
import { reportHtml } from './page.ts';

const file = new URL('../../test/golden/charts/example-finding.json', import.meta.url);
const finding = JSON.parse(readFileSync(file, 'utf8')) as Finding;
const words = { finding: findingWords, chart: chartWords, report: reportWords };

test('the exported page needs nothing from anywhere and runs nothing', () => {
  const html = reportHtml({ findings: [finding], refusals: [] }, words, { source: 'diary.csv' });
  assert.doesNotMatch(html, /<script|<link|<img|url\((?!#)|@import| on\w+=/i);
  const addresses = [...html.matchAll(/https?:\/\/[^"\s<]+/g)].map(([address]) => address);
  assert.deepEqual([...new Set(addresses)], ['http://www.w3.org/2000/svg']);
});

test('no id stands twice in the exported page', () => {
  const mood = { ...finding, outcome: { ...finding.outcome, id: 'mood', label: 'mood' } };
  const html = reportHtml({ findings: [finding, mood], refusals: [] }, words, { source: 'diary.csv' });
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('names from the diary are text, never markup', () => {
  const label = '<img src=x onerror=alert(1)>';
  const html = reportHtml(
    {
      findings: [{ ...finding, outcome: { ...finding.outcome, label } }],
      refusals: [{ outcome: label, code: 'no-variation', value: 3 }],
    },
    words,
    { source: '</title><script>' },
  );
  assert.doesNotMatch(html, /<img|<script/);
});

test('an open-label page carries the placebo figure, and every page says that it is no advice', () => {
  const html = reportHtml({ findings: [finding], refusals: [] }, words, { source: 'diary.csv', synthetic: true });
  assert.match(html, /0\.9 points of 10/);
  assert.match(html, /not medical advice/);
  assert.match(html, /Synthetic/);
});

test('a refusal is told in the place of a finding', () => {
  const refusal = { outcome: 'sleep', code: 'series-too-short', days: 5, needed: 14 } as const;
  const html = reportHtml({ findings: [], refusals: [refusal] }, words, { source: 'diary.csv' });
  assert.match(html, /No finding for sleep\. Only 5 days have a score; at least 14 are needed/);
});
