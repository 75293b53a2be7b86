/** The findings of a case, in German: the list, computing one now, and what a finding rests on. */
import type { clinicFindingsWords as english } from '../en/clinic-case-findings.ts';
import { answerWords } from './answer.ts';
import { chartWords } from './chart.ts';
import { findingWords } from './finding.ts';

export const clinicFindingsWords: typeof english = {
  pack: { finding: findingWords, chart: chartWords, answer: answerWords },
  list: 'Befunde, der neueste zuerst',
  none: 'Noch gibt es keinen Befund. Er entsteht von selbst, wenn das Tagebuch eine Weile ruht, oder jetzt.',
  rests: 'Worauf er beruht',
  head: ['Gemacht', 'Tagebuch bis Eintrag', 'Stand der Auswertung', 'Prüfsumme der Daten'],
  compute: 'Jetzt berechnen',
  computing: 'Wird aus dem Tagebuch berechnet, wie es jetzt ist. Das dauert einige Sekunden.',
  stopWaiting: 'Nicht länger warten',
  stoppedWaiting: 'Nicht gewartet. Der Server rechnet weiter, und der Befund wird in dieser Liste stehen.',
  computed: 'Ein neuer Befund liegt vor.',
  known: 'Das Tagebuch ist seit dem letzten Befund unverändert, darum gibt es keinen neuen.',
  earlier: 'Das ist nicht der neueste Befund. Das Tagebuch ging seitdem weiter.',
};
