import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDrawing } from '../../test/golden/charts/compare.ts';
import { chartWords as words } from '../../web/kit/words/en/chart.ts';
import type { Finding } from '../analysis/finding.ts';
import { decisionSvg, decisionTable, exceedanceSvg, exceedanceTable } from './curves.ts';
import { intervalsSvg, intervalsTable } from './intervals.ts';
import { bestDoseSvg, bestDoseTable, trendSvg, trendTable } from './strips.ts';
import { COLOURS, escapeText } from './svg.ts';
import { timelineSvg, timelineTable } from './timeline.ts';

const GOLDEN = new URL('../../test/golden/charts/', import.meta.url);
const example = JSON.parse(readFileSync(new URL('example-finding.json', GOLDEN), 'utf8')) as Finding;
const blinded: Finding = { ...example, grade: 'randomised-blinded' };
const mood: Finding = {
  ...example,
  outcome: { id: 'mood', label: 'mood', scale: { minimum: 0, maximum: 100 }, better: 'higher', worthwhile: 10 },
};

const drawings: Record<string, (width: number) => string> = {
  timeline: (width) => timelineSvg(example, words, { width, id: 'timeline' }),
  'timeline-blinded': (width) => timelineSvg(blinded, words, { width, id: 'timeline' }),
  intervals: (width) => intervalsSvg([example, mood], words, { width, id: 'intervals' }),
  exceedance: (width) => exceedanceSvg(example, words, { width, id: 'exceedance' }),
  decision: (width) => decisionSvg(example, words, { width, id: 'decision' }),
  trend: (width) => trendSvg(example, words, { width, id: 'trend' }),
  'best-dose': (width) => bestDoseSvg(example, words, { width, id: 'best-dose' }),
};

for (const [name, draw] of Object.entries(drawings)) testDrawing(name, draw, [288, 640]);

test('every table has as many cells in each row as in its head', () => {
  const tables = [
    timelineTable(example, words),
    intervalsTable([example, mood], words),
    exceedanceTable(example, words),
    decisionTable(example, words),
    trendTable(example, words),
    bestDoseTable(example, words),
  ];
  for (const { head, rows } of tables) {
    assert.ok(rows.length > 0);
    for (const row of rows) assert.equal(row.length, head.length);
  }
});

test('a better-is-higher symptom points the same way as a better-is-lower one', () => {
  const mirrored: Finding = {
    ...mood,
    doses: example.doses.map((d) => ({
      ...d,
      mean: -10 * d.mean,
      quantiles: Object.fromEntries(
        Object.entries(d.quantiles).map(([p]) => {
          const twin = (1 - Number(p)).toFixed(3).replace(/0+$/, '') as '0.5';
          return [p, -10 * d.quantiles[twin]];
        }),
      ) as typeof d.quantiles,
    })),
  };
  const circles = (finding: Finding): string[] =>
    [...intervalsSvg([finding], words, { width: 320, id: 'i' }).matchAll(/<circle cx="([\d.]+)"/g)].map(
      ([, x = '']) => x,
    );
  assert.deepEqual(circles(mirrored), circles(example));
});

test('text of the reader cannot break out of a drawing', () => {
  assert.equal(escapeText('<b title="x">&\u0000</b>'), '&lt;b title=&quot;x&quot;&gt;&amp;&lt;/b&gt;');
});

test('text colours reach a contrast of 7:1 on their ground, light and dark', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const role of ['ink', 'quiet', 'accent'] as const) {
      const ratio = contrast(COLOURS[role][theme], COLOURS.ground[theme]);
      assert.ok(ratio >= 7, `${role} on ${theme}: ${ratio.toFixed(1)}`);
    }
  }
});

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
