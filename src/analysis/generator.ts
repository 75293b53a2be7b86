/**
 * What would a diary look like if the truth were known? The engine's own model run forwards: dose effects with gradual
 * onset and carry-over, drift, weekends, a wandering symptom level, day noise, days missing by chance or because the
 * person was too ill. Every number it makes is synthetic. Takes chance as an argument and invents no dates (H18, H19).
 */

import { isWeekend, type LocalDate } from '../base/calendar.ts';
import { exp } from '../base/elementary.ts';
import type { Rng } from '../base/rng.ts';
import { checkDiary, type Diary, type DiaryDay, type Score } from '../trial/diary.ts';
import type { Outcome } from '../trial/outcome.ts';

/** Steady-state effect of a dose against none, outcome points; `dose` in the diary's unit. */
export type SteadyEffect = { readonly dose: number; readonly change: number };

/** How a symptom truly behaves: model section "One patient", all in points of the outcome's scale and days. */
export type SymptomTruth = {
  /** Level half way through the days, without drug, on a working day. */
  readonly level: number;
  /** Drift per 30 days, about the middle of the days. */
  readonly trend: number;
  readonly weekend: number;
  /** Ascending by dose, without 0; a dose taken must stand here. */
  readonly effects: readonly SteadyEffect[];
  /** Change from taking any capsule, active or placebo. */
  readonly expectancy: number;
  /** tau > 0: time constant of onset and of carry-over, days. */
  readonly onsetDays: number;
  /** Stationary sd s > 0 of a day about its level; share w of s² that wanders; lag-one correlation rho of what wanders. */
  readonly spread: number;
  readonly wanderingShare: number;
  readonly correlation: number;
  /** Wandering part on the first day in its own sd, as after joining in a flare; without it the stationary draw. */
  readonly firstWandering?: number;
};

/** The part of a truth that is chance. */
export type NoiseTruth = Pick<SymptomTruth, 'spread' | 'wanderingShare' | 'correlation' | 'firstWandering'>;

/** What was taken each day, in the diary's unit; `capsule` says whether any capsule was, active or placebo. */
export type Exposure = { readonly dose: readonly number[]; readonly capsule?: readonly boolean[] };

/**
 * c(t) = phi c(t-1) + (1 - phi) on(t), phi = exp(-1 / tau), nothing before the first day: one number per day, 0-1, that
 * a steady effect is multiplied by. @throws RangeError unless tau > 0.
 */
export function kineticShare(on: readonly boolean[], tau: number): readonly number[] {
  if (!(tau > 0)) throw new RangeError(`not a time constant: ${tau}`);
  const phi = exp(-1 / tau);
  let share = 0;
  return on.map((taken) => {
    share = phi * share + (taken ? 1 - phi : 0);
    return share;
  });
}

/**
 * u(t) + e(t): AR(1) with variance s²w and correlation rho, plus white noise with variance s²(1 - w). One number per
 * day, mean 0. `first` fixes u(0) in its own sd. Draws two normals a day, whatever the parameters.
 */
export function simulateNoise(
  days: number,
  { spread, wanderingShare, correlation, firstWandering }: NoiseTruth,
  rng: Rng,
): readonly number[] {
  const wandering = spread * Math.sqrt(wanderingShare);
  const white = spread * Math.sqrt(1 - wanderingShare);
  const step = wandering * Math.sqrt(1 - correlation * correlation);
  let u = 0;
  return Array.from({ length: days }, (_, day) => {
    const z = rng.normal();
    u = day === 0 ? wandering * (firstWandering ?? z) : correlation * u + step * z;
    return u + white * rng.normal();
  });
}

/** Expected score per day given the truth: no noise, no scale. @throws RangeError for a dose without an effect. */
export function expectedScores(truth: SymptomTruth, start: LocalDate, exposure: Exposure): readonly number[] {
  const { dose } = exposure;
  const ladder = [{ dose: 0, change: 0 }, ...truth.effects];
  const unknown = dose.find((taken) => !ladder.some((rung) => rung.dose === taken));
  if (unknown !== undefined) throw new RangeError(`no effect is stated for dose ${unknown}`);
  const shares = truth.effects.map((rung) =>
    kineticShare(
      dose.map((taken) => taken >= rung.dose),
      truth.onsetDays,
    ),
  );
  const capsule = kineticShare(exposure.capsule ?? dose.map((taken) => taken > 0), truth.onsetDays);
  const middle = (dose.length - 1) / 2;
  return dose.map((_, day) => {
    const drift = (truth.trend * (day - middle)) / 30;
    const weekend = isWeekend((start + day) as LocalDate) ? truth.weekend : 0;
    const drug = truth.effects.reduce((sum, rung, k) => {
      return sum + (rung.change - (ladder[k]?.change ?? 0)) * (shares[k]?.[day] ?? 0);
    }, 0);
    return truth.level + drift + weekend + drug + truth.expectancy * (capsule[day] ?? 0);
  });
}

