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
      return `Only ${dayCount(refusal.days)} have a score; at least ${refusal.needed} are needed. Nothing is lost: keep the diary going and ask again.`;
    case 'no-days-without-drug':
      return `Scored days without the drug: ${refusal.days}; at least ${refusal.needed} are needed to compare with. Days from before the first dose would do.`;
    case 'no-days-with-drug':
      return `Scored days with the drug: ${refusal.days}; at least ${refusal.needed} are needed. Ask again when there are more.`;
    case 'one-dose-only':
      return `Every day has the same dose (${doseInWords(refusal.dose, unit)}), so there is nothing to compare it with. Days at another dose or without the drug are needed.`;
    case 'period-under-half-logged':
      return `From ${longDate(refusal.from)} to ${longDate(refusal.to)} (${doseInWords(refusal.dose, unit)}), only ${refusal.logged} of ${dayCount(refusal.days)} are logged. At least half are needed, as bad days are the ones most often left out.`;
    case 'no-variation':
      return `Every score is ${refusal.value}. With no ups and downs, nothing can be told. Check that the right column was chosen.`;
    case 'series-too-long':
      return `The diary spans ${dayCount(refusal.days)}; at most ${refusal.limit} are computed. Keep the stretch you are asking about and ask again.`;
    case 'rounded-needs-whole-points':
      return 'Some scores are not whole points, so they cannot be treated as rounded to whole points. Choose another way of treating the scores.';
    case 'dose-unknown':
      return `The dose is not noted from ${longDate(refusal.from)} to ${longDate(refusal.to)}. Fill in what was taken on those days (0 for none) and ask again.`;
    case 'too-many-doses':
      return `The diary holds ${refusal.doses} different doses; at most ${refusal.limit} can be told apart. Check that the dose column is the right one.`;
    case 'fit-not-converged':
      return 'The calculation did not settle on one answer, so none is shown. The diary is unharmed. More days, or the other way of treating the scores, may help.';
    default:
      return unreachable(refusal);
  }
}
