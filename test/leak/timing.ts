/**
 * Does it take longer when the day's capsule holds the drug? Welch's t over two classes of durations, the slowest left
 * out, as in "Dude, is my code constant time?" (Reparaz, Balasch, Verbauwhede, DATE 2017): |t| below 4.5 tells nothing (H13).
 */

import type { Leak } from './leak.ts';

/** 'more': the side whose capsule of the day holds more of the drug. */
export type DoseClass = 'more' | 'less';

export const T_LIMIT = 4.5;
/** Share of the slowest, of both classes together, that is left out: other programs, the collector of garbage. */
const CROPPED = 0.05;
/** Below this a t says nothing. */
const FEWEST = 20;

export type Timings = {
  readonly add: (name: string, dose: DoseClass, ms: number) => void;
  readonly rows: () => readonly TimingRow[];
};

export type TimingRow = {
  /** "patient GET /cases/{case}" */
  readonly name: string;
  readonly more: number;
  readonly less: number;
  /** Means of what was left in, milliseconds. */
  readonly meanMore: number;
  readonly meanLess: number;
  readonly t: number;
};

export function timings(): Timings {
  const kept = new Map<string, Record<DoseClass, number[]>>();
  return {
    add: (name, dose, ms) => {
      const found = kept.get(name) ?? { more: [], less: [] };
      kept.set(name, found);
      found[dose].push(ms);
    },
    rows: () =>
      [...kept]
        .map(([name, { more, less }]) => rowOf(name, more, less))
        .filter((row) => row !== undefined)
        .sort((a, b) => Math.abs(b.t) - Math.abs(a.t)),
  };
}

/** Rows that tell the arm. */
export function timeLeaks(times: Timings): readonly Leak[] {
  return times
    .rows()
    .filter(({ t }) => Math.abs(t) >= T_LIMIT)
    .map(({ name, meanMore, meanLess, t }) => ({
      ...{ channel: 'time', who: name.split(' ')[0] ?? '', where: name },
      detail: `${meanMore.toFixed(3)} ms with more of the drug, ${meanLess.toFixed(3)} ms with less, t = ${t.toFixed(1)}`,
    }));
}

function rowOf(name: string, more: readonly number[], less: readonly number[]): TimingRow | undefined {
  const all = [...more, ...less].sort((a, b) => a - b);
  const limit = all[Math.ceil(all.length * (1 - CROPPED)) - 1] ?? Number.POSITIVE_INFINITY;
  const [kept, other] = [more, less].map((times) => times.filter((ms) => ms <= limit)) as [number[], number[]];
  if (kept.length < FEWEST || other.length < FEWEST) return undefined;
  const counts = { more: kept.length, less: other.length };
  return { name, ...counts, meanMore: meanOf(kept), meanLess: meanOf(other), t: welch(kept, other) };
}

/** Welch's t of two samples; 0 where neither varies and their means are one. */
export function welch(a: readonly number[], b: readonly number[]): number {
  const gap = meanOf(a) - meanOf(b);
  return gap === 0 ? 0 : gap / Math.sqrt(varianceOf(a) / a.length + varianceOf(b) / b.length);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
