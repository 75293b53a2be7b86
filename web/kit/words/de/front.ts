/** The first page, in German: what this is, and where to go from here. */
import type { FrontWords } from '../words.ts';

export const frontWords: FrontWords = {
  title: 'Titrial',
  heading: 'Hilft niedrig dosiertes Naltrexon diesem Menschen?',
  lead: [
    'Mit Titrial unterschreibt eine Ärztin oder ein Arzt einen Plan. Die Patientin oder der Patient folgt ihm Stufe für Stufe und führt ein kurzes Tagebuch auf dem Telefon, auch ohne Netz.',
    'Daraus sagt Titrial für jede Beschwerde und jede Dosis, was sich verändert hat und wie sicher das ist. „Noch nicht klar“ ist eine häufige Antwort; dann steht dabei, was Klarheit brächte.',
    'Titrial ändert keine Dosis und beweist nicht, dass ein Mittel hilft: Die großen Studien fanden im Durchschnitt keinen Nutzen, und wer Opioide nimmt, darf dieses Mittel nicht nehmen.',
  ],
  demo: {
    heading: 'Erst einmal umsehen',
    button: 'Die Vorführung öffnen',
    help: 'Erfundene Menschen und echte Regeln. Sehen Sie sich als Ärztin, als Patient oder als jemand anders um. Einzurichten ist nichts.',
    making: (done, of) => `Die Praxis entsteht: ${done} von ${of} Menschen.`,
    wait: 'Einen Moment …',
    unreachable: 'Der Server antwortet nicht. Prüfen Sie, ob er läuft, und versuchen Sie es noch einmal.',
    failed: 'Die Vorführung konnte nicht erstellt werden. Versuchen Sie es noch einmal; sonst melden Sie es bitte.',
  },
  start: {
    heading: 'Selbst verwenden',
    clinic: 'Meine Praxis einrichten',
    clinicHelp: [
      'Wo Titrial gestartet wurde, zeigt das Terminal einen Link, der einmal gilt. Öffnen Sie ihn in diesem Browser und wählen Sie „Für eine Praxis“.',
      'Sie geben der Praxis einen Namen und übernehmen zuerst die Verwaltung. Dann laden Sie Ärztinnen und Ärzte ein, und diese ihre Patientinnen und Patienten.',
    ],
    solo: 'Nur für mich',
    soloHelp: [
      'Für Ihr eigenes Tagebuch, nach einem Plan, der Ihnen verordnet wurde und den Sie abschreiben.',
      'Wo Titrial gestartet wurde, zeigt das Terminal einen Link, der einmal gilt. Öffnen Sie ihn in diesem Browser und wählen Sie „Nur für mich“.',
    ],
    lost: 'Kein Link zu sehen? Beenden Sie Titrial und starten Sie es neu: Jeder Start zeigt einen neuen, bis einer benutzt wurde.',
  },
  back: {
    heading: 'Hereinkommen',
    signIn: 'Anmelden',
    invited: 'Wurden Sie eingeladen? Öffnen Sie den Link, den Sie bekommen haben.',
  },
  on: {
    heading: (name) => `Angemeldet als ${name}`,
    diary: 'Mein Tagebuch öffnen',
    clinic: 'Die Praxis öffnen',
    own: 'Meine Geräte, und andere einladen',
  },
  desk: {
    heading: 'Nur ein Tagebuch, ohne Praxis',
    link: 'Eine Tagebuch-Datei auswerten',
    help: 'Eine Tabelle mit Tagen, Dosen und Werten (CSV) wird in diesem Browser gelesen. Sie wird nirgendwohin gesendet.',
  },
};
