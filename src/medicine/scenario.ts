/**
 * Does the software permit what a clinician says it should? A scenario is one plan, one course and one day, with the
 * moves and reasons a person expects: the form in which rules are tested, argued about and reported as wrong.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { Dose } from './dose.ts';
import { type LateDose, type LateDoseDecision, type LateDoseReason, permittedLateDose } from './late-dose.ts';
import { type Course, type Move, type MoveName, type Permitted, permittedMoves, type Reason } from './moves.ts';
import type { TitrationPlan } from './titration.ts';

export type Asks = Exclude<Permitted['asks'], undefined> | 'nothing';

/** What should come out. Orders do not matter; doses do. */
export type Expectation = {
  readonly moves: readonly Move[];
  readonly reasons: readonly Reason['code'][];
  readonly asks?: Asks;
  readonly lateDose?: { readonly take: boolean; readonly reasons: readonly LateDoseReason['code'][] };
};

export type Scenario = {
  readonly title: string;
  readonly plan: TitrationPlan;
  readonly course: Course;
  readonly day: LocalDate;
  readonly lateDose?: LateDose;
  /** undefined: nothing is expected, the answer is only shown. */
  readonly expect?: Expectation;
};

export type Difference =
  | { readonly code: 'move-expected' | 'move-not-expected'; readonly move: MoveName; readonly dose: Dose }
  | { readonly code: 'reason-expected' | 'reason-not-expected'; readonly reason: Reason['code'] }
  | { readonly code: 'asks-differ'; readonly expected: Asks; readonly found: Asks }
  | { readonly code: 'late-dose-differs'; readonly expected: boolean }
  | {
      readonly code: 'late-reason-expected' | 'late-reason-not-expected';
      readonly reason: LateDoseReason['code'];
    };

export type ScenarioAnswer = {
  readonly permitted: Permitted;
  readonly lateDose?: LateDoseDecision;
  /** Empty when the expectation held, or there was none. */
  readonly differences: readonly Difference[];
};

/** Runs the rules on the scenario and lists every way in which they differ from what was expected. */
export function answerScenario({ plan, course, day, lateDose, expect }: Scenario): ScenarioAnswer {
  const permitted = permittedMoves(plan, course, day);
  const late = lateDose && permittedLateDose(plan, course, day, lateDose);
  const differences = expect
    ? [...moveDifferences(expect, permitted), ...reasonDifferences(expect, permitted), ...lateDifferences(expect, late)]
    : [];
  return { permitted, ...(late ? { lateDose: late } : {}), differences };
}

function moveDifferences(expect: Expectation, { moves }: Permitted): readonly Difference[] {
  const isSame =
    (a: Move) =>
    (b: Move): boolean =>
      a.move === b.move && a.dose === b.dose;
  const wanted = expect.moves.filter((move) => !moves.some(isSame(move)));
  const extra = moves.filter((move) => !expect.moves.some(isSame(move)));
  return [
    ...wanted.map((move): Difference => ({ code: 'move-expected', ...move })),
    ...extra.map((move): Difference => ({ code: 'move-not-expected', ...move })),
  ];
}

function reasonDifferences(expect: Expectation, permitted: Permitted): readonly Difference[] {
  const { wanted, extra } = setDifference(
    expect.reasons,
    permitted.reasons.map(({ code }) => code),
  );
  const found = permitted.asks ?? 'nothing';
  const differences: Difference[] = [
    ...wanted.map((reason): Difference => ({ code: 'reason-expected', reason })),
    ...extra.map((reason): Difference => ({ code: 'reason-not-expected', reason })),
  ];
  if (expect.asks !== undefined && expect.asks !== found)
    differences.push({ code: 'asks-differ', expected: expect.asks, found });
  return differences;
}

function lateDifferences({ lateDose: expected }: Expectation, found?: LateDoseDecision): readonly Difference[] {
  if (!expected || !found) return [];
  const { wanted, extra } = setDifference(
    expected.reasons,
    found.reasons.map(({ code }) => code),
  );
  return [
    ...(expected.take === found.take ? [] : [{ code: 'late-dose-differs', expected: expected.take } as const]),
    ...wanted.map((reason): Difference => ({ code: 'late-reason-expected', reason })),
    ...extra.map((reason): Difference => ({ code: 'late-reason-not-expected', reason })),
  ];
}

function setDifference<T>(expected: readonly T[], found: readonly T[]): { readonly wanted: T[]; readonly extra: T[] } {
  const here = new Set(found);
  const there = new Set(expected);
  return { wanted: [...there].filter((x) => !here.has(x)), extra: [...here].filter((x) => !there.has(x)) };
}
