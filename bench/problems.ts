/** The problems the engine is timed on: drawn once from fixed seeds, written to bench/out for whoever wants to fit them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seededRng } from '../src/base/rng.ts';
import type { Problem } from '../src/stats/problem.ts';
import { type DrawOptions, drawProblem } from '../test/calibration/draw.ts';

export type BenchProblem = {
  readonly name: string;
  readonly problem: Problem;
  /** Bar for the median time of one fit, milliseconds. */
  readonly barMs?: number;
};

const OUT = new URL('./out/', import.meta.url);

const crossover = [0, 1, 2, 3, 4, 5].flatMap((period) => Array<number>(28).fill(period % 2));

const DRAWN: readonly (DrawOptions & { readonly name: string; readonly seed: number; readonly barMs?: number })[] = [
  { name: 'open-label-120', days: 120, doses: [1.5, 3, 4.5], likelihood: 'gaussian', seed: 1, barMs: 6 },
  { name: 'crossover-168', days: 168, doses: [4.5], likelihood: 'gaussian', level: crossover, seed: 2 },
  { name: 'year-365', days: 365, doses: [1.5, 3, 4.5, 6], likelihood: 'gaussian', seed: 3, barMs: 12 },
  { name: 'rounded-120', days: 120, doses: [1.5, 3, 4.5], likelihood: 'rounded', seed: 4, barMs: 100 },
];

export function benchProblems(): readonly BenchProblem[] {
  return DRAWN.map(({ name, seed, barMs, ...options }) => {
    const { problem } = drawProblem(options, seededRng(seed));
    return barMs === undefined ? { name, problem } : { name, problem, barMs };
  });
}

/** Path of a file in bench/out. */
export const outPath = (file: string): string => fileURLToPath(new URL(file, OUT));

/** Writes a problem as the statistician's file format (docs/formats): null for a day without a score. */
export function writeProblem({ name, problem }: BenchProblem): string {
  mkdirSync(OUT, { recursive: true });
  const { y, level, ...rest } = problem;
  const file = outPath(`${name}.json`);
  writeFileSync(file, JSON.stringify({ y: y.map((v) => (Number.isNaN(v) ? null : v)), lvl: level, ...rest }));
  return file;
}
