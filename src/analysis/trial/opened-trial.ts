/**
 * From an opened trial to its answer: the blinded comparison of every dose and symptom by the engine of every finding,
 * the same on other days to see what it depends on, and one verdict by the rule settled before day 1. The same run gives
 * the same bytes, in whatever order its days come (H13, H18, H19).
 */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import { thetaMarginal } from '../../stats/posterior.ts';
import type { Outcome } from '../../trial/outcome.ts';
import { daysOf } from '../../trial/protocol.ts';
import { onsetOf } from '../change.ts';
import { DEFAULT_PRIORS, type Priors } from '../prior.ts';
import { REVISION } from '../revision.ts';
import { blindingOf } from './blinding.ts';
import { blocksOf, periodScoresOf } from './period-scores.ts';
import { priorsHash } from './protocol-analysis.ts';
import { sensitivitiesOf } from './sensitivity.ts';
import type { Blinding, OutcomeAnswer, TrialAnswer, TrialDose, TrialRefusal } from './trial-answer.ts';
import { calendarOf, endOf, type TrialCalendar } from './trial-calendar.ts';
import { capsuleOf, changeBy, driftOf, fitTrial, type TrialFit } from './trial-fit.ts';
import type { TrialRun } from './trial-run.ts';
import { settledChoice } from './trial-series.ts';
import { trialVerdictOf } from './trial-verdict.ts';
import { wouldSettleOf } from './would-settle.ts';

/** One symptom's answer with the fits its verdict rests on: as settled, and the sceptic's. */
type Answered = { readonly answer: OutcomeAnswer; readonly fits: readonly TrialFit[] };

/**
 * @param priors  the engine's own; others give numbers and, unless the protocol settled on them, no verdict
 * @throws RangeError when sequence or outcomes are not those of the protocol: a bug of the caller
 */
export function answerTrial(run: TrialRun, priors: Priors = DEFAULT_PRIORS): TrialAnswer {
  const { protocol } = run;
  const calendar = calendarOf(run);
  const blinding = blindingOf(run, calendar);
  const asked = askedOutcomes(run);
  const each = asked.map((outcome) => answerOutcome(run, calendar, blinding, outcome, priors));
  const [primary] = each;
  const periods = periodScoresOf(run, calendar, asked[0]);
  const verdict = trialVerdictOf({
    ...{ run, priors, periods, blinding },
    primary: primary && 'answer' in primary ? primary.answer : primary,
  });
  const asksMore = verdict.word === 'open' && verdict.reason.code !== 'blind-not-held' && primary && 'fits' in primary;
  const wouldSettle = asksMore ? wouldSettleOf(primary.fits, protocol, keptShareOf(periods)) : undefined;
  return {
    ...{ trial: run.trial, protocolHash: run.protocolHash, commitment: run.commitment },
    ...{ startOn: run.startOn, lastDay: endOf(run) - 1, endedEarly: endOf(run) < run.startOn + daysOf(protocol) },
    rule: { worthwhile: protocol.rule.worthwhile, settledAt: protocol.rule.settledAt },
    primary: { outcome: protocol.primary.outcome, dose: protocol.primary.dose },
    sequence: run.sequence,
    verdict,
    outcomes: each.flatMap((one) => ('answer' in one ? [one.answer] : [])),
    refusals: each.flatMap((one) => ('answer' in one ? [] : [one])),
    ...{ blinding, taking: calendar.taking, deviations: run.deviations },
    ...(wouldSettle ? { wouldSettle } : {}),
    engine: { revision: REVISION, priors: priorsHash(priors) },
  };
}

/** The primary, measured by the worthwhile change of the rule, then the others. */
function askedOutcomes({ protocol, outcomes, sequence }: TrialRun): readonly [Outcome, ...Outcome[]] {
  const { primary, others, rule, design } = protocol;
  const known = (arm: Dose): boolean => arm === NO_DOSE || design.doses.includes(arm);
  if (!sequence.every(known)) throw new RangeError('an arm that is not of the design');
  const named = (id: string): Outcome => {
    const outcome = outcomes.find((each) => each.id === id);
    if (!outcome) throw new RangeError(`no outcome "${id}" in the run`);
    return outcome;
  };
  return [{ ...named(primary.outcome), worthwhile: rule.worthwhile }, ...others.map(named)];
}

const keptShareOf = (periods: TrialAnswer['outcomes'][number]['periods']): number => {
  const sum = (part: 'kept' | 'days'): number => periods.reduce((total, period) => total + period[part], 0);
  return Math.max(0.01, sum('kept') / Math.max(1, sum('days')));
};

function answerOutcome(
  run: TrialRun,
  calendar: TrialCalendar,
  blinding: Blinding,
  outcome: Outcome,
  priors: Priors,
): Answered | TrialRefusal {
  const { protocol } = run;
  const fit = fitTrial(calendar, outcome, settledChoice(protocol), priors);
  if ('code' in fit) return fit;
  const { id, label, scale, better, worthwhile } = outcome;
  const others = sensitivitiesOf(run, calendar, blinding, fit, priors);
  const primary = id === protocol.primary.outcome;
  const doses = protocol.design.doses.flatMap((dose): TrialDose[] => {
    const blinded = changeBy(fit, dose);
    if (!blinded) return [];
    const daysTaken = calendar.days.filter((day) => day.period !== undefined && day.dose === dose).length;
    const asked = primary && dose === protocol.primary.dose;
    return [{ dose, primary: asked, daysTaken, daysCounted: fit.counted(dose), blinded, ...others.byDose(dose) }];
  });
  const periods = periodScoresOf(run, calendar, outcome);
  const drift = driftOf(fit);
  const expectancy = others.withExpectancy ? capsuleOf(others.withExpectancy) : undefined;
  const answer: OutcomeAnswer = {
    outcome: { id, label, scale, better, worthwhile },
    primary,
    likelihood: fit.problem.likelihood,
    doses,
    periods,
    drift: { mean: drift.mean, sd: drift.sd, low: drift.quantiles['0.05'], high: drift.quantiles['0.95'] },
    blocks: blocksOf(run, periods),
    onset: onsetOf(thetaMarginal(fit.posterior, 3)),
    ...(expectancy ? { expectancy } : {}),
  };
  return { answer, fits: [fit, ...(others.sceptic ? [others.sceptic] : [])] };
}
