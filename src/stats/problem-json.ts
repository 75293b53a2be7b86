/**
 * Reads the statistician's problem file: the JSON both this engine and Stan or JAGS can be given. Total: any text
 * yields a draft or faults that name the part. Unknown keys are refused, so a misspelt prior cannot be ignored.
 */
import { err, ok, type Result } from '../base/result.ts';
import type { DraftProblem, Likelihood } from './problem.ts';

export type ProblemTextFault =
  | { readonly code: 'not-json' }
  | { readonly code: 'not-an-object' }
  | { readonly code: 'key-missing'; readonly part: string }
  | { readonly code: 'key-unknown'; readonly part: string }
  | { readonly code: 'not-numbers'; readonly part: string; readonly index: number }
  | { readonly code: 'not-a-list'; readonly part: string }
  | { readonly code: 'likelihood-unknown'; readonly text: string }
  | { readonly code: 'several-people'; readonly people: number };

const REQUIRED = ['y', 'lvl', 'fixed', 'doses', 'm0', 'sd0', 'pm', 'ps'] as const;
/** Beside the required ones: `truth`, `name` and `note` may stand in a file and are not read. */
const OPTIONAL = ['likelihood', 'capsule', 'before', 'top', 'truth', 'name', 'note'];

/** The draft as written; `null` in y is a day without a score (NaN). */
export function parseProblemJson(text: string): Result<DraftProblem, readonly ProblemTextFault[]> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return err([{ code: 'not-json' }]);
  }
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return err([{ code: 'not-an-object' }]);
  const given = file as Record<string, unknown>;
  const first = Array.isArray(given.y) ? given.y[0] : undefined;
  if (Array.isArray(first)) return err([{ code: 'several-people', people: (given.y as unknown[]).length }]);
  const faults = keyFaults(given);
  return faults.length > 0 ? err(faults) : readParts(given);
}

function keyFaults(given: Record<string, unknown>): ProblemTextFault[] {
  const known = new Set<string>([...REQUIRED, ...OPTIONAL]);
  return [
    ...REQUIRED.filter((part) => !Object.hasOwn(given, part)).map((part) => ({ code: 'key-missing', part }) as const),
    ...Object.keys(given)
      .filter((part) => !known.has(part))
      .map((part) => ({ code: 'key-unknown', part }) as const),
  ];
}

function readParts(given: Record<string, unknown>): Result<DraftProblem, readonly ProblemTextFault[]> {
  const faults: ProblemTextFault[] = [];
  const numbers = (part: string, value: unknown, missing = false): number[] => {
    if (!Array.isArray(value)) {
      faults.push({ code: 'not-a-list', part });
      return [];
    }
    const index = value.findIndex((v) => !(typeof v === 'number' || (missing && v === null)));
    if (index >= 0) faults.push({ code: 'not-numbers', part, index });
    return value.map((v) => (typeof v === 'number' ? v : Number.NaN));
  };
  const rows = Array.isArray(given.fixed) ? given.fixed : [];
  if (!Array.isArray(given.fixed)) faults.push({ code: 'not-a-list', part: 'fixed' });
  const likelihood = given.likelihood ?? 'gaussian';
  if (likelihood !== 'gaussian' && likelihood !== 'rounded')
    faults.push({ code: 'likelihood-unknown', text: String(likelihood).slice(0, 40) });
  if (given.top !== undefined && !(Number.isInteger(given.top) && (given.top as number) >= 1))
    faults.push({ code: 'not-numbers', part: 'top', index: 0 });
  if (given.before !== undefined && typeof given.before !== 'number')
    faults.push({ code: 'not-numbers', part: 'before', index: 0 });
  const draft: DraftProblem = {
    y: numbers('y', given.y, true),
    level: numbers('lvl', given.lvl),
    doses: numbers('doses', given.doses),
    fixed: rows.map((row, i) => numbers(`fixed[${i}]`, row)),
    m0: numbers('m0', given.m0),
    sd0: numbers('sd0', given.sd0),
    pm: numbers('pm', given.pm),
    ps: numbers('ps', given.ps),
    likelihood: likelihood as Likelihood,
    ...(given.capsule === undefined ? {} : { capsule: numbers('capsule', given.capsule) }),
    ...(given.before === undefined ? {} : { before: given.before as number }),
    ...(given.top === undefined ? {} : { top: given.top as number }),
  };
  return faults.length > 0 ? err(faults) : ok(draft);
}
