/** English, whole. */
import { answerWords } from './en/answer.ts';
import { chartWords } from './en/chart.ts';
import { deskWords } from './en/desk.ts';
import { doorWords } from './en/door.ts';
import { findingWords } from './en/finding.ts';
import { reportWords } from './en/report.ts';
import type { Words } from './words.ts';

export const english: Words = {
  finding: findingWords,
  chart: chartWords,
  report: reportWords,
  answer: answerWords,
  desk: deskWords,
  door: doorWords,
};
