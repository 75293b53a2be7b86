/** What the drawn parts say, in English. */
import { answerWords } from '../words/en/answer.ts';
import { chartWords } from '../words/en/chart.ts';
import { courseWords } from '../words/en/course.ts';
import { findingWords } from '../words/en/finding.ts';
import { syringeWords } from '../words/en/syringe.ts';

export const pack = {
  finding: findingWords,
  chart: chartWords,
  answer: answerWords,
  course: courseWords,
  syringe: syringeWords,
};
