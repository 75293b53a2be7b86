/**
 * Days of one symptom as dots. A score of 0 is a dot like any other; a day too ill to log has its cross, and a day
 * without a score its bar, beneath the scale, so that neither looks like a number.
 */
import type { TherapyCourse } from '../../trial/therapy-course.ts';
import { cross } from '../legend.ts';
import type { Scale } from '../scale.ts';
import { colour, element, rule, text } from '../svg.ts';
import { isTooIll, runsOf, scoreOf } from './stretch.ts';
import type { DrawnOutcome } from './words.ts';

/** `left` and `right` bound the days; `x` counts days from the first. */
export type Plot = { readonly x: Scale; readonly y: Scale; readonly left: number; readonly right: number };

export function scoreGrid({ y, left, right }: Plot): string[] {
  return y
    .ticks(5)
    .flatMap((tick) => [
      rule([left, y(tick), right, y(tick)], 'hairline'),
      text(left - 6, y(tick) + 4.5, String(tick), { anchor: 'end', role: 'quiet' }),
    ]);
}

/** `beneath`: where the days without a score are marked. */
export function scoreDots({ days }: TherapyCourse, outcome: DrawnOutcome, { x, y }: Plot, beneath: number): string[] {
  const r = Math.min(2.3, Math.max(1.4, (x(1) - x(0)) * 0.9));
  const dots = days.map((day, t) => {
    const score = scoreOf(day, outcome);
    const at = { cx: x(t + 0.5) };
    if (score === undefined) return isTooIll(day, outcome) ? cross(at.cx, beneath) : '';
    const place = { ...at, cy: y(score), r };
    if (!day.secondHand) return element('circle', place);
    return element('circle', { ...place, fill: colour('ground'), stroke: colour('ink') });
  });
  const silent = runsOf(days, (day) => scoreOf(day, outcome) === undefined && !isTooIll(day, outcome));
  const bars = silent
    .filter(({ value }) => value)
    .map(({ first, last }) => rule([x(first + 0.1), beneath, x(last + 0.9), beneath], 'quiet', { 'stroke-width': 2 }));
  return [...bars, ...dots];
}
