/** How do people, their ways of signing in and their sessions stand in rows, and rows become values again? */
import type { Challenge, Credential, Invitation, Session } from '../../records/people-store.ts';
import type { Clinic, Person } from '../../records/person.ts';
import { foldText } from '../text-order.ts';
import { idOf } from './ledger-rows.ts';
import type {
  ChallengeTable,
  ClinicTable,
  CredentialTable,
  InvitationTable,
  PersonTable,
  SessionTable,
} from './schema.ts';

export const clinicRow = (clinic: Clinic): ClinicTable => ({
  clinic_id: clinic.clinic,
  name: clinic.name,
  state: clinic.state,
  maximum_ceiling: clinic.maximumCeiling,
  at: clinic.at,
});

export const clinicOf = (row: ClinicTable): Clinic => ({
  clinic: idOf(row.clinic_id),
  name: row.name,
  state: row.state as Clinic['state'],
  maximumCeiling: row.maximum_ceiling,
  at: row.at,
});

export const personRow = (person: Person): PersonTable => ({
  clinic_id: person.clinic,
  person_id: person.person,
  name: person.name,
  name_fold: foldText(person.name),
  login: person.login ?? null,
  roles: JSON.stringify(person.roles),
  state: person.state,
  at: person.at,
});

export const personOf = (row: PersonTable): Person => ({
  clinic: idOf(row.clinic_id),
  person: idOf(row.person_id),
  name: row.name,
  ...(row.login === null ? {} : { login: row.login }),
  roles: JSON.parse(row.roles) as Person['roles'],
  state: row.state as Person['state'],
  at: row.at,
});

export const credentialRow = (credential: Credential): CredentialTable => ({
  clinic_id: credential.clinic,
  person_id: credential.person,
  credential_id: credential.credential,
  secret: credential.secret,
  counter: credential.counter,
  transports: JSON.stringify(credential.transports),
  label: credential.label,
  at: credential.at,
  used_at: credential.usedAt ?? null,
  suspect_at: credential.suspectAt ?? null,
});

export const credentialOf = (row: CredentialTable): Credential => ({
  clinic: idOf(row.clinic_id),
  credential: row.credential_id,
  person: idOf(row.person_id),
  secret: row.secret,
  counter: row.counter,
  transports: JSON.parse(row.transports) as readonly string[],
  label: row.label,
  at: row.at,
  ...(row.used_at === null ? {} : { usedAt: row.used_at }),
  ...(row.suspect_at === null ? {} : { suspectAt: row.suspect_at }),
});

export const invitationRow = (invitation: Invitation): InvitationTable => ({
  clinic_id: invitation.clinic,
  secret_hash: invitation.secretHash,
  person_id: invitation.person,
  purpose: invitation.purpose,
  at: invitation.at,
  expires: invitation.expires,
  used_at: invitation.usedAt ?? null,
});

export const invitationOf = (row: InvitationTable): Invitation => ({
  clinic: idOf(row.clinic_id),
  secretHash: row.secret_hash,
  person: idOf(row.person_id),
  purpose: row.purpose as Invitation['purpose'],
  at: row.at,
  expires: row.expires,
  ...(row.used_at === null ? {} : { usedAt: row.used_at }),
});

export const sessionRow = (session: Session): SessionTable => ({
  clinic_id: session.clinic,
  secret_hash: session.secretHash,
  session_id: session.session,
  person_id: session.person,
  device: session.device,
  at: session.at,
  seen_at: session.seenAt,
  expires: session.expires,
  revoked_at: session.revokedAt ?? null,
});

export const sessionOf = (row: SessionTable): Session => ({
  clinic: idOf(row.clinic_id),
  secretHash: row.secret_hash,
  session: row.session_id,
  person: idOf(row.person_id),
  device: row.device,
  at: row.at,
  seenAt: row.seen_at,
  expires: row.expires,
  ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
});

export const challengeRow = (challenge: Challenge): ChallengeTable => ({
  clinic_id: challenge.clinic,
  challenge: challenge.challenge,
  purpose: challenge.purpose,
  person_id: challenge.person ?? null,
  about: challenge.about,
  expires: challenge.expires,
});

export const challengeOf = (row: ChallengeTable): Challenge => ({
  clinic: idOf(row.clinic_id),
  challenge: row.challenge,
  purpose: row.purpose as Challenge['purpose'],
  ...(row.person_id === null ? {} : { person: idOf<'person'>(row.person_id) }),
  about: row.about,
  expires: row.expires,
});
