/**
 * Why no finding was made, in German: what is missing, what was kept, what would help. A new code does not compile until
 * it stands here.
 */
import type { Refusal } from '../../../../src/analysis/finding.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { dayCount, dayCountDative, doseInWords, longDate, outcomeName, withComma } from './number.ts';

/** The reason in full, starting with the outcome's name. Doses are named in the diary's unit, mg unless said. */
export function refusalSentence(refusal: Refusal, unit: 'mg' | 'none' = 'mg'): string {
  return `Kein Befund für ${outcomeName(refusal.outcome)}. ${reason(refusal, unit)}`;
}

function reason(refusal: Refusal, unit: 'mg' | 'none'): string {
  switch (refusal.code) {
    case 'series-too-short':
      return `Nur ${dayCount(refusal.days)} mit einem Wert, nötig sind mindestens ${refusal.needed}. Nichts ist verloren: Führen Sie das Tagebuch weiter und fragen Sie später noch einmal.`;
    case 'no-days-without-drug':
      return `Tage mit Wert ohne das Medikament: ${refusal.days}. Für den Vergleich sind mindestens ${refusal.needed} nötig. Tage vor der ersten Dosis reichen dafür.`;
    case 'no-days-with-drug':
      return `Tage mit Wert und mit dem Medikament: ${refusal.days}. Nötig sind mindestens ${refusal.needed}. Fragen Sie wieder, wenn es mehr sind.`;
    case 'one-dose-only':
      return `An jedem Tag steht dieselbe Dosis (${doseInWords(refusal.dose, unit)}), also fehlt der Vergleich. Nötig sind Tage mit einer anderen Dosis oder ohne das Medikament.`;
    case 'period-under-half-logged':
      return `Vom ${longDate(refusal.from)} bis zum ${longDate(refusal.to)} (${doseInWords(refusal.dose, unit)}) sind nur ${refusal.logged} von ${dayCountDative(refusal.days)} eingetragen. Mindestens die Hälfte ist nötig. Denn gerade schlechte Tage bleiben oft leer.`;
    case 'no-variation':
      return `Jeder Wert ist ${withComma(refusal.value)}. Ohne Auf und Ab lässt sich nichts sagen. Prüfen Sie, ob die richtige Spalte gewählt ist.`;
    case 'series-too-long':
      return `Das Tagebuch umfasst ${dayCount(refusal.days)}; höchstens ${refusal.limit} werden berechnet. Behalten Sie den Abschnitt, um den es geht, und fragen Sie noch einmal.`;
    case 'rounded-needs-whole-points':
      return 'Einige Werte sind keine ganzen Punkte. Sie lassen sich nicht als gerundet behandeln. Wählen Sie eine andere Art, die Werte zu behandeln.';
    case 'dose-unknown':
      return `Vom ${longDate(refusal.from)} bis zum ${longDate(refusal.to)} ist keine Dosis notiert. Tragen Sie nach, was eingenommen wurde (0 für nichts), und fragen Sie noch einmal.`;
    case 'too-many-doses':
      return `Das Tagebuch enthält ${refusal.doses} verschiedene Dosen; höchstens ${refusal.limit} lassen sich unterscheiden. Prüfen Sie, ob die Spalte der Dosis stimmt.`;
    case 'fit-not-converged':
      return 'Die Rechnung kam zu keinem eindeutigen Ergebnis, daher wird keines gezeigt. Das Tagebuch ist unverändert. Mehr Tage oder die andere Art, die Werte zu behandeln, können helfen.';
    default:
      return unreachable(refusal);
  }
}
