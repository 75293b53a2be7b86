/**
 * What is an opened trial answered from? Its days as the record has them, before the trial with the dose openly taken and
 * in it with the kit a capsule came from; guesses, broken codes and deviations. What two entries say differently is not
 * known; nothing is made up (H10, H13).
 */
import type { TrialDay, TrialRun } from '../../analysis/trial/trial-run.ts';
import { formatLocalDate, type LocalDate } from '../../base/calendar.ts';
import { micrograms } from '../../medicine/dose.ts';
import type { CaseState } from '../../records/case-state.ts';
import { diaryOf } from '../../records/course.ts';
import { trialEndOn } from '../../records/course-trial.ts';
import { DAILY_OUTCOMES } from '../../trial/outcome.ts';
import { daysOf, periodOn } from '../../trial/protocol.ts';
import type { OpenedTrial } from './trial-facts.ts';

export function runOf(state: CaseState, trial: OpenedTrial): TrialRun {
  const { protocol, signed, sealed, started, opened } = trial;
  const planned = (started.on + daysOf(protocol)) as LocalDate;
  const end = trialEndOn(trial) ?? planned;
  const asked = [protocol.primary.outcome, ...protocol.others];
  return {
    ...{ trial: trial.trial, protocol, protocolHash: signed.protocolHash, commitment: sealed.commitment },
    startOn: started.on,
    ...(end < planned ? { endedOn: end } : {}),
    sequence: opened.sequence,
    outcomes: DAILY_OUTCOMES.filter(({ id }) => asked.includes(id)),
    days: daysBefore(state, trial).concat(daysUnder(state, trial, end)),
    guesses: Object.values(state.guesses)
      .filter((each) => each.trial === trial.trial)
      .map(({ period, guess, confidence, reason }) => ({ period, guess, confidence, reason })),
    codeBroken: [...new Set(trial.codeBroken.map(({ period }) => period))].sort((a, b) => a - b),
    deviations: [...Map.groupBy(trial.deviations, ({ what }) => what)].map(([what, all]) => ({
      what,
      count: all.length,
    })),
  };
}

function daysBefore(state: CaseState, { started }: OpenedTrial): readonly TrialDay[] {
  return diaryOf(state, DAILY_OUTCOMES)
    .days.filter(({ date }) => date < started.on)
    .map(({ date, scores, taken }) => ({
      ...{ date, scores },
      ...(taken === undefined ? {} : { openDose: micrograms(taken) }),
    }));
}

function daysUnder(state: CaseState, trial: OpenedTrial, end: LocalDate): readonly TrialDay[] {
  const { started } = trial;
  return Array.from({ length: Math.max(0, end - started.on) }, (_, i) => {
    const date = (started.on + i) as LocalDate;
    return { date, scores: state.days[formatLocalDate(date)]?.scores ?? {}, ...capsuleOn(state, trial, date) };
  });
}

/** Was a capsule taken, and of which kit, where that is known? */
function capsuleOn(
  { kitDoses }: CaseState,
  { trial, kits, protocol, started }: OpenedTrial,
  date: LocalDate,
): Pick<TrialDay, 'taken' | 'kitOf'> {
  const slot = kitDoses[formatLocalDate(date)];
  if (!slot || slot.conflict || slot.trial !== trial) return {};
  if (slot.status === 'not-taken') return { taken: false };
  const kitOf = kits.indexOf(slot.kit);
  if (kitOf < 0) return {};
  return { taken: true, ...(kitOf === periodOn(protocol, started.on, date) ? {} : { kitOf }) };
}
