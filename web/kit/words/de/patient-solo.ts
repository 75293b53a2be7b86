/** German for a patient alone. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { PatientWords } from '../words.ts';
import { whenWords } from './patient-when.ts';

const { days, longDay, fullDay } = whenWords;

export const soloWords: PatientWords['solo'] = {
  open: {
    heading: 'Ihr eigenes Tagebuch',
    text: 'Hier gibt es keine Praxis. Sie führen das Tagebuch für sich und für Ihre Ärztin oder Ihren Arzt. Einen Plan, der Ihnen verordnet wurde, können Sie abschreiben.',
    label: 'Mein Tagebuch',
    button: 'Mein Tagebuch öffnen',
  },
  heading: 'Einen Plan abschreiben',
  help: 'Schreiben Sie genau ab, was Ihnen verordnet wurde. Hier unterschreibt niemand, und die Seite sagt das. Haben Sie keinen Plan, sehen Sie zuerst unter „Brief“ nach.',
  first:
    'Bevor ein Plan abgeschrieben werden kann, beantworten Sie die Fragen zur Sicherheit und lesen Sie, was gefunden wurde.',
  toQuestions: 'Fragen zur Sicherheit',
  template: 'Welcher kommt ihm am nächsten?',
  steps: 'Stufen',
  step: (n: number): string => `Stufe ${n}`,
  dose: 'Dosis',
  least: 'Mindestens',
  days,
  addStep: 'Noch eine Stufe',
  removeStep: 'Letzte Stufe weglassen',
  ceiling: 'Höchste Dosis, die Ihnen erlaubt ist',
  baseline: 'Vorher Tage ohne das Mittel',
  timeOfDay: 'Wann wird es genommen?',
  times: { evening: 'Am Abend', morning: 'Am Morgen' },
  startAt: 'Wo stehen Sie jetzt?',
  atBaseline: 'Ich habe noch nicht begonnen',
  atStep: (dose: string): string => `Bei ${dose}`,
  lasts: 'Für wie lange ist es verordnet?',
  lastsDays: (n: number): string => `${n} Tage`,
  readBack: 'Zum Gegenlesen zeigen',
  change: 'Etwas ändern',
  shown: {
    heading: 'Ist das genau, was verordnet wurde?',
    line: (what: string, from: LocalDate, to: LocalDate): string => `${what}: ${longDay(from)} bis ${longDay(to)}`,
    without: 'ohne das Mittel',
    ceiling: (dose: string): string => `Nie mehr als ${dose} am Tag`,
    until: (date: LocalDate): string => `Gültig bis ${fullDay(date)}`,
    faults: 'Noch kann er nicht abgeschrieben werden',
    cautions: 'Bitte lesen',
  },
  prescribedBy: 'Wer es verordnet hat (Name)',
  sure: 'Das wurde mir ärztlich verordnet, und ich habe jede Zeile gelesen.',
  keep: 'Abschreiben',
  kept: 'Der Plan ist da.',
};
