/**
 * One symptom's diary as arrays: a score and a known dose for every calendar day, or the reason why not. A dose that
 * was not recorded is taken from its neighbours only where they leave no doubt, and that is stated; otherwise refused.
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Diary, DiaryDay } from '../trial/diary.ts';
import type { Outcome } from '../trial/outcome.ts';
import type { Assumption, Refusal } from './finding.ts';

export type Series = {
  readonly outcome: Outcome;
  readonly unit: Diary['unit'];
  readonly start: LocalDate;
  /** Score per calendar day in the outcome's points; NaN where none. */
  readonly score: readonly number[];
  /** Dose taken per calendar day, micrograms or level; never missing. */
  readonly dose: readonly number[];
  readonly tooIll: readonly boolean[];
  /** Blinded diaries with a capsule column: 1 where any capsule was taken; absent when never recorded. */
  readonly capsule?: readonly number[];
  /** Dose held to steady state before the first day, 0 = none; one of `dose`. */
  readonly before: number;
  readonly assumptions: readonly Assumption[];
};

/** Most days a recorded dose is carried into days that do not say, at a change and between equal doses: our choice. */
const CARRY_DAYS = 7;
const FILL_DAYS = 28;
/** Ten years. */
const MOST_DAYS = 3660;

/** Arrays from the first day of the diary to the last day with a score or "too ill to log".
 *
 * @param from  where given, only days from it on are used; the dose before it is taken to have been steady
 */
export function seriesOf(diary: Diary, outcome: Outcome, from?: LocalDate): Result<Series, Refusal> {
  const used = from === undefined ? diary.days : diary.days.filter(({ date }) => date >= from);
  const kept = used.filter(({ scores }) => ['value', 'too-ill'].includes(scores[outcome.id]?.kind ?? ''));
  const first = used[0];
  const last = kept.at(-1);
  if (!first || !last) return err({ outcome: outcome.id, code: 'series-too-short', days: 0, needed: NEEDED_DAYS });
  const days = last.date - first.date + 1;
  if (days > MOST_DAYS) return err({ outcome: outcome.id, code: 'series-too-long', days, limit: MOST_DAYS });
  const laid = layDays(used, outcome.id, first.date, days);
  const known = fillDoses(laid.taken, first.date, outcome.id);
  if (!known.ok) return known;
  const { dose, assumptions } = known.value;
  const before = doseBefore(diary, first.date, dose);
  const capsule = fillCapsule(laid.capsule, dose);
  const steady = { dose: shownDose(diary, before), unit: shownUnit(diary), from: first.date };
  return ok({
    outcome,
    unit: diary.unit,
    start: first.date,
    score: laid.score,
    dose,
    tooIll: laid.tooIll,
    ...(capsule ? { capsule: capsule.taken } : {}),
    before,
    assumptions: [
      from === undefined || before === 0
        ? { code: 'no-drug-before-the-diary' }
        : { code: 'steady-before-the-blinded-days', ...steady },
      ...assumptions,
      ...(capsule && capsule.filled > 0 ? [{ code: 'capsule-as-the-day-before', days: capsule.filled } as const] : []),
    ],
  });
}

/** The diary's days by position; NaN and undefined where nothing was said. */
function layDays(used: readonly DiaryDay[], outcome: string, first: LocalDate, days: number) {
  const score = new Array<number>(days).fill(Number.NaN);
  const taken = new Array<number | undefined>(days).fill(undefined);
  const capsule = new Array<number>(days).fill(Number.NaN);
  const tooIll = new Array<boolean>(days).fill(false);
  for (const day of used) {
    const t = day.date - first;
    if (t >= days) break;
    const entry = day.scores[outcome];
    if (entry?.kind === 'value') score[t] = entry.value;
    tooIll[t] = entry?.kind === 'too-ill';
    taken[t] = day.taken;
    if (day.capsule !== undefined) capsule[t] = day.capsule ? 1 : 0;
  }
  return { score, taken, capsule, tooIll };
}

/** Highest dose of the used days not above the last one recorded before them; 0 where none was. */
function doseBefore(diary: Diary, first: LocalDate, used: readonly number[]): number {
  const last = diary.days.filter(({ date, taken }) => date < first && taken !== undefined).at(-1)?.taken ?? 0;
  return Math.max(0, ...used.filter((dose) => dose <= last));
}

/** A day with a dose had a capsule; other days that do not say are like the day before, and counted. */
function fillCapsule(
  capsule: readonly number[],
  dose: readonly number[],
): { readonly taken: number[]; readonly filled: number } | undefined {
  if (capsule.every((c) => Number.isNaN(c))) return undefined;
  let last = 0;
  let filled = 0;
  const taken = capsule.map((c, t) => {
    if (!Number.isNaN(c)) last = c;
    else if ((dose[t] as number) > 0) last = 1;
    else filled++;
    return last;
  });
  return { taken, filled };
}

type FilledDoses = { readonly dose: number[]; readonly assumptions: Assumption[] };

