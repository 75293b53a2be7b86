/** English of one's own devices and ways of signing in, and of a one-time link: at the door and on every page. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { longDate } from './number.ts';

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** "3 Mar 2026, 14:05", by the clock of the device. */
const moment = (day: LocalDate, hours: number, minutes: number): string =>
  `${longDate(day)}, ${twoDigits(hours)}:${twoDigits(minutes)}`;

export const ownWords = {
  moment,

  devices: {
    heading: 'Where you are signed in',
    help: 'Do you not know one of these? End it, then change how you sign in.',
    name: (browser: string | undefined, system: string | undefined) =>
      system === undefined ? (browser ?? 'Another program') : `${browser ?? 'A browser'} on ${system}`,
    current: 'This device',
    times: (began: string, seen: string) => `Signed in ${began}. Last used ${seen}.`,
    end: 'End',
    ended: (device: string) => `Ended: ${device}.`,
    endAll: 'Sign out everywhere',
    endAllHelp: 'Here too.',
  },

  ways: {
    heading: 'How you sign in',
    passkey: (label: string) => (label === '' ? 'Passkey' : `Passkey, made with ${label}`),
    password: 'Password',
    times: (made: string, used: string | undefined) =>
      used === undefined ? `Made ${made}.` : `Made ${made}. Last used ${used}.`,
    suspect: (moment: string) => `Not accepted any more: it may have been copied (${moment}). Remove it.`,
    remove: 'Remove',
    removed: (way: string) => `Removed: ${way}.`,
    add: 'Add a passkey on this device',
    added: 'The passkey was added.',
    otherHeading: 'Sign in on another device',
    otherHelp: 'Makes a link for yourself, good for a quarter of an hour. Open it on the other device.',
    otherButton: 'Make a link for me',
  },

  made: {
    own: 'A link for your next device.',
    label: 'One-time link',
    help: (moment: string) =>
      `Works once, until ${moment}. Whoever opens it first comes in, so hand it over yourself. It is not shown again.`,
    copy: 'Copy the link',
    copied: 'Copied.',
    notCopied: 'The browser did not allow it. The link is selected: copy it by hand.',
    picture: 'The link as a picture for a phone camera',
  },
};
