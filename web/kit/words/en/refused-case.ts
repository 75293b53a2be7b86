/** What is said when a case cannot be read or changed. A stranger learns nothing about whether it exists (H16). */
import type { CaseRefused } from '../../../../src/http/refused.ts';
import type { Words } from './plan.ts';

export const CASE_REFUSED: Words<CaseRefused> = {
  'not-found': () => 'There is no such thing here, or it is not yours to see.',
  'not-allowed': () => 'You may see this, but this act is not among yours.',
  'case-busy': () => 'Others changed this case at the same moment. Nothing was changed by you. Try again.',
  'event-refused': ({ faults }) =>
    `${faults.length === 1 ? 'One part' : `${faults.length} parts`} could not be kept as written: too long, or with characters nobody sees. Nothing was changed.`,
  'case-exists': () => 'There is a case of this name already. Nothing was changed.',
};
