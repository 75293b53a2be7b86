/** What the drawn parts say, in German. */
import { answerWords } from '../words/de/answer.ts';
import { chartWords } from '../words/de/chart.ts';
import { courseWords } from '../words/de/course.ts';
import { findingWords } from '../words/de/finding.ts';
import { syringeWords } from '../words/de/syringe.ts';

export const pack = {
  finding: findingWords,
  chart: chartWords,
  answer: answerWords,
  course: courseWords,
  syringe: syringeWords,
};
