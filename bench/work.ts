/** One worker thread of the long studies: takes a replicate, gives its numbers back. Started by workers.ts. */
import { parentPort } from 'node:worker_threads';
import { seededRng } from '../src/base/rng.ts';
import type { Likelihood } from '../src/stats/problem.ts';
import { ALL_TRIALS, simulateTrial, type TrialRow } from '../test/calibration/blinded-trials.ts';
import { EFFECT_ROWS, NULL_ROWS, type NullRow, simulateNullDiary } from '../test/calibration/null-diaries.ts';
import { judgeNullDiary, type NullJudgement } from '../test/calibration/null-judgement.ts';
import { pitOf } from '../test/calibration/replicate.ts';
import { judgeTrial, type TrialJudgement } from '../test/calibration/trial-judgement.ts';

export type Task =
  | { readonly kind: 'trial'; readonly row: string; readonly seed: number; readonly i: number }
  | { readonly kind: 'pit'; readonly likelihood: Likelihood; readonly seed: number; readonly i: number }
  | {
      readonly kind: 'null';
      readonly row: string;
      readonly likelihood: Likelihood;
      readonly seed: number;
      readonly i: number;
    };

export type Done = readonly number[] | NullJudgement | TrialJudgement;

function work(task: Task): Done {
  if (task.kind === 'pit') return pitOf(task.likelihood, task.seed, task.i);
  if (task.kind === 'trial') {
    const row = ALL_TRIALS.find(({ name }) => name === task.row) as TrialRow;
    return judgeTrial(simulateTrial(row, seededRng(task.seed).split(`${row.name} ${task.i}`)));
  }
  const row = [...NULL_ROWS, ...EFFECT_ROWS].find(({ name }) => name === task.row) as NullRow;
  const rng = seededRng(task.seed).split(`${row.name} ${task.i}`);
  return judgeNullDiary(simulateNullDiary(row, rng), task.likelihood, row.design);
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(work(task)));