/** Score before rounding per day: `expectedScores` plus `simulateNoise`. */
export function simulateScores(truth: SymptomTruth, start: LocalDate, exposure: Exposure, rng: Rng): readonly number[] {
  const noise = simulateNoise(exposure.dose.length, truth, rng);
  return expectedScores(truth, start, exposure).map((score, day) => score + (noise[day] ?? 0));
}

/** What a person marks for a score: the nearest whole point, or the end of the scale beyond it. */
export function markOnScale(score: number, scale: Outcome['scale']): number {
  return Math.min(scale.maximum, Math.max(scale.minimum, Math.round(score)));
}

/** How days come to be without scores. */
export type MissingDays = {
  /** Chance that a day is skipped, whatever it was like, 0-1. */
  readonly skipped: number;
  /** Days on which `outcome` (before rounding) passes `above` are "too ill to log" with this chance, 0-1. */
  readonly tooIll?: { readonly outcome: string; readonly above: number; readonly chance: number };
  /** Days (0-based) on which nothing was logged for a stated reason, such as a stay in hospital. */
  readonly away?: readonly number[];
  /** Days (0-based) whose civil date this person never lived: flown over, west across the date line. */
  readonly neverLived?: readonly number[];
};

export type DiaryDesign = {
  readonly start: LocalDate;
  readonly exposure: Exposure;
  readonly symptoms: readonly { readonly outcome: Outcome; readonly truth: SymptomTruth }[];
  readonly missing: MissingDays;
  /** 'whole' marks whole points on the scale; 'exact' keeps the unrounded score and refuses one off the scale. */
  readonly marking: 'whole' | 'exact';
};

/**
 * A synthetic diary of `exposure.dose.length` days in micrograms. Each symptom and the missing days have their own
 * stream of chance, so adding a symptom leaves the others as they were. @throws RangeError if the diary is not one.
 */
export function simulateDiary(design: DiaryDesign, rng: Rng): Diary {
  const { start, exposure, symptoms } = design;
  const scores = symptoms.map(({ outcome, truth }) =>
    simulateScores(truth, start, exposure, rng.split(`symptom ${outcome.id}`)),
  );
  const absence = simulateAbsence(design, scores, rng.split('missing'));
  const days: DiaryDay[] = exposure.dose.map((taken, day) => {
    const capsule = exposure.capsule?.[day];
    const entries = symptoms.map(({ outcome }, i): [string, Score] => {
      const kind = absence[day];
      if (kind) return [outcome.id, { kind }];
      const score = scores[i]?.[day] ?? Number.NaN;
      return [
        outcome.id,
        { kind: 'value', value: design.marking === 'whole' ? markOnScale(score, outcome.scale) : score },
      ];
    });
    const kept = { date: (start + day) as LocalDate, taken, scores: Object.fromEntries(entries) };
    return capsule === undefined ? kept : { ...kept, capsule };
  });
  const lived = days.filter((_, day) => !design.missing.neverLived?.includes(day));
  const diary = checkDiary({ unit: 'ug', outcomes: symptoms.map(({ outcome }) => outcome), days: lived });
  if (!diary.ok) throw new RangeError(`the design makes no diary: ${JSON.stringify(diary.error[0])}`);
  return diary.value;
}

type Absence = 'skipped' | 'too-ill' | undefined;

/** Why a day has no scores; two draws a day, whatever the reasons. */
function simulateAbsence(design: DiaryDesign, scores: readonly (readonly number[])[], rng: Rng): readonly Absence[] {
  const { skipped, tooIll, away } = design.missing;
  const watched = scores[design.symptoms.findIndex(({ outcome }) => outcome.id === tooIll?.outcome)];
  if (tooIll && !watched) throw new RangeError(`no symptom ${tooIll.outcome} to be too ill with`);
  return design.exposure.dose.map((_, day): Absence => {
    const ill = rng.uniform() < (tooIll?.chance ?? 0) && (watched?.[day] ?? 0) > (tooIll?.above ?? 0);
    const skip = rng.uniform() < skipped;
    if (away?.includes(day)) return 'skipped';
    return ill ? 'too-ill' : skip ? 'skipped' : undefined;
  });
}
