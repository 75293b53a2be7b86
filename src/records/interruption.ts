/**
 * On which days is by plan no dose taken, because a prescriber planned an interruption: the supply runs out, an operation?
 * Such a day uses nothing and is not missed; whether screening comes before the next dose is the plan's own rule, which
 * counts every day without the drug (H24, H28).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseState } from './case-state.ts';
import type { InterruptionRecord } from './supply-state.ts';

type Ground = Pick<CaseState, 'interruptions'>;

/** The interruption a day lies in; of several the one that lasts longest. */
export function interruptionOn({ interruptions }: Ground, day: LocalDate): InterruptionRecord | undefined {
  const found = interruptions.filter(({ from, until }) => from <= day && day <= until);
  return found.reduce<InterruptionRecord | undefined>((a, b) => (a && a.until >= b.until ? a : b), undefined);
}

/** The next that begins after a day. */
export function nextInterruption({ interruptions }: Ground, day: LocalDate): InterruptionRecord | undefined {
  const coming = interruptions.filter(({ from }) => from > day);
  return coming.reduce<InterruptionRecord | undefined>((a, b) => (a && a.from <= b.from ? a : b), undefined);
}

/** Days planned without a dose from `from` to the day before `day`. */
export function daysOff(state: Ground, from: LocalDate, day: LocalDate): number {
  let off = 0;
  for (let d = from; d < day; d++) if (interruptionOn(state, d)) off++;
  return off;
}
