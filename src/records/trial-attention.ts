/**
 * What of a blinded trial should a prescriber look at? The next block's kits are not there, the escape rule offers an end,
 * or the trial is over and somebody has to decide. Nothing of it depends on what a kit holds (H13, H20).
 */
import type { LocalDate } from '../base/calendar.ts';
import { blocksOf } from '../trial/blocks.ts';
import { daysOfPeriod } from '../trial/protocol.ts';
import type { CaseState } from './case-state.ts';
import { escapeOffered, phaseOn, trialEndOn } from './course-trial.ts';
import type { TrialRecord } from './trial-state.ts';

/** Days before a block begins in which its kits should have been handed out. */
const KITS_AHEAD_DAYS = 7;

export type TrialAttention = 'escape-offered' | 'kits-missing' | 'trial-over';

/** Of the trial that runs or is about to, and of one that is over and not opened. */
export function trialAttention(state: CaseState, day: LocalDate): Readonly<Record<TrialAttention, boolean>> {
  const current = currentTrial(state, day);
  return {
    'escape-offered':
      current !== undefined && phaseOn(current, day) === 'running' && escapeOffered(state, current, day),
    'kits-missing': current !== undefined && areKitsMissing(current, day),
    'trial-over': state.trials.some((record) => phaseOn(record, day) === 'over'),
  };
}

/** The trial that runs on the day or is about to. */
export function currentTrial({ trials }: Pick<CaseState, 'trials'>, day: LocalDate): TrialRecord | undefined {
  return trials.find((record) => ['ready', 'running'].includes(phaseOn(record, day)));
}

function areKitsMissing(record: TrialRecord, day: LocalDate): boolean {
  const { protocol, started, kits, dispensed } = record;
  const end = trialEndOn(record);
  if (!started || end === undefined) return false;
  return blocksOf(protocol.design).some((block) => {
    const [first = 0, last = 0] = [block[0], block.at(-1)];
    const from = daysOfPeriod(protocol, started.on, first).first;
    const until = daysOfPeriod(protocol, started.on, last).last;
    if (from > day + KITS_AHEAD_DAYS || until < day || from >= end) return false;
    return block.some((period) => !dispensed.some((out) => out.kits.includes(kits[period] ?? '')));
  });
}
