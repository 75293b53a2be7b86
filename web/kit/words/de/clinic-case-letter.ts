/** The letter to any doctor, in German: which of the two, for whom, in which language, and what it will hold. */
import type { clinicLetterWords as english } from '../en/clinic-case-letter.ts';
import { LANGUAGE_NAME } from '../language.ts';

export const clinicLetterWords: typeof english = {
  heading: 'Brief an eine Ärztin oder einen Arzt',
  lead: 'Zwei Seiten als PDF. Er informiert und verordnet nichts.',
  kind: 'Welcher Brief',
  kinds: { course: 'Über den bisherigen Verlauf', request: 'Bitte um Prüfung, vor einem Plan' },
  holds: 'Er wird enthalten',
  contents: {
    course: [
      'um wen es geht (Bezeichnung des Falls), warum, und wer verordnet',
      'den Plan und die wirklich genommenen Dosen',
      'das Tagebuch als Bild und den neuesten Befund mit seinem Grad',
      'Nebenwirkungen und was deshalb geschah',
      'die Sicherheitskarte: Opioide, Operationen, Notfälle',
      'die Studienlage, auch die Studien ohne Wirkung',
      'worum gebeten wird, und die Quellen',
    ],
    request: [
      'die Antworten der Sicherheitsprüfung und was sie ergab',
      'das Tagebuch vor jedem Wirkstoff als Bild',
      'was niedrig dosiertes Naltrexon ist und nicht ist, auch die Studien ohne Wirkung',
      'Fragen an die lesende Person; nichts, was sich wie ein Rezept liest',
      'die Sicherheitskarte und die Quellen',
    ],
  },
  language: 'Sprache des Briefs',
  languages: LANGUAGE_NAME,
  addressee: 'An wen',
  addresseeHelp: 'So, wie es oben stehen soll, oder leer.',
  patientName: 'Name der Patientin oder des Patienten im Brief',
  patientNameHelp: 'Leer: An seiner Stelle steht die Bezeichnung des Falls.',
  make: 'Brief erstellen',
  making: 'Brief wird erstellt …',
  made: 'Der Brief wurde erstellt und dem Browser zum Speichern gegeben. Dass er erstellt wurde, steht in der Akte.',
  file: 'brief.pdf',
};
