/**
 * Who may be in a clinic, and as what? Roles say what kind of work a person does; the relation to a case says whose.
 * Holds no secrets: how somebody proves who they are is kept elsewhere.
 */
import type { CaseId, ClinicId, PersonId } from '../base/ids.ts';

export const ROLES = ['patient', 'prescriber', 'pharmacist', 'coordinator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** How a person stands to one case. 'patient' is the person it is about; 'carer' keeps the diary for them. */
export const RELATIONS = ['patient', 'carer', 'prescriber', 'pharmacist', 'coordinator'] as const;
export type Relation = (typeof RELATIONS)[number];

/** 'waiting': a set-up link exists, nobody has come yet. 'solo': one patient alone, with a transcribed plan. */
export type ClinicState = 'waiting' | 'open' | 'solo';

export type Clinic = {
  readonly clinic: ClinicId;
  readonly name: string;
  readonly state: ClinicState;
  /** Highest ceiling any plan may have here, micrograms; at most `SITE_MAXIMUM`. */
  readonly maximumCeiling: number;
  /** Milliseconds since 1970-01-01 UTC, as every `at` in records. */
  readonly at: number;
};

/** 'invited': has a link, no way to sign in yet. 'left': may not sign in. 'erased': the name is gone too. */
export type PersonState = 'invited' | 'active' | 'left' | 'erased';

export type Person = {
  readonly clinic: ClinicId;
  readonly person: PersonId;
  /** As the clinic calls them; '' once erased. Unique in no way: people share names. */
  readonly name: string;
  /** For signing in with a password, lower case; unique in the clinic; undefined = passkeys only. */
  readonly login?: string;
  readonly roles: readonly Role[];
  readonly state: PersonState;
  readonly at: number;
};

/** A person's tie to a case. Ties end, they are never deleted; `until` undefined = still holds. */
export type CaseTie = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  readonly person: PersonId;
  readonly relation: Relation;
  readonly since: number;
  readonly until?: number;
};
