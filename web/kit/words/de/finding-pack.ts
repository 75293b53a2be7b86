/** Everything a page says about a finding, in German, as one pack to be fetched. */
import type { AnswerWords, Words } from '../words.ts';
import { answerWords } from './answer.ts';
import { chartWords } from './chart.ts';
import { findingWords } from './finding.ts';

export const findingPack: Pick<Words, 'finding' | 'chart'> & { readonly answer: AnswerWords } = {
  finding: findingWords,
  chart: chartWords,
  answer: answerWords,
};
