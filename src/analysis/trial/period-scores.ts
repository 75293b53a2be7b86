/** How was each period kept, and what do its plain means say? Shown beside the model so that anybody can add them up. */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import type { Outcome } from '../../trial/outcome.ts';
import type { BlockDifference, PeriodScores } from './trial-answer.ts';
import type { TrialCalendar } from './trial-calendar.ts';
import type { TrialRun } from './trial-run.ts';

/** Periods that were begun, in order. */
export function periodScoresOf(run: TrialRun, { days }: TrialCalendar, outcome: Outcome): readonly PeriodScores[] {
  return run.sequence.flatMap((arm, period): PeriodScores[] => {
    const own = days.filter((day) => day.period === period);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const entries = own.map(({ day }) => day?.scores[outcome.id]);
    const values = entries.flatMap((entry) => (entry?.kind === 'value' ? [entry.value] : []));
    const tooIll = entries.filter((entry) => entry?.kind === 'too-ill').length;
    const kept = values.length + tooIll;
    return [
      {
        ...{ period, arm, first: first.date, last: last.date, days: own.length },
        ...{ kept, missed: own.length - kept, tooIll },
        ...spreadOf(values),
      },
    ];
  });
}

function spreadOf(values: readonly number[]): Pick<PeriodScores, 'mean' | 'sd'> {
  if (values.length === 0) return {};
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  if (values.length === 1) return { mean };
  const squares = values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

/** Each dose less placebo within a block; a switch from one arm to the other has no blocks. */
export function blocksOf({ protocol }: TrialRun, periods: readonly PeriodScores[]): readonly BlockDifference[] {
  const { kind, doses, blocks } = protocol.design;
  if (kind === 'randomised-start' || kind === 'randomised-withdrawal') return [];
  const length = doses.length + 1;
  return Array.from({ length: blocks }, (_, block) => block).flatMap((block) => {
    const own = periods.filter(({ period }) => Math.floor(period / length) === block);
    const placebo = own.find(({ arm }) => arm === NO_DOSE);
    return doses.flatMap((dose) =>
      differenceOf(
        block,
        dose,
        placebo,
        own.find(({ arm }) => arm === dose),
      ),
    );
  });
}

function differenceOf(
  block: number,
  dose: Dose,
  placebo: PeriodScores | undefined,
  drug: PeriodScores | undefined,
): BlockDifference[] {
  if (placebo?.mean === undefined || drug?.mean === undefined) return [];
  const first = placebo.period < drug.period ? 'placebo' : 'drug';
  return [{ block, dose, difference: drug.mean - placebo.mean, first }];
}
