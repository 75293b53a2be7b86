/**
 * Which periods are handed out together? A block of placebo and every dose, whole; of a start or withdrawal all of them at
 * once: what is handed out then says nothing of what it holds (H13).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { armsOf, periodsOf, type TrialDesign } from '../../trial/design.ts';
import { daysOfPeriod, type TrialProtocol } from '../../trial/protocol.ts';

/** Periods of each block, 0 = first. */
export function blocksOf(design: TrialDesign): readonly (readonly number[])[] {
  const periods = Array.from({ length: periodsOf(design) }, (_, period) => period);
  if (design.kind === 'randomised-start' || design.kind === 'randomised-withdrawal') return [periods];
  const size = armsOf(design).length;
  return Array.from({ length: design.blocks }, (_, block) => periods.slice(block * size, (block + 1) * size));
}

/** Last planned civil day of a block of a trial that begins on `startOn`. */
export function blockLastDay(protocol: TrialProtocol, startOn: LocalDate, block: readonly number[]): LocalDate {
  return daysOfPeriod(protocol, startOn, block.at(-1) ?? 0).last;
}
