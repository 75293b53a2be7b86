/** German at the door: setting up, joining, signing in, and one's own devices. What the server refuses it says itself. */
import type { Role } from '../../../../src/records/person.ts';
import type { DoorWords } from '../words.ts';
import { frontWords } from './front.ts';
import { ownWords } from './own.ts';

const ROLE: Readonly<Record<Role, string>> = {
  patient: 'Patientin oder Patient',
  prescriber: 'verordnende Person',
  pharmacist: 'Apotheke',
  coordinator: 'Koordination',
  admin: 'Verwaltung',
};

/** "Verwaltung und verordnende Person"; who has no role is a carer. */
function rolesInWords(roles: readonly Role[]): string {
  const words = roles.map((role) => ROLE[role]);
  const last = words.pop();
  if (last === undefined) return 'Begleitperson';
  return words.length === 0 ? last : `${words.join(', ')} und ${last}`;
}

export const doorWords: DoorWords = {
  ...ownWords,
  product: 'Titrial',
  wait: 'Einen Moment …',
  theme: { legend: 'Hell oder dunkel', system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  footer: { front: 'Erste Seite', desk: 'Ein Tagebuch auswerten', docs: 'Beschreibung der Schnittstelle' },
  front: frontWords,

  titles: {
    loading: 'Titrial',
    'link-missing': 'Titrial: Link',
    'link-refused': 'Titrial: Link',
    'set-up': 'Titrial: einrichten',
    join: 'Titrial: dazukommen',
    'sign-in': 'Titrial: anmelden',
    home: 'Titrial: angemeldet',
    front: frontWords.title,
  },

  refused: {
    unreachable:
      'Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und ob der Server läuft, und versuchen Sie es dann noch einmal.',
    'answer-unreadable': 'Die Antwort des Servers ließ sich nicht lesen. Versuchen Sie es gleich noch einmal.',
    'passkey-cancelled':
      'Es wurde kein Passkey benutzt: abgebrochen, oder es dauerte zu lange. Nichts wurde geändert. Versuchen Sie es noch einmal.',
    'passkey-held-already':
      'Dieses Gerät hat schon einen Passkey für Sie. Nichts wurde geändert. Melden Sie sich mit diesem an.',
    'passkey-impossible':
      'Dieses Gerät oder dieser Browser kann hier keinen Passkey verwenden. Nichts wurde geändert. Nehmen Sie ein Passwort.',
    'clinic-name-missing': 'Geben Sie den Namen der Praxis ein.',
    'name-missing': 'Geben Sie einen Namen ein.',
    'login-missing': 'Geben Sie einen Anmeldenamen ein.',
    'password-missing': 'Geben Sie ein Passwort ein.',
  },

  link: {
    missing: 'Der geheime Teil des Links fehlt',
    missingHelp:
      'Diese Seite wird mit einem Link geöffnet, der nur einmal gilt. Sein geheimer Teil wird nirgends aufbewahrt. Nach dem Neuladen der Seite ist er darum weg. Öffnen Sie den ganzen Link noch einmal, dort, wo Sie ihn bekommen haben.',
    refused: 'Dieser Link öffnet nichts',
    again: 'Noch einmal versuchen',
    signIn: 'Stattdessen anmelden',
  },

  way: {
    legend: 'Wie möchten Sie sich anmelden?',
    passkey: 'Mit einem Passkey',
    passkeyHelp:
      'Ihr Fingerabdruck, Ihr Gesicht oder Ihre PIN auf diesem Gerät, oder ein Sicherheitsschlüssel. Sie müssen sich nichts merken.',
    password: 'Mit Name und Passwort',
    noPasskeys: 'Dieser Browser hat an dieser Adresse keine Passkeys. Sie melden sich mit Name und Passwort an.',
    login: 'Anmeldename',
    loginHelp: '3 bis 64 Buchstaben oder Ziffern. Dazwischen dürfen stehen: . _ @ + -',
    newPassword: 'Passwort',
    newPasswordHelp: 'Mindestens 15 Zeichen. Vier oder fünf Wörter sind gut. Einfügen ist erlaubt.',
    replaces: 'Ein neues Passwort ersetzt das bisherige.',
    show: 'Passwort zeigen',
    waiting: 'Warten auf Ihr Gerät …',
  },

  setUp: {
    heading: 'Titrial einrichten',
    intro: 'Dieser Link gilt einmal. Wer ihn benutzt, ist hier die erste Person und lässt die anderen herein.',
    legend: 'Für wen ist es?',
    clinic: 'Für eine Praxis',
    clinicHelp: 'Für Ärztinnen, Ärzte und ihre Patientinnen und Patienten. Sie übernehmen zuerst die Verwaltung.',
    solo: 'Nur für mich',
    soloHelp: 'Für Ihr eigenes Tagebuch, nach einem Plan, den Ihre Ärztin oder Ihr Arzt verordnet hat.',
    clinicName: 'Name der Praxis',
    name: 'Ihr Name',
    prescribes: 'Ich verordne hier auch',
    button: 'Einrichten und anmelden',
  },

  join: {
    heading: (clinic: string) => (clinic === '' ? 'Sie sind eingeladen' : `Sie sind eingeladen: ${clinic}`),
    deviceHeading: 'Auf diesem Gerät anmelden',
    forWhom: (name: string, roles: readonly Role[], clinic: string) =>
      `Dieser Link ist für ${name} (${rolesInWords(roles)})${clinic === '' ? '' : `, ${clinic}`}.`,
    until: (moment: string) => `Er gilt einmal, bis ${moment}.`,
    notYou:
      'Wenn Sie das nicht sind, schließen Sie diese Seite, und sagen Sie es der Person, die den Link geschickt hat.',
    button: 'Dazukommen und anmelden',
    deviceButton: 'Anmelden',
  },

  signIn: {
    heading: 'Anmelden',
    passkeyButton: 'Mit Passkey anmelden',
    or: 'Oder mit Name und Passwort',
    password: 'Passwort',
    button: 'Anmelden',
    lost: 'Passkey oder Passwort verloren? Die Verwaltung Ihrer Praxis kann Ihnen einen neuen Link geben.',
  },

  home: {
    heading: (name: string) => `Angemeldet als ${name}`,
    where: (clinic: string, roles: readonly Role[]) =>
      clinic === '' ? `Ihre eigene Installation: ${rolesInWords(roles)}.` : `${clinic}: ${rolesInWords(roles)}.`,
    signOut: 'Abmelden',
  },

  invite: {
    heading: 'Eine Person einladen',
    name: 'Name',
    legend: 'Was sie hier ist',
    carer: 'Ohne Auswahl kommt sie als Begleitperson: Sie wird später mit einem Fall verbunden.',
    carersOnly: 'Sie kommt als Begleitperson.',
    roles: {
      patient: 'Patientin oder Patient',
      prescriber: 'Verordnende Person',
      pharmacist: 'Apotheke',
      coordinator: 'Koordination',
      admin: 'Verwaltung',
    },
    button: 'Link erstellen',
    made: (name: string, roles: readonly Role[]) => `Ein Link für ${name} (${rolesInWords(roles)}).`,
  },
};
