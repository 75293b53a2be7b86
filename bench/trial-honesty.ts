/**
 * Blinded trials whose truth is known: how often is somebody told "better" who gets nothing, does the 90 % interval cover,
 * and is a true change found as often as was said before day 1? Through the answer's own front door.
 *   npm run bench:trial-honesty -- [--trials N] [--threads N] [--seed N]
 */
import { CUSTOMARY_QUESTION, powerOf } from '../src/analysis/power.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import {
  DRAWN_TRIALS,
  NULL_TRIALS,
  POWER_TRIALS,
  protocolOf,
  SETTLED_AT,
  type TrialRow,
  UNTOLD_TRIALS,
} from '../test/calibration/blinded-trials.ts';
import type { TrialJudgement } from '../test/calibration/trial-judgement.ts';
import { shareInterval } from '../test/calibration/uniformity.ts';
import { countFlag, printTable, verdict } from './report.ts';
import type { Task } from './work.ts';
import { runTasks } from './workers.ts';

/** The rule lets a tenth of those who get nothing be told "better"; one in a hundred more is the bar. */
const NOMINAL = 1 - SETTLED_AT;
const MOST = NOMINAL + 0.01;
const [LOW, HIGH] = [0.88, 0.92];
/** With fewer trials a share is held to its bar by the near end of its 95 % interval, and coverage is not judged. */
const FULL = 2000;
/** Standard errors between a simulated share and the closed form, for the customary question and for no effect. */
const NEAR = 3;
const BARRED_EFFECTS: readonly number[] = [0, CUSTOMARY_QUESTION.effect];

const seed = countFlag('seed', 11);
const threads = countFlag('threads', 2);
const trials = countFlag('trials', 2000);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function percentWithInterval(hits: number, n: number): string {
  const [low, high] = shareInterval(hits, n);
  return `${percent(hits / n)} (${(100 * low).toFixed(1)}-${(100 * high).toFixed(1)})`;
}

async function judge(rows: readonly TrialRow[], title: string): Promise<readonly (readonly TrialJudgement[])[]> {
  const tasks: Task[] = rows.flatMap(({ name }) =>
    Array.from({ length: trials }, (_, i): Task => ({ kind: 'trial', row: name, seed, i })),
  );
  const progress = processTerminal().progress(title, tasks.length);
  const started = performance.now();
  const judged = await runTasks<TrialJudgement>(tasks, threads, progress.advance);
  progress.done();
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${title}, ${trials} trials a row, seed ${seed}, ${seconds.toFixed(0)} s.`);
  return rows.map((_, r) => judged.slice(r * trials, (r + 1) * trials));
}

const share = (judged: readonly TrialJudgement[], holds: (one: TrialJudgement) => boolean): number =>
  judged.filter(holds).length / judged.length;
const told = (judged: readonly TrialJudgement[], word: string): number => share(judged, (one) => one.word === word);

async function nothingTable(rows: readonly TrialRow[], title: string, barred: boolean): Promise<void> {
  const judged = await judge(rows, title);
  console.log(`Three pairs of four weeks, settled beyond ${SETTLED_AT}: nominal ${percent(NOMINAL)} on either side.`);
  printTable(
    [
      ...['row', "told 'better' (95 % interval)", "told 'worse'", 'P alone > 0.9', 'without right guesses'],
      ...['blind not held', 'sceptic unsure', 'no verdict', `<= ${percent(MOST)}`],
    ],
    rows.map(({ name }, r) => {
      const own = judged[r] ?? [];
      const better = own.filter(({ word }) => word === 'better').length;
      return [
        name,
        percentWithInterval(better, own.length),
        percent(told(own, 'worse')),
        percent(share(own, ({ pBenefit }) => pBenefit > SETTLED_AT)),
        percent(share(own, ({ pWithoutRight }) => pWithoutRight > SETTLED_AT)),
        percent(told(own, 'blind-not-held')),
        percent(told(own, 'sceptic-unsure')),
        percent(told(own, 'no-verdict')),
        barred
          ? verdict((trials >= FULL ? better / own.length : shareInterval(better, own.length)[0]) <= MOST)
          : 'no bar',
      ];
    }),
  );
}

async function coverageTable(): Promise<void> {
  const judged = await judge(DRAWN_TRIALS, 'Truth drawn from the priors');
  printTable(
    ['row', 'dose', '90 % interval covers', '0.88-0.92'],
    DRAWN_TRIALS.flatMap(({ name, design }, r) =>
      design.doses.map((dose, k) => {
        const covered = (judged[r] ?? []).flatMap((one) => one.covered.slice(k, k + 1));
        const hits = covered.filter(Boolean).length / covered.length;
        const judgement = trials >= FULL ? verdict(hits >= LOW && hits <= HIGH) : 'not judged under 2,000';
        return [name, `${dose / 1000} mg`, hits.toFixed(3), judgement];
      }),
    ),
  );
}

async function powerTable(): Promise<void> {
  const judged = await judge(POWER_TRIALS, 'A true change');
  console.log('The rule alone, by the closed form and simulated; and what is told after guesses and sceptic.');
  printTable(
    [
      ...['row', 'P alone > 0.9', 'closed form', 'standard errors', `within ${NEAR}`],
      ...["told 'better'", 'closed form', "told 'worse'"],
    ],
    POWER_TRIALS.map(({ name, design, effect }, r) => {
      const own = judged[r] ?? [];
      const question = { ...CUSTOMARY_QUESTION, effect, settledAt: SETTLED_AT, draws: 4000 };
      const power = powerOf(protocolOf(design).design, question).doses[0];
      const expected = power?.rule.better ?? Number.NaN;
      const found = share(own, ({ pBenefit }) => pBenefit > SETTLED_AT);
      const away = (found - expected) / Math.sqrt((found * (1 - found)) / own.length);
      return [
        ...[name, found.toFixed(3), expected.toFixed(3), away.toFixed(1)],
        BARRED_EFFECTS.includes(effect) ? verdict(Math.abs(away) <= NEAR) : 'no bar',
        ...[told(own, 'better').toFixed(3), power?.better.toFixed(3) ?? '', percent(told(own, 'worse'))],
      ];
    }),
  );
}

await nothingTable(NULL_TRIALS, 'Nothing by the drug', true);
await nothingTable(UNTOLD_TRIALS, 'Known, and not said', false);
await coverageTable();
await powerTable();
