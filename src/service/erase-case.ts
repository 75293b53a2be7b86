/**
 * How is a person forgotten without breaking the record? The key of the case is destroyed, so its entries stay as bytes
 * nobody can read and the chain can still be verified; what was computed from them goes. Cannot be undone (H31, H32).
 */
import type { CaseId, ClinicId, PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Actor, Denial } from './authority.ts';
import { actOnCase, type CaseBusy, newEvent } from './case-record.ts';
import type { Ports } from './ports.ts';

export type EraseRefusal = Denial | CaseBusy | { readonly code: 'reason-missing' };

/** `person`: the patient's name and ways of signing in are gone too, since no other case of theirs is left. */
export type Erased = { readonly case: CaseId; readonly seq: number; readonly person: 'erased' | 'kept' };

const SHORTEST_REASON = 3;
const LONGEST_REASON = 2000;
const PAGE = 200;

/** Writes that it was erased, as the last entry, and destroys key, snapshot, findings and ties in the same moment. */
export async function eraseCase(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { reason }: { readonly reason: string },
): Promise<Result<Erased, EraseRefusal>> {
  const why = reason.trim();
  if (why.length < SHORTEST_REASON || why.length > LONGEST_REASON) return err({ code: 'reason-missing' });
  const erased = await actOnCase<{ readonly patient: PersonId }, never>(ports, actor, id, 'case.erase', ({ state }) =>
    ok({
      events: [newEvent(ports, { kind: 'case-erased', version: 1, reason: why })],
      value: { patient: state.patient },
      shred: true,
    }),
  );
  if (!erased.ok) return erased;
  const { patient, seq } = erased.value;
  const gone = !(await hasOtherCase(ports, actor.clinic, patient));
  if (gone) await erasePerson(ports, actor.clinic, patient);
  return ok({ case: id, seq, person: gone ? 'erased' : 'kept' });
}

/** A case that is the person's own and not erased; or one they have work in, such as a carer or a prescriber. */
async function hasOtherCase(ports: Ports, clinic: ClinicId, person: PersonId): Promise<boolean> {
  const kept = await ports.storage.people.person(clinic, person);
  if (kept?.roles.some((role) => role !== 'patient')) return true;
  let after: string | undefined;
  do {
    const next = after === undefined ? {} : { after };
    const page = await ports.storage.ledger.cases(clinic, { tiedTo: person, order: 'label', limit: PAGE, ...next });
    if (page.rows.some(({ status }) => status !== 'erased')) return true;
    after = page.next;
  } while (after !== undefined);
  return false;
}

async function erasePerson(ports: Ports, clinic: ClinicId, id: PersonId): Promise<void> {
  const { people } = ports.storage;
  const person = await people.person(clinic, id);
  if (!person) return;
  const at = ports.clock.now();
  const { login: _, ...rest } = person;
  await people.savePerson({ ...rest, name: '', state: 'erased' });
  await people.revokeSessions(clinic, id, undefined, at);
  await people.endInvitations(clinic, id, at);
  for (const { credential } of await people.credentialsOf(clinic, id))
    await people.removeCredential(clinic, id, credential);
}
