/**
 * What did a request use? Every call of the stores, the keys, the pharmacy, chance and the typesetter in its order, with how
 * much went in: a measure of time that no other program disturbs. A line more for one arm is a leak (H13).
 */
import type { Ports } from '../../src/service/ports.ts';

export type Work = {
  readonly ports: Ports;
  /** What was used since the last time this was asked. */
  readonly taken: () => string;
};

export function watched(given: Ports): Work {
  let lines: string[] = [];
  const tell = (line: string): void => void lines.push(line);
  const watch = <T>(name: string, part: T): T => watchedPart(name, part, tell);
  const { ledger, people, access, findings } = given.storage;
  const storage = {
    ...given.storage,
    ...{ ledger: watch('ledger', ledger), people: watch('people', people) },
    ...{ access: watch('access', access), findings: watch('findings', findings) },
  };
  const parts = ['vault', 'pharmacy', 'entropy', 'typesetter', 'analysts', 'jobs'] as const;
  const rest = Object.fromEntries(parts.filter((name) => given[name]).map((name) => [name, watch(name, given[name])]));
  const taken = (): string => {
    const said = lines.join('\n');
    lines = [];
    return said;
  };
  return { ports: { ...given, ...rest, storage }, taken };
}

function watchedPart<T>(name: string, part: T, tell: (line: string) => void): T {
  const entries = Object.entries(part as Record<string, unknown>).map(([call, own]) => {
    if (typeof own !== 'function') return [call, own];
    const through = (...given: unknown[]): unknown => {
      tell(`${name}.${call} ${given.map(amountOf).join(' ')}`);
      const answer: unknown = Reflect.apply(own, part, given);
      return isPart(answer) ? watchedPart(`${name}.${call}`, answer, tell) : answer;
    };
    return [call, through];
  });
  return Object.fromEntries(entries);
}

/** What a clinic's pharmacy is asked for by is asked for first. */
const isPart = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && Object.values(answer).some((own) => typeof own === 'function');

/** How much of what: text and bytes by their length, never by their content. */
function amountOf(value: unknown): string {
  if (typeof value === 'string') return `t${value.length}`;
  if (value instanceof Uint8Array) return `b${value.length}`;
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'number' ? `${value}` : typeof value;
}
