/** How strong a comparison the days allow: what was randomised or blinded as stated, else what the doses show. */
import type { Grade } from './finding.ts';
import type { Series } from './series.ts';

/** A return to no drug of this many days, after the drug, is a hold period: two medians of the onset time. */
const HOLD_DAYS = 14;

export function gradeOf(series: Series, stated: { readonly blinded: boolean; readonly randomised: boolean }): Grade {
  if (stated.blinded) return 'randomised-blinded';
  if (stated.randomised) return 'randomised-open';
  return hasHold(series) ? 'open-label-with-hold' : 'open-label';
}

function hasHold(series: Series): boolean {
  let taken = false;
  let off = 0;
  for (const dose of series.dose) {
    if (dose > 0) {
      taken = true;
      off = 0;
    } else if (taken && ++off >= HOLD_DAYS) return true;
  }
  return false;
}
