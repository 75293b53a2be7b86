/**
 * What was said each day, and on which scale? A number, "skipped", "too ill" or nothing: four things kept apart.
 *
 * Several rows a day become their mean. A scale nobody stated is taken from the values only where they leave no doubt;
 * anything that is neither a number nor one of the words is refused by line (H34).
 */
import type { Score } from '../../trial/diary.ts';
import type { Outcome } from '../../trial/outcome.ts';
import { addFault, type DecimalSeparator, type FaultList, type Stated } from '../fault.ts';
import { isMissing, parseDecimal } from '../number.ts';
import { type Column, cellAt, placeAt } from './column.ts';
import type { DayRows } from './day-rows.ts';

export type Scale = Outcome['scale'];

const SKIPPED: Score = { kind: 'skipped' };
const TOO_ILL: Score = { kind: 'too-ill' };
const NOT_ASKED: Score = { kind: 'not-asked' };

/** The words a score cell may hold, whatever their case; blank and the missing markers mean `not-asked`. */
const WORDS: ReadonlyMap<string, Score> = new Map<string, Score>([
  ['skipped', SKIPPED],
  ['too ill', TOO_ILL],
  ['too-ill', TOO_ILL],
  ['not asked', NOT_ASKED],
  ['not-asked', NOT_ASKED],
]);

/** What a word in a score cell stands for; undefined for numbers and everything else. */
export function scoreWord(cell: string): Score | undefined {
  return cell.length <= 40 ? WORDS.get(cell.trim().toLowerCase()) : undefined;
}

/** One score a row; undefined where the cell was refused. */
export type ScoreRows = readonly (Score | undefined)[];

export function readScoreRows(column: Column, separator: DecimalSeparator, faults: FaultList): ScoreRows {
  return column.rows.map((_, i) => {
    const cell = cellAt(column, i);
    if (isMissing(cell)) return NOT_ASKED;
    const word = scoreWord(cell);
    if (word) return word;
    const number = parseDecimal(cell, separator);
    if (number.ok) return { kind: 'value', value: number.value === 0 ? 0 : number.value };
    if (number.error === 'number-other-separator')
      addFault(faults, { code: 'number-other-separator', separator, ...placeAt(column, i) });
    else
      addFault(faults, {
        code: number.error === 'number-unreadable' ? 'score-unreadable' : number.error,
        ...placeAt(column, i),
      });
    return undefined;
  });
}

/**
 * The scale asked for, or 0-10 / 0-100 where all values fit and it is plain which. Refuses a value off the asked scale,
 * values outside 0-100, and a column where most values fit 0-10 but some do not: a slip or the wider scale?
 */
export function settleScale(
  column: Column,
  scores: ScoreRows,
  asked: Scale | undefined,
  faults: FaultList,
  stated: Stated[],
): Scale | undefined {
  const values = scores.flatMap((score, i) => (score?.kind === 'value' ? [{ i, value: score.value }] : []));
  if (values.length === 0) {
    if (scores.every((score) => score !== undefined))
      addFault(faults, { code: 'no-scores', column: placeAt(column, 0).column });
    return undefined;
  }
  const refuse = (
    off: typeof values,
    fault: { code: 'scale-unknown' | 'scale-unclear' } | ({ code: 'score-off-scale' } & Scale),
  ) => {
    for (const { i } of off) addFault(faults, { ...fault, ...placeAt(column, i) });
    return undefined;
  };
  const state = ({ minimum, maximum }: Scale, reason: 'asked' | 'all-within-10' | 'all-within-100'): Scale => {
    stated.push({ code: 'scale', column: column.name, minimum, maximum, reason });
    return { minimum, maximum };
  };
  const outside = ({ minimum, maximum }: Scale) => values.filter(({ value }) => value < minimum || value > maximum);
  if (asked) {
    const off = outside(asked);
    return off.length > 0 ? refuse(off, { code: 'score-off-scale', ...asked }) : state(asked, 'asked');
  }
  const beyond100 = outside({ minimum: 0, maximum: 100 });
  if (beyond100.length > 0) return refuse(beyond100, { code: 'scale-unknown' });
  const beyond10 = outside({ minimum: 0, maximum: 10 });
  if (beyond10.length === 0) return state({ minimum: 0, maximum: 10 }, 'all-within-10');
  if (beyond10.length * 2 <= values.length) return refuse(beyond10, { code: 'scale-unclear' });
  return state({ minimum: 0, maximum: 100 }, 'all-within-100');
}

/** The day's score: the mean of its values, else "too ill", else "skipped", else nothing was asked. */
export function dayScore({ rows }: DayRows, scores: ScoreRows): Score {
  const said = rows.map((i) => scores[i] ?? NOT_ASKED);
  const values = said.flatMap((score) => (score.kind === 'value' ? [score.value] : []));
  if (values.length > 0) {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    // A mean lies between its values; adding in floating point may step over the edge by one bit.
    const value = Math.min(
      Math.max(
        mean,
        values.reduce((a, b) => Math.min(a, b)),
      ),
      values.reduce((a, b) => Math.max(a, b)),
    );
    return { kind: 'value', value };
  }
  return said.find((s) => s.kind === 'too-ill') ?? said.find((s) => s.kind === 'skipped') ?? NOT_ASKED;
}
