/**
 * How does a case begin and end? A prescriber opens it for a patient of the clinic, or a patient alone opens their own;
 * closing ends no plan and loses no day, and it can be opened again. Nobody prescribes for themselves (H16, H35).
 */
import { type CaseId, idFrom, type PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CaseTie, Person, Relation } from '../records/person.ts';
import { type Actor, authoriseInClinic, type Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type CaseExists, newEvent, openFresh } from './case-record.ts';
import { unreadable } from './case-record-seal.ts';
import type { Ports } from './ports.ts';

export type OpenRefusal =
  | Denial
  | CaseBusy
  | CaseExists
  | { readonly code: 'person-unknown' }
  | { readonly code: 'not-a-patient' }
  | { readonly code: 'patient-is-yourself' }
  | { readonly code: 'name-missing'; readonly longest: number };

export type NewCase = {
  /** Made where the case is opened, so that sending it twice opens one; undefined = the server makes it. */
  readonly case?: CaseId;
  /** Somebody of the clinic, or the name of somebody new. A patient alone gives neither. */
  readonly patient?: { readonly person: PersonId } | { readonly name: string };
  /** What lists call the case; no name of a person. 1 to 80 characters. */
  readonly label: string;
  /** ICD-10-CM codes, such as M79.7; may be empty. */
  readonly indications: readonly string[];
  readonly washout: 'label' | 'research';
};

export type CaseOpened = { readonly case: CaseId; readonly patient: PersonId; readonly seq: number };

const LONGEST_NAME = 80;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Opens a case, ties the patient and the prescriber to it, and puts a patient who is new among the clinic's people. */
export async function openCase(ports: Ports, actor: Actor, input: NewCase): Promise<Result<CaseOpened, OpenRefusal>> {
  const solo = (await ports.storage.people.clinic(actor.clinic))?.state === 'solo';
  const may = authoriseInClinic('case.open', actor, solo);
  if (!may.ok) return may;
  const patient = await patientOf(ports, actor, input.patient, solo);
  if (!patient.ok) return patient;
  const { person } = patient.value;
  const now = ports.clock.now();
  const id = input.case ?? idFrom<'case'>(now, ports.entropy.bytes(10));
  const { label, indications, washout } = input;
  const people: readonly (readonly [PersonId, Relation])[] = [
    [person, 'patient'],
    ...(solo ? [] : ([[actor.person, 'prescriber']] as const)),
  ];
  const events = [
    newEvent(ports, { kind: 'case-opened', version: 1, patient: person, label, indications, solo, washout }),
    ...people.map(([who, relation]) => newEvent(ports, { kind: 'tie-made', version: 1, person: who, relation })),
  ];
  const ties = people.map(
    ([who, relation]): CaseTie => ({ clinic: actor.clinic, case: id, person: who, relation, since: now }),
  );
  const faults = unreadable(events);
  if (faults.length > 0) return err({ code: 'event-refused', faults });
  if (await ports.storage.ledger.head(actor.clinic, id)) return err({ code: 'case-exists' });
  // First the person, then the case: what is cut off between the two leaves a name and no case without one.
  if (patient.value.isNew) await ports.storage.people.savePerson(patient.value.record);
  const opened = await openFresh(ports, actor, id, events, ties);
  return opened.ok ? ok({ case: id, patient: person, seq: opened.value.seq }) : opened;
}

type Found = { readonly person: PersonId; readonly record: Person; readonly isNew: boolean };

async function patientOf(
  ports: Ports,
  actor: Actor,
  given: NewCase['patient'],
  solo: boolean,
): Promise<Result<Found, OpenRefusal>> {
  if (given && 'name' in given) return solo ? err({ code: 'not-a-patient' }) : newPatient(ports, actor, given.name);
  const wanted = given?.person ?? (solo ? actor.person : undefined);
  if (wanted === undefined) return err({ code: 'person-unknown' });
  if (solo ? wanted !== actor.person : wanted === actor.person)
    return err({ code: solo ? 'not-a-patient' : 'patient-is-yourself' });
  const record = await ports.storage.people.person(actor.clinic, wanted);
  if (!record || record.state === 'erased' || record.state === 'left') return err({ code: 'person-unknown' });
  return record.roles.includes('patient')
    ? ok({ person: wanted, record, isNew: false })
    : err({ code: 'not-a-patient' });
}

function newPatient(ports: Ports, { clinic }: Actor, given: string): Result<Found, OpenRefusal> {
  const name = given.trim();
  if (name === '' || name.length > LONGEST_NAME || UNSEEN.test(name))
    return err({ code: 'name-missing', longest: LONGEST_NAME });
  const at = ports.clock.now();
  const person = idFrom<'person'>(at, ports.entropy.bytes(10));
  return ok({ person, record: { clinic, person, name, roles: ['patient'], state: 'invited', at }, isNew: true });
}

export type CloseRefusal =
  | Denial
  | CaseBusy
  | { readonly code: 'reason-missing' }
  | { readonly code: 'case-not-open' }
  | { readonly code: 'case-not-closed' };

type Reasoned = { readonly reason: string };
type Closed = Promise<Result<Acted<{ readonly case: CaseId }>, CloseRefusal>>;

/** Closes the case. Days that are still on their way from a phone are kept when they arrive. */
export function closeCase(ports: Ports, actor: Actor, id: CaseId, why: Reasoned): Closed {
  return turnCase(ports, actor, id, why, { from: 'open', kind: 'case-closed', otherwise: 'case-not-open' });
}

/** Opens a closed case again. What was signed before it was closed keeps its last day. */
export function reopenCase(ports: Ports, actor: Actor, id: CaseId, why: Reasoned): Closed {
  return turnCase(ports, actor, id, why, { from: 'closed', kind: 'case-reopened', otherwise: 'case-not-closed' });
}

type Turn = {
  readonly from: 'open' | 'closed';
  readonly kind: 'case-closed' | 'case-reopened';
  readonly otherwise: 'case-not-open' | 'case-not-closed';
};

async function turnCase(ports: Ports, actor: Actor, id: CaseId, { reason }: Reasoned, turn: Turn): Closed {
  if (reason.trim() === '') return err({ code: 'reason-missing' });
  return actOnCase(ports, actor, id, 'case.close', ({ state }) =>
    state.status === turn.from
      ? ok({ events: [newEvent(ports, { kind: turn.kind, version: 1, reason })], value: { case: id } })
      : err({ code: turn.otherwise }),
  );
}
