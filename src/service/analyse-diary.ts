/**
 * What do the days say? The work of one pool thread: a diary as plain values in, findings and refusals out. Runs away
 * from the thread that serves, and gives the same bytes wherever it runs (H18, H38).
 */
import { analyseDiary } from '../analysis/analyse.ts';
import type { Analysis } from '../analysis/finding.ts';
import { REVISION } from '../analysis/revision.ts';
import { hashOf } from '../base/hash.ts';
import { checkDiary, type DraftDiary } from '../trial/diary.ts';

/** What is asked. Doses in micrograms; `blinded` and `randomised` as the record of the case shows them. */
export type DiaryRequest = {
  readonly diary: DraftDiary;
  readonly blinded: boolean;
  readonly randomised: boolean;
};

/** What a finding is computed from and by: equal marks mean equal findings. */
export type FindingMark = { readonly dataHash: string; readonly revision: string };

/** The mark a request would have, without the work. */
export function markOf(request: DiaryRequest): FindingMark {
  return { dataHash: hashOf(request), revision: REVISION };
}

/** @throws RangeError for a diary that does not hold together: the record let none such in */
export function analyseKeptDiary(request: DiaryRequest): Analysis {
  const checked = checkDiary(request.diary);
  if (!checked.ok) throw new RangeError(`a kept diary does not hold together: ${checked.error[0]?.code}`);
  const { blinded, randomised } = request;
  return analyseDiary({ diary: checked.value, likelihood: 'auto', blinded, randomised });
}

export default analyseKeptDiary;
