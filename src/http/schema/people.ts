/** People, sessions and ways of signing in, as JSON. Secrets come in and never go out; a session's token goes by cookie. */
import { z } from 'zod';
import { ROLES } from '../../records/person.ts';
import { CURSOR, INSTANT, id, list, MICROGRAMS, WEBAUTHN } from './field.ts';

export const ROLE = z.enum(ROLES);
/** Read by the service, which says what is wrong with a name. */
export const NAME = z.string().max(1_000);
export const PASSWORD_TEXT = z.string().max(1_000);

export const ME = z.strictObject({
  clinic: id<'clinic'>(),
  person: id<'person'>(),
  name: z.string(),
  roles: list(ROLE),
  session: z.string(),
});

export const SIGNED_IN = z.strictObject({ me: ME, expires: INSTANT });
export const OPTIONS = z.strictObject({ options: z.unknown() });

export const WAY = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('passkey'), response: WEBAUTHN, label: z.string().max(200) }),
  z.strictObject({ way: z.literal('password'), login: z.string().max(200).exactOptional(), password: PASSWORD_TEXT }),
]);

export const TOKEN = z.string().max(200);

export const INVITATION = z.strictObject({
  purpose: z.enum(['set-up', 'join', 'device']),
  clinicName: z.string(),
  name: z.string(),
  roles: list(ROLE),
  login: z.string().exactOptional(),
  expires: INSTANT,
});

export const OWN_SESSION = z.strictObject({
  session: z.string(),
  device: z.string(),
  at: INSTANT,
  seenAt: INSTANT,
  expires: INSTANT,
  current: z.boolean(),
});

export const OWN_CREDENTIAL = z.strictObject({
  credential: z.string(),
  kind: z.enum(['passkey', 'password']),
  label: z.string(),
  at: INSTANT,
  usedAt: INSTANT.exactOptional(),
  suspectAt: INSTANT.exactOptional(),
});

export const PERSON = z.strictObject({
  person: id<'person'>(),
  name: z.string(),
  hasLogin: z.boolean(),
  roles: list(ROLE),
  state: z.enum(['invited', 'active', 'left', 'erased']),
  at: INSTANT,
});

export const PEOPLE = z.strictObject({ people: list(PERSON), next: CURSOR.exactOptional() });

/** A one-time link; `path` is behind the address of this server. */
export const LINK = z.strictObject({ person: id<'person'>(), token: z.string(), path: z.string(), expires: INSTANT });

export const CLINIC = z.strictObject({
  clinic: id<'clinic'>(),
  name: z.string(),
  state: z.enum(['waiting', 'open', 'solo']),
  maximumCeiling: MICROGRAMS,
  at: INSTANT,
});
