/**
 * `titrial fit`: the statistician's door. The same problem file Stan or JAGS was given goes in, the posterior comes out,
 * so anyone can check the engine against a program of their own (H38).
 */
import type { Command } from 'commander';
import { problemFaultSentence } from '../../web/kit/words/en/problem.ts';
import { fileFaultSentence } from '../../web/kit/words/en/table.ts';
import { REVISION } from '../analysis/revision.ts';
import { fitProblem, isTrustworthy } from '../stats/fit.ts';
import { mixtureCdf, mixtureMoments, mixtureQuantile } from '../stats/mixture.ts';
import { doseContrast, linearMixture, type Posterior, thetaMarginal } from '../stats/posterior.ts';
import { checkProblem, type Problem, THETA_NAMES } from '../stats/problem.ts';
import { parseProblemJson } from '../stats/problem-json.ts';
import { readTextFile } from './input-file.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
PROBLEM.json holds, for T days, f fixed columns and K doses:
  y      T scores, null where there is none          lvl    T levels taken, 0 = none, k = doses[k-1]
  fixed  f columns of T numbers                      doses  K rising doses
  m0,sd0 prior mean and sd: f fixed, then K increments (then one for "capsule", if given: T numbers 0/1)
  pm,ps  prior mean and sd of log s, logit w, logit rho, log tau
  likelihood  "gaussian" (default), or "rounded" for whole scores 0 to "top" (default 10)
beta is the steady-state effect of each dose against none; pWorthwhile is P(beta <= -1).

Example:
  titrial fit problem.json --json`;

/** Adds the command; `terminal` is where it speaks. */
export function addFitCommand(program: Command, terminal: Terminal): void {
  program
    .command('fit')
    .description('fit one design-matrix problem and give its posterior (for statisticians)')
    .argument('<problem.json>', 'the problem, as described below')
    .option('--json', 'give the posterior as JSON')
    .addHelpText('after', HELP)
    .action((file: string, options: { readonly json?: boolean }) => fit(file, options, terminal));
}

/** Reads, checks, fits and prints; a faulty problem is refused with every fault. */
export function fit(file: string, options: { readonly json?: boolean }, terminal: Terminal): void {
  const problem = readProblem(file);
  if (typeof problem === 'string') {
    terminal.complain(problem);
    terminal.endWith(2);
    return;
  }
  const started = performance.now();
  const posterior = fitProblem(problem);
  const milliseconds = performance.now() - started;
  if (!isTrustworthy(posterior)) {
    terminal.complain(
      'The fit did not settle: too much of the posterior lies on the rim of the lattice. No numbers are given.',
    );
    terminal.endWith(2);
    return;
  }
  const answer = answerOf(problem, posterior, milliseconds);
  terminal.print(options.json ? JSON.stringify(answer, undefined, 1) : answerText(answer));
}

function readProblem(file: string): Problem | string {
  const text = readTextFile(file);
  if (!text.ok) return fileFaultSentence(text.error);
  const draft = parseProblemJson(text.value);
  const checked = draft.ok ? checkProblem(draft.value) : draft;
  if (checked.ok) return checked.value;
  return [`${file} is not a problem that can be fitted:`, ...checked.error.map(problemFaultSentence)].join('\n  ');
}

type Answer = ReturnType<typeof answerOf>;

function answerOf(problem: Problem, posterior: Posterior, milliseconds: number) {
  return {
    revision: REVISION,
    likelihood: problem.likelihood,
    beta: problem.doses.map((dose, k) => {
      const mixture = linearMixture(posterior, doseContrast(posterior, 0, k + 1));
      const quantiles = Object.fromEntries(
        ['0.05', '0.5', '0.95'].map((p) => [p, mixtureQuantile(mixture, Number(p))]),
      );
      return {
        dose,
        ...mixtureMoments(mixture),
        quantiles,
        pBelow0: mixtureCdf(mixture, 0),
        pWorthwhile: mixtureCdf(mixture, -1),
      };
    }),
    theta: THETA_NAMES.map((name, j) => {
      const { mean, sd } = thetaMarginal(posterior, j);
      return { name, mean, sd };
    }),
    logEvidence: posterior.logEvidence,
    diagnostics: posterior.diagnostics,
    milliseconds,
  };
}

function answerText(answer: Answer): string {
  const cell = (value: number): string => value.toFixed(3).padStart(9);
  const head = ['dose', 'mean', 'sd', '5 %', '50 %', '95 %', 'P(<0)', 'P(<=-1)'];
  const rows = answer.beta.map(({ dose, mean, sd, quantiles, pBelow0, pWorthwhile }) =>
    [dose, mean, sd, quantiles['0.05'], quantiles['0.5'], quantiles['0.95'], pBelow0, pWorthwhile]
      .map((value) => cell(value as number))
      .join(''),
  );
  const theta = answer.theta.map(({ name, mean, sd }) => `${name.padEnd(10)}${cell(mean)}${cell(sd)}`);
  const { latticePoints, components, frontierMass, epSweeps } = answer.diagnostics;
  return [
    head.map((h) => h.padStart(9)).join(''),
    ...rows,
    '',
    `${'theta'.padEnd(10)}${'mean'.padStart(9)}${'sd'.padStart(9)}`,
    ...theta,
    '',
    `log evidence ${answer.logEvidence.toFixed(3)}; ${answer.likelihood} likelihood, revision ${answer.revision}`,
    `${latticePoints} lattice points, ${components} components, rim ${frontierMass.toFixed(4)}, ` +
      `${epSweeps.toFixed(1)} sweeps a point, ${answer.milliseconds.toFixed(1)} ms`,
  ].join('\n');
}
