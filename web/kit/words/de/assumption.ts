/** What a finding took for granted, in German, for the reader to disagree with (H18). */
import type { Assumption } from '../../../../src/analysis/finding.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { dayCount, dayCountDative, doseInWords, longDate } from './number.ts';

/** What was taken for granted, so that a reader can disagree. */
export function assumptionSentence(assumption: Assumption): string {
  switch (assumption.code) {
    case 'no-drug-before-the-diary':
      return 'Vor dem ersten Tag des Tagebuchs wurde das Medikament nicht eingenommen.';
    case 'steady-before-the-blinded-days':
      return `Nur die verblindeten Tage ab dem ${longDate(assumption.from)} wurden verwendet. Davor gilt als gleich geblieben: ${doseInWords(assumption.dose, assumption.unit)}.`;
    case 'dose-filled-between-equal-days':
      return `An ${dayCountDative(assumption.days)} ohne Angabe der Dosis war die Dosis davor und danach dieselbe. Sie wurde für diese Tage übernommen.`;
    case 'dose-carried-forward':
      return `An ${dayCountDative(assumption.days)} ohne Angabe der Dosis wurde die zuletzt notierte Dosis weiter angenommen.`;
    case 'onset-before-the-diary':
      return `Bevor ein Tag gesehen wurde, galt als zu erwarten: Die Wirkung baut sich in etwa ${dayCountDative(Number(assumption.days.toPrecision(2)))} auf. Eine andere Erwartung kann angegeben werden.`;
    case 'capsule-as-the-day-before':
      return `${dayCount(assumption.days)} ohne Dosis und ohne Angabe zur Kapsel: Es wurde angenommen, es war wie am Tag davor.`;
    case 'expectancy-constant':
      return 'Hoffnung und Gewohnheit wirkten an jedem Tag mit Kapsel gleich. So wurde gerechnet.';
    case 'blinding-as-stated':
      return 'Die Verblindung wurde so übernommen, wie sie angegeben ist. Hier lässt sie sich nicht prüfen.';
    default:
      return unreachable(assumption);
  }
}
