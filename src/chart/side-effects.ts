/**
 * Does a side effect come with a change of dose, and go? For each side effect one line a stretch at one dose, from the
 * day of the change on: the days it was told of, the days with an entry, and blank where nothing was entered (H18).
 * A day without an entry is never counted as a day without it.
 */
import type { Complaint, CourseDay, TherapyCourse } from '../trial/therapy-course.ts';
import { EFFECT_DAYS, runsOf, type Stretch, stretchesOf, toldOf } from './course/stretch.ts';
import type { CourseWords } from './course/words.ts';
import { type Entry, laterSign, legend } from './legend.ts';
import type { Rows } from './rows.ts';
import { linear, type Scale, ticks } from './scale.ts';
import { colour, drawing, element, type Frame, lines, rule, text, textWidth } from './svg.ts';

const ROW = 24;
const HEIGHT = { 1: 7, 2: 11, 3: 15 } as const;

/** A day of a stretch; `grade` undefined = not told of. */
type EffectDay = { readonly kept: boolean; readonly grade: Complaint['grade'] | undefined };
type Line = { readonly stretch: Stretch; readonly days: readonly EffectDay[] };
type Panel = { readonly name: string; readonly lines: readonly Line[] };

function panelsOf(course: TherapyCourse): readonly Panel[] {
  const byName = Map.groupBy(course.complaints, ({ name }) => name);
  const stretches = stretchesOf(course);
  return [...byName].map(([name, complaints]) => ({
    name,
    lines: stretches.map((stretch) => ({
      stretch,
      days: course.days
        .slice(stretch.first, stretch.last + 1)
        .map((day, t) => effectOn(day, stretch.from + t, complaints)),
    })),
  }));
}

function effectOn({ kept }: CourseDay, date: number, complaints: readonly Complaint[]): EffectDay {
  const open = complaints.find(({ since, ended }) => since <= date && (ended === undefined || date < ended));
  return { kept, grade: open?.grade };
}

/** Of the days with an entry, on how many it was told of. */
function counted(days: readonly EffectDay[]): { readonly told: number; readonly kept: number } {
  const kept = days.filter((day) => day.kept);
  return { told: kept.filter(({ grade }) => grade !== undefined).length, kept: kept.length };
}

/** `course` from the first day of the case on: a course cut short would count its first days from the cut. */
export function sideEffectsSvg(course: TherapyCourse, words: CourseWords, frame: Frame): string {
  const { width } = frame;
  const panels = panelsOf(course);
  const all = panels.flatMap((panel) => panel.lines);
  const longest = Math.min(EFFECT_DAYS, Math.max(7, ...all.map(({ days }) => days.length)));
  const left = 10 + Math.max(0, ...all.map(({ stretch }) => textWidth(doseOf(stretch, words))));
  const x = linear([0, longest], [left, width - 66]);
  const key = legend(entries(all, words), width, '');
  let y = key.height + 4;
  const body: string[] = [];
  for (const { name, lines: rows } of panels) {
    body.push(text(0, y + 18, words.sideEffect(name), { halo: true }));
    y += 26;
    for (const line of rows) {
      body.push(...drawnLine(line, x, y, words, width));
      y += ROW;
    }
    y += 8;
  }
  const foot = [
    ...lines(words.label['days-since-step'], width - left),
    ...lines(words.label['fraction-note'], width - left),
  ];
  return drawing(frame, y + 26 + foot.length * 17, words.sideEffectsCaption(toldOf(course, { id: '' })), [
    ...key.body,
    ...axis(longest, x, [key.height + 12, y]),
    ...body,
    ...foot.map((part, i) => text(left, y + 40 + i * 17 - 2, part, { role: 'quiet' })),
  ]);
}

function axis(longest: number, x: Scale, [top, bottom]: readonly [number, number]): string[] {
  const weeks = ticks([0, longest / 7], 6).filter(Number.isInteger);
  return weeks.flatMap((week) => [
    rule([x(week * 7), top, x(week * 7), bottom + 4], 'hairline'),
    text(x(week * 7), bottom + 18, String(week * 7), { anchor: 'middle', role: 'quiet' }),
  ]);
}

function drawnLine({ stretch, days }: Line, x: Scale, y: number, words: CourseWords, width: number): string[] {
  const base = y + 17;
  const { told, kept } = counted(days);
  return [
    text(0, base, doseOf(stretch, words), { role: 'quiet' }),
    rule([x(0), base + 0.5, x(Math.min(days.length, EFFECT_DAYS)), base + 0.5], 'quiet'),
    ...blocks(days.slice(0, EFFECT_DAYS), x, base),
    ...(isToldLater(days) ? [laterSign(x(EFFECT_DAYS) + 3, base - 5)] : []),
    text(width, base, `${told} / ${kept}`, { anchor: 'end', role: 'quiet' }),
  ];
}

/** Was it there beyond the days drawn? What is cut off must not look like nothing. */
function isToldLater(days: readonly EffectDay[]): boolean {
  return days.slice(EFFECT_DAYS).some(({ grade }) => grade !== undefined);
}

/** Days that are alike are one block, so that no seam between two of them looks like a day between. */
function blocks(days: readonly EffectDay[], x: Scale, base: number): string[] {
  return runsOf(days, ({ kept, grade }) => (grade === undefined ? (kept ? 'kept' : 'silent') : `${kept}-${grade}`))
    .filter(({ value }) => value !== 'silent')
    .map(({ first, last }) => {
      const { kept = false, grade } = days[first] ?? {};
      const height = grade === undefined ? 3 : HEIGHT[grade];
      const box = { x: x(first), y: base - height, width: x(last + 1) - x(first), height };
      if (grade === undefined) return element('rect', { ...box, fill: colour('dose') });
      if (kept) return element('rect', { ...box, fill: colour('ink') });
      const inner = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: height - 1 };
      return element('rect', { ...inner, fill: colour('ground'), stroke: colour('ink') });
    });
}

function doseOf({ dose }: Stretch, words: CourseWords): string {
  if (dose === undefined) return words.label['no-plan'];
  return dose === 0 ? words.label['no-drug'] : words.dose(dose);
}

function entries(all: readonly Line[], { label }: CourseWords): Entry[] {
  const carried = all.some(({ days }) => days.some(({ kept, grade }) => !kept && grade !== undefined));
  const later = all.some(({ days }) => isToldLater(days));
  return [
    { mark: 'block', name: label['effect-day'] },
    ...(carried ? [{ mark: 'hollow-block', name: label['effect-carried'] } as const] : []),
    { mark: 'low-block', name: label['day-kept'] },
    ...(later ? [{ mark: 'pointer', name: label['told-later'] } as const] : []),
  ];
}

/** The same as rows: told of, of the days with an entry, in the first week after the change, the second, and later. */
export function sideEffectsTable(course: TherapyCourse, words: CourseWords): Rows {
  const { label, ofDays } = words;
  const share = (days: readonly EffectDay[]): string => {
    const { told, kept } = counted(days);
    return kept === 0 ? '–' : ofDays(told, kept);
  };
  return {
    head: [label['side-effect'], label.planned, label.from, label['first-week'], label['second-week'], label.later],
    rows: panelsOf(course).flatMap(({ name, lines: rows }) =>
      rows.map(({ stretch, days }) => [
        words.sideEffect(name),
        doseOf(stretch, words),
        words.longDay(stretch.from),
        share(days.slice(0, 7)),
        share(days.slice(7, 14)),
        share(days.slice(14)),
      ]),
    ),
  };
}
