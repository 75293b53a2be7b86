/**
 * Who has to do with a case? Ties are made and ended, never deleted, and stand in the sealed ledger; the table beside it
 * only helps lists. The patient's own tie is for ever, and there is always somebody who may prescribe (H16, H35).
 */
import type { CaseId, PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CaseState } from '../records/case-state.ts';
import type { Person, Relation, Role } from '../records/person.ts';
import { type Actor, capacitiesOf, type Denial, type Standing } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, newEvent } from './case-record.ts';
import type { Ports } from './ports.ts';

/** What a person must be in the clinic to stand so to a case; a carer needs to be nothing more than known. */
const ROLE_NEEDED = {
  prescriber: 'prescriber',
  pharmacist: 'pharmacist',
  coordinator: 'coordinator',
  carer: undefined,
} as const satisfies Record<Exclude<Relation, 'patient'>, Role | undefined>;

/** A relation that can be made and ended. */
export type TieRelation = keyof typeof ROLE_NEEDED;

export type Tie = { readonly person: PersonId; readonly relation: TieRelation };

export type TieRefusal =
  | Denial
  | CaseBusy
  | { readonly code: 'person-unknown' }
  | { readonly code: 'role-missing'; readonly role: Role }
  | { readonly code: 'person-is-the-patient' }
  | { readonly code: 'last-prescriber' }
  | { readonly code: 'tie-unknown' };

/** Ties a person to the case; one that holds already is no fault. */
export async function addTie(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { person, relation }: Tie,
): Promise<Result<Acted<Tie>, TieRefusal>> {
  const known = await ports.storage.people.person(actor.clinic, person);
  return actOnCase(ports, actor, id, 'case.tie', ({ state, standing }, at) => {
    const refusal = notTheirs(standing, relation) ?? unfit(state, known, { person, relation });
    if (refusal) return err(refusal);
    const value = { person, relation };
    if (holds(state, value)) return ok({ events: [], value });
    return ok({
      events: [newEvent(ports, { kind: 'tie-made', version: 1, person, relation })],
      value,
      tiesMade: [{ clinic: actor.clinic, case: id, person, relation, since: at }],
    });
  });
}

/** Ends a tie: from now on the person sees nothing of the case. */
export async function endTie(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { person, relation }: Tie,
): Promise<Result<Acted<Tie>, TieRefusal>> {
  return actOnCase(ports, actor, id, 'case.tie', ({ state, standing }, at) => {
    const value = { person, relation };
    const refusal = notTheirs(standing, relation);
    if (refusal) return err(refusal);
    if (!holds(state, value)) return err({ code: 'tie-unknown' } as const);
    const prescribers = state.ties.filter((tie) => tie.relation === 'prescriber');
    if (relation === 'prescriber' && prescribers.length === 1) return err({ code: 'last-prescriber' } as const);
    return ok({
      events: [newEvent(ports, { kind: 'tie-ended', version: 1, person, relation })],
      value,
      tiesEnded: [{ person, relation, at }],
    });
  });
}

/** A patient chooses who keeps the diary for them, and nobody else. */
function notTheirs(standing: Standing, relation: TieRelation): TieRefusal | undefined {
  const own = capacitiesOf(standing).every((capacity) => OWN.includes(capacity));
  return own && relation !== 'carer' ? { code: 'not-allowed', action: 'case.tie' } : undefined;
}
const OWN: readonly string[] = ['patient', 'patient-alone', 'carer'];

function unfit(state: CaseState, known: Person | undefined, { person, relation }: Tie): TieRefusal | undefined {
  if (person === state.patient) return { code: 'person-is-the-patient' };
  if (!known || known.state === 'left' || known.state === 'erased') return { code: 'person-unknown' };
  const role = ROLE_NEEDED[relation];
  return role === undefined || known.roles.includes(role) ? undefined : { code: 'role-missing', role };
}

const holds = (state: CaseState, { person, relation }: Tie): boolean =>
  state.ties.some((tie) => tie.person === person && tie.relation === relation);
