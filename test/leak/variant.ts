/**
 * Which trials are tried? From a number the design, what happens on the way and when, and a diary that knows nothing of
 * the arm: so that whatever differs between the two sides can only come from the program (H13).
 */
import { type Rng, seededRng } from '../../src/base/rng.ts';
import type { DesignKind } from '../../src/trial/design.ts';

export type Happening = {
  /** A period, 0 = first, whose code is broken by one prescriber. */
  readonly codeBroken?: number;
  readonly deviation?: string;
  /** Pain so high, for days, that the rule offers an end. */
  readonly escape?: boolean;
  /** Ended before its last day, and by whom. */
  readonly stopped?: 'patient' | 'prescriber' | 'consent';
  readonly redFlag?: boolean;
  readonly newMedicine?: boolean;
};

export type Variant = {
  readonly seed: string;
  readonly kind: DesignKind;
  readonly doses: readonly string[];
  readonly blocks: number;
  readonly periods: number;
  /** Share of the days that are kept. */
  readonly kept: number;
  readonly happens: Happening;
  /** Decides the diary, the guesses and the order of asking; never anything the server draws. */
  readonly rng: Rng;
};

type Plan = Pick<Variant, 'kind' | 'doses' | 'blocks' | 'periods'>;

/** Four weeks a period, the shortest that is admitted. */
export const PERIOD_DAYS = 28;
const DESIGNS: readonly Plan[] = [
  { kind: 'paired-blocks', doses: ['4.5 mg'], blocks: 2, periods: 4 },
  { kind: 'randomised-start', doses: ['3 mg'], blocks: 3, periods: 3 },
  { kind: 'dose-finding', doses: ['1.5 mg', '4.5 mg'], blocks: 2, periods: 6 },
  { kind: 'randomised-withdrawal', doses: ['4.5 mg'], blocks: 3, periods: 3 },
  { kind: 'paired-blocks', doses: ['1.5 mg'], blocks: 3, periods: 6 },
  { kind: 'randomised-withdrawal', doses: ['3 mg'], blocks: 4, periods: 4 },
];
const DEVIATIONS = ['wrong-kit', 'missed-days', 'kit-lost', 'new-medicine', 'late-guess', 'other'];
const STOPS = [undefined, undefined, 'patient', undefined, 'prescriber', undefined, 'consent'] as const;

/** The variant of a number: designs in turn, the rest drawn. */
export function variantOf(number: number): Variant {
  const rng = seededRng(20_261_128 + number);
  const plan = DESIGNS[number % DESIGNS.length] as Plan;
  const one = <T>(from: readonly T[]): T => from[rng.below(from.length)] as T;
  const stopped = one(STOPS);
  const happens: Happening = {
    ...(rng.below(2) === 0 ? { codeBroken: rng.below(plan.periods - 1) } : {}),
    ...(rng.below(3) > 0 ? { deviation: one(DEVIATIONS) } : {}),
    ...(stopped === undefined ? {} : { stopped }),
    ...{ escape: rng.below(3) === 0, redFlag: rng.below(5) === 0, newMedicine: rng.below(4) === 0 },
  };
  return { ...plan, seed: `leak ${number}`, kept: 0.6 + 0.4 * rng.uniform(), happens, rng };
}

/** The plainest trial there is, for trying what a planted leak does. */
export function plainVariant(number: number): Variant {
  const rng = seededRng(20_261_128 + number);
  return { ...(DESIGNS[0] as Plan), seed: `plain ${number}`, kept: 1, happens: { codeBroken: 1 }, rng };
}
