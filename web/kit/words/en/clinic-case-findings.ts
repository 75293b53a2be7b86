/** The findings of a case, in English: the list, computing one now, and what a finding rests on. */
import { answerWords } from './answer.ts';
import { chartWords } from './chart.ts';
import { findingWords } from './finding.ts';

export const clinicFindingsWords = {
  pack: { finding: findingWords, chart: chartWords, answer: answerWords },
  list: 'Findings, newest first',
  none: 'No finding has been made yet. One is made by itself once the diary has been quiet for a while, or now.',
  rests: 'What it rests on',
  head: ['Made', 'Diary up to entry', 'Analysis revision', 'Data hash'],
  compute: 'Compute now',
  computing: 'Computing from the diary as it stands. This takes a few seconds.',
  stopWaiting: 'Stop waiting',
  stoppedWaiting: 'Not waited for. The server goes on, and the finding will stand in this list.',
  computed: 'A new finding was made.',
  known: 'The diary has not changed since the last finding, so there is no new one.',
  earlier: 'This is not the newest finding. The diary has gone on since.',
};
