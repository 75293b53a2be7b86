/** Which plans are signed in the demonstration? The schedule of the mission document and what is made of it for one person. */

import type { LocalDate } from '../../base/calendar.ts';
import { microgramsPerMillilitre, microlitres } from '../../medicine/concentration.ts';
import { micrograms } from '../../medicine/dose.ts';
import type { ProductAtHand } from '../../medicine/product.ts';
import type { PackContent } from '../../medicine/stock/pack.ts';
import { templatePlan } from '../../medicine/templates.ts';
import type { TitrationPlan } from '../../medicine/titration.ts';

/** 1.5 / 3 / 4.5 mg, a week each. */
export const seedWeekly = (): TitrationPlan => templatePlan('seed-weekly');

/** 0.5 and 1 mg, in the morning. */
export function oneMilligram(name: string): TitrationPlan {
  const steps = [500, 1000].map((dose) => ({ dose: micrograms(dose), minimumDays: 14 }));
  const ceiling = micrograms(1000);
  return { ...templatePlan('gentle'), name, steps, ceiling, maximumStep: micrograms(500), timeOfDay: 'morning' };
}

/** The ladder of a week each, and 6 mg on top of it. */
export function sixMilligrams(name: string): TitrationPlan {
  const steps = [1500, 3000, 4500, 6000].map((dose) => ({ dose: micrograms(dose), minimumDays: 7 }));
  return { ...seedWeekly(), name, steps, ceiling: micrograms(6000) };
}

/** A liquid in quarter milligrams, then halves. */
export function quarterSteps(name: string): TitrationPlan {
  const steps = [250, 500, 750, 1000, 1500].map((dose) => ({ dose: micrograms(dose), minimumDays: 14 }));
  const ceiling = micrograms(1500);
  return { ...templatePlan('gentle'), name, steps, ceiling, maximumStep: micrograms(500) };
}

export const capsules = (...strengths: readonly number[]): readonly ProductAtHand[] =>
  strengths.map((strength) => ({ product: { form: 'capsule', strength: micrograms(strength) } }));

/** 1 mg/mL as a pharmacy labels it, with a syringe marked every 0.05 mL. */
/** The same, in a bottle. */
export const bottle = (millilitres: number): PackContent => ({
  ...{ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(50) },
  volume: microlitres(1000 * millilitres),
});

export const oneMilligramPerMillilitre = (usableUntil: LocalDate): readonly ProductAtHand[] => [
  {
    product: { form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(50) },
    usableUntil,
  },
];
