/** English around every place of the clinic's page: its navigation, waiting, refusals of its own, and signing in again. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { Role } from '../../../../src/records/person.ts';
import { longDate } from './number.ts';

const REFUSED = {
  unreachable: 'The server did not answer. What you entered is still here. Check the connection, then try again.',
  'answer-unreadable': 'The answer of the server could not be read. Try again in a moment.',
  'passkey-cancelled': 'No passkey was used: it was cancelled, or took too long. Nothing was changed. Try again.',
  'passkey-held-already': 'This device holds a passkey for you already. Nothing was changed.',
  'passkey-impossible': 'This device or browser cannot use a passkey here. Nothing was changed.',
  'clinic-name-missing': 'Enter the name of the clinic.',
  'name-missing': 'Enter a name.',
  'login-missing': 'Enter a sign-in name.',
  'password-missing': 'Enter a password.',
};

const ROLES: Readonly<Record<Role, string>> = {
  patient: 'Patient',
  prescriber: 'Prescriber',
  pharmacist: 'Pharmacist',
  coordinator: 'Coordinator',
  admin: 'Admin',
};

const twoDigits = (n: number): string => String(n).padStart(2, '0');

export const frameWords = {
  product: 'Titrial',
  /** The name of the window. */
  titled: (place: string) => `${place}: Titrial`,
  skip: 'Skip to the content',
  nav: 'Places',
  inbox: 'Inbox',
  cases: 'Cases',
  openCase: 'Open a case',
  people: 'People',
  clinic: 'Clinic',
  evidence: 'Evidence',
  me: 'My sign-in',
  account: (name: string) => `${name}: settings`,
  signOut: 'Sign out',
  theme: { legend: 'Light or dark', system: 'System', light: 'Light', dark: 'Dark' },
  notMonitored: 'Nobody watches these pages around the clock. In an emergency, call the emergency number.',

  roles: ROLES,
  day: (date: LocalDate) => longDate(date),
  moment: (date: LocalDate, hours: number, minutes: number) =>
    `${longDate(date)}, ${twoDigits(hours)}:${twoDigits(minutes)}`,

  wait: 'One moment …',
  again: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  more: 'Show more',
  print: 'Print',
  printed: (moment: string) => `Printed ${moment}. Confidential.`,
  partMissing: 'This part of the page could not be fetched. Check the connection, then try again.',
  passkeyWaits: 'Waiting for your device …',
  refused: REFUSED,

  nowhere: {
    heading: 'There is no such place',
    help: 'The address leads nowhere on this page. Nothing was changed.',
    link: 'Back to the start',
  },

  out: {
    heading: 'Sign in first',
    help: 'This page is for the people who work in the clinic.',
    link: 'Sign in',
  },
  ended: {
    title: 'You are signed out',
    help: 'Your session has ended, so the page is covered. What you typed is still here. Sign in again in a new window, then come back.',
    link: 'Sign in (new window)',
    back: 'I have signed in',
  },
  elsewhere: {
    heading: 'This page is for the clinic’s staff',
    help: 'Your own page is the daily one.',
    link: 'Go to my page',
  },
};
