/**
 * What a titration plan says, and which drafts may become one.
 *
 * A draft is what somebody typed: anything may be wrong with it. `checkPlan` is the only door to a `TitrationPlan`; it
 * lists every fault and clamps nothing (H1, H11, H35). What a plan permits on a given day is the question of moves.ts.
 */
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, micrograms } from './dose.ts';
import {
  checkLdnDose,
  LDN_CUSTOMARY,
  LDN_MAXIMUM,
  type LdnDoseFault,
  SECOND_SIGNATURE_ABOVE,
  SITE_MAXIMUM,
} from './ldn-range.ts';

/** One dose of the ladder; `minimumDays` are whole days at it before the next may be considered. */
export type TitrationStep = { readonly dose: Dose; readonly minimumDays: number };

export type TimeOfDay = 'evening' | 'morning';

/** What ends the therapy at once, whoever notices it. Source: label warnings, clinical red flags. */
export const STOP_RULES = [
  'opioid-taken',
  'withdrawal-signs',
  'jaundice',
  'breathing-trouble-or-rash',
  'suicidal-thoughts',
  'pregnancy',
] as const;
export type StopRule = (typeof STOP_RULES)[number];

export type TitrationRules = {
  /** Asks to hold: a side effect of this grade (1-2) or more, or sleep worse by so many points on so many nights. */
  readonly hold: {
    readonly sideEffectGrade: number;
    readonly sleepWorsePoints: number;
    readonly sleepWorseNights: number;
    readonly sleepWindowNights: number;
  };
  /** Asks to step down once such a side effect has lasted this many days. */
  readonly stepDown: { readonly afterDays: number };
  /** Earns a step up: screening not older than this many days, this share (0-100) of the step's doses taken. */
  readonly stepUp: { readonly screeningWithinDays: number; readonly dosesTakenPercent: number };
  /** A dose later than this is skipped; so many missed days in a row ask for a new screening before the next dose. */
  readonly lateDose: { readonly withinHours: number; readonly rescreenAfterMissedDays: number };
  /** Days at the best-tolerated dose before anyone may say "does not work". */
  readonly evaluation: { readonly minimumDays: number };
  readonly stop: readonly StopRule[];
};

/** A plan as typed. Days are whole civil days; doses rise from step to step. */
export type DraftPlan = {
  readonly name: string;
  readonly steps: readonly TitrationStep[];
  /** Highest dose a prescriber has allowed; no step may lie above it. */
  readonly ceiling: Dose;
  /** Largest rise from one step to the next, and from nothing to the first. */
  readonly maximumStep: Dose;
  /** Diary days without the drug before the first dose, and after the last step. */
  readonly baselineDays: number;
  readonly endlineDays: number;
  readonly timeOfDay: TimeOfDay;
  /** Blinded plans: the person taking the capsules is not told which dose they hold. */
  readonly blinded: boolean;
  readonly rules: TitrationRules;
};
export type TitrationPlan = DraftPlan & { readonly __checked: 'plan' };

/** What a site's lead has decided for every plan signed there. */
export type SitePolicy = { readonly maximumCeiling: Dose };
export const DEFAULT_POLICY: SitePolicy = { maximumCeiling: LDN_MAXIMUM };

/** Largest rise any plan may hold: the step of the 1.5 / 3 / 4.5 mg schedule. */
export const LARGEST_STEP = micrograms(1_500);
/** Shortest stay at a dose: one week, as in that schedule. */
export const SHORTEST_STEP_DAYS = 7;
const LONGEST_DAYS = 366;
const MOST_STEPS = 40;
const LONGEST_NAME = 80;
/** Characters nobody sees, among them those that turn a line of text around or drive a terminal. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Diary days without the drug that an honest comparison asks for at least. */
export const RECOMMENDED_BASELINE_DAYS = 14;

/**
 * Whole-number fields of a plan and the range each may have. A plan may be stricter than the customary rules; the far
 * end of each range is where a rule would stop protecting anybody (H12). Source: clinical proposal, for sign-off.
 */
