/**
 * In which orders may the arms of a trial follow each other, how many are there exactly, and which is the n-th? A draw is
 * uniform over all of them: a whole number below the count, without modulo bias, from chance that comes in from outside
 * and for a real trial from the operating system (H13).
 */
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import { armsOf, periodsOf, type TrialDesign } from './design.ts';

/** The arm of each period, 0 = placebo. */
export type Sequence = readonly Dose[];

export type SequenceFault =
  /** None or one admissible order: whoever knows the design knows the allocation. */
  { readonly code: 'nothing-to-randomise'; readonly sequences: number };

/** Which arms may follow, and by what of the past; equal keys have equally many endings. */
type Rule = {
  readonly next: (past: Sequence) => readonly Dose[];
  readonly key: (past: Sequence) => string;
};

/** All admissible sequences of a design, counted once and then numbered, judged and drawn. */
export type Sequences = {
  /** How many there are, exactly. */
  readonly count: bigint;
  /** The one with this number, from 0, in a fixed order. @throws RangeError for a number that has none */
  readonly at: (number: bigint) => Sequence;
  readonly includes: (sequence: Sequence) => boolean;
  /** One of them, each with the same chance. `bytes` gives so many random bytes: the operating system's for a trial. */
  readonly draw: (bytes: (count: number) => Uint8Array) => Result<Sequence, SequenceFault>;
};

export function sequencesOf(design: TrialDesign): Sequences {
  const rule = ruleOf(design);
  const periods = periodsOf(design);
  const endings = endingsOf(rule, periods);
  const count = endings([]);
  const at = (number: bigint): Sequence => {
    if (number < 0n || number >= count) throw new RangeError(`no sequence ${number} among ${count}`);
    return unrank(rule, periods, endings, number);
  };
  return {
    count,
    at,
    includes: (sequence) =>
      sequence.length === periods && sequence.every((arm, i) => rule.next(sequence.slice(0, i)).includes(arm)),
    draw: (bytes) =>
      count < 2n ? err({ code: 'nothing-to-randomise', sequences: Number(count) }) : ok(at(below(count, bytes))),
  };
}

function unrank({ next }: Rule, periods: number, endings: (past: Sequence) => bigint, number: bigint): Sequence {
  const sequence: Dose[] = [];
  let left = number;
  while (sequence.length < periods)
    for (const arm of next(sequence)) {
      const these = endings([...sequence, arm]);
      if (left < these) {
        sequence.push(arm);
        break;
      }
      left -= these;
    }
  return sequence;
}

/** A whole number 0 ... n-1: bytes that would favour the small ones are thrown away and drawn again. */
function below(n: bigint, bytes: (count: number) => Uint8Array): bigint {
  const width = Math.ceil((n - 1n).toString(2).length / 8) + 1;
  const range = 1n << BigInt(8 * width);
  const limit = range - (range % n);
  for (;;) {
    const drawn = bytes(width).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    if (drawn < limit) return drawn % n;
  }
}

/** Endings of a beginning, each key worked out once. */
function endingsOf({ next, key }: Rule, periods: number): (past: Sequence) => bigint {
  const known = new Map<string, bigint>();
  const count = (past: Sequence): bigint => {
    if (past.length === periods) return 1n;
    const name = `${past.length} ${key(past)}`;
    const found = known.get(name) ?? next(past).reduce((sum, arm) => sum + count([...past, arm]), 0n);
    known.set(name, found);
    return found;
  };
  return count;
}

function ruleOf(design: TrialDesign): Rule {
  const { kind } = design;
  return kind === 'paired-blocks' || kind === 'dose-finding' ? blockRule(design) : switchRule(design);
}

/** Every arm once a block, in any order that rises by no more than the design admits. */
function blockRule(design: TrialDesign): Rule {
  const arms = armsOf(design);
  const begun = (past: Sequence): Sequence => past.slice(past.length - (past.length % arms.length));
  const rises = (past: Sequence, arm: Dose): boolean => arm - (past.at(-1) ?? NO_DOSE) <= design.maximumRise;
  return {
    next: (past) => arms.filter((arm) => !begun(past).includes(arm) && rises(past, arm)),
    key: (past) => `${[...begun(past)].sort((a, b) => a - b).join()} ${past.at(-1) ?? '-'}`,
  };
}

/** One arm until a period drawn by chance, the other from then on; each has at least one period. */
function switchRule(design: TrialDesign): Rule {
  const active = design.doses[0] ?? NO_DOSE;
  const [first, second] = design.kind === 'randomised-start' ? [NO_DOSE, active] : [active, NO_DOSE];
  const last = periodsOf(design) - 1;
  return {
    next: (past) => {
      if (past.length === 0) return [first];
      if (past.at(-1) === second) return [second];
      return past.length === last ? [second] : [first, second];
    },
    key: (past) => `${past.at(-1) ?? '-'}`,
  };
}
