/** Fixed German text of the exported page. */
import type { ReportWords } from '../../../../src/report/words.ts';
import { answerWords } from './answer.ts';
import { SYNTHETIC_MARK } from './journey.ts';

export const reportWords: ReportWords = {
  language: 'de',
  title: 'Was das Tagebuch sagt',
  heading: answerWords.heading,
  synthetic: SYNTHETIC_MARK,
  label: {
    'all-doses': 'Jede Dosis und jede Beschwerde',
    'as-table': 'Dasselbe als Tabelle',
    'best-dose': 'Dosis und Wirkungseintritt',
    trend: 'Wie sehr die Antwort am natürlichen Verlauf hängt',
    exceedance: 'Wie große Änderung, wie wahrscheinlich',
    decision: 'Was es klären würde',
    assumptions: 'Was angenommen wurde',
    'no-assumptions': 'Nichts über das Modell hinaus.',
    made: 'Wie das entstand',
    'data-hash': 'Daten',
    refusals: 'Kein Befund',
  },
};
