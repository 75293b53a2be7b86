/** English, whole, for the analysis desk. */
import { answerWords } from './en/answer.ts';
import { chartWords } from './en/chart.ts';
import { deskWords } from './en/desk.ts';
import { findingWords } from './en/finding.ts';
import { JOURNEY_TITLE } from './en/journey.ts';
import { reportWords } from './en/report.ts';
import { tableWords } from './en/table-stated.ts';
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
