/**
 * The course of a therapy as one picture, before any finding exists and after: days of a symptom as dots, the dose as
 * steps beneath, side effects and events under it, months along the foot. With a finding, its two bands lie behind the
 * dots. Nothing is smoothed, and nothing that was not recorded looks like a number (H10, H18).
 */
import type { Finding } from '../analysis/finding.ts';
import type { CourseDay, TherapyCourse } from '../trial/therapy-course.ts';
import { doseNames, doseSteps } from './course/dose-plot.ts';
import { markDays, markLane, sideEffectLane } from './course/lanes.ts';
import { dateAxis } from './course/months.ts';
import { type Plot, scoreDots, scoreGrid } from './course/score-plot.ts';
import { isTooIll, scoreOf, takenOn, toldOf } from './course/stretch.ts';
import type { CourseWords, DrawnOutcome } from './course/words.ts';
import { blindHatching, type Entry, hatching, legend } from './legend.ts';
import { doseTicks, levels } from './levels.ts';
import { largest, linear } from './scale.ts';
import { drawing, type Frame, rule, text, textWidth } from './svg.ts';

export type CourseDrawing = {
  readonly course: TherapyCourse;
  readonly outcome: DrawnOutcome;
  /** Of the same outcome, where there is one. */
  readonly finding?: Finding;
};

export function courseSvg({ course, outcome, finding }: CourseDrawing, words: CourseWords, frame: Frame): string {
  const { days, from } = course;
  const isNarrow = frame.width < 480;
  const hatch = `${frame.id}-hatch`;
  const key = legend(entries(course, outcome, finding, words), frame.width, hatch);
  const doses = days.flatMap((day) => [day.planned ?? 0, takenOn(day) ?? 0]);
  const ticks = doseTicks(doses);
  const left = 10 + Math.max(...[...ticks.map(words.doseTick), String(outcome.scale.maximum)].map(textWidth));
  const right = frame.width - 8;
  const top = key.height + 34;
  const bottom = top + (isNarrow ? 180 : 230);
  const doseTop = bottom + 66;
  const doseBottom = doseTop + (isNarrow ? 62 : 74);
  const x = linear([0, days.length], [left, right]);
  const scores: Plot = { left, right, x, y: linear([outcome.scale.minimum, outcome.scale.maximum], [bottom, top]) };
  const dosed: Plot = { ...scores, y: linear([0, largest(doses) || 1], [doseBottom, doseTop]) };
  const effects = titled(course.complaints.length, words.label['side-effects'], doseBottom + 10, (y) =>
    sideEffectLane(course, scores, words, y),
  );
  const events = titled(course.marks.length, words.label.events, effects.bottom, (y) =>
    markLane(course, scores, words, y),
  );
  const foot = events.bottom + 6;
  return drawing(frame, foot + 42, words.courseCaption(outcome, toldOf(course, outcome)), [
    hatching(hatch),
    ...(days.some(({ dose }) => dose.kind === 'blinded') ? [blindHatching(hatch)] : []),
    ...key.body,
    text(0, key.height + 18, words.scoreAxis(outcome), { role: 'quiet' }),
    ...scoreGrid(scores),
    ...dateAxis(from, days.length, scores, words, [top, foot]),
    ...markDays(course).map((t) =>
      rule([x(t + 0.5), top, x(t + 0.5), foot], 'hairline', { 'stroke-dasharray': '2 3' }),
    ),
    ...(finding ? levels(finding.band, { x, y: scores.y, from, to: from + days.length - 1 }) : []),
    ...scoreDots(course, outcome, scores, bottom + 13),
    text(0, doseTop - 28, words.label['dose-axis'], { role: 'quiet' }),
    ...ticks.flatMap((tick) => [
      rule([left, dosed.y(tick), right, dosed.y(tick)], 'hairline'),
      text(left - 6, dosed.y(tick) + 4.5, words.doseTick(tick), { anchor: 'end', role: 'quiet' }),
    ]),
    ...doseSteps(course, dosed, hatch),
    ...doseNames(course, dosed, words),
    ...effects.body,
    ...events.body,
  ]);
}

/** A lane under its name; nothing at all where the lane is empty. */
function titled(
  count: number,
  name: string,
  top: number,
  lane: (top: number) => { readonly body: string[]; readonly bottom: number },
): { readonly body: string[]; readonly bottom: number } {
  if (count === 0) return { body: [], bottom: top };
  const { body, bottom } = lane(top + 26);
  return { body: [text(0, top + 18, name, { halo: true }), ...body], bottom: bottom + 4 };
}

/** Only what is drawn has a place in the legend. */
function entries(
  { days, from }: TherapyCourse,
  outcome: DrawnOutcome,
  finding: Finding | undefined,
  { label }: CourseWords,
): Entry[] {
  const some = (is: (day: CourseDay) => boolean, mark: Entry['mark'], name: string): Entry[] =>
    days.some(is) ? [{ mark, name }] : [];
  const scored = (day: CourseDay): boolean => scoreOf(day, outcome) !== undefined;
  const isDrawn = finding !== undefined && finding.band.start < from + days.length;
  return [
    { mark: 'dot', name: label['day-logged'] },
    ...some((day) => scored(day) && day.secondHand, 'ring', label['second-hand']),
    ...some((day) => isTooIll(day, outcome), 'cross', label['too-ill']),
    ...some((day) => !scored(day) && !isTooIll(day, outcome), 'bar', label['no-score']),
    ...(isDrawn ? [{ mark: 'band', name: label.fitted } as const] : []),
    ...(isDrawn ? [{ mark: 'dashed-band', name: label.without } as const] : []),
    ...some((day) => (takenOn(day) ?? 0) > 0, 'dose', label['dose-taken']),
    ...some((day) => (day.planned ?? 0) > 0, 'line', label['dose-planned']),
    ...some(({ dose, planned }) => dose.kind === 'not-taken' && planned !== 0, 'base', label['dose-not-taken']),
    ...some(({ dose }) => dose.kind === 'unplanned', 'outlined-dose', label['dose-unplanned']),
    ...some(({ dose }) => dose.kind === 'blinded', 'blinded', label['dose-blinded']),
    ...some(({ dose }) => dose.kind === 'unknown' || dose.kind === 'conflict', 'hatched-dose', label['dose-unknown']),
  ];
}
