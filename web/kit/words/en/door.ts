/** English at the door: setting up, joining, signing in, and one's own devices. What the server refuses it says itself. */
import type { Role } from '../../../../src/records/person.ts';
import { frontWords } from './front.ts';
import { ownWords } from './own.ts';

const ROLE: Readonly<Record<Role, string>> = {
  patient: 'patient',
  prescriber: 'prescriber',
  pharmacist: 'pharmacist',
  coordinator: 'coordinator',
  admin: 'admin',
};

/** "admin and prescriber"; who has no role is a carer. */
function rolesInWords(roles: readonly Role[]): string {
  const words = roles.map((role) => ROLE[role]);
  const last = words.pop();
  if (last === undefined) return 'carer';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

export const doorWords = {
  ...ownWords,
  product: 'Titrial',
  wait: 'One moment …',
  theme: { legend: 'Light or dark', system: 'System', light: 'Light', dark: 'Dark' },
  footer: { front: 'First page', desk: 'The analysis desk', docs: 'The interface, described' },
  front: frontWords,

  titles: {
    loading: 'Titrial',
    'link-missing': 'Titrial: link',
    'link-refused': 'Titrial: link',
    'set-up': 'Titrial: set up',
    join: 'Titrial: join',
    'sign-in': 'Titrial: sign in',
    home: 'Titrial: signed in',
    front: frontWords.title,
  },

  /** What no server can say. */
  refused: {
    unreachable: 'The server did not answer. Check the connection, and that the server is running, then try again.',
    'answer-unreadable': 'The answer of the server could not be read. Try again in a moment.',
    'passkey-cancelled': 'No passkey was used: it was cancelled, or took too long. Nothing was changed. Try again.',
    'passkey-held-already': 'This device holds a passkey for you already. Nothing was changed. Sign in with that one.',
    'passkey-impossible': 'This device or browser cannot use a passkey here. Nothing was changed. Use a password.',
    'clinic-name-missing': 'Enter the name of the clinic.',
    'name-missing': 'Enter a name.',
    'login-missing': 'Enter a sign-in name.',
    'password-missing': 'Enter a password.',
  },

  link: {
    missing: 'The secret of the link is not here',
    missingHelp:
      'This page is opened by a one-time link. Its secret part is kept nowhere, so it is gone after the page is loaded again. Open the whole link once more, from where you got it.',
    refused: 'This link does not open',
    again: 'Try again',
    signIn: 'Sign in instead',
  },

  way: {
    legend: 'How do you want to sign in?',
    passkey: 'With a passkey',
    passkeyHelp: 'Your fingerprint, face or PIN on this device, or a security key. Nothing to remember.',
    password: 'With a name and a password',
    noPasskeys: 'This browser has no passkeys at this address, so you sign in with a name and a password.',
    login: 'Sign-in name',
    loginHelp: '3 to 64 letters or digits. These may stand between them: . _ @ + -',
    newPassword: 'Password',
    newPasswordHelp: 'At least 15 characters. Four or five words do well. It may be pasted.',
    replaces: 'A new password takes the place of the one you had.',
    show: 'Show the password',
    waiting: 'Waiting for your device …',
  },

  setUp: {
    heading: 'Set up Titrial',
    intro: 'This link works once. Whoever uses it is the first here and lets the others in.',
    legend: 'Who is it for?',
    clinic: 'A clinic',
    clinicHelp: 'For doctors and their patients. You become the first admin.',
    solo: 'Just me',
    soloHelp: 'For your own diary, under a plan your doctor prescribed.',
    clinicName: 'Name of the clinic',
    name: 'Your name',
    prescribes: 'I prescribe here too',
    button: 'Set up and sign in',
  },

  join: {
    heading: (clinic: string) => (clinic === '' ? 'You are invited' : `You are invited to ${clinic}`),
    deviceHeading: 'Sign in on this device',
    forWhom: (name: string, roles: readonly Role[], clinic: string) =>
      `This link is for ${name}, ${rolesInWords(roles)}${clinic === '' ? '' : ` at ${clinic}`}.`,
    until: (moment: string) => `It works once, until ${moment}.`,
    notYou: 'If that is not you, close this page and tell whoever sent it.',
    button: 'Join and sign in',
    deviceButton: 'Sign in',
  },

  signIn: {
    heading: 'Sign in',
    passkeyButton: 'Sign in with a passkey',
    or: 'Or with name and password',
    password: 'Password',
    button: 'Sign in',
    lost: 'Lost your passkey or password? An admin of your clinic can give you a new link.',
  },

  home: {
    heading: (name: string) => `Signed in as ${name}`,
    where: (clinic: string, roles: readonly Role[]) =>
      clinic === '' ? `Your own installation: ${rolesInWords(roles)}.` : `${clinic}: ${rolesInWords(roles)}.`,
    signOut: 'Sign out',
  },

  invite: {
    heading: 'Invite a person',
    name: 'Name',
    legend: 'What they are here',
    carer: 'With nothing chosen, they come in as a carer: tied to a case later.',
    carersOnly: 'They come in as a carer.',
    roles: {
      patient: 'Patient',
      prescriber: 'Prescriber',
      pharmacist: 'Pharmacist',
      coordinator: 'Coordinator',
      admin: 'Admin',
    } satisfies Readonly<Record<Role, string>>,
    button: 'Make a link',
    made: (name: string, roles: readonly Role[]) => `A link for ${name}, ${rolesInWords(roles)}.`,
  },
};
