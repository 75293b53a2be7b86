/**
 * What each invented person takes and what is true of their symptoms. Data, in micrograms, days and points of 0-10,
 * where 10 is worst; levels and effects follow the teaching case each was invented for. Draws nothing itself but the
 * forty people of the clinic (H18).
 */
import { exp, log } from '../base/elementary.ts';
import type { Rng } from '../base/rng.ts';
import { NO_DOSE } from '../medicine/dose.ts';
import type { MissingDays, SteadyEffect, SymptomTruth } from './generator.ts';

/** So many days at a dose (micrograms); `capsule` stands in blinded courses only: was any capsule taken? */
export type Stretch = { readonly dose: number; readonly days: number; readonly capsule?: boolean };
export type Course = readonly Stretch[];

export type JourneyPlan = {
  readonly course: Course;
  readonly symptoms: Readonly<Record<'pain' | 'fatigue' | 'sleep', SymptomTruth>>;
  readonly missing: MissingDays;
  /** Number of the first blinded stretch of the course, where there is one. */
  readonly blindedStretch?: number;
  /** The diary cannot be continued: consent was withdrawn. */
  readonly endsForGood?: true;
};

/** A day's sd 1.2, 70 % of its variance wandering with lag-one 0.7: autocorrelation of a day's score 0.5. */
const USUAL = {
  trend: 0,
  weekend: 0.2,
  expectancy: 0,
  onsetDays: 10,
  spread: 1.2,
  wanderingShare: 0.7,
  correlation: 0.7,
} as const;

/** Completion falls near 85 % on average in electronic pain diaries: Ono 2019, J Med Internet Res. */
const USUAL_MISSING: MissingDays = { skipped: 0.15 };

type EffectsByDose = Readonly<Record<number, number>>;

/** `effects`: change in points by dose in micrograms (whole-number keys come out ascending). */
function symptom(level: number, effects: EffectsByDose, besides: Partial<SymptomTruth> = {}): SymptomTruth {
  const ladder = Object.entries(effects).map(([dose, change]): SteadyEffect => ({ dose: Number(dose), change }));
  return { ...USUAL, level, effects: ladder, ...besides };
}

const without = (days: number, capsule?: boolean): Stretch =>
  capsule === undefined ? { dose: NO_DOSE, days } : { dose: NO_DOSE, days, capsule };
const taking = (dose: number, days: number): Stretch => ({ dose, days });

const none = (...doses: number[]): EffectsByDose => Object.fromEntries(doses.map((dose) => [dose, 0]));

/** 42, F, fibromyalgia. Reaches a plateau at 3 mg; dreams at 4.5 mg; back to 3 mg; then four blinded periods of 6 weeks. */
const responder: JourneyPlan = {
  blindedStretch: 5,
  course: [
    without(28),
    ...[taking(1500, 7), taking(3000, 7), taking(4500, 14), taking(3000, 28)],
    ...[taking(3000, 42), without(42, true), taking(3000, 42), without(42, true)],
  ],
  symptoms: {
    pain: symptom(6.8, { 1500: -1.1, 3000: -2.2, 4500: -2.2 }, { onsetDays: 12 }),
    fatigue: symptom(6, { 1500: -0.2, 3000: -0.4, 4500: -0.4 }, { onsetDays: 12 }),
    sleep: symptom(5, { 1500: 0, 3000: 0, 4500: 1 }, { onsetDays: 3 }),
  },
  missing: USUAL_MISSING,
};

/** 55, F, fibromyalgia. Nothing from the drug, 0.9 points from taking a capsule, as in FINAL's placebo arm (2024). */
const nonResponder: JourneyPlan = {
  blindedStretch: 4,
  course: [
    without(28),
    ...[taking(1500, 7), taking(3000, 7), taking(4500, 42)],
    ...[without(28, true), taking(4500, 28), taking(4500, 28), without(28, true)],
  ],
  symptoms: {
    pain: symptom(7.1, none(1500, 3000, 4500), { expectancy: -0.9 }),
    fatigue: symptom(6.6, none(1500, 3000, 4500), { expectancy: -0.4 }),
    sleep: symptom(5.8, none(1500, 3000, 4500), { expectancy: -0.3 }),
  },
  missing: USUAL_MISSING,
};

/** 37, M, ME/CFS. Sleep worsens as the dose rises; holds at 1.5 mg, goes back to 1 mg and keeps a little energy. */
const sideEffects: JourneyPlan = {
  course: [without(28), ...[taking(1500, 21), taking(3000, 10), taking(4500, 7), taking(1500, 14), taking(1000, 56)]],
  symptoms: {
    pain: symptom(5.2, none(1000, 1500, 3000, 4500)),
    fatigue: symptom(6.8, { 1000: -0.7, 1500: -0.7, 3000: -0.7, 4500: -0.7 }),
    sleep: symptom(4, { 1000: 0, 1500: 0.2, 3000: 0.4, 4500: 0.5 }, { onsetDays: 3 }),
  },
  missing: USUAL_MISSING,
};

/** 61, F, back pain on tramadol and codeine: never started. A baseline diary is all there can be. */
const opioidExclusion: JourneyPlan = {
  course: [without(28)],
  symptoms: { pain: symptom(6.5, {}), fatigue: symptom(5, {}), sleep: symptom(5.5, {}) },
  missing: USUAL_MISSING,
};

