/**
 * A blinded trial on the phone: the day's capsule by the code of its kit, the guess at a period's end, and its end, all
 * kept here first like the rest of the diary (H9, H10, H12). Agreeing needs the clinic. What a kit holds is not known here.
 */
import type { LocalDate } from '../../../src/base/calendar.ts';
import { ok } from '../../../src/base/result.ts';
import type { EventOf } from '../../../src/records/event.ts';
import type { KitDoseStatus, StopWhy } from '../../../src/records/event-trial.ts';
import type { TrialRecord } from '../../../src/records/trial-state.ts';
import { dayText, deviceClock, today } from './device/device.ts';
import { phoneFault } from './fault.ts';
import { phase, told } from './here.ts';
import { type Kept, keepEntry } from './keep.ts';
import { online, stopNow } from './orders.ts';

/** The day's capsule. The same again is no second entry; anything else than the day holds is refused, for `correct`. */
export function recordKit({ trial }: TrialRecord, date: LocalDate, kit: string, status: KitDoseStatus): Kept {
  return keepEntry(({ kitDoses }) => {
    const slot = kitDoses[dayText(date)];
    if (slot && !slot.conflict && slot.status === status && slot.kit === kit) return ok(slot.entry);
    return ok({ kind: 'kit-dose-recorded', version: 1, trial, kit, date, status, clock: deviceClock() });
  });
}

export type SaidGuess = Pick<EventOf<'guess-given'>, 'period' | 'guess' | 'confidence' | 'reason' | 'note'>;

/** What the patient believes a period held. */
export const giveGuess = ({ trial }: TrialRecord, said: SaidGuess): Kept =>
  keepEntry(() => ok({ kind: 'guess-given', version: 1, trial, ...said, date: today.value, clock: deviceClock() }));

/** From today on no capsule of it is taken; the clinic hears of it when it can. Never refused here to the patient. */
export const endTrial = ({ trial }: TrialRecord, why: StopWhy): Kept<undefined> => stopNow({ trial, why });

/** The patient agrees to exactly this protocol. `text`: which version of the words was read. */
export async function agreeToTrial({ trial, signed }: TrialRecord, text: string): Kept<undefined> {
  if (phase.value !== 'ready') return phoneFault('not-ready');
  if (told.value?.as === 'carer') return phoneFault('not-for-carers');
  if (!signed) return phoneFault('no-such-entry');
  const { protocolHash } = signed;
  return online('POST', `trials/${trial}/consent`, { protocolHash, text, day: dayText(today.value) });
}
