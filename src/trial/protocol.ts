/**
 * What is settled before a blinded trial begins, and stays as it is: design, the one primary question, when it counts as
 * answered, who may end it early and how? Its hash stands in the record before day 1, so that nothing can be chosen by
 * what came out. Refuses with every fault at once; clamps nothing (H13, H18, H19).
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Dose } from '../medicine/dose.ts';
import {
  CUSTOMARY_DESIGN_POLICY,
  checkDesign,
  type DesignFault,
  type DesignPolicy,
  type DraftDesign,
  periodsOf,
  type TrialDesign,
} from './design.ts';

/** A score of `atLeast` or more (0-10, 10 = worst) on `days` days in a row: the patient is offered to end the trial. */
export type EscapeRule = { readonly outcome: string; readonly atLeast: number; readonly days: number };

/** A protocol as typed. Only `checkProtocol` makes a `TrialProtocol`. */
export type DraftProtocol = {
  readonly design: DraftDesign;
  /** The one question that decides: this symptom at this dose against placebo. */
  readonly primary: { readonly outcome: string; readonly dose: Dose };
  /** Other symptoms, reported and never the verdict; none twice, not the primary. */
  readonly others: readonly string[];
  /** Settled for the better when P(change < 0) is above `settledAt`, for the worse when below 1 - it (0.5-1, neither end). */
  readonly rule: { readonly worthwhile: number; readonly settledAt: number };
  /** Which model answers, and the SHA-256 of the priors it begins with. */
  readonly analysis: { readonly revision: string; readonly priors: string };
  /** undefined: the patient's own wish is the only rule; a withdrawal trial needs one. */
  readonly escapeRule?: EscapeRule;
  /** Capsules of a kit beyond one for each day. */
  readonly spareCapsules: number;
  /** Why this is asked of this person; no name of anybody. */
  readonly purpose: string;
};
export type TrialProtocol = Omit<DraftProtocol, 'design'> & {
  readonly design: TrialDesign;
  readonly __checked: 'protocol';
};

export type ProtocolFault =
  | DesignFault
  | { readonly code: 'primary-dose-not-in-design'; readonly dose: Dose }
  | { readonly code: 'outcome-not-kept'; readonly outcome: string }
  | { readonly code: 'outcome-twice'; readonly outcome: string }
  | { readonly code: 'settled-at-out-of-range'; readonly value: number }
  | { readonly code: 'worthwhile-out-of-range'; readonly value: number }
  | { readonly code: 'escape-rule-missing' }
  | { readonly code: 'escape-rule-out-of-range'; readonly atLeast: number; readonly days: number }
  | { readonly code: 'spare-capsules-out-of-range'; readonly value: number; readonly maximum: number }
  | { readonly code: 'purpose-empty' };

/** More would hide missed days. */
const MOST_SPARE = 14;

/**
 * Every fault of a draft at once.
 *
 * @param kept  ids of the outcomes the diary asks for
 */
export function checkProtocol(
  draft: DraftProtocol,
  kept: readonly string[],
  policy: DesignPolicy = CUSTOMARY_DESIGN_POLICY,
): Result<TrialProtocol, readonly ProtocolFault[]> {
  const design = checkDesign(draft.design, policy);
  const faults = [
    ...(design.ok ? [] : design.error),
    ...outcomeFaults(draft, kept),
    ...ruleFaults(draft),
    ...escapeFaults(draft, kept),
  ];
  if (draft.purpose.trim() === '') faults.push({ code: 'purpose-empty' });
  return faults.length > 0 ? err(faults) : ok(draft as unknown as TrialProtocol);
}

function outcomeFaults({ design, primary, others }: DraftProtocol, kept: readonly string[]): ProtocolFault[] {
  const faults: ProtocolFault[] = [];
  if (!design.doses.includes(primary.dose)) faults.push({ code: 'primary-dose-not-in-design', dose: primary.dose });
  const named = [primary.outcome, ...others];
  for (const [i, outcome] of named.entries()) {
    if (!kept.includes(outcome)) faults.push({ code: 'outcome-not-kept', outcome });
    if (named.indexOf(outcome) < i) faults.push({ code: 'outcome-twice', outcome });
  }
  return faults;
}

function ruleFaults({ rule, spareCapsules }: DraftProtocol): ProtocolFault[] {
  const faults: ProtocolFault[] = [];
  const { settledAt, worthwhile } = rule;
  if (!(settledAt > 0.5 && settledAt < 1)) faults.push({ code: 'settled-at-out-of-range', value: settledAt });
  if (!(worthwhile > 0 && worthwhile <= 10)) faults.push({ code: 'worthwhile-out-of-range', value: worthwhile });
  if (!(Number.isInteger(spareCapsules) && spareCapsules >= 0 && spareCapsules <= MOST_SPARE))
    faults.push({ code: 'spare-capsules-out-of-range', value: spareCapsules, maximum: MOST_SPARE });
  return faults;
}

/** Nobody who was well on the drug is kept on placebo without a rule that ends it. */
function escapeFaults({ design, escapeRule }: DraftProtocol, kept: readonly string[]): ProtocolFault[] {
  if (!escapeRule) return design.kind === 'randomised-withdrawal' ? [{ code: 'escape-rule-missing' }] : [];
  const { outcome, atLeast, days } = escapeRule;
  const faults: ProtocolFault[] = [];
  if (!kept.includes(outcome)) faults.push({ code: 'outcome-not-kept', outcome });
  if (!(atLeast >= 1 && atLeast <= 10 && Number.isInteger(days) && days >= 1 && days <= 14))
    faults.push({ code: 'escape-rule-out-of-range', atLeast, days });
  return faults;
}

/** Days of the whole trial. */
export function daysOf({ design }: Pick<TrialProtocol, 'design'>): number {
  return periodsOf(design) * design.periodDays;
}

/** Period of a civil day, 0 = first; undefined before the first day and after the last. */
export function periodOn(
  protocol: Pick<TrialProtocol, 'design'>,
  startOn: LocalDate,
  day: LocalDate,
): number | undefined {
  if (day < startOn || day >= startOn + daysOf(protocol)) return undefined;
  return Math.floor((day - startOn) / protocol.design.periodDays);
}

/** First and last civil day of a period. */
export function daysOfPeriod(
  { design }: Pick<TrialProtocol, 'design'>,
  startOn: LocalDate,
  period: number,
): { readonly first: LocalDate; readonly last: LocalDate } {
  const first = (startOn + period * design.periodDays) as LocalDate;
  return { first, last: (first + design.periodDays - 1) as LocalDate };
}
