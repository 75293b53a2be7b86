/** Deutsch around every place of the clinic's page: its navigation, waiting, refusals of its own, signing in again. */
import type { Role } from '../../../../src/records/person.ts';
import type { ClinicWords } from '../words.ts';
import { longDate } from './number.ts';

const REFUSED = {
  unreachable:
    'Der Server hat nicht geantwortet. Ihre Eingaben sind noch da. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  'answer-unreadable': 'Die Antwort des Servers war nicht lesbar. Versuchen Sie es in einem Moment erneut.',
  'passkey-cancelled':
    'Es wurde kein Passkey benutzt: abgebrochen, oder es dauerte zu lange. Nichts wurde geändert. Versuchen Sie es erneut.',
  'passkey-held-already': 'Auf diesem Gerät gibt es schon einen Passkey für Sie. Nichts wurde geändert.',
  'passkey-impossible': 'Dieses Gerät oder dieser Browser kann hier keinen Passkey benutzen. Nichts wurde geändert.',
  'clinic-name-missing': 'Geben Sie den Namen der Praxis ein.',
  'name-missing': 'Geben Sie einen Namen ein.',
  'login-missing': 'Geben Sie einen Anmeldenamen ein.',
  'password-missing': 'Geben Sie ein Passwort ein.',
};

const ROLES: Readonly<Record<Role, string>> = {
  patient: 'Patientin oder Patient',
  prescriber: 'Verordnende Person',
  pharmacist: 'Apotheke',
  coordinator: 'Koordination',
  admin: 'Verwaltung',
};

const twoDigits = (n: number): string => String(n).padStart(2, '0');

export const frameWords: ClinicWords['frame'] = {
  product: 'Titrial',
  titled: (place) => `${place}: Titrial`,
  skip: 'Zum Inhalt springen',
  nav: 'Bereiche',
  inbox: 'Eingang',
  cases: 'Fälle',
  openCase: 'Fall eröffnen',
  people: 'Personen',
  clinic: 'Praxis',
  evidence: 'Studienlage',
  me: 'Meine Anmeldung',
  account: (name) => `${name}: Einstellungen`,
  signOut: 'Abmelden',
  theme: { legend: 'Hell oder dunkel', system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  notMonitored: 'Niemand überwacht diese Seiten rund um die Uhr. Im Notfall wählen Sie den Notruf.',

  roles: ROLES,
  day: (date) => longDate(date),
  moment: (date, hours, minutes) => `${longDate(date)}, ${twoDigits(hours)}:${twoDigits(minutes)}`,

  wait: 'Einen Moment …',
  again: 'Erneut versuchen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  more: 'Mehr zeigen',
  print: 'Drucken',
  printed: (moment) => `Gedruckt am ${moment}. Vertraulich.`,
  partMissing: 'Dieser Teil der Seite ließ sich nicht laden. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  passkeyWaits: 'Warten auf Ihr Gerät …',
  refused: REFUSED,

  nowhere: {
    heading: 'Hier ist nichts',
    help: 'Die Adresse führt auf dieser Seite nirgendwohin. Nichts wurde geändert.',
    link: 'Zurück zum Anfang',
  },

  out: {
    heading: 'Bitte zuerst anmelden',
    help: 'Diese Seite ist für die Menschen, die in der Praxis arbeiten.',
    link: 'Anmelden',
  },
  ended: {
    title: 'Sie sind abgemeldet',
    help: 'Ihre Sitzung ist zu Ende, deshalb ist die Seite verdeckt. Ihre Eingaben sind noch da. Melden Sie sich in einem neuen Fenster an und kommen Sie dann zurück.',
    link: 'Anmelden (neues Fenster)',
    back: 'Ich bin angemeldet',
  },
  elsewhere: {
    heading: 'Diese Seite ist für das Team der Praxis',
    help: 'Ihre eigene Seite ist die für jeden Tag.',
    link: 'Zu meiner Seite',
  },
};
