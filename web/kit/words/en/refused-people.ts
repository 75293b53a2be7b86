/** What is said when signing in, an invitation or a change of people is refused. Never tells whether a login exists (H16). */
import type { PeopleRefused } from '../../../../src/http/refused.ts';
import type { Words } from './plan.ts';

/** "40 seconds", "1 minute", "15 minutes": rounded up. */
function waiting(seconds: number): string {
  if (seconds <= 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

export const PEOPLE_REFUSED: Words<PeopleRefused> = {
  'not-signed-in': () => 'You are not signed in, or the session has ended. Sign in and try again.',
  'sign-in-again': () => 'To change how you sign in, sign in once more first: this session began a while ago.',
  'too-many-tries': ({ retryAfterSeconds }) =>
    `This was tried too often. Nothing is locked: try again in ${waiting(retryAfterSeconds)}.`,
  'password-wrong': () => 'The password does not fit. Nothing was changed.',
  'no-passkey': () => 'There is no passkey to sign with. Add one, or sign with the password.',
  'passkey-refused': () => 'The passkey was not accepted. Nothing was changed. Try again, or use another one.',
  'passkey-counter-back': () =>
    'This passkey may have been copied, so it is not accepted any more. Sign in another way and replace it.',
  'challenge-unknown': () => 'This took too long, or was answered already. Start again.',
};