function fillDoses(
  taken: readonly (number | undefined)[],
  start: LocalDate,
  outcome: string,
): Result<FilledDoses, Refusal> {
  const dose: number[] = [];
  let between = 0;
  let carried = 0;
  for (let t = 0; t < taken.length; t++) {
    const here = taken[t];
    if (here !== undefined) {
      dose.push(here);
      continue;
    }
    let end = t;
    while (end < taken.length && taken[end] === undefined) end++;
    const before = dose.at(-1);
    const after = taken[end];
    const gap = end - t;
    const agree = before !== undefined && before === after;
    if (before === undefined || gap > (agree ? FILL_DAYS : CARRY_DAYS))
      return err({ outcome, code: 'dose-unknown', from: start + t, to: start + end - 1 });
    for (; t < end; t++) dose.push(before);
    t = end - 1;
    if (agree) between += gap;
    else carried += gap;
  }
  const assumptions: Assumption[] = [];
  if (between > 0) assumptions.push({ code: 'dose-filled-between-equal-days', days: between });
  if (carried > 0) assumptions.push({ code: 'dose-carried-forward', days: carried });
  return ok({ dose, assumptions });
}

/** Fewest scored days in all, and with and without the drug: our choice, three weeks and a week. */
export const NEEDED_DAYS = 21;
const NEEDED_EACH = 7;
/** Shortest stretch at one dose that must be half logged by itself. */
const PERIOD_DAYS = 7;
const MOST_DOSES = 12;

/** Doses taken, ascending, without 0. */
export function dosesTaken(series: Series): number[] {
  return [...new Set(series.dose)].filter((dose) => dose > 0).sort((a, b) => a - b);
}

/** What can't be answered from this series, or undefined. Days "too ill to log" count as kept: they are data. */
export function unanswerable(series: Series): Refusal | undefined {
  const outcome = series.outcome.id;
  const scored = series.score.map((y) => !Number.isNaN(y));
  const count = (keep: (t: number) => boolean): number => scored.filter((has, t) => has && keep(t)).length;
  const doses = dosesTaken(series);
  const asShown = (dose: number): number => shownDose(series, dose);
  const all = count(() => true);
  if (doses.length === 0) return { outcome, code: 'no-days-with-drug', days: 0, needed: NEEDED_EACH };
  const without = count((t) => series.dose[t] === 0);
  if (doses.length === 1 && !series.dose.includes(0))
    return { outcome, code: 'one-dose-only', dose: asShown(doses[0] as number) };
  if (without < NEEDED_EACH) return { outcome, code: 'no-days-without-drug', days: without, needed: NEEDED_EACH };
  const on = all - without;
  if (on < NEEDED_EACH) return { outcome, code: 'no-days-with-drug', days: on, needed: NEEDED_EACH };
  if (all < NEEDED_DAYS) return { outcome, code: 'series-too-short', days: all, needed: NEEDED_DAYS };
  if (doses.length > MOST_DOSES) return { outcome, code: 'too-many-doses', doses: doses.length, limit: MOST_DOSES };
  const values = series.score.filter((y) => !Number.isNaN(y));
  if (values.every((y) => y === values[0])) return { outcome, code: 'no-variation', value: values[0] as number };
  return sparsePeriod(series, scored, asShown);
}

/** First stretch at one dose, or all days at one dose together, of which less than half was kept. */
function sparsePeriod(
  series: Series,
  scored: readonly boolean[],
  asShown: (dose: number) => number,
): Refusal | undefined {
  const all = series.dose.map((dose, t) => ({ dose, t }));
  const groups = [...stretches(all), ...dosesAndNone(series).map((dose) => all.filter((d) => d.dose === dose))];
  for (const group of groups) {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last || group.length < PERIOD_DAYS) continue;
    const logged = group.filter(({ t }) => scored[t] || series.tooIll[t]).length;
    if (logged * 2 >= group.length) continue;
    return {
      outcome: series.outcome.id,
      code: 'period-under-half-logged',
      dose: asShown(first.dose),
      from: series.start + first.t,
      to: series.start + last.t,
      logged,
      days: group.length,
    };
  }
  return undefined;
}

type DoseOnDay = { readonly dose: number; readonly t: number };

/** Runs of days at one dose. */
function stretches(all: readonly DoseOnDay[]): DoseOnDay[][] {
  const runs: DoseOnDay[][] = [];
  for (const day of all) {
    const run = runs.at(-1);
    if (run?.[0]?.dose === day.dose) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

const dosesAndNone = (series: Series): number[] => [...new Set(series.dose)];

/** A dose as findings show it: mg where the unit is micrograms, the level itself otherwise. */
export function shownDose(series: Pick<Series, 'unit'>, dose: number): number {
  return series.unit === 'ug' ? dose / 1000 : dose;
}

/** The unit findings show doses in. */
export function shownUnit(series: Pick<Series, 'unit'>): 'mg' | 'none' {
  return series.unit === 'ug' ? 'mg' : 'none';
}
