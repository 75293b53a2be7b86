/**
 * Which titration plans are ready to start from? Each is a published or customary schedule as a draft to be edited and
 * signed; none is advice, and each passes `checkPlan` under the default policy. "A month" is 30 days.
 */
import { type Dose, micrograms } from './dose.ts';
import { checkPlan, type DraftPlan, STOP_RULES, type TitrationPlan, type TitrationRules } from './titration.ts';

export const TEMPLATE_NAMES = [
  'seed-weekly',
  'gentle',
  '0.75-ladder',
  'final-6',
  'okelly',
  'uab-dose-finding',
  'lift-scaleback',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** Proposed rules, for a clinician's sign-off: hold, step down, step up, late dose, eight weeks before judging. */
export const CUSTOMARY_RULES: TitrationRules = {
  hold: { sideEffectGrade: 2, sleepWorsePoints: 2, sleepWorseNights: 3, sleepWindowNights: 5 },
  stepDown: { afterDays: 7 },
  stepUp: { screeningWithinDays: 7, dosesTakenPercent: 80 },
  lateDose: { withinHours: 12, rescreenAfterMissedDays: 3 },
  evaluation: { minimumDays: 56 },
  stop: STOP_RULES,
};

const DRAFTS: Readonly<Record<TemplateName, DraftPlan>> = {
  // The mission document: 1.5 mg, a week later 3.0, a week later 4.5 mg.
  'seed-weekly': ladder('seed-weekly', 1_500, 3, 7),
  // Sensitive patients: start 0.5 mg, at most 0.5 mg more every 1-2 weeks (LDN Research Trust, specialist pharmacist).
  gentle: ladder('gentle', 500, 9, 14),
  // Bruun-Plesner 2020, Pain Med 21:2253: 0.75-6 mg in steps of 0.75 mg, two weeks each; the trial went up and down.
  '0.75-ladder': ladder('0.75-ladder', 750, 8, 14),
  // FINAL, NCT04270877, Lancet Rheumatol 2024;6:e31: to 6 mg over four weeks. That the steps were 1.5 mg is our reading.
  'final-6': ladder('final-6', 1_500, 4, 7),
  // O'Kelly 2022, long COVID: 1 mg in the first month, 2 mg in the second.
  okelly: ladder('okelly', 1_000, 2, 30),
  // NCT07285473: 30 days without drug, blinded 1.5 / 3 / 4.5 / 6 mg, kits every two months, 30 days without drug. That
  // each person passes through all four doses is our reading.
  'uab-dose-finding': {
    ...ladder('uab-dose-finding', 1_500, 4, 60),
    baselineDays: 30,
    endlineDays: 30,
    blinded: true,
  },
  // LIFT, NCT06366724: 1.5 to 4.5 mg with scale-back decided at weekly visits. The 3 mg step between, and scaling back
  // for a mild side effect that lasts to the next visit, are ours.
  'lift-scaleback': {
    ...ladder('lift-scaleback', 1_500, 3, 7),
    rules: { ...CUSTOMARY_RULES, hold: { ...CUSTOMARY_RULES.hold, sideEffectGrade: 1 } },
  },
};

/** A template as a checked plan. @throws RangeError when a template is faulty (a bug in this file). */
export function templatePlan(name: TemplateName): TitrationPlan {
  const plan = checkPlan(DRAFTS[name]);
  if (!plan.ok) throw new RangeError(`template ${name} is faulty: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

/** Is this the name of a template? */
export function isTemplateName(text: string): text is TemplateName {
  return (TEMPLATE_NAMES as readonly string[]).includes(text);
}

/** Equal rises from nothing: `count` steps of `rise` micrograms, `minimumDays` at each, the last one the ceiling. */
function ladder(name: TemplateName, rise: number, count: number, minimumDays: number): DraftPlan {
  const doses: readonly Dose[] = Array.from({ length: count }, (_, i) => micrograms(rise * (i + 1)));
  return {
    name,
    steps: doses.map((dose) => ({ dose, minimumDays })),
    ceiling: micrograms(rise * count),
    maximumStep: micrograms(rise),
    baselineDays: 14,
    endlineDays: 0,
    timeOfDay: 'evening',
    blinded: false,
    rules: CUSTOMARY_RULES,
  };
}
