/** What a protocol of a blinded trial can have wrong with it, in German (H13, H19). */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { PROTOCOL_FAULT as english } from '../en/trial-fault.ts';

export const PROTOCOL_FAULT: typeof english = {
  'doses-missing': () => 'Wählen Sie die Dosis, die mit Placebo verglichen wird.',
  'one-dose-needed': ({ doses }) =>
    `Diese Art vergleicht eine Dosis mit Placebo, nicht ${doses}. Mehrere gehen mit „Dosisfindung“.`,
  'too-many-doses': ({ doses, limit }) => `${doses} Dosen sind zu viele für einen Menschen: höchstens ${limit}.`,
  'doses-not-rising': ({ place }) => `Dosis ${place + 1} liegt nicht über der vorigen.`,
  'blocks-out-of-range': ({ minimum, maximum }) =>
    `${minimum} bis ${maximum} sind möglich. Einer allein trennt das Medikament nicht von den Wochen, in denen es genommen wurde.`,
  'period-out-of-range': ({ minimum, maximum }) =>
    `Ein Abschnitt dauert ${minimum} bis ${maximum} Tage: Ein Medikament, das Wochen braucht, zeigt in weniger kaum etwas.`,
  'run-in-out-of-range': ({ maximum }) =>
    `0 bis ${maximum} erste Tage können wegbleiben, damit von jedem Abschnitt mindestens eine Woche zählt.`,
  'trial-too-long': ({ days, limit }) =>
    `Der Versuch würde ${days} Tage dauern, mehr als ${limit}. Nehmen Sie weniger oder kürzere Abschnitte.`,
  'nothing-to-randomise': () =>
    'Nur eine Reihenfolge hält den größten Anstieg ein; dem Zufall bliebe nichts. Erlauben Sie einen größeren Anstieg.',
  'primary-dose-not-in-design': ({ dose }) =>
    `Die Hauptfrage gilt ${formatDose(dose)}, und diese Dosis wird nicht verglichen.`,
  'outcome-not-kept': ({ outcome }) => `Das Tagebuch fragt nicht nach „${outcome}“.`,
  'outcome-twice': ({ outcome }) => `„${outcome}“ ist zweimal genannt.`,
  'settled-at-out-of-range': () => 'Die Regel muss zwischen 50 und 100 von 100 liegen, ohne beide.',
  'worthwhile-out-of-range': () => 'Eine lohnende Änderung liegt über 0 und höchstens bei 10 Punkten.',
  'escape-rule-missing': () =>
    'Ein Auslassversuch braucht eine Regel, die ihn früher beendet: Niemand, dem es gut ging, bleibt ohne sie auf Placebo.',
  'escape-rule-out-of-range': () => 'Ein Wert von 1 bis 10, an 1 bis 14 Tagen in Folge.',
  'spare-capsules-out-of-range': ({ maximum }) =>
    `0 bis ${maximum} Ersatzkapseln je Packung: Mehr würden ausgelassene Tage verdecken.`,
  'purpose-empty': () => 'Sagen Sie in einem Satz, warum das gefragt wird. Nennen Sie niemanden.',
};
