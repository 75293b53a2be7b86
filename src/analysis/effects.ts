/** Effects of the doses as a reader meets them: each against none, every pair, and the whole curve of "by at least x". */
import { mixtureCdf } from '../stats/mixture.ts';
import { doseContrast, linearMixture, type Posterior } from '../stats/posterior.ts';
import { changeOf } from './change.ts';
import { pointsPerModelPoint } from './dose-response.ts';
import type { DoseContrast, DoseEffect, Finding } from './finding.ts';
import { dosesTaken, type Series, shownDose } from './series.ts';

/** Steady-state effect of every dose taken against none. */
export function doseEffectsOf(posterior: Posterior, series: Series): DoseEffect[] {
  return dosesTaken(series).map((dose, k) => ({
    dose: shownDose(series, dose),
    daysTaken: series.dose.filter((d) => d === dose).length,
    daysLogged: series.dose.filter((d, t) => d === dose && !Number.isNaN(series.score[t])).length,
    ...changeOf(linearMixture(posterior, doseContrast(posterior, 0, k + 1)), series.outcome),
  }));
}

/** Change from each dose to each higher one, none included. */
export function contrastsOf(posterior: Posterior, series: Series): DoseContrast[] {
  const doses = [0, ...dosesTaken(series)];
  const contrasts: DoseContrast[] = [];
  for (let from = 0; from < doses.length; from++)
    for (let to = from + 1; to < doses.length; to++)
      contrasts.push({
        from: shownDose(series, doses[from] as number),
        to: shownDose(series, doses[to] as number),
        ...changeOf(linearMixture(posterior, doseContrast(posterior, from, to)), series.outcome),
      });
  return contrasts;
}

/** Half the scale in steps of a hundredth of it. */
const CURVE_POINTS = 51;

/** P(change for the better by at least x), x from 0 to half the scale. */
export function exceedanceOf(posterior: Posterior, series: Series): Finding['exceedance'] {
  const perPoint = Math.abs(pointsPerModelPoint(series.outcome));
  const grid = Array.from({ length: CURVE_POINTS }, (_, i) => i / 10);
  return {
    x: grid.map((modelPoints) => modelPoints * perPoint),
    curves: dosesTaken(series).map((dose, k) => {
      const mixture = linearMixture(posterior, doseContrast(posterior, 0, k + 1));
      return { dose: shownDose(series, dose), p: grid.map((x) => mixtureCdf(mixture, -x)) };
    }),
  };
}