export const PLAN_RANGES = {
  baselineDays: [0, LONGEST_DAYS],
  endlineDays: [0, LONGEST_DAYS],
  'rules.hold.sideEffectGrade': [1, 2],
  'rules.hold.sleepWorsePoints': [1, 4],
  'rules.hold.sleepWorseNights': [1, 7],
  'rules.hold.sleepWindowNights': [1, 14],
  'rules.stepDown.afterDays': [1, 28],
  'rules.stepUp.screeningWithinDays': [1, 7],
  'rules.stepUp.dosesTakenPercent': [80, 100],
  'rules.lateDose.withinHours': [1, 12],
  'rules.lateDose.rescreenAfterMissedDays': [1, 3],
  'rules.evaluation.minimumDays': [56, LONGEST_DAYS],
} as const satisfies Record<string, readonly [minimum: number, maximum: number]>;
export type PlanNumber = keyof typeof PLAN_RANGES;

export type PlanFault =
  | { readonly code: 'plan-unnamed'; readonly longest: number }
  | { readonly code: 'site-ceiling-too-high'; readonly ceiling: Dose; readonly limit: Dose }
  | { readonly code: 'ceiling-refused'; readonly why: LdnDoseFault }
  | { readonly code: 'ceiling-zero' }
  | { readonly code: 'maximum-step-out-of-range'; readonly maximumStep: Dose; readonly limit: Dose }
  | { readonly code: 'plan-empty' }
  | { readonly code: 'too-many-steps'; readonly steps: number; readonly limit: number }
  | { readonly code: 'step-refused'; readonly step: number; readonly why: LdnDoseFault }
  | { readonly code: 'step-above-ceiling'; readonly step: number; readonly dose: Dose; readonly ceiling: Dose }
  | { readonly code: 'step-not-above-last'; readonly step: number; readonly dose: Dose; readonly last: Dose }
  | { readonly code: 'step-rise-too-large'; readonly step: number; readonly rise: Dose; readonly maximumStep: Dose }
  | { readonly code: 'step-too-short'; readonly step: number; readonly minimumDays: number; readonly needed: number }
  | { readonly code: 'step-too-long'; readonly step: number; readonly minimumDays: number; readonly limit: number }
  | {
      readonly code: 'number-out-of-range';
      readonly field: PlanNumber;
      readonly value: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly code: 'sleep-nights-exceed-window'; readonly nights: number; readonly window: number }
  | { readonly code: 'stop-rule-missing'; readonly rule: StopRule };

/** What a prescriber should read before signing; none of it stands in the way of the plan. */
export type PlanCaution =
  | { readonly code: 'ceiling-above-customary'; readonly ceiling: Dose; readonly customary: Dose }
  | { readonly code: 'second-signature-needed'; readonly ceiling: Dose; readonly above: Dose }
  | { readonly code: 'baseline-short'; readonly baselineDays: number; readonly recommended: number };

/** Every fault at once, in the order of the plan, so that a prescriber corrects it in one pass. Nothing is clamped. */
export function checkPlan(
  draft: DraftPlan,
  policy: SitePolicy = DEFAULT_POLICY,
): Result<TitrationPlan, readonly PlanFault[]> {
  const { maximumCeiling } = policy;
  if (!(maximumCeiling <= SITE_MAXIMUM))
    return err([{ code: 'site-ceiling-too-high', ceiling: maximumCeiling, limit: SITE_MAXIMUM }]);
  const faults = [
    ...nameFaults(draft),
    ...ceilingFaults(draft, maximumCeiling),
    ...draft.steps.flatMap((_, step) => stepFaults(draft, step, maximumCeiling)),
    ...numberFaults(draft),
    ...stopFaults(draft),
  ];
  return faults.length > 0 ? err(faults) : ok(draft as TitrationPlan);
}

/** Cautions of a checked plan, in the order they should be read. */
export function planCautions(plan: TitrationPlan): readonly PlanCaution[] {
  const { ceiling, baselineDays } = plan;
  const cautions: PlanCaution[] = [];
  if (ceiling > LDN_CUSTOMARY) cautions.push({ code: 'ceiling-above-customary', ceiling, customary: LDN_CUSTOMARY });
  if (ceiling > SECOND_SIGNATURE_ABOVE)
    cautions.push({ code: 'second-signature-needed', ceiling, above: SECOND_SIGNATURE_ABOVE });
  if (baselineDays < RECOMMENDED_BASELINE_DAYS)
    cautions.push({ code: 'baseline-short', baselineDays, recommended: RECOMMENDED_BASELINE_DAYS });
  return cautions;
}

/** How many prescribers must sign: two when the ceiling lies above 6 mg, else one. */
export function requiredSignatures(plan: TitrationPlan): 1 | 2 {
  return plan.ceiling > SECOND_SIGNATURE_ABOVE ? 2 : 1;
}

