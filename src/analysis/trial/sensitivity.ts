/**
 * Does the comparison depend on something? The same engine on other days: with a column for the capsule itself, without
 * periods whose guess was right or whose content was known, without or with the first days of each period, and under a
 * sceptic's priors. The verdict leans on two of them: what is left without known periods, and what the sceptic says (H18).
 */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import type { Priors } from '../prior.ts';
import type { Blinding, Sensitivity, TrialDose } from './trial-answer.ts';
import type { TrialCalendar } from './trial-calendar.ts';
import { changeBy, fitTrial, NEEDED_EACH, type TrialFit } from './trial-fit.ts';
import type { TrialRun } from './trial-run.ts';
import { SCEPTIC_START_DAYS, scepticalPriors } from './trial-sceptic.ts';
import { type Choice, daysBefore, firstDaysOf, trialSeries } from './trial-series.ts';

type Named = Pick<
  TrialDose,
  'withExpectancy' | 'withoutRightGuesses' | 'withoutUnblinded' | 'withoutFirstDays' | 'withFirstDays' | 'sceptic'
>;

export type Sensitivities = {
  readonly byDose: (dose: Dose) => Named;
  /** The fit with the capsule's own column, where there is one. */
  readonly withExpectancy?: TrialFit;
  readonly sceptic?: TrialFit;
};

/** Fits each variant once; one that leaves the settled days as they are is the settled fit itself. */
export function sensitivitiesOf(
  run: TrialRun,
  calendar: TrialCalendar,
  blinding: Blinding,
  settled: TrialFit,
  priors: Priors,
): Sensitivities {
  const { choice } = settled;
  const fitBy = (change: Partial<Choice>, beliefs = priors): TrialFit | undefined => {
    const other = { ...choice, ...change };
    if (isSame(other, choice)) return settled;
    const fit = fitTrial(calendar, settled.outcome, other, beliefs, settled.problem.likelihood);
    return 'code' in fit ? undefined : fit;
  };
  const right = blinding.guesses.filter((guess) => guess.right).map(({ period }) => period);
  const before = daysBefore(calendar, trialSeries(calendar, settled.outcome, { ...choice, expectancy: true }));
  const withExpectancy = before < NEEDED_EACH ? undefined : fitBy({ expectancy: true });
  const fits = {
    withExpectancy,
    withoutRightGuesses: fitBy({ leaveOut: right }),
    withoutUnblinded: fitBy({ leaveOut: blinding.unblinded }),
    withoutFirstDays: fitBy({ leaveFirst: firstDaysOf(run.protocol) }),
    withFirstDays: fitBy({ leaveFirst: 0 }),
    sceptic: fitBy({ leaveOut: blinding.unblinded, leaveStart: SCEPTIC_START_DAYS }, scepticalPriors(priors)),
  };
  return {
    byDose: (dose) => ({
      withExpectancy: asked(fits.withExpectancy, dose),
      withoutRightGuesses: asked(fits.withoutRightGuesses, dose),
      withoutUnblinded: asked(fits.withoutUnblinded, dose),
      withoutFirstDays: asked(fits.withoutFirstDays, dose),
      withFirstDays: asked(fits.withFirstDays, dose),
      sceptic: asked(fits.sceptic, dose),
    }),
    ...(withExpectancy ? { withExpectancy } : {}),
    ...(fits.sceptic ? { sceptic: fits.sceptic } : {}),
  };
}

const isSame = (a: Choice, b: Choice): boolean =>
  a.expectancy === b.expectancy &&
  a.leaveFirst === b.leaveFirst &&
  a.leaveStart === b.leaveStart &&
  a.leaveOut.join() === b.leaveOut.join();

/** @returns the change with the trial's days it rests on, placebo and this dose */
function asked(fit: TrialFit | undefined, dose: Dose): Sensitivity {
  const change = fit ? changeBy(fit, dose) : undefined;
  if (!fit || !change) return { kind: 'too-few' };
  return { kind: 'answered', change, days: fit.counted(dose) + fit.counted(NO_DOSE) };
}
