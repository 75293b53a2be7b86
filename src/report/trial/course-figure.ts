/**
 * The days of the trial with what was really taken: a strip for each symptom on its whole scale, days as dots, days too
 * ill to log as crosses, the mean of each period as a line, and shaded where the capsules held the drug. Days nobody kept
 * stay empty; first days left out of the comparison are drawn pale (H18).
 */
import type { OutcomeAnswer } from '../../analysis/trial/trial-answer.ts';
import type { TrialDay } from '../../analysis/trial/trial-run.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { element, rule, text } from '../../chart/svg.ts';
import { onPaper, WIDTH } from '../letter/picture.ts';
import { BASELINE_DAYS } from './baseline.ts';
import type { ReportPeriod, TrialReport } from './trial-report.ts';
import type { TrialWords } from './trial-words.ts';

const LEFT = 112;
const RIGHT = WIDTH - 6;
const STRIP = 84;
const GAP = 26;
const TOP = 26;
const SHADE = '#d4e0ee';
const PALE = '#a19b90';
const INK = '#1d1c1a';

type Frame = { readonly from: LocalDate; readonly to: LocalDate; readonly x: (date: number) => number };
type Place = { readonly top: number; readonly y: (score: number) => number };

/** undefined where no outcome was answered. */
export function courseFigure(report: TrialReport, words: TrialWords): string | undefined {
  const { answer, days, firstDay, lastDay } = report;
  if (answer.outcomes.length === 0) return undefined;
  const from = (firstDay - Math.min(BASELINE_DAYS, baselineDays(days, firstDay))) as LocalDate;
  const frame: Frame = {
    ...{ from, to: lastDay },
    x: (date) => LEFT + ((date - from) / (lastDay - from + 1)) * (RIGHT - LEFT),
  };
  const bottom = TOP + answer.outcomes.length * (STRIP + GAP) - GAP;
  const strips = answer.outcomes.flatMap((outcome, i) => strip(outcome, report, frame, TOP + i * (STRIP + GAP), words));
  return onPaper([...arms(report, frame, bottom, words), ...strips, ...dates(frame, bottom, words)], bottom + 32);
}

/** Days between the first score before the trial and day 1. */
function baselineDays(days: readonly TrialDay[], firstDay: LocalDate): number {
  const first = Math.min(
    firstDay,
    ...days.filter(({ scores }) => Object.keys(scores).length > 0).map(({ date }) => date),
  );
  return firstDay - first;
}

/** Columns of the periods on the drug, with their names on top; borders between all. */
function arms({ periods, lastDay }: TrialReport, { x }: Frame, bottom: number, words: TrialWords): string[] {
  const shown = periods.filter(({ days }) => days > 0);
  return shown.flatMap((period) => {
    const [left, right] = [x(period.first), x(endOf(period, lastDay))];
    const name = words.arm(period.arm);
    return [
      ...(period.arm > 0
        ? [element('rect', { x: left, y: TOP - 4, width: right - left, height: bottom - TOP + 8, fill: SHADE })]
        : []),
      rule([left, TOP - 8, left, bottom + 4], 'quiet'),
      ...(right - left > name.length * 7 ? [text((left + right) / 2, TOP - 9, name, { anchor: 'middle' })] : []),
    ];
  });
}

const endOf = (period: Pick<ReportPeriod, 'last'>, lastDay: LocalDate): number => Math.min(period.last, lastDay) + 1;

function strip(answered: OutcomeAnswer, report: TrialReport, frame: Frame, top: number, words: TrialWords): string[] {
  const { minimum, maximum } = answered.outcome.scale;
  const place: Place = { top, y: (score) => top + STRIP - ((score - minimum) / (maximum - minimum)) * STRIP };
  const { y } = place;
  return [
    ...[minimum, (minimum + maximum) / 2, maximum].map((score) => rule([LEFT, y(score), RIGHT, y(score)], 'hairline')),
    ...[minimum, maximum].map((score) =>
      text(LEFT - 6, y(score) + (score === minimum ? 0 : 9), String(score), { anchor: 'end', role: 'quiet' }),
    ),
    text(0, top + STRIP / 2 + 5, words.symptom(answered.outcome)),
    ...report.days.flatMap((day) => dot(day, answered, report, frame, place)),
    ...means(answered, report, frame, place),
  ];
}

function dot(
  day: TrialDay,
  { outcome }: OutcomeAnswer,
  { protocol, firstDay }: TrialReport,
  { from, to, x }: Frame,
  { top, y }: Place,
): string[] {
  if (day.date < from || day.date > to) return [];
  const score = day.scores[outcome.id];
  const cx = x(day.date + 0.5);
  const { runIn, periodDays } = protocol.design;
  const into = (day.date - firstDay) % periodDays;
  const pale = day.date >= firstDay && runIn.how === 'discarded' && into < runIn.days;
  if (score?.kind === 'value') return [element('circle', { cx, cy: y(score.value), r: 2, fill: pale ? PALE : INK })];
  if (score?.kind !== 'too-ill') return [];
  const at = top + STRIP;
  return [rule([cx - 3, at - 6, cx + 3, at], 'ink'), rule([cx - 3, at, cx + 3, at - 6], 'ink')];
}

function means({ periods }: OutcomeAnswer, { lastDay }: TrialReport, { x }: Frame, { y }: Place): string[] {
  return periods.flatMap(({ mean, first, last }) => {
    if (mean === undefined) return [];
    const [left, right] = [x(first) + 2, x(Math.min(last, lastDay) + 1) - 2];
    return [element('line', { x1: left, y1: y(mean), x2: right, y2: y(mean), stroke: '#1a4f85', 'stroke-width': 2.6 })];
  });
}

function dates({ from, to, x }: Frame, bottom: number, words: TrialWords): string[] {
  const weeks = Math.max(1, Math.ceil((to - from + 1) / 7 / 9));
  const ticks: string[] = [];
  for (let date = from; date <= to && x(date) < RIGHT - 46; date = (date + weeks * 7) as LocalDate)
    ticks.push(
      rule([x(date), bottom + 2, x(date), bottom + 8], 'quiet'),
      text(x(date), bottom + 22, words.shortDate(date)),
    );
  return ticks;
}
