/**
 * May this person do this? One table: what can be done, and in which capacity. What is not in the table is not allowed;
 * there is no other place that allows anything. docs/authority.md gives the reason of every row (H11, H16, H35).
 */
import type { ClinicId, PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
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

/** `solo`: the case, or for what needs no case the clinic, is of one patient alone. */
export type Standing = {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly solo: boolean;
};

export type Denial = { readonly code: 'not-found' } | { readonly code: 'not-allowed'; readonly action: string };

type Fitting = { readonly role?: Role; readonly relation?: Relation; readonly solo?: boolean };

/**
 * In which capacity somebody acts. Role and relation must both fit: a prescriber who has lost the role signs nothing,
 * whatever ties are left, and one without a tie sees nothing. A carer needs no role: the tie says it all.
 */
const CAPACITIES = {
  patient: { role: 'patient', relation: 'patient', solo: false },
  /** A patient alone, with a plan copied from what a doctor prescribed elsewhere. */
  'patient-alone': { role: 'patient', relation: 'patient', solo: true },
  carer: { relation: 'carer' },
  prescriber: { role: 'prescriber', relation: 'prescriber' },
  pharmacist: { role: 'pharmacist', relation: 'pharmacist' },
  coordinator: { role: 'coordinator', relation: 'coordinator' },
  /** Needs no tie, and is shown nothing of what a case holds. */
  admin: { role: 'admin' },
} as const satisfies Record<string, Fitting>;
export type Capacity = keyof typeof CAPACITIES;

/** What needs no case asks for no relation: anybody signed in, or a role. */
const CLINIC_CAPACITIES = {
  anyone: {},
  'patient-alone': { role: 'patient', solo: true },
  prescriber: { role: 'prescriber' },
  coordinator: { role: 'coordinator' },
  admin: { role: 'admin' },
} as const satisfies Record<string, Fitting>;

/** What can be done to a case, and by whom. */
const CASE_TABLE = {
  /** State as the role may see it; `viewFor` says how much. */
  'case.read': ['patient', 'patient-alone', 'carer', 'prescriber', 'pharmacist', 'coordinator'],
  /** The ledger's events; `viewEvents` says which. */
  'case.events': ['patient', 'patient-alone', 'carer', 'prescriber', 'coordinator'],
  /** Close and open again. */
  'case.close': ['patient-alone', 'prescriber'],
  /** Add or end carers, prescribers, pharmacists, coordinators; a patient: carers only. */
  'case.tie': ['patient', 'patient-alone', 'prescriber', 'coordinator', 'admin'],
  'case.export': ['patient', 'patient-alone', 'prescriber'],
  'case.erase': ['patient-alone', 'admin'],
  /** Who read the case. */
  'access.read': ['patient', 'patient-alone', 'prescriber', 'admin'],
  'diary.keep': ['patient', 'patient-alone', 'carer'],
  'medicine.record': ['patient', 'patient-alone', 'carer', 'prescriber'],
  'medicine.resolve': ['prescriber'],
  'screening.answer': ['patient', 'patient-alone', 'prescriber'],
  'screening.read': ['patient', 'patient-alone', 'prescriber'],
  /** Look at it as a whole. */
  'screening.review': ['patient-alone', 'prescriber'],
  /** Set one finding aside with a reason. */
  'screening.override': ['prescriber'],
  'plan.read': ['patient', 'patient-alone', 'carer', 'prescriber', 'pharmacist', 'coordinator'],
  /** What the patient has at hand. */
  'product.record': ['patient', 'patient-alone', 'carer', 'prescriber', 'pharmacist'],
  /** What was handed out, and how long it lasts. */
  'supply.read': ['patient', 'patient-alone', 'carer', 'prescriber', 'pharmacist'],
  'supply.dispense': ['patient-alone', 'prescriber', 'pharmacist'],
  /** Days planned without a dose. */
  'interruption.plan': ['prescriber'],
  'plan.draft': ['prescriber'],
  'plan.sign': ['prescriber'],
  'plan.end': ['patient-alone', 'prescriber'],
  'plan.transcribe': ['patient-alone'],
  'move.read': ['patient', 'patient-alone', 'carer', 'prescriber'],
  'move.stop': ['patient', 'patient-alone', 'prescriber'],
  'move.take': ['patient', 'patient-alone', 'prescriber'],
  'request.make': ['patient', 'carer'],
  'request.read': ['patient', 'carer', 'prescriber', 'coordinator'],
  'request.answer': ['prescriber'],
  'flag.clear': ['patient-alone', 'prescriber'],
  'laboratory.ask': ['prescriber'],
  'finding.read': ['patient', 'patient-alone', 'prescriber', 'coordinator'],
  'finding.compute': ['patient', 'patient-alone', 'prescriber'],
  /** The letter to a doctor. */
  'letter.make': ['patient', 'patient-alone', 'prescriber'],
  /** Draft, draft anew, give up. A patient alone has no trial: nobody could hold the blind. */
  'trial.design': ['prescriber', 'coordinator'],
  'trial.sign': ['prescriber'],
  /** Give it and take it back. */
  'trial.consent': ['patient'],
  'trial.seal': ['prescriber', 'pharmacist', 'coordinator'],
  /** What each kit holds. */
  'trial.packs': ['pharmacist'],
  'trial.dispense': ['pharmacist'],
  'trial.start': ['prescriber'],
  'trial.stop': ['patient', 'prescriber'],
  'trial.deviate': ['prescriber', 'pharmacist', 'coordinator'],
  /** What one kit holds, in an emergency. */
  'trial.break-code': ['prescriber'],
  'trial.open': ['prescriber', 'coordinator'],
  'trial.report': ['patient', 'prescriber', 'coordinator'],
} as const satisfies Record<string, readonly Capacity[]>;
export type CaseAction = keyof typeof CASE_TABLE;

/** What can be done in a clinic without a case, and by whom. */
const CLINIC_TABLE = {
  'case.open': ['patient-alone', 'prescriber'],
  /** The cases they are tied to, and no others. */
  'case.list': ['anyone'],
  /** Whose case it is, for handing over when somebody has left: label and status, nothing of what a case holds. */
  'case.list-of-another': ['admin'],
  'inbox.read': ['prescriber', 'coordinator'],
  'people.list': ['prescriber', 'coordinator', 'admin'],
  /** Prescribers and coordinators: patients only. */
  'people.invite': ['prescriber', 'coordinator', 'admin'],
  /** Roles, leaving, lost device of another. */
  'people.change': ['admin'],
  'clinic.change': ['admin'],
  'own.sessions': ['anyone'],
  'own.credentials': ['anyone'],
  'medicine.match': ['anyone'],
  'plan.check': ['anyone'],
} as const satisfies Record<string, readonly (keyof typeof CLINIC_CAPACITIES)[]>;
export type ClinicAction = keyof typeof CLINIC_TABLE;

export const CASE_ACTIONS = Object.keys(CASE_TABLE) as readonly CaseAction[];
export const CLINIC_ACTIONS = Object.keys(CLINIC_TABLE) as readonly ClinicAction[];

const isCaseAction = (action: string): action is CaseAction => Object.hasOwn(CASE_TABLE, action);

/** Whether somebody who stands so may do this; for what needs no case `relations` is not looked at. */
export function permits(action: CaseAction | ClinicAction, standing: Standing): boolean {
  if (isCaseAction(action)) return CASE_TABLE[action].some((capacity) => fits(CAPACITIES[capacity], standing));
  return CLINIC_TABLE[action].some((capacity) => fits(CLINIC_CAPACITIES[capacity], standing));
}

/** In which capacities somebody stands to a case, in the order of the table; empty = a stranger. */
export function capacitiesOf(standing: Standing): readonly Capacity[] {
  return (Object.keys(CAPACITIES) as Capacity[]).filter((capacity) => fits(CAPACITIES[capacity], standing));
}

function fits({ role, relation, solo }: Fitting, standing: Standing): boolean {
  if (role !== undefined && !standing.roles.includes(role)) return false;
  if (relation !== undefined && !standing.relations.includes(relation)) return false;
  return solo === undefined || solo === standing.solo;
}

/**
 * 'not-allowed' only to those who know that the case exists: they have a tie to it, or keep the clinic's lists as admin.
 * To everybody else the case is not there.
 */
export function authorise(action: CaseAction, standing: Standing): Result<undefined, Denial> {
  if (permits(action, standing)) return ok(undefined);
  const knows = standing.relations.length > 0 || standing.roles.includes('admin');
  return err(knows ? { code: 'not-allowed', action } : { code: 'not-found' });
}

/** The same for what needs no case. `solo`: the clinic is of one patient alone. */
export function authoriseInClinic(action: ClinicAction, actor: Actor, solo = false): Result<undefined, Denial> {
  const may = permits(action, { roles: actor.roles, relations: [], solo });
  return may ? ok(undefined) : err({ code: 'not-allowed', action });
}
