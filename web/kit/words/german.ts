/** German, whole, for the analysis desk. */
import { answerWords } from './de/answer.ts';
import { chartWords } from './de/chart.ts';
import { deskWords } from './de/desk.ts';
import { findingWords } from './de/finding.ts';
import { JOURNEY_TITLE } from './de/journey.ts';
import { reportWords } from './de/report.ts';
import { tableWords } from './de/table-stated.ts';
import type { Words } from './words.ts';

export const words: Words = {
  finding: findingWords,
  chart: chartWords,
  report: reportWords,
  answer: answerWords,
  table: tableWords,
  journeys: JOURNEY_TITLE,
  desk: deskWords,
};
