/** The likely level and what it would have been without the drug, as two bands over the days they were made for. */
import type { Band, Curve } from '../analysis/finding.ts';
import { areaPath, linePath, type Point } from './path.ts';
import type { Scale } from './scale.ts';
import { colour, element } from './svg.ts';

/** `from`, `to`: the civil days drawn, both included; the bands are cut to them. `x` counts days from `from`. */
export type Window = { readonly x: Scale; readonly y: Scale; readonly from: number; readonly to: number };

/** Nothing is drawn above or below the scale, and "without" only from the first day with the drug on. */
export function levels({ start, dose, fitted, without }: Band, { x, y, from, to }: Window): string[] {
  const [lowest, highest] = y.domain;
  const within = (value: number): number => y(Math.min(highest, Math.max(lowest, value)));
  const edge = (values: readonly number[], since = 0): Point[] =>
    values.flatMap((value, t): Point[] => {
      const day = start + t;
      return t < since || day < from || day > to ? [] : [[x(day - from + 0.5), within(value)]];
    });
  const span = ({ low, high }: Curve): string => areaPath(edge(high), edge(low));
  const first = Math.max(
    0,
    dose.findIndex((d) => d > 0),
  );
  const dashed = { fill: 'none', stroke: colour('quiet'), 'stroke-dasharray': '4 3' };
  return [
    element('path', { d: span(fitted), fill: colour('band') }),
    element('path', { d: linePath(edge(without.low, first)), ...dashed }),
    element('path', { d: linePath(edge(without.high, first)), ...dashed }),
    element('path', { d: linePath(edge(fitted.mean)), fill: 'none', stroke: colour('accent'), 'stroke-width': 2 }),
    element('path', { d: linePath(edge(without.mean, first)), ...dashed, 'stroke-width': 2 }),
  ];
}

/** The doses worth a tick: 0 and the highest that differ, so that labels do not collide. */
export function doseTicks(doses: readonly number[]): number[] {
  const all = [...new Set(doses)].sort((a, b) => b - a);
  const apart = (all[0] ?? 0) * 0.24;
  const kept: number[] = [];
  for (const d of all) if ((kept.at(-1) ?? Number.POSITIVE_INFINITY) - d >= apart) kept.push(d);
  return kept.includes(0) ? kept : [...kept, 0];
}
