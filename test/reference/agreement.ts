/**
 * Does `titrial fit` say what Stan said about the same problem? Reads reference problems and answers kept outside this
 * repository (docs/models/simulation.md says where from); without them there is nothing to compare and that is said.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Beside the checkout, or where TITRIAL_REFERENCE says. */
export const REFERENCE = process.env.TITRIAL_REFERENCE ?? join(ROOT, '..', 'shared', 'reference');

/**
 * At most so many Monte-Carlo standard errors between the means, and this ratio of sds. Where a peer drew too few
 * effective values to know its own sd that well, the ratio may miss by two standard errors of it more: a peer's
 * relative error of an sd is 1 / sqrt(2 ESS), 5 % at 186 effective draws.
 */
export const BAR = { meanInMcse: 4, sdRatio: 0.05, sdErrors: 2 } as const;

type Summary = readonly {
  readonly variable: string;
  readonly mean: number;
  readonly sd: number;
  readonly mcse_mean: number;
  readonly ess_bulk: number;
}[];
type Program = { readonly summary: Summary };
type Fit = {
  readonly beta: readonly { readonly mean: number; readonly sd: number }[];
  readonly theta: readonly { readonly mean: number; readonly sd: number }[];
  readonly milliseconds: number;
};

export type AgreementRow = {
  readonly program: string;
  readonly variable: string;
  readonly ours: number;
  readonly theirs: number;
  /** |difference of means| in the peer's Monte-Carlo standard errors. */
  readonly meanInMcse: number;
  readonly sdRatio: number;
  /** Relative Monte-Carlo error of the peer's sd. */
  readonly sdError: number;
  /** JAGS draws too few effective values for a bar; it is shown. */
  readonly judged: boolean;
  readonly agrees: boolean;
};

/** Why nothing can be compared, or undefined when it can. */
export function referenceMissing(): string | undefined {
  return existsSync(join(REFERENCE, 'problems')) ? undefined : `no reference problems in ${REFERENCE}`;
}

/** Names of problems of one person that have an answer; a pooled problem of many people is another question. */
export function referenceProblems(): readonly string[] {
  return readdirSync(join(REFERENCE, 'problems'))
    .filter((file) => file.endsWith('.json') && existsSync(join(REFERENCE, 'answers', file)))
    .map((file) => file.slice(0, -5))
    .filter((name) => !Array.isArray(readJson<{ y: readonly unknown[] }>('problems', name).y[0]));
}

function readJson<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(join(REFERENCE, folder, `${name}.json`), 'utf8')) as T;
}

/** Runs the program as a user would, and sets every parameter beside every peer's. */
export function compareWithReference(name: string): {
  readonly milliseconds: number;
  readonly rows: readonly AgreementRow[];
} {
  const problem = join(REFERENCE, 'problems', `${name}.json`);
  const output = execFileSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'fit', problem, '--json'], {
    encoding: 'utf8',
  });
  const fit = JSON.parse(output) as Fit;
  const answer = readJson<Program | Record<string, Program>>('answers', name);
  const programs = 'summary' in answer ? { stan: answer as Program } : (answer as Record<string, Program>);
  const rows = Object.entries(programs)
    .filter(([, program]) => Array.isArray(program.summary))
    .flatMap(([program, { summary }]) => compareSummary(fit, program, summary));
  return { milliseconds: fit.milliseconds, rows };
}

function compareSummary(fit: Fit, program: string, summary: Summary): AgreementRow[] {
  return summary.flatMap(({ variable, mean, sd, mcse_mean, ess_bulk }): AgreementRow[] => {
    const [, kind, index] = /^(beta|th)(?:\[(\d+)\])?$/.exec(variable) ?? [];
    const own = kind && (kind === 'beta' ? fit.beta : fit.theta)[Number(index ?? 1) - 1];
    if (!own) return [];
    const meanInMcse = Math.abs(own.mean - mean) / mcse_mean;
    const sdRatio = own.sd / sd;
    const judged = program !== 'jags';
    const sdError = 1 / Math.sqrt(2 * ess_bulk);
    const sdAgrees = Math.abs(sdRatio - 1) <= BAR.sdRatio + (sdError > BAR.sdRatio / 2 ? BAR.sdErrors * sdError : 0);
    const agrees = meanInMcse <= BAR.meanInMcse && sdAgrees;
    return [{ program, variable, ours: own.mean, theirs: mean, meanInMcse, sdRatio, sdError, judged, agrees }];
  });
}
