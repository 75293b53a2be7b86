/**
 * May this person do this? One table: action by role by relation to the case. What is not in the table is not allowed;
 * there is no other place that allows anything.
 */
import type { ClinicId, PersonId } from '../base/ids.ts';
import type { Relation, Role } from '../records/person.ts';

/** Somebody signed in. */
export type Actor = {
  readonly clinic: ClinicId;
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of the session, for the list of devices. */
  readonly session: string;
};

/** What can be done to a case. */
export const CASE_ACTIONS = [
  'case.read', // state as the role may see it
  'case.events', // the ledger's events: sync, export
  'case.close',
  'case.tie', // add or end carers, prescribers, pharmacists, coordinators
  'case.export',
  'case.erase',
  'access.read', // who read it
  'diary.keep',
  'medicine.record',
  'medicine.resolve',
  'screening.answer',
  'screening.read',
  'screening.review', // look at it as a whole, override
  'plan.read',
  'plan.draft',
  'plan.sign',
  'plan.end',
  'plan.transcribe', // solo only
  'move.read',
  'move.stop', // always the patient's
  'move.take',
  'request.make',
  'request.answer',
  'flag.clear',
  'laboratory.ask',
  'finding.read',
  'finding.compute',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** What can be done in a clinic without a case. */
export const CLINIC_ACTIONS = [
  'case.open',
  'case.list', // the ones they are tied to; coordinators and prescribers: the clinic's
  'inbox.read',
  'people.list',
  'people.invite',
  'people.change', // roles, leaving, lost device of another
  'clinic.change',
  'own.sessions',
  'own.credentials',
  'medicine.match',
  'plan.check',
] as const;
export type ClinicAction = (typeof CLINIC_ACTIONS)[number];

export type Denial = { readonly code: 'not-found' } | { readonly code: 'not-allowed'; readonly action: string };

/** Relation a role may act in: a prescriber who has lost the role may not sign, whatever ties are left. */
export type Standing = {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly solo: boolean;
};
