/** What a finding took for granted, for the reader to disagree with (H18). */
import type { Assumption } from '../../../../src/analysis/finding.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { dayCount, doseInWords, longDate } from './number.ts';

/** What was taken for granted, so that a reader can disagree. */
export function assumptionSentence(assumption: Assumption): string {
  switch (assumption.code) {
    case 'no-drug-before-the-diary':
      return 'No drug was taken before the first day of the diary.';
    case 'steady-before-the-blinded-days':
      return `Only the blinded days, from ${longDate(assumption.from)}, were used; before them, ${doseInWords(assumption.dose, assumption.unit)} was taken to have been steady.`;
    case 'dose-filled-between-equal-days':
      return `On ${dayCount(assumption.days)} without a note of the dose, the days before and after had the same dose, so it was taken as that.`;
    case 'dose-carried-forward':
      return `On ${dayCount(assumption.days)} without a note of the dose, the last dose noted was taken to go on.`;
    case 'onset-before-the-diary':
      return `Before any day was seen, onset was expected to take about ${dayCount(Number(assumption.days.toPrecision(2)))}. Another expectation can be stated.`;
    case 'capsule-as-the-day-before':
      return `On ${dayCount(assumption.days)} without a dose or a note of a capsule, it was taken as on the day before.`;
    case 'expectancy-constant':
      return 'Hope and habit were taken to act the same on every day a capsule was taken.';
    case 'blinding-as-stated':
      return 'The blinding was taken as stated; nothing here can check it.';
    default:
      return unreachable(assumption);
  }
}
