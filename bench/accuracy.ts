/**
 * Is the everyday lattice dense enough? Against the same sum on a much denser one, over random data sets. The dense lattice
 * shares code with the engine; the outside judges are test/golden and bench/reference.ts.
 *   node bench/accuracy.ts [--sets N] [--rounded N]
 */
import { seededRng } from '../src/base/rng.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { fitProblem } from '../src/stats/fit.ts';
import { mixtureCdf, mixtureMoments } from '../src/stats/mixture.ts';
import { doseContrast, linearMixture, type Posterior } from '../src/stats/posterior.ts';
import type { Likelihood } from '../src/stats/problem.ts';
import { drawProblem } from '../test/calibration/draw.ts';
import { STUDY } from '../test/calibration/replicate.ts';
import { countFlag, median, printTable, verdict } from './report.ts';

const DENSE = { step: 0.8, cut: 14 };
const BAR = { mean: 0.01, sd: 0.01, probability: 0.005 };
/** Changes at which probabilities are compared, points. */
const AT = [-2, -1, 0, 1];

type Off = { readonly mean: number; readonly sd: number; readonly probability: number };

function off(one: Posterior, dense: Posterior, k: number): Off {
  const [a, b] = [one, dense].map((posterior) => linearMixture(posterior, doseContrast(posterior, 0, k + 1)));
  if (!a || !b) throw new RangeError('two posteriors');
  const [ma, mb] = [mixtureMoments(a), mixtureMoments(b)];
  return {
    mean: Math.abs(ma.mean - mb.mean) / mb.sd,
    sd: Math.abs(ma.sd / mb.sd - 1),
    probability: Math.max(...AT.map((x) => Math.abs(mixtureCdf(a, x) - mixtureCdf(b, x)))),
  };
}

function compare(likelihood: Likelihood, sets: number): void {
  const progress = processTerminal().progress(`dense ${likelihood}`, sets);
  const all: Off[] = [];
  for (let i = 0; i < sets; i++) {
    const { problem } = drawProblem(STUDY[likelihood], seededRng(1000 + i));
    const one = fitProblem(problem);
    const dense = fitProblem(problem, DENSE);
    for (const k of problem.doses.keys()) all.push(off(one, dense, k));
    progress.advance(i + 1);
  }
  progress.done();
  console.log(
    `\n${likelihood}: everyday lattice against step ${DENSE.step}, cut ${DENSE.cut}, ${sets} data sets x 3 doses`,
  );
  printTable(
    ['difference', 'median', 'largest', 'bar', ''],
    (['mean', 'sd', 'probability'] as const).map((what) => {
      const values = all.map((row) => row[what]);
      const largest = Math.max(...values);
      const unit = { mean: 'mean, in sd', sd: 'sd, relative', probability: 'P(change <= x)' }[what];
      return [
        unit,
        median(values).toExponential(1),
        largest.toExponential(1),
        BAR[what],
        verdict(largest <= BAR[what]),
      ];
    }),
  );
}

compare('gaussian', countFlag('sets', 50));
const rounded = countFlag('rounded', 10);
compare('rounded', rounded);
