/** German around every place of the patient's page. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { PatientWords } from '../words.ts';
import { whenWords } from './patient-when.ts';

const entries = (n: number): string => (n === 1 ? '1 Eintrag wartet' : `${n} Einträge warten`);

export const frameWords: PatientWords['frame'] = {
  title: 'Titrial',
  wait: 'Einen Moment …',
  titles: {
    today: '',
    day: 'Früherer Tag',
    serious: 'Etwas Ernstes',
    answer: 'Meine Antwort',
    plan: 'Mein Plan',
    card: 'Notfallkarte',
    more: 'Mehr',
    letter: 'Brief',
    evidence: 'Was man weiß',
    products: 'Was ich habe',
    medicines: 'Meine Medikamente',
    screening: 'Fragen zur Sicherheit',
    solo: 'Plan abschreiben',
    devices: 'Meine Geräte',
    settings: 'Einstellungen',
    record: 'Meine Daten',
    refused: 'Einträge, über die Sie entscheiden',
    trial: 'Meine Studie',
  },
  places: { today: 'Heute', answer: 'Antwort', plan: 'Plan', more: 'Mehr' },
  placesName: 'Bereiche',
  card: 'Notfallkarte',
  back: 'Zurück',
  close: 'Schließen',
  cancel: 'Nein, zurück',
  working: 'Einen Moment …',

  sync: {
    name: 'Weiß die Praxis alles?',
    told: (at: string): string => `Alles in der Praxis, ${at}`,
    toldNever: 'Auf diesem Gerät gespeichert',
    waiting: (n: number): string => `${entries(n)} auf diesem Gerät`,
    sending: 'Wird gesendet …',
    offline: (n: number): string =>
      n === 0 ? 'Kein Netz. Alles ist gesendet.' : `Kein Netz. ${entries(n)} sicher hier`,
    signedOut: (n: number): string =>
      n === 0 ? 'Abgemeldet. Nichts wartet.' : `Abgemeldet. ${entries(n)} sicher hier`,
    refused: (n: number): string => (n === 1 ? 'Entscheiden Sie über 1 Eintrag' : `Entscheiden Sie über ${n} Einträge`),
    signIn: 'Anmelden',
    decide: 'Ansehen',
    clockOff: 'Die Uhr dieses Geräts geht falsch. Bitte stellen Sie sie, sonst landen Einträge am falschen Tag.',
    staleCheck: (n: number): string =>
      `Zuletzt vor ${n === 1 ? '1 Tag' : `${n} Tagen`} mit der Praxis abgeglichen. Gehen Sie online, sobald es geht, damit Sie Änderungen sehen.`,
  },

  forWhom: (name: string): string => `Sie schreiben für ${name}`,

  wiped: {
    heading: 'Dieses Gerät hatte das Tagebuch verloren',
    text: (last?: LocalDate): string =>
      last === undefined
        ? 'Was die Praxis hat, ist wieder da. Einträge, die sie noch nicht hatte, sind weg.'
        : `Was die Praxis hat, ist wieder da, bis ${whenWords.longDay(last)}. Spätere Einträge, die nur auf diesem Gerät waren, sind weg.`,
    help: 'Gestern und vorgestern können Sie noch nachtragen.',
    done: 'Gelesen',
  },

  stopLate: {
    heading: 'Ihr Stopp ist angekommen',
    text: (asked: LocalDate, told: LocalDate): string =>
      `Sie haben am ${whenWords.longDay(asked)} gestoppt. Für die Praxis zählt es ab ${whenWords.longDay(told)}, als sie davon erfuhr.`,
  },

  signedOut: {
    heading: 'Sie sind abgemeldet',
    text: 'Melden Sie sich an. Dann sehen Sie Dosis, Plan und Tagebuch. Was auf diesem Gerät ist, bleibt.',
    button: 'Anmelden',
  },
  noCase: {
    heading: 'Für Sie ist noch nichts angelegt',
    text: 'Die Praxis hat Ihr Tagebuch noch nicht eröffnet. Fragen Sie dort nach und schauen Sie dann wieder.',
    again: 'Noch einmal schauen',
  },
  chooseCase: { heading: 'Wessen Tagebuch?', text: 'Wählen Sie, für wen Sie schreiben.' },

  welcome: {
    heading: 'Willkommen',
    text: [
      'Jeden Tag notieren Sie Ihre Dosis und drei Zahlen. Das sind etwa viermal Tippen, auch ohne Netz.',
      'Was Sie schreiben, bleibt auf diesem Gerät und geht an Ihre Praxis, sobald es eine Verbindung gibt. Sie können jederzeit alles mitnehmen oder aufhören.',
      'Niemand liest Tag und Nacht mit. Brauchen Sie sofort Hilfe, rufen Sie den Notruf.',
    ],
    install:
      'Tipp: Legen Sie diese Seite auf Ihren Startbildschirm. Sie öffnet sich dann wie eine App, auch ohne Netz.',
    begin: 'Los geht es',
  },
};
