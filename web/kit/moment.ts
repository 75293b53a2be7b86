/** When was that, by the clock of this device? An instant of the server's as a civil day and time in words. */
import { localDate } from '../../src/base/calendar.ts';
import type { OwnWords } from './words/words.ts';

/** `instant` as the interface writes it, "2026-03-29T18:04:05.678Z". */
export function momentText(words: Pick<OwnWords, 'moment'>, instant: string): string {
  const at = new Date(instant);
  const day = localDate(at.getFullYear(), at.getMonth() + 1, at.getDate());
  return words.moment(day, at.getHours(), at.getMinutes());
}
