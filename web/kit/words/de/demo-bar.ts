/** What stands above every page of the demonstration, in German. */
import type { DemoBarWords } from '../words.ts';

export const demoBarWords: DemoBarWords = {
  name: 'Vorführung',
  notice: 'Vorführung: erfundene Menschen. Nichts hier gehört zu jemandem.',
  renewed: 'Alles darin entsteht jeden Tag neu.',
  password: (password) => `Wenn ein Plan zu unterschreiben ist, lautet das Passwort ${password}`,
  change: 'Als jemand anders ansehen',
  leave: 'Vorführung verlassen',
  entrant: {
    prescriber: 'Ärztin',
    patient: 'Patient, Kapseln',
    'liquid-patient': 'Patientin, Lösung',
    'trial-patient': 'Patientin, im Versuch',
    carer: 'Angehörige',
    'second-prescriber': 'Zweite Ärztin',
    pharmacist: 'Apotheke',
    coordinator: 'Koordination',
    admin: 'Verwaltung',
  },
  making: (done, of) => `Die Praxis entsteht: ${done} von ${of} Menschen.`,
  wait: 'Einen Moment …',
  unreachable: 'Der Server ist nicht zu erreichen. Versuchen Sie es noch einmal.',
  failed: 'Die Vorführung konnte nicht erstellt werden. Versuchen Sie es noch einmal; sonst melden Sie es bitte.',
};
