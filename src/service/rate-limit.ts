/**
 * Has this been tried too often? Counts in the store, so that all processes of an installation count together. What is
 * counted under is kept as a hash only: a login field holds a mistyped password now and then. Refuses past the limit
 * until the window has passed, right or wrong, so that a refusal tells nothing about the guess.
 */
import { hashOf } from '../base/hash.ts';
import type { ClinicId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Ports } from './ports.ts';

export type TooManyTries = { readonly code: 'too-many-tries'; readonly retryAfterSeconds: number };

/** At most `tries` in a window of `window` milliseconds; windows are cut at fixed instants. */
export type TryLimit = { readonly tries: number; readonly window: number };

const MINUTE = 60_000;
const QUARTER_HOUR = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

/** Passwords for one login. Ten are more than a person mistypes; NIST SP 800-63B-4 3.2.2 allows no more than 100. */
export const PASSWORD_TRIES: readonly TryLimit[] = [
  { tries: 10, window: QUARTER_HOUR },
  { tries: 100, window: DAY },
];

/** Anything unsigned from one network address: a clinic's whole staff may share one, a guesser needs far more. */
export const ADDRESS_TRIES: readonly TryLimit[] = [{ tries: 300, window: QUARTER_HOUR }];

/** Links made by one person: a busy day has dozens of invitations, not hundreds. */
export const LINK_TRIES: readonly TryLimit[] = [{ tries: 200, window: DAY }];

/** Passkey challenges asked for by one person who is signed in. */
export const CHALLENGE_TRIES: readonly TryLimit[] = [{ tries: 60, window: QUARTER_HOUR }];

/** Counts one try under the key and refuses it when it is one too many. `windowMs` in milliseconds. */
export async function checkTries(
  ports: Ports,
  clinic: ClinicId,
  key: string,
  limit: number,
  windowMs: number,
): Promise<Result<undefined, TooManyTries>> {
  const now = ports.clock.now();
  const window = now - (now % windowMs);
  const count = await ports.storage.people.countTry(clinic, hashOf({ try: key, windowMs }), window);
  if (count <= limit) return ok(undefined);
  return err({ code: 'too-many-tries', retryAfterSeconds: Math.ceil((window + windowMs - now) / 1000) });
}

/** All limits of a list; the first that is passed refuses. */
export async function checkLimits(
  ports: Ports,
  clinic: ClinicId,
  key: string,
  limits: readonly TryLimit[],
): Promise<Result<undefined, TooManyTries>> {
  for (const { tries, window } of limits) {
    const checked = await checkTries(ports, clinic, key, tries, window);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}
