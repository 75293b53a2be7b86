/** What the example journeys are called in German, and what each teaches. All are synthetic. */
import type { JourneyName } from '../../../../src/analysis/journey.ts';

/** One line a journey; a new journey does not compile until it has its line. */
export const JOURNEY_TITLE: Record<JourneyName, string> = {
  responder: 'Der Schmerz sinkt bei 3 mg und bei 4.5 mg nicht weiter; Träume bei 4.5 mg; dann verblindete Abschnitte',
  'non-responder': 'Besser, solange es offen genommen wird; verblindet kein Unterschied zu Placebo',
  'side-effects': 'Der Schlaf wird mit steigender Dosis schlechter; zurück auf 1 mg, etwas weniger Fatigue',
  'opioid-exclusion': 'Nimmt ein Opioid und beginnt deshalb nie: ein Tagebuch ohne Antwort',
  'slow-responder': 'Wochenlang nichts bei 4.5 mg, besser bei 6 mg: die Wirkung braucht einen Monat',
  'small-dose': 'Am besten bei 0.75 mg und schlechter bei 1.5 mg, mit vielen Tagen zu krank für einen Eintrag',
  surgery: 'Pause wegen einer Operation, dann Neubeginn mit der ersten Stufe',
  traveller: 'Zeitumstellung, Zeitzonen und ein Datum, das es nie gab',
  withdrawn: 'Einwilligung nach 33 Tagen zurückgezogen: zu kurz, um viel zu sagen',
  'clinic-of-40': 'Vierzig Personen, im Mittel kaum eine Wirkung, jede anders',
};

/** Where a synthetic diary is shown. */
export const SYNTHETIC_MARK = 'Erfunden: Dieses Tagebuch hat niemand geführt.';
