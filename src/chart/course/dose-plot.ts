/**
 * The dose as steps: filled where it was taken, empty where it was not, hatched where nobody said or where it is blinded; the planned dose as a
 * line above, with its name at each change. What was not recorded never looks like a dose, nor like none (H10, H18).
 */
import type { CourseDay, TherapyCourse } from '../../trial/therapy-course.ts';
import { blindOf } from '../legend.ts';
import { linePath, type Point, stepArea } from '../path.ts';
import type { Scale } from '../scale.ts';
import { colour, element, rule, text, textWidth } from '../svg.ts';
import type { Plot } from './score-plot.ts';
import { runsOf, stretchesOf } from './stretch.ts';
import type { CourseWords } from './words.ts';

/** How a day is filled; a number is micrograms taken. */
type Fill = number | 'not-taken' | 'unknown' | 'none' | 'blinded';

function fillOf({ dose, planned }: CourseDay): Fill {
  if (dose.kind === 'blinded') return 'blinded';
  if ('dose' in dose) return dose.dose > 0 ? dose.dose : 'none';
  if (dose.kind === 'not-taken') return planned === 0 ? 'none' : 'not-taken';
  return dose.kind === 'none' ? 'none' : 'unknown';
}

/** `y` is the scale of doses; `hatch` the id of the hatching pattern. */
export function doseSteps(course: TherapyCourse, plot: Plot, hatch: string): string[] {
  const { days } = course;
  const { x, y } = plot;
  const fills = runsOf(days, fillOf);
  const blocks = fills.flatMap(({ first, last, value }) => {
    const [start, end] = [x(first), x(last + 1)];
    if (value === 'none') return [];
    if (value === 'not-taken') return [rule([start, y(0), end, y(0)], 'ink', { 'stroke-width': 4 })];
    if (value === 'blinded') return [blindDays([start, end], plot, hatch)];
    if (value === 'unknown') return unknown(course, first, last, plot, hatch);
    const edge: Point[] = [
      [start, y(value)],
      [end, y(value)],
    ];
    return [element('path', { d: stepArea(edge, y(0)), fill: colour('dose'), 'shape-rendering': 'crispEdges' })];
  });
  return [...blocks, ...unplanned(days, plot), ...plannedLine(days, x, y)];
}

/** As high as the plot, whatever the doses: a height would look like an amount (H13). */
function blindDays([start, end]: readonly [number, number], { y, right }: Plot, hatch: string): string {
  const top = y(y.domain[1]);
  return element('rect', {
    x: start,
    y: top,
    width: Math.min(end, right) - start,
    height: y(0) - top,
    fill: `url(#${blindOf(hatch)})`,
  });
}

/** Hatched up to the dose that was planned, or along the base where no plan had force. */
function unknown({ days }: TherapyCourse, first: number, last: number, { x, y }: Plot, hatch: string): string[] {
  return runsOf(days.slice(first, last + 1), ({ planned }) => planned).map((run) => {
    const [from, to] = [first + run.first, first + run.last + 1];
    const top = y(run.value ?? 0) - (run.value ? 0 : 8);
    return element('rect', { x: x(from), y: top, width: x(to) - x(from), height: y(0) - top, fill: `url(#${hatch})` });
  });
}

/** Doses no plan allowed have an outline of their own. */
function unplanned(days: readonly CourseDay[], { x, y }: Plot): string[] {
  return days.flatMap(({ dose }, t) => {
    if (dose.kind !== 'unplanned' || dose.dose === 0) return [];
    const box = { x: x(t), y: y(dose.dose), width: x(t + 1) - x(t), height: y(0) - y(dose.dose) };
    return [element('rect', { ...box, fill: colour('dose'), stroke: colour('ink'), 'stroke-width': 1.5 })];
  });
}

function plannedLine(days: readonly CourseDay[], x: Scale, y: Scale): string[] {
  return runsOf(days, ({ planned }) => (planned ?? 0) > 0)
    .filter(({ value }) => value)
    .map(({ first, last }) => {
      const steps = runsOf(days.slice(first, last + 1), ({ planned }) => planned ?? 0);
      const points = steps.flatMap((step): Point[] => [
        [x(first + step.first), y(step.value)],
        [x(first + step.last + 1), y(step.value)],
      ]);
      return element('path', { d: linePath(points), fill: 'none', stroke: colour('quiet'), 'stroke-width': 1.5 });
    });
}

/** The planned dose named above its line at each change, where it does not run into the name before it. */
export function doseNames(course: TherapyCourse, { x, y, right }: Plot, words: CourseWords): string[] {
  let taken: { readonly end: number; readonly y: number }[] = [];
  return stretchesOf(course).flatMap(({ first, last, dose }) => {
    if (dose === undefined) return [];
    const name = words.dose(dose);
    const end = x(first) + 3 + textWidth(name);
    const place = { end, y: y(dose) - 5 };
    const isFree = taken.every((other) => other.end < x(first) || Math.abs(other.y - place.y) >= 15);
    if (end > right || !isFree || (dose === 0 && end > x(last + 1))) return [];
    taken = [...taken, place];
    return [text(x(first) + 3, place.y, name, { role: 'quiet', halo: true })];
  });
}
