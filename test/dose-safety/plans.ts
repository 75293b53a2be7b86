/**
 * Plans the courses draft: small ladders with short baselines, some above 6 mg, and some that no clinic of the usual
 * ceiling may sign. All pass the check of the most generous site, so that only the gate at signing keeps them out.
 */
import { micrograms } from '../../src/medicine/dose.ts';
import { SITE_MAXIMUM } from '../../src/medicine/ldn-range.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { checkPlan, type TitrationPlan } from '../../src/medicine/titration.ts';

function ladder(rise: number, count: number, over: { ceiling?: number; baselineDays?: number } = {}): TitrationPlan {
  const doses = Array.from({ length: count }, (_, i) => micrograms(rise * (i + 1)));
  const { ceiling = rise * count, baselineDays = 0 } = over;
  const draft = {
    ...templatePlan('seed-weekly'),
    steps: doses.map((dose) => ({ dose, minimumDays: 7 })),
    ceiling: micrograms(ceiling),
    maximumStep: micrograms(rise),
    baselineDays,
  };
  const plan = checkPlan(draft, { maximumCeiling: SITE_MAXIMUM });
  if (!plan.ok) throw new RangeError(JSON.stringify(plan.error));
  return plan.value;
}

export const PLANS: readonly TitrationPlan[] = [
  ladder(1_500, 3),
  ladder(1_500, 3, { baselineDays: 2 }),
  ladder(1_500, 4),
  ladder(1_500, 3, { ceiling: 6_500 }),
  ladder(1_400, 5),
  ladder(750, 4),
  ladder(1_500, 2, { ceiling: 3_000 }),
];

/** Above the usual ceiling of 7 mg. */
export const TOO_HIGH: readonly TitrationPlan[] = [ladder(1_500, 6), ladder(1_500, 3, { ceiling: 12_000 })];
