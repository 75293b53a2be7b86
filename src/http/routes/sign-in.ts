/** Signing in, out, and coming in by a one-time link. The link's secret is sent in bodies only, so no log can hold it. */
import { z } from 'zod';
import { ok } from '../../base/result.ts';
import { acceptInvitation, previewInvitation, startPasskey } from '../../service/invitations-accept.ts';
import { signOut } from '../../service/sessions.ts';
import { finishPasskeySignIn, signInWithPassword, startPasskeySignIn } from '../../service/sign-in.ts';
import { openRoute, type Route, signedRoute } from '../route.ts';
import { id, WEBAUTHN } from '../schema/field.ts';
import { INVITATION, OPTIONS, PASSWORD_TEXT, SIGNED_IN, TOKEN, WAY } from '../schema/people.ts';
import { startSession } from './set-up.ts';

const CLINIC_ID = id<'clinic'>().exactOptional();

const INVITATIONS: readonly Route[] = [
  openRoute({
    method: 'post',
    path: '/invitations/preview',
    tag: 'Sign-in',
    name: 'previewInvitation',
    summary: 'Shows whom a one-time link is for.',
    body: z.strictObject({ token: TOKEN }),
    answer: INVITATION,
    call: (ports, { body, visit }) => previewInvitation(ports, body.token, visit.from),
  }),
  openRoute({
    method: 'post',
    path: '/invitations/passkey/options',
    tag: 'Sign-in',
    name: 'startInvitationPasskey',
    summary: 'What a browser needs to make a passkey for the person of a link; for the set-up link too.',
    body: z.strictObject({ token: TOKEN }),
    answer: OPTIONS,
    call: (ports, { body, visit }) => startPasskey(ports, body.token, visit.from),
  }),
  openRoute({
    method: 'post',
    path: '/invitations/accept',
    tag: 'Sign-in',
    name: 'acceptInvitation',
    summary: 'Uses a link up with a passkey or a password, and signs in.',
    body: z.strictObject({ token: TOKEN, way: WAY }),
    answer: SIGNED_IN,
    call: async (ports, { body: { token, way }, visit, session }) =>
      startSession(await acceptInvitation(ports, token, way, visit), session),
  }),
];

export const SIGN_IN_ROUTES: readonly Route[] = [
  ...INVITATIONS,
  openRoute({
    method: 'post',
    path: '/sign-in/passkey/options',
    tag: 'Sign-in',
    name: 'startPasskeySignIn',
    summary: 'What a browser needs to offer the passkeys it holds for this site.',
    body: z.strictObject({ clinic: CLINIC_ID }),
    answer: OPTIONS,
    call: (ports, { body, visit }) => startPasskeySignIn(ports, { ...body, from: visit.from }),
  }),
  openRoute({
    method: 'post',
    path: '/sign-in/passkey',
    tag: 'Sign-in',
    name: 'signInWithPasskey',
    summary: 'Signs in with what the browser made of those options.',
    body: z.strictObject({ response: WEBAUTHN }),
    answer: SIGNED_IN,
    call: async (ports, { body, visit, session }) =>
      startSession(await finishPasskeySignIn(ports, body.response, visit), session),
  }),
  openRoute({
    method: 'post',
    path: '/sign-in/password',
    tag: 'Sign-in',
    name: 'signInWithPassword',
    summary: 'Signs in with login and password.',
    body: z.strictObject({ clinic: CLINIC_ID, login: z.string().max(200), password: PASSWORD_TEXT }),
    answer: SIGNED_IN,
    call: async (ports, { body, visit, session }) =>
      startSession(await signInWithPassword(ports, body, visit), session),
  }),
  signedRoute({
    method: 'post',
    path: '/sign-out',
    tag: 'Sign-in',
    name: 'signOut',
    summary: 'Ends the session that asks.',
    call: async (ports, { actor, session }) => {
      await signOut(ports, actor);
      session.end();
      return ok(undefined);
    },
  }),
];
