/** German of one's own devices and ways of signing in, and of a one-time link: at the door and on every page. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { OwnWords } from '../words.ts';
import { longDate } from './number.ts';

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** "3. März 2026, 14:05 Uhr", by the clock of the device. */
const moment = (day: LocalDate, hours: number, minutes: number): string =>
  `${longDate(day)}, ${twoDigits(hours)}:${twoDigits(minutes)} Uhr`;

export const ownWords: OwnWords = {
  moment,

  devices: {
    heading: 'Wo Sie angemeldet sind',
    help: 'Kennen Sie eines davon nicht? Beenden Sie es, und ändern Sie dann, wie Sie sich anmelden.',
    name: (browser: string | undefined, system: string | undefined) =>
      system === undefined ? (browser ?? 'Ein anderes Programm') : `${browser ?? 'Ein Browser'} auf ${system}`,
    current: 'Dieses Gerät',
    times: (began: string, seen: string) => `Angemeldet: ${began}. Zuletzt benutzt: ${seen}.`,
    end: 'Beenden',
    ended: (device: string) => `Beendet: ${device}.`,
    endAll: 'Überall abmelden',
    endAllHelp: 'Auch hier.',
  },

  ways: {
    heading: 'Wie Sie sich anmelden',
    passkey: (label: string) => (label === '' ? 'Passkey' : `Passkey, erstellt mit ${label}`),
    password: 'Passwort',
    times: (made: string, used: string | undefined) =>
      used === undefined ? `Erstellt: ${made}.` : `Erstellt: ${made}. Zuletzt benutzt: ${used}.`,
    suspect: (moment: string) =>
      `Wird nicht mehr angenommen: Er wurde vielleicht kopiert (${moment}). Entfernen Sie ihn.`,
    remove: 'Entfernen',
    removed: (way: string) => `Entfernt: ${way}.`,
    add: 'Passkey auf diesem Gerät hinzufügen',
    added: 'Der Passkey wurde hinzugefügt.',
    otherHeading: 'Auf einem anderen Gerät anmelden',
    otherHelp: 'Erstellt einen Link für Sie selbst. Er gilt eine Viertelstunde. Öffnen Sie ihn auf dem anderen Gerät.',
    otherButton: 'Link für mich erstellen',
  },

  made: {
    own: 'Ein Link für Ihr nächstes Gerät.',
    label: 'Link, der einmal gilt',
    help: (moment: string) =>
      `Er gilt einmal, bis ${moment}. Wer ihn zuerst öffnet, kommt herein. Übergeben Sie ihn darum selbst. Er wird nicht noch einmal gezeigt.`,
    copy: 'Link kopieren',
    copied: 'Kopiert.',
    notCopied: 'Der Browser hat es nicht erlaubt. Der Link ist markiert: Kopieren Sie ihn von Hand.',
    picture: 'Der Link als Bild für die Kamera eines Telefons',
  },
};
