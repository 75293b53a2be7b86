/** The axis of civil days: months by name, or weeks by date where only a few weeks are drawn. */
import { civilParts, type LocalDate, localDate } from '../../base/calendar.ts';
import { rule, text, textWidth } from '../svg.ts';
import type { Plot } from './score-plot.ts';
import type { CourseWords } from './words.ts';

/** Drawn by weeks up to so many days. */
const FEW_DAYS = 62;

type Tick = { readonly day: LocalDate; readonly name: string; readonly year?: string };

/** Names and lines for `count` days from `from`; lines run from `top` to `bottom`, names stand beneath. */
export function dateAxis(
  from: LocalDate,
  count: number,
  { x, right }: Plot,
  words: CourseWords,
  [top, bottom]: readonly [number, number],
): string[] {
  let free = 0;
  return ticksOf(from, count, words).flatMap(({ day, name, year }) => {
    const at = x(day - from);
    const end = at + 4 + Math.max(textWidth(name), textWidth(year ?? ''));
    const line = rule([at, top, at, bottom + 6], 'hairline');
    if (at < free || end > right + 8) return [line];
    free = end + 4;
    return [
      line,
      text(at + 3, bottom + 18, name, { role: 'quiet' }),
      ...(year === undefined ? [] : [text(at + 3, bottom + 35, year, { role: 'quiet' })]),
    ];
  });
}

function ticksOf(from: LocalDate, count: number, words: CourseWords): Tick[] {
  if (count <= FEW_DAYS)
    return Array.from({ length: Math.ceil(count / 7) }, (_, i) => (from + 7 * i) as LocalDate).map((day, i) => ({
      ...{ day, name: words.day(day) },
      ...(i === 0 ? { year: words.year(day) } : {}),
    }));
  const { year, month } = civilParts(from);
  const firsts = Array.from({ length: Math.ceil(count / 28) + 1 }, (_, i) => {
    const months = month - 1 + i;
    return localDate(year + Math.floor(months / 12), (months % 12) + 1, 1);
  }).filter((day) => day >= from && day < from + count);
  return firsts.map((day, i) => ({
    ...{ day, name: words.month(day) },
    ...(i === 0 || civilParts(day).month === 1 ? { year: words.year(day) } : {}),
  }));
}
