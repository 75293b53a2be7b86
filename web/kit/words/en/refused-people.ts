/** What is said when signing in, an invitation or a change of people is refused. Never tells whether a login exists (H16). */

import type { PeopleRefused } from '../../../../src/http/refused.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import type { Words } from './plan.ts';

/** "40 seconds", "15 minutes": rounded up. */
function waiting(seconds: number): string {
  if (seconds <= 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

export const PEOPLE_REFUSED: Words<PeopleRefused> = {
  'not-signed-in': () => 'You are not signed in, or the session has ended. Sign in and try again.',
  'sign-in-refused': () => 'That did not fit. Check what you entered, or use your passkey.',
  'sign-in-again': () => 'To change how you sign in, sign in once more first: this session began a while ago.',
  'clinic-needed': () => 'Several clinics are kept here. Use the link of yours to sign in.',
  'too-many-tries': ({ retryAfterSeconds }) =>
    `This was tried too often. Nothing is locked: try again in ${waiting(retryAfterSeconds)}.`,
  'password-wrong': () => 'The password does not fit. Nothing was changed.',
  'no-passkey': () => 'There is no passkey to sign with. Add one, or sign with the password.',
  'passkey-refused': () => 'The passkey was not accepted. Nothing was changed. Try again, or use another one.',
  'passkey-counter-back': () =>
    'This passkey may have been copied, so it is not accepted. Sign in another way and replace it.',
  'passkey-known': () => 'This passkey is in use already. Nothing was changed.',
  'challenge-unknown': () => 'This took too long, or was answered already. Start again.',
  'login-unusable': ({ minimum, maximum }) =>
    `A login has ${minimum} to ${maximum} letters or digits, and may hold . _ @ + and -. Choose another one.`,
  'login-taken': () => 'This login is taken. Choose another one.',
  'password-too-short': ({ minimum }) => `A password needs at least ${minimum} characters. Several words do well.`,
  'password-too-long': ({ maximum }) => `A password has at most ${maximum} characters.`,
  'password-guessable': () => 'This password is easy to guess. Choose several words that have nothing to do with you.',
  'invitation-unknown': () => 'This link is not known here. Check that it was copied whole, or ask for a new one.',
  'invitation-used': () => 'This link was used already, or replaced by a newer one. Ask for a new one.',
  'invitation-expired': () => 'This link has expired. Ask for a new one.',
  'invitation-is-set-up': () => 'This link sets up the clinic. Open it on the page for setting up.',
  'set-up-done': () => 'The clinic has been set up already. Sign in instead.',
  'name-missing': () => 'A name is needed. Nothing was changed.',
  'name-too-long': ({ maximum }) => `A name has at most ${maximum} characters.`,
  'name-unreadable': () => 'The name holds characters that cannot be shown. Write it again.',
  'role-not-yours-to-give': () => 'Only an admin gives this role. Nothing was changed.',
  'clinic-is-solo': () => 'This installation is for one patient alone, so there are no other people in it.',
  'person-gone': () => 'This person has left. Nothing was changed.',
  'last-admin': () => 'This is the last admin. Make somebody else an admin first.',
  'last-credential': () => 'This is the last way to sign in. Add another one first.',
  'ceiling-out-of-range': ({ minimum, maximum }) =>
    `The highest ceiling of a clinic lies from ${formatDose(micrograms(minimum))} to ${formatDose(micrograms(maximum))}.`,
};