/** 48, F, ME/CFS and fibromyalgia. Little at 4.5 mg; at 6 mg, with a month's onset: 4-week periods show too little. */
const slowResponder: JourneyPlan = {
  course: [
    without(28),
    ...[taking(1500, 7), taking(3000, 7), taking(4500, 42), taking(6000, 56)],
    ...[without(28), taking(6000, 28), without(56), taking(6000, 48)],
  ],
  symptoms: {
    pain: symptom(6.4, { 1500: 0, 3000: 0, 4500: -0.2, 6000: -1.6 }, { onsetDays: 28 }),
    fatigue: symptom(6.9, { 1500: 0, 3000: 0, 4500: -0.1, 6000: -0.6 }, { onsetDays: 28 }),
    sleep: symptom(5.1, none(1500, 3000, 4500, 6000), { onsetDays: 28 }),
  },
  missing: USUAL_MISSING,
};

/** 29, F, severe ME/CFS. Liquid in quarter and half milligrams: best at 0.75 mg, worse at 1.5 mg; 45 % of days missing. */
const smallDose: JourneyPlan = {
  course: [
    without(28),
    ...[taking(250, 21), taking(500, 21), taking(750, 28), taking(1000, 21), taking(1500, 14), taking(750, 56)],
  ],
  symptoms: {
    pain: symptom(5.6, { 250: -0.4, 500: -1, 750: -1.5, 1000: -0.8, 1500: 0.6 }, { onsetDays: 6 }),
    fatigue: symptom(7.6, { 250: -0.5, 500: -1.2, 750: -1.8, 1000: -1, 1500: 0.8 }, { onsetDays: 6 }),
    sleep: symptom(5.5, { 250: 0, 500: -0.2, 750: -0.4, 1000: -0.2, 1500: 0.4 }, { onsetDays: 6 }),
  },
  missing: { skipped: 0.38, tooIll: { outcome: 'fatigue', above: 8, chance: 0.7 } },
};

/** Surgery on day 66: held 72 h before, opioids for six days, ten days clear, started again from the first step. */
const surgery: JourneyPlan = {
  course: [
    without(28),
    ...[taking(1500, 7), taking(3000, 7), taking(4500, 21), without(20)],
    ...[taking(1500, 7), taking(3000, 7), taking(4500, 42)],
  ],
  symptoms: {
    pain: symptom(6.2, { 1500: -0.4, 3000: -0.9, 4500: -1.2 }),
    fatigue: symptom(5.8, { 1500: -0.1, 3000: -0.3, 4500: -0.4 }),
    sleep: symptom(5, none(1500, 3000, 4500)),
  },
  missing: { ...USUAL_MISSING, away: [66, 67, 68, 69, 70] },
};

/** Eight time zones, two clock changes and one civil date never lived (day 70, west over the date line). */
const traveller: JourneyPlan = {
  course: [without(28), ...[taking(1500, 7), taking(3000, 7), taking(4500, 56), without(28)]],
  symptoms: {
    pain: symptom(6, { 1500: -0.5, 3000: -1, 4500: -1.4 }, { onsetDays: 7 }),
    fatigue: symptom(5.5, { 1500: -0.2, 3000: -0.4, 4500: -0.5 }, { onsetDays: 7 }),
    sleep: symptom(5.2, none(1500, 3000, 4500), { spread: 1.6 }),
  },
  missing: { ...USUAL_MISSING, neverLived: [70] },
};

/** Consent withdrawn on the fifth day of 3 mg: the diary ends there and cannot be continued. */
const withdrawn: JourneyPlan = {
  course: [without(21), taking(1500, 7), taking(3000, 5)],
  symptoms: {
    pain: symptom(6.3, none(1500, 3000)),
    fatigue: symptom(6.1, none(1500, 3000)),
    sleep: symptom(5.4, none(1500, 3000)),
  },
  missing: USUAL_MISSING,
  endsForGood: true,
};

/** The clinic's course; its people are drawn by `drawClinicPerson` around these symptoms. */
const clinic: JourneyPlan = {
  course: [without(28), ...[taking(1500, 7), taking(3000, 7), taking(4500, 56), without(28)]],
  symptoms: {
    pain: symptom(6.2, none(1500, 3000, 4500)),
    fatigue: symptom(6.2, none(1500, 3000, 4500)),
    sleep: symptom(5.2, none(1500, 3000, 4500)),
  },
  missing: USUAL_MISSING,
};

/** Mean and sd over the clinic's people of the effect of 4.5 mg, points; fatigue 0 and sleep -0.3 are open questions. */
export const CLINIC_EFFECTS = {
  pain: { mean: -0.2, sd: 0.9 },
  fatigue: { mean: 0, sd: 0.5 },
  sleep: { mean: -0.3, sd: 0.5 },
} as const;

/** One of the forty: own levels, onset, drift and effects. 1.5 mg and 3 mg do 40 % and 80 % of what 4.5 mg does. */
export function drawClinicPerson(rng: Rng): JourneyPlan {
  const onsetDays = exp(log(10) + 0.5 * rng.normal());
  const draw = (id: keyof typeof CLINIC_EFFECTS): SymptomTruth => {
    const { mean, sd } = CLINIC_EFFECTS[id];
    const top = mean + sd * rng.normal();
    const level = clinic.symptoms[id].level + 0.8 * rng.normal();
    return symptom(
      level,
      { 1500: 0.4 * top, 3000: 0.8 * top, 4500: top },
      {
        onsetDays,
        trend: 0.15 * rng.normal(),
        spread: 1.2 * exp(0.2 * rng.normal()),
      },
    );
  };
  return { ...clinic, symptoms: { pain: draw('pain'), fatigue: draw('fatigue'), sleep: draw('sleep') } };
}

/** By journey name; a new journey does not compile until it has a course. */
export const COURSES = {
  responder,
  'non-responder': nonResponder,
  'side-effects': sideEffects,
  'opioid-exclusion': opioidExclusion,
  'slow-responder': slowResponder,
  'small-dose': smallDose,
  surgery,
  traveller,
  withdrawn,
  'clinic-of-40': clinic,
} as const satisfies Record<string, JourneyPlan>;
