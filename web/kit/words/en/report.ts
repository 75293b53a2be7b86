/** Fixed English text of the exported page. */
import type { ReportWords } from '../../../../src/report/words.ts';
import { answerWords } from './answer.ts';
import { SYNTHETIC_MARK } from './journey.ts';

export const reportWords: ReportWords = {
  language: 'en',
  title: 'What the diary says',
  heading: answerWords.heading,
  synthetic: SYNTHETIC_MARK,
  label: {
    'all-doses': 'Every dose and symptom',
    'as-table': 'The same as a table',
    'best-dose': 'Dose and onset',
    trend: 'How much the answer leans on drift',
    exceedance: 'How large a change, how likely',
    decision: 'What would settle it',
    assumptions: 'Taken for granted',
    'no-assumptions': 'Nothing beyond the model itself.',
    made: 'How this was made',
    'data-hash': 'Data',
    refusals: 'No finding',
  },
};
