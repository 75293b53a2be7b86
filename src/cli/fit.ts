/**
 * `titrial fit`: the statistician's door. The same problem file Stan or JAGS was given goes in, the posterior comes out,
 * so anyone can check the engine against a program of their own (H38).
 */
import type { Command } from 'commander';
import { problemFaultSentence } from '../../web/kit/words/en/problem.ts';
import { fileFaultSentence } from '../../web/kit/words/en/table.ts';
import { REVISION } from '../analysis/revision.ts';
import { err, ok, type Result } from '../base/result.ts';
import { fitProblem, isTrustworthy } from '../stats/fit.ts';
import { mixtureCdf, mixtureMoments, mixtureQuantile } from '../stats/mixture.ts';
import { doseContrast, linearMixture, type Posterior, thetaMarginal } from '../stats/posterior.ts';
import { checkProblem, type Problem, type ProblemFault, THETA_NAMES } from '../stats/problem.ts';
import { type ProblemTextFault, parseProblemJson } from '../stats/problem-json.ts';
import type { FileFault } from '../table/fault.ts';
import { readTextFile } from './input-file.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
The file is one JSON object, for T days, f fixed columns and K doses:
  y            T scores, null where there is none
  lvl          T levels taken: 0 = none, k = doses[k-1]
  doses        K rising doses
  fixed        f columns of T numbers: intercept, trend, weekend ...
  m0, sd0      prior mean and sd: f fixed columns, then K dose increments, then
               one for the capsule if there is one
  pm, ps       prior mean and sd of log s, logit w, logit rho, log tau
  capsule      optional: T numbers 0 or 1, was any capsule taken
  likelihood   "gaussian" (default), or "rounded" for whole scores 0 to "top"
               (default 10)
beta is the steady-state effect of each dose against none; pWorthwhile is
P(beta <= -1). docs/formats/problem.md tells the whole format.

Examples:
  titrial fit docs/formats/examples/problem.json
  titrial fit docs/formats/examples/problem.json --json

Exit codes: 0 fitted; 2 refused, with every fault of the file.`;

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
  const answer = fitFile(file);
  if (answer.ok) {
    terminal.print(options.json ? JSON.stringify(answer.value, undefined, 1) : answerText(answer.value));
    return;
  }
  const { says, refusals } = answer.error;
  if (options.json) terminal.print(JSON.stringify({ refusals }, undefined, 1));
  terminal.complain(says);
  terminal.endWith(2);
}

function fitFile(file: string): Result<Answer, Refused> {
  const problem = readProblem(file);
  if (!problem.ok) return problem;
  const started = performance.now();
  const posterior = fitProblem(problem.value);
  const milliseconds = performance.now() - started;
  if (isTrustworthy(posterior)) return ok(answerOf(problem.value, posterior, milliseconds));
  const { frontierMass } = posterior.diagnostics;
  return err({ says: NOT_SETTLED, refusals: [{ code: 'fit-not-converged', frontierMass }] });
}

type Refusal =
  | FileFault
  | ProblemTextFault
  | ProblemFault
  | { readonly code: 'fit-not-converged'; readonly frontierMass: number };

/** Why there is no posterior: for a person, and with `--json` as codes and data. */
type Refused = { readonly says: string; readonly refusals: readonly Refusal[] };

const NOT_SETTLED =
  'The fit did not settle: too much of the posterior lies on the rim of the lattice. No numbers are given.';

function readProblem(file: string): Result<Problem, Refused> {
  const text = readTextFile(file);
  if (!text.ok) return err({ says: fileFaultSentence(text.error), refusals: [text.error] });
  const draft = parseProblemJson(text.value);
  const checked = draft.ok ? checkProblem(draft.value) : draft;
  if (checked.ok) return checked;
  const lines = [`${file} is not a problem that can be fitted:`, ...checked.error.map(problemFaultSentence)];
  return err({ says: lines.join('\n  '), refusals: checked.error });
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
