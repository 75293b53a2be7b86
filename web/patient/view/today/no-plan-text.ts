/** Why no plan may be followed, in the words of the page. */
import type { NoPlan } from '../../../../src/records/case-state.ts';
import { say } from '../said.ts';

export function noPlanText(why: NoPlan): string {
  const sentence = say().today.dose.noPlan[why.code] as (told: NoPlan) => string;
  return sentence(why);
}
