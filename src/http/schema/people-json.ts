/** What may a page know of the answers about people? The types of the JSON as it is sent, and nothing that runs. */
import type { z } from 'zod';
import type { CLINIC, INVITATION, LINK, ME, OWN_CREDENTIAL, OWN_SESSION, PEOPLE, PERSON, SIGNED_IN } from './people.ts';

export type MeJson = z.input<typeof ME>;
export type SignedInJson = z.input<typeof SIGNED_IN>;
export type InvitationJson = z.input<typeof INVITATION>;
export type OwnSessionJson = z.input<typeof OWN_SESSION>;
export type OwnCredentialJson = z.input<typeof OWN_CREDENTIAL>;
export type LinkJson = z.input<typeof LINK>;
export type ClinicJson = z.input<typeof CLINIC>;
export type PersonJson = z.input<typeof PERSON>;
export type PeopleJson = z.input<typeof PEOPLE>;
