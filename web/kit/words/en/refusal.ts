/**
 * Why no finding was made: what is missing, what was kept, what would help. One sentence group for each refusal code;
 * a new code does not compile until it stands here.
 */
import type { Refusal } from '../../../../src/analysis/finding.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { capital, dayCount, doseInWords, longDate } from './number.ts';

/** The reason in full, starting with the outcome's name. Doses are named in the diary's unit, mg unless said. */
export function refusalSentence(refusal: Refusal, unit: 'mg' | 'none' = 'mg'): string {
  return `No finding for ${refusal.outcome}. ${capital(reason(refusal, unit))}`;
}

function reason(refusal: Refusal, unit: 'mg' | 'none'): string {
  switch (refusal.code) {
    case 'series-too-short':
      return `The diary covers ${dayCount(refusal.days)}; at least ${refusal.needed} are needed. Your days are kept: add more and ask again.`;
    case 'no-days-without-drug':
      return `${capital(dayCount(refusal.days))} without the drug are logged; at least ${refusal.needed} are needed to compare with. Days from before the first dose would do.`;
    case 'no-days-with-drug':
      return `${capital(dayCount(refusal.days))} with the drug are logged; at least ${refusal.needed} are needed. Ask again when there are more.`;
    case 'one-dose-only':
      return `Every day has the same dose (${doseInWords(refusal.dose, unit)}), so there is nothing to compare it with. Days at another dose or without the drug are needed.`;
    case 'period-under-half-logged':
      return `From ${longDate(refusal.from)} to ${longDate(refusal.to)}, on ${doseInWords(refusal.dose, unit)}, only ${refusal.logged} of ${dayCount(refusal.days)} are logged. At least half are needed, as bad days are the ones most often left out.`;
    case 'no-variation':
      return `Every score is ${refusal.value}. With no ups and downs, nothing can be told. Check that the right column was chosen.`;
    case 'dose-unknown':
      return `The dose is not noted from ${longDate(refusal.from)} to ${longDate(refusal.to)}. Fill in what was taken on those days (0 for none) and ask again.`;
    case 'too-many-doses':
      return `The diary holds ${refusal.doses} different doses; at most ${refusal.limit} can be told apart. Check that the dose column is the right one.`;
    case 'fit-not-converged':
      return 'The calculation did not settle on one answer, so none is shown. The diary is unharmed; please send us the file with the scores changed if it holds nothing private.';
    default:
      return unreachable(refusal);
  }
}
