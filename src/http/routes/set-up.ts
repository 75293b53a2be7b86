/** The first link of an installation: whoever opens it names the clinic and is its first admin, or is a patient alone. */
import { z } from 'zod';
import { ok, type Result } from '../../base/result.ts';
import type { SignedIn } from '../../service/sessions.ts';
import { completeSetUp, installationState, setUpSolo } from '../../service/set-up.ts';
import type { Refused } from '../refused.ts';
import { openRoute, type Route, type SessionHand } from '../route.ts';
import { NAME, SIGNED_IN, TOKEN, WAY } from '../schema/people.ts';

/** Gives the browser its session; the token itself stands in no body. */
export function startSession(
  done: Result<SignedIn, Refused>,
  session: SessionHand,
): Result<{ readonly me: SignedIn['actor']; readonly expires: number }, Refused> {
  if (!done.ok) return done;
  const { token, actor, expires } = done.value;
  session.start(token, isOwnDevice(actor.roles));
  return ok({ me: actor, expires });
}

/**
 * A phone closes its browser many times a day, and whoever keeps a diary on it stays signed in. A computer on which records
 * of others are read forgets with its browser (H16).
 */
const isOwnDevice = (roles: SignedIn['actor']['roles']): boolean =>
  !roles.some((role) => READS_OTHERS.includes(role)) && (roles.length === 0 || roles.includes('patient'));
const READS_OTHERS: SignedIn['actor']['roles'] = ['prescriber', 'pharmacist', 'coordinator'];

export const INSTALLATION = z.strictObject({
  state: z.enum(['waiting', 'open', 'solo']),
  demonstration: z.boolean(),
});

export const SET_UP_ROUTES: readonly Route[] = [
  openRoute({
    method: 'get',
    path: '/installation',
    tag: 'Set-up',
    name: 'readInstallation',
    summary: 'Whether somebody has set this installation up, and whether it has a demonstration; names nobody.',
    answer: INSTALLATION,
    call: async (ports) =>
      ok({ state: await installationState(ports), demonstration: ports.settings.demonstration === true }),
  }),
  openRoute({
    method: 'post',
    path: '/set-up',
    tag: 'Set-up',
    name: 'completeSetUp',
    summary: 'Opens the clinic by the one-time link that stands where the server runs.',
    status: 201,
    body: z.strictObject({
      token: TOKEN,
      clinicName: NAME,
      name: NAME,
      prescribes: z.boolean().exactOptional(),
      way: WAY,
    }),
    answer: SIGNED_IN,
    call: async (ports, { body: { token, ...given }, visit, session }) =>
      startSession(await completeSetUp(ports, token, given, visit), session),
  }),
  openRoute({
    method: 'post',
    path: '/set-up/solo',
    tag: 'Set-up',
    name: 'setUpSolo',
    summary: 'Opens the installation for a patient alone, with a plan copied from what a doctor prescribed.',
    status: 201,
    body: z.strictObject({ token: TOKEN, name: NAME, way: WAY }),
    answer: SIGNED_IN,
    call: async (ports, { body: { token, ...given }, visit, session }) =>
      startSession(await setUpSolo(ports, token, given, visit), session),
  }),
];
