/** German of the emergency card (H14, H25). */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { cardWords as english } from '../en/patient-card.ts';
import { whenWords } from './patient-when.ts';

export const cardWords: typeof english = {
  heading: 'Notfallkarte',
  takes: (dose: string): string => `Ich nehme Naltrexon, ${dose} am Tag.`,
  takesUnknown: 'Ich nehme oder nahm niedrig dosiertes Naltrexon.',
  stopped: (on: LocalDate): string => `Ich habe Naltrexon am ${whenWords.fullDay(on)} abgesetzt.`,
  inTrial: (dose: string): string =>
    `Ich bin in einer verblindeten Studie: Naltrexon, bis ${dose} am Tag, oder kein Wirkstoff.`,
  trialOver: (on: LocalDate): string =>
    `Ich war in einer verblindeten Studie mit Naltrexon. Sie endete am ${whenWords.fullDay(on)}.`,
  treat: 'Behandeln wie unter Naltrexon.',
  blocks: 'Naltrexon blockiert Opioidrezeptoren.',
  points: [
    'Opioide wirken in üblicher Dosis vielleicht nicht. Höhere Dosen gegen die Blockade sind gefährlich: Die Atmung kann später aussetzen.',
    'Gegen Schmerzen: Regionalanästhesie oder Schmerzmittel, die keine Opioide sind.',
    'Ist ein Opioid nötig: nur durch geschultes Personal, mit Überwachung und Mitteln zur Beatmung.',
    'Wurden vorher Opioide genommen: auf plötzlichen Entzug achten.',
    'Kein weiteres Naltrexon, bis behandelnde und verordnende Person sich einig sind.',
  ],
  last: (on: LocalDate, dose: string): string => `Letzte notierte Dosis: ${dose} am ${whenWords.fullDay(on)}`,
  lastKit: (on: LocalDate, kit: string): string => `Letzte notierte Kapsel: Kit ${kit} am ${whenWords.fullDay(on)}`,
  code: 'Wer verordnet oder die Apotheke kann nachsehen, was dieses Kit enthält. Nicht darauf warten.',
  lastNone: 'Auf diesem Gerät ist keine Dosis notiert.',
  prescriber: (names: string): string => `Verordnet von: ${names}`,
  clinic: (name: string): string => `Praxis: ${name}`,
  notMonitored: 'Niemand überwacht diese Seite Tag und Nacht. Bei Gefahr den Notruf rufen.',
  source:
    'Quelle: Fachinformation zu Naltrexon 50 mg. In niedriger Dosis ist die Blockade schwächer und kürzer; darauf ist kein Verlass.',
  other: 'English',
  print: 'Drucken',
  name: 'Name',
};