function nameFaults({ name, steps }: DraftPlan): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  if (name.trim() === '' || name.length > LONGEST_NAME || UNSEEN.test(name))
    faults.push({ code: 'plan-unnamed', longest: LONGEST_NAME });
  if (steps.length === 0) faults.push({ code: 'plan-empty' });
  if (steps.length > MOST_STEPS) faults.push({ code: 'too-many-steps', steps: steps.length, limit: MOST_STEPS });
  return faults;
}

function ceilingFaults({ ceiling, maximumStep }: DraftPlan, maximum: Dose): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  const plausible = checkLdnDose(ceiling, maximum);
  if (!plausible.ok) faults.push({ code: 'ceiling-refused', why: plausible.error });
  if (ceiling === 0) faults.push({ code: 'ceiling-zero' });
  if (!(maximumStep > 0 && maximumStep <= LARGEST_STEP))
    faults.push({ code: 'maximum-step-out-of-range', maximumStep, limit: LARGEST_STEP });
  return faults;
}

function stepFaults(draft: DraftPlan, step: number, maximum: Dose): readonly PlanFault[] {
  const current = draft.steps[step];
  if (!current) throw new RangeError(`step ${step} is not in a plan of ${draft.steps.length}`);
  const { dose, minimumDays } = current;
  const { ceiling, maximumStep } = draft;
  const last = draft.steps[step - 1]?.dose ?? micrograms(0);
  const faults: PlanFault[] = [];
  const plausible = checkLdnDose(dose, maximum);
  if (!plausible.ok) faults.push({ code: 'step-refused', step, why: plausible.error });
  else if (dose > ceiling) faults.push({ code: 'step-above-ceiling', step, dose, ceiling });
  if (dose <= last) faults.push({ code: 'step-not-above-last', step, dose, last });
  else if (plausible.ok && dose - last > maximumStep)
    faults.push({ code: 'step-rise-too-large', step, rise: micrograms(dose - last), maximumStep });
  if (!(Number.isSafeInteger(minimumDays) && minimumDays >= SHORTEST_STEP_DAYS))
    faults.push({ code: 'step-too-short', step, minimumDays, needed: SHORTEST_STEP_DAYS });
  else if (minimumDays > LONGEST_DAYS) faults.push({ code: 'step-too-long', step, minimumDays, limit: LONGEST_DAYS });
  return faults;
}

function numberFaults(draft: DraftPlan): readonly PlanFault[] {
  const values = planNumbers(draft);
  const faults: PlanFault[] = [];
  for (const field of Object.keys(PLAN_RANGES) as PlanNumber[]) {
    const [minimum, maximum] = PLAN_RANGES[field];
    const value = values[field];
    if (!(Number.isSafeInteger(value) && value >= minimum && value <= maximum))
      faults.push({ code: 'number-out-of-range', field, value, minimum, maximum });
  }
  const { sleepWorseNights: nights, sleepWindowNights: window } = draft.rules.hold;
  if (nights > window) faults.push({ code: 'sleep-nights-exceed-window', nights, window });
  return faults;
}

function planNumbers({ baselineDays, endlineDays, rules }: DraftPlan): Record<PlanNumber, number> {
  return {
    baselineDays,
    endlineDays,
    'rules.hold.sideEffectGrade': rules.hold.sideEffectGrade,
    'rules.hold.sleepWorsePoints': rules.hold.sleepWorsePoints,
    'rules.hold.sleepWorseNights': rules.hold.sleepWorseNights,
    'rules.hold.sleepWindowNights': rules.hold.sleepWindowNights,
    'rules.stepDown.afterDays': rules.stepDown.afterDays,
    'rules.stepUp.screeningWithinDays': rules.stepUp.screeningWithinDays,
    'rules.stepUp.dosesTakenPercent': rules.stepUp.dosesTakenPercent,
    'rules.lateDose.withinHours': rules.lateDose.withinHours,
    'rules.lateDose.rescreenAfterMissedDays': rules.lateDose.rescreenAfterMissedDays,
    'rules.evaluation.minimumDays': rules.evaluation.minimumDays,
  };
}

/** A red flag left out of a plan would be a red flag nobody acts on, so all of them stand in every plan. */
function stopFaults({ rules }: DraftPlan): readonly PlanFault[] {
  return STOP_RULES.filter((rule) => !rules.stop.includes(rule)).map((rule) => ({ code: 'stop-rule-missing', rule }));
}
