/**
 * What has somebody chosen of a blinded trial? Every figure from a short list and every dose from the signed plan, so that
 * nothing is typed that could be mistyped; judged by the rules the server keeps it by (H1, H13, H19).
 */
import { err, type Result } from '../../../../../src/base/result.ts';
import { type Dose, formatDose, NO_DOSE } from '../../../../../src/medicine/dose.ts';
import type { DesignKind } from '../../../../../src/trial/design.ts';
import { DAILY_OUTCOMES } from '../../../../../src/trial/outcome.ts';
import {
  checkProtocol,
  type DraftProtocol,
  type ProtocolFault,
  type TrialProtocol,
} from '../../../../../src/trial/protocol.ts';
import { type SequenceFault, sequencesOf } from '../../../../../src/trial/sequence.ts';

export type DesignDraft = {
  readonly kind: DesignKind;
  readonly doses: readonly Dose[];
  readonly weeks: number;
  readonly blocks: number;
  /** First days of each period that are left out; 0 leaves onset and carry-over to the model. */
  readonly leftOut: number;
  /** undefined: up to the highest dose at once. */
  readonly rise: Dose | undefined;
  readonly outcome: string;
  /** undefined: the highest dose that is compared. */
  readonly primaryDose: Dose | undefined;
  readonly others: readonly string[];
  readonly worthwhile: number;
  readonly settledAt: number;
  readonly early: { readonly outcome: string; readonly atLeast: number; readonly days: number } | undefined;
  readonly spare: number;
  readonly purpose: string;
};

/** What can be chosen; `checkProtocol` is what decides. */
export const WEEKS = [4, 5, 6, 8, 10, 12] as const;
export const BLOCKS = [2, 3, 4, 5, 6, 8] as const;
export const LEFT_OUT = [0, 7, 14, 21] as const;
export const WORTHWHILE = [0.5, 1, 1.5, 2, 3] as const;
export const SETTLED_AT = [0.8, 0.9, 0.95] as const;
export const SPARE = [2, 4, 7, 14] as const;
export const ESCAPE_SCORES = [6, 7, 8, 9, 10] as const;
export const ESCAPE_DAYS = [2, 3, 4, 5, 7] as const;

export const OUTCOMES = DAILY_OUTCOMES.map(({ id }) => id);

/** A pair of four weeks, three times, with the plan's highest dose. */
export function beginDesign(doses: readonly Dose[]): DesignDraft {
  return {
    ...{ kind: 'paired-blocks', doses: doses.slice(-1), weeks: 4, blocks: 3, leftOut: 7, rise: undefined },
    ...{ outcome: 'pain', primaryDose: undefined, others: OUTCOMES.filter((id) => id !== 'pain') },
    ...{ worthwhile: 1, settledAt: 0.9, early: { outcome: 'pain', atLeast: 9, days: 3 }, spare: 4, purpose: '' },
  };
}

export function designOf({ design, primary, others, rule, escapeRule, ...rest }: TrialProtocol): DesignDraft {
  return {
    ...{ kind: design.kind, doses: design.doses, weeks: design.periodDays / 7, blocks: design.blocks },
    ...{ leftOut: design.runIn.how === 'discarded' ? design.runIn.days : 0, rise: design.maximumRise },
    ...{ outcome: primary.outcome, primaryDose: primary.dose, others },
    ...{ worthwhile: rule.worthwhile, settledAt: rule.settledAt, early: escapeRule },
    ...{ spare: rest.spareCapsules, purpose: rest.purpose },
  };
}

const highest = (doses: readonly Dose[]): Dose => doses.at(-1) ?? NO_DOSE;

/** As the rules judge it; the analysis is named by the server. */
export function protocolOf(draft: DesignDraft): DraftProtocol {
  const { kind, doses, weeks, blocks, leftOut, rise, outcome, primaryDose, others, early } = draft;
  const runIn = leftOut > 0 ? ({ how: 'discarded', days: leftOut } as const) : ({ how: 'modelled', days: 0 } as const);
  return {
    design: { kind, doses, periodDays: weeks * 7, blocks, runIn, maximumRise: rise ?? highest(doses) },
    primary: { outcome, dose: primaryDose ?? highest(doses) },
    others: others.filter((id) => id !== outcome),
    rule: { worthwhile: draft.worthwhile, settledAt: draft.settledAt },
    analysis: { revision: '', priors: '' },
    ...(early ? { escapeRule: early } : {}),
    ...{ spareCapsules: draft.spare, purpose: draft.purpose.trim() },
  };
}

export type DesignDraftFault = ProtocolFault | SequenceFault;

/** Every fault at once; a design with one order only has nothing to draw. */
export function checkDesignDraft(draft: DesignDraft): Result<TrialProtocol, readonly DesignDraftFault[]> {
  const checked = checkProtocol(protocolOf(draft), OUTCOMES);
  if (!checked.ok) return checked;
  const { count } = sequencesOf(checked.value.design);
  return count < 2n ? err([{ code: 'nothing-to-randomise', sequences: Number(count) }]) : checked;
}

/** As the interface reads it: doses with their unit. */
export function protocolBody(draft: DesignDraft): object {
  const { design, primary, analysis: _, ...rest } = protocolOf(draft);
  const { doses, maximumRise } = design;
  return {
    design: { ...design, doses: doses.map(formatDose), maximumRise: formatDose(maximumRise) },
    primary: { ...primary, dose: formatDose(primary.dose) },
    ...rest,
  };
}

const keyOf = (id: string, trial: string | undefined): string => `titrial-design ${id} ${trial ?? 'new'}`;

/** Lasts as long as the window, through a reload and through signing in again. */
export function keepDesign(id: string, trial: string | undefined, draft: DesignDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(id, trial), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(id, trial));
  } catch {
    // Storage may be off; what was chosen then lasts as long as the page.
  }
}

export function keptDesign(id: string, trial: string | undefined): DesignDraft | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(id, trial));
    const kept: unknown = text === null ? undefined : JSON.parse(text);
    return isDesign(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What an earlier build of the page kept may be of another shape; it is then not used. */
function isDesign(value: unknown): value is DesignDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { doses, others, purpose, ...figures } = value as Partial<DesignDraft>;
  const { weeks, blocks, leftOut, worthwhile, settledAt, spare } = figures;
  return (
    Array.isArray(doses) &&
    Array.isArray(others) &&
    typeof purpose === 'string' &&
    [weeks, blocks, leftOut, worthwhile, settledAt, spare].every((each) => typeof each === 'number')
  );
}
