/** Everything a page says about a finding, in English, as one pack to be fetched. */
import { answerWords } from './answer.ts';
import { chartWords } from './chart.ts';
import { findingWords } from './finding.ts';

export const findingPack = { finding: findingWords, chart: chartWords, answer: answerWords };
