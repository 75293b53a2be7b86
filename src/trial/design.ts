/**
 * What is a blinded comparison inside one person's therapy: which doses against placebo, in periods of what length, how
 * often? Refuses periods too short for a drug that takes weeks, and designs with nothing to randomise. Nothing is clamped;
 * every fault is told at once (H13, H19).
 */
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';

/**
 * 'paired-blocks': each block is placebo and one dose, in either order (ABAB, ABBA ...). 'dose-finding': each block is
 * placebo and every dose, in any admissible order. 'randomised-start': placebo until a period drawn by chance, then the
 * dose. 'randomised-withdrawal': the dose until a period drawn by chance, then placebo.
 */
export const DESIGN_KINDS = ['paired-blocks', 'dose-finding', 'randomised-start', 'randomised-withdrawal'] as const;
export type DesignKind = (typeof DESIGN_KINDS)[number];

/** A design as typed. Only `checkDesign` makes a `TrialDesign`. */
export type DraftDesign = {
  readonly kind: DesignKind;
  /** Active doses, rising, none twice; one of them but for dose-finding. */
  readonly doses: readonly Dose[];
  /** Whole civil days of every period. */
  readonly periodDays: number;
  /** Blocks; for a start or withdrawal the number of periods. */
  readonly blocks: number;
  /** First days of each period: left out of the comparison, or kept and left to the model of onset and carry-over. */
  readonly runIn: { readonly how: 'discarded' | 'modelled'; readonly days: number };
  /** Largest rise from one period to the next, micrograms; a fall is always admitted. */
  readonly maximumRise: Dose;
};
export type TrialDesign = DraftDesign & { readonly __checked: 'design' };

/** What a site has decided for its trials. */
export type DesignPolicy = { readonly minimumPeriodDays: number };

/**
 * Four weeks. With an onset of two weeks, periods of two weeks keep 8 % of the true contrast, or 30 % without their first
 * week; PREEMPT's one to two weeks were made for drugs that act within hours. See contrast-kept.ts.
 */
export const CUSTOMARY_DESIGN_POLICY: DesignPolicy = { minimumPeriodDays: 28 };

/** One block cannot tell the drug from the weeks it was taken in. Twelve are 48 periods of a dose-finding trial. */
const FEWEST_BLOCKS = 2;
const MOST_BLOCKS = 12;
/** Longest period, and longest trial: beyond two years it is another life, not another arm. */
const LONGEST_PERIOD = 182;
const LONGEST_TRIAL = 730;
const MOST_DOSES = 6;

export type DesignFault =
  | { readonly code: 'doses-missing' }
  | { readonly code: 'one-dose-needed'; readonly doses: number }
  | { readonly code: 'too-many-doses'; readonly doses: number; readonly limit: number }
  | { readonly code: 'doses-not-rising'; readonly place: number }
  | {
      readonly code: 'blocks-out-of-range';
      readonly blocks: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly code: 'period-out-of-range'; readonly days: number; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'run-in-out-of-range'; readonly days: number; readonly maximum: number }
  | { readonly code: 'trial-too-long'; readonly days: number; readonly limit: number };

/** Every fault of a draft at once. */
export function checkDesign(
  draft: DraftDesign,
  policy: DesignPolicy = CUSTOMARY_DESIGN_POLICY,
): Result<TrialDesign, readonly DesignFault[]> {
  const faults = [...doseFaults(draft), ...lengthFaults(draft, policy)];
  return faults.length > 0 ? err(faults) : ok(draft as TrialDesign);
}

function doseFaults({ kind, doses }: DraftDesign): DesignFault[] {
  if (doses.length === 0) return [{ code: 'doses-missing' }];
  const faults: DesignFault[] = [];
  if (kind !== 'dose-finding' && doses.length !== 1) faults.push({ code: 'one-dose-needed', doses: doses.length });
  if (doses.length > MOST_DOSES) faults.push({ code: 'too-many-doses', doses: doses.length, limit: MOST_DOSES });
  for (const [place, dose] of doses.entries())
    if (dose <= (doses[place - 1] ?? NO_DOSE)) faults.push({ code: 'doses-not-rising', place });
  return faults;
}

function lengthFaults(draft: DraftDesign, { minimumPeriodDays }: DesignPolicy): DesignFault[] {
  const { blocks, periodDays, runIn } = draft;
  const faults: DesignFault[] = [];
  if (!(Number.isInteger(blocks) && blocks >= FEWEST_BLOCKS && blocks <= MOST_BLOCKS))
    faults.push({ code: 'blocks-out-of-range', blocks, minimum: FEWEST_BLOCKS, maximum: MOST_BLOCKS });
  if (!(Number.isInteger(periodDays) && periodDays >= minimumPeriodDays && periodDays <= LONGEST_PERIOD))
    faults.push({ code: 'period-out-of-range', days: periodDays, minimum: minimumPeriodDays, maximum: LONGEST_PERIOD });
  // At least a week of every period has to count, or a weekend could decide it.
  const maximum = Math.max(0, periodDays - 7);
  if (!(Number.isInteger(runIn.days) && runIn.days >= 0 && runIn.days <= maximum))
    faults.push({ code: 'run-in-out-of-range', days: runIn.days, maximum });
  const days = periodsOf(draft) * periodDays;
  if (days > LONGEST_TRIAL) faults.push({ code: 'trial-too-long', days, limit: LONGEST_TRIAL });
  return faults;
}

/** Arms of a block, placebo first. */
export function armsOf({ doses }: Pick<DraftDesign, 'doses'>): readonly Dose[] {
  return [NO_DOSE, ...doses];
}

/** Periods of the whole trial. */
export function periodsOf({ kind, doses, blocks }: Pick<DraftDesign, 'kind' | 'doses' | 'blocks'>): number {
  return kind === 'paired-blocks' || kind === 'dose-finding' ? blocks * (doses.length + 1) : blocks;
}
