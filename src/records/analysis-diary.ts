/**
 * Which days does the analysis get? Scores as kept, and for every day the dose taken, known or not. A dose is called 0
 * only where somebody said so or no drug was to be taken; what is not known is left out, never guessed (H10).
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { DiaryDay, DraftDiary, Score } from '../trial/diary.ts';
import type { Outcome } from '../trial/outcome.ts';
import type { CaseState } from './case-state.ts';
import { dayOfKey, firstDrugDay, slotOn } from './course-day.ts';
import { followedOn, whyNoPlan } from './course-plans.ts';
import { trialOf, trialOn } from './course-trial.ts';
import { interruptionOn } from './interruption.ts';

/** From the first day with an entry to the last; days nobody kept and whose dose is not known are left out. */
export function diaryOf(state: CaseState, outcomes: readonly Outcome[]): DraftDiary {
  const keys = [...Object.keys(state.days), ...Object.keys(state.slots), ...Object.keys(state.kitDoses)];
  const kept = [...new Set(keys)].sort().map(dayOfKey);
  const firstDrug = firstDrugDay(state);
  const days: DiaryDay[] = [];
  const first = kept[0];
  const last = kept.at(-1);
  if (first !== undefined && last !== undefined)
    for (let date = first; date <= last; date++) {
      const day = state.days[formatLocalDate(date)];
      const taken = takenOn(state, date, firstDrug);
      if (!day && taken === undefined) continue;
      days.push({ date, ...(taken === undefined ? {} : { taken }), scores: scoresOf(day?.scores ?? {}, outcomes) });
    }
  return { unit: 'ug', outcomes, days };
}

function scoresOf(scores: Readonly<Record<string, Score>>, outcomes: readonly Outcome[]): DiaryDay['scores'] {
  return Object.fromEntries(
    outcomes.flatMap(({ id }) => {
      const score = scores[id];
      return score === undefined ? [] : [[id, score]];
    }),
  );
}

/**
 * Micrograms taken on the day; undefined = not known: two entries disagree, or a step was to be taken and nothing was
 * recorded, or the plan had run out and nobody said what the patient did then.
 */
function takenOn(state: CaseState, date: LocalDate, firstDrug: LocalDate | undefined): number | undefined {
  const kit = kitTaken(state, date);
  if (kit !== undefined) return kit === 'unknown' ? undefined : kit;
  const slot = slotOn(state, date);
  if (slot) return slot.conflict ? undefined : slot.dose;
  const isKept = state.days[formatLocalDate(date)] !== undefined;
  const followed = followedOn(state, date);
  const isWithout = followed?.place === 'baseline' || interruptionOn(state, date) !== undefined;
  if (followed) return isWithout && isKept ? 0 : undefined;
  const over = whyNoPlan(state, date).code;
  if (over === 'therapy-stopped' || over === 'plan-was-ended') return 0;
  const before = firstDrug === undefined || date < firstDrug;
  return before && isKept ? 0 : undefined;
}

/**
 * Micrograms of a capsule of a trial: known once the trial has been opened, and 0 where none was taken. undefined = the
 * day has no capsule and lies in no trial.
 */
function kitTaken(state: CaseState, date: LocalDate): number | 'unknown' | undefined {
  const slot = state.kitDoses[formatLocalDate(date)];
  if (!slot) return trialOn(state, date) ? 'unknown' : undefined;
  if (slot.conflict) return 'unknown';
  if (slot.status === 'not-taken') return 0;
  const record = trialOf(state, slot.trial);
  return record?.opened?.sequence[record.kits.indexOf(slot.kit)] ?? 'unknown';
}
