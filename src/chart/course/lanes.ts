/**
 * Beneath the dose: each side effect as a bar from its first day to its end, thicker where it was told as worse, and what
 * else happened as signs with short names. A name that has no room is left to the table; its sign stays, in a row of its own.
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { Complaint, CourseMark, TherapyCourse } from '../../trial/therapy-course.ts';
import { colour, element, rule, text, textWidth } from '../svg.ts';
import type { Plot } from './score-plot.ts';
import type { CourseWords } from './words.ts';

export type Lane = { readonly body: string[]; readonly bottom: number };

const ROW = 32;
const THICKNESS = { 1: 4, 2: 8, 3: 12 } as const;

/** One row for each name. */
export function sideEffectLane(course: TherapyCourse, plot: Plot, words: CourseWords, top: number): Lane {
  const byName = [...Map.groupBy(course.complaints, ({ name }) => name).values()];
  const body = byName.flatMap((complaints, i) => {
    const y = top + i * ROW;
    const worst = complaints.reduce((a, b) => (b.grade > a.grade ? b : a));
    return [
      text(plot.left, y + 13, words.complaint(worst), { role: 'quiet', halo: true }),
      rule([plot.left, y + 24, plot.right, y + 24], 'hairline'),
      ...complaints.map((complaint) => bar(complaint, course, plot, y + 24)),
    ];
  });
  return { body, bottom: top + byName.length * ROW };
}

/** Square ends where it began and ended within the days; an open end runs out in a point. */
function bar({ since, ended, grade }: Complaint, { from, days }: TherapyCourse, { x }: Plot, y: number): string {
  const [start, end] = [x(Math.max(0, since - from)), x(Math.min(days.length, (ended ?? Infinity) - from))];
  const half = THICKNESS[grade] / 2;
  const isOpen = ended === undefined;
  const tip = isOpen ? `L${tenth(end)},${y}L${tenth(end - 5)},${y + half}` : `L${tenth(end)},${y + half}`;
  const d = `M${tenth(start)},${y - half}L${tenth(isOpen ? end - 5 : end)},${y - half}${tip}L${tenth(start)},${y + half}Z`;
  return element('path', { d, fill: colour('ink') });
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** What is named first where names compete for room. */
const RANK: Readonly<Record<CourseMark['kind'], number>> = { 'red-flag': 0, request: 1, change: 2, move: 3, plan: 4 };
const ROWS = 4;
const MARK_ROW = 18;

/** Signs with names in up to four rows; signs without room for a name stand in a row beneath. */
export function markLane({ from, marks }: TherapyCourse, plot: Plot, words: CourseWords, top: number): Lane {
  if (marks.length === 0) return { body: [], bottom: top };
  const rows: [start: number, end: number][][] = Array.from({ length: ROWS }, () => []);
  const nameless: CourseMark[] = [];
  const ranked = [...marks].sort((a, b) => rankOf(a) - rankOf(b) || a.on - b.on);
  const named = ranked.flatMap((mark) => {
    const at = plot.x(mark.on - from + 0.5);
    const name = words.mark(mark);
    const wide = textWidth(name) + 14;
    const before = at + wide > plot.right;
    const span: [number, number] = before ? [at - wide, at + 8] : [at - 8, at + wide];
    const row = span[0] < 0 ? -1 : rows.findIndex((kept) => kept.every(([s, e]) => span[1] <= s || span[0] >= e));
    if (row < 0) {
      nameless.push(mark);
      return [];
    }
    rows[row]?.push(span);
    const y = top + row * MARK_ROW + 10;
    const anchor = before ? 'end' : 'start';
    return [sign(mark, at, y), text(at + (before ? -9 : 9), y + 4.5, name, { anchor, role: 'quiet', halo: true })];
  });
  const last = top + MARK_ROW * rows.filter((row) => row.length > 0).length;
  const rest = nameless.map((mark) => sign(mark, plot.x(mark.on - from + 0.5), last + 10));
  return { body: [...named, ...rest], bottom: last + (rest.length > 0 ? MARK_ROW : 0) };
}

function rankOf({ kind, ...mark }: CourseMark): number {
  return 'move' in mark && mark.move === 'stop' ? 0 : RANK[kind];
}

/** A sign for each kind: flag, ring, plus, arrow up, arrow down, square, bar. */
function sign(mark: CourseMark, x: number, y: number): string {
  const stroke = { fill: 'none', stroke: colour('ink'), 'stroke-width': 1.6 };
  const place = (d: string): string => `M${tenth(x)},${y}${d}`;
  switch (mark.kind) {
    case 'red-flag':
      return element('path', { d: place('m-4,6v-12l9,4l-9,4'), ...stroke, fill: colour('ink') });
    case 'request':
      return element('circle', { cx: x, cy: y, r: 4, ...stroke });
    case 'change':
      return element('path', { d: place('m-5,0h10m-5,-5v10'), ...stroke });
    case 'plan':
      return element('path', { d: place('m0,-6v12'), ...stroke });
    case 'move':
      return element('path', { d: place(MOVE_SIGN[mark.move]), ...stroke, fill: colour('ink') });
  }
}

const UP = 'm-4,4l4,-8l4,8z';
const MOVE_SIGN = {
  start: UP,
  'step-up': UP,
  'step-down': 'm-4,-4l4,8l4,-8z',
  hold: 'm-3,-5v10m6,-10v10',
  stop: 'm-4,-4h8v8h-8z',
} as const;

/** Where the signs stand, for lines that lead from them up to the days. */
export function markDays({ from, marks }: TherapyCourse): readonly number[] {
  return [...new Set(marks.filter(({ kind }) => kind !== 'plan').map(({ on }): LocalDate => on))].map(
    (on) => on - from,
  );
}
