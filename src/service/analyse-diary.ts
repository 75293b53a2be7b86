/**
 * What do the days say? The work of one pool thread: a diary as plain values in, findings and refusals out; or an opened
 * trial in and its answer out. Runs away from the thread that serves, and gives the same bytes wherever it runs (H18, H38).
 */
import { analyseDiary } from '../analysis/analyse.ts';
import type { Analysis } from '../analysis/finding.ts';
import { REVISION } from '../analysis/revision.ts';
import { answerTrial } from '../analysis/trial/opened-trial.ts';
import type { TrialAnswer } from '../analysis/trial/trial-answer.ts';
import type { TrialRun } from '../analysis/trial/trial-run.ts';
import { hashOf } from '../base/hash.ts';
import { checkDiary, type DraftDiary } from '../trial/diary.ts';

/** What is asked. Doses in micrograms; `blinded` and `randomised` as the record of the case shows them. */
export type DiaryRequest = {
  readonly diary: DraftDiary;
  readonly blinded: boolean;
  readonly randomised: boolean;
};

/** An opened trial; a sealed one cannot be asked about, because its sequence is part of the run (H13). */
export type TrialRequest = { readonly trialRun: TrialRun };
export type AnalysisRequest = DiaryRequest | TrialRequest;

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

/** Answers whichever is asked. */
export function analyseRequest(request: AnalysisRequest): Analysis | TrialAnswer {
  return 'trialRun' in request ? answerTrial(request.trialRun) : analyseKeptDiary(request);
}

export default analyseRequest;
