/** One's own: who one is here, on which devices one is signed in, and by which ways. */
import { z } from 'zod';
import { ok } from '../../base/result.ts';
import { addWay, listCredentials, removeCredential, startOwnPasskey } from '../../service/credentials-own.ts';
import { ownDeviceLink } from '../../service/invitations.ts';
import { endAllSessions, endSession, listSessions } from '../../service/sessions.ts';
import { type Route, signedRoute } from '../route.ts';
import { list } from '../schema/field.ts';
import { LINK, ME, OPTIONS, OWN_CREDENTIAL, OWN_SESSION, WAY } from '../schema/people.ts';

const SESSIONS: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/me/sessions',
    tag: 'Me',
    name: 'listSessions',
    summary: 'The devices one is signed in on, last used first.',
    answer: z.strictObject({ sessions: list(OWN_SESSION) }),
    call: async (ports, { actor }) => ok({ sessions: await listSessions(ports, actor) }),
  }),
  signedRoute({
    method: 'delete',
    path: '/me/sessions',
    tag: 'Me',
    name: 'endAllSessions',
    summary: 'Signs out everywhere, here too.',
    answer: z.strictObject({ ended: z.int() }),
    call: async (ports, { actor, session }) => {
      const ended = await endAllSessions(ports, actor);
      session.end();
      return ok({ ended });
    },
  }),
  signedRoute({
    method: 'delete',
    path: '/me/sessions/{session}',
    tag: 'Me',
    name: 'endSession',
    summary: 'Signs one device out.',
    call: (ports, { actor, params }) => endSession(ports, actor, params.session),
  }),
];

export const ME_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/me',
    tag: 'Me',
    name: 'readMe',
    summary: 'Who is signed in.',
    answer: ME,
    call: async (_, { actor }) => ok(actor),
  }),
  ...SESSIONS,
  signedRoute({
    method: 'get',
    path: '/me/credentials',
    tag: 'Me',
    name: 'listCredentials',
    summary: 'The ways one signs in.',
    answer: z.strictObject({ credentials: list(OWN_CREDENTIAL) }),
    call: async (ports, { actor }) => ok({ credentials: await listCredentials(ports, actor) }),
  }),
  signedRoute({
    method: 'post',
    path: '/me/credentials',
    tag: 'Me',
    name: 'addWay',
    summary: 'Adds a passkey, or sets the password. Asks for a session that has just begun.',
    body: z.strictObject({ way: WAY }),
    call: (ports, { actor, body }) => addWay(ports, actor, body.way),
  }),
  signedRoute({
    method: 'post',
    path: '/me/credentials/passkey/options',
    tag: 'Me',
    name: 'startOwnPasskey',
    summary: 'What a browser needs to make one more passkey.',
    answer: OPTIONS,
    call: (ports, { actor }) => startOwnPasskey(ports, actor),
  }),
  signedRoute({
    method: 'delete',
    path: '/me/credentials/{credential}',
    tag: 'Me',
    name: 'removeCredential',
    summary: 'Takes one way of signing in away; never the last.',
    call: (ports, { actor, params }) => removeCredential(ports, actor, params.credential),
  }),
  signedRoute({
    method: 'post',
    path: '/me/device-link',
    tag: 'Me',
    name: 'ownDeviceLink',
    summary: "A link for one's own next device, good for a quarter of an hour.",
    status: 201,
    answer: LINK,
    call: (ports, { actor }) => ownDeviceLink(ports, actor),
  }),
];
