/**
 * What is shown of a case: its state, its events since a cursor, and who has read it. Each as far as the person may see
 * it, and each reading on record (H16). Refuses strangers as if there were no such case.
 */
import { civilDateAt } from '../base/calendar.ts';
import type { CaseId, EventId, PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Recorded } from '../records/event.ts';
import { eventToJson } from '../records/event-json.ts';
import type { Access } from '../records/ports.ts';
import { shownEvent } from '../records/trial-shown.ts';
import type { TrialRecord } from '../records/trial-state.ts';
import { type Actor, authorise, type Denial } from './authority.ts';
import { loadCase, readCase } from './case-record.ts';
import { attentionOn } from './case-record-row.ts';
import { openEntry } from './case-record-seal.ts';
import { type CaseView, showsEvent, viewFor } from './case-view.ts';
import type { Ports } from './ports.ts';

export type CaseRead = {
  readonly view: CaseView;
  /** seq of the newest event the view holds. */
  readonly seq: number;
  /** Names by id of everybody the view names. */
  readonly people: Readonly<Record<string, string>>;
  /** Why a prescriber should look, today in UTC; absent for who does not decide. */
  readonly attention?: readonly string[];
};

/** The case as this person may see it. */
export async function readState(ports: Ports, actor: Actor, id: CaseId): Promise<Result<CaseRead, Denial>> {
  const opened = await readCase(ports, actor, id, 'case.read');
  if (!opened.ok) return opened;
  const { state, head, row, standing } = opened.value;
  const view = viewFor(standing, state);
  const decides = view.as.some((capacity) => capacity === 'prescriber' || capacity === 'coordinator');
  const attention = decides ? { attention: attentionOn(row, civilDateAt(ports.clock.now())) } : {};
  return ok({ view, seq: head.seq, people: await namesIn(ports, actor, view), ...attention });
}

/** Who is named in what this person is shown, and in nothing else. Somebody erased has the name ''. */
async function namesIn(ports: Ports, { clinic }: Actor, view: CaseView): Promise<Readonly<Record<string, string>>> {
  const named = new Set<PersonId>([
    ...(view.patient === undefined ? [] : [view.patient]),
    ...(view.ties ?? []).map(({ person }) => person),
    ...(view.plans ?? []).flatMap(({ signatures }) => signatures.map(({ by }) => by)),
    ...(view.moves ?? []).map(({ decidedBy }) => decidedBy),
    ...(view.trials ?? []).flatMap(peopleOf),
    ...(view.requests ?? []).flatMap(({ by, answeredBy }) => (answeredBy === undefined ? [by] : [by, answeredBy])),
  ]);
  const found = await Promise.all([...named].map((id) => ports.storage.people.person(clinic, id)));
  return Object.fromEntries(found.flatMap((person) => (person ? [[person.person, person.name]] : [])));
}

function peopleOf(record: TrialRecord): readonly PersonId[] {
  const { designedBy, signed, dropped, consent, started, stopped, opened, dispensed, deviations, codeBroken } = record;
  const acts = [signed, dropped, consent, started, stopped, opened].flatMap((act) => (act ? [act.by] : []));
  return [designedBy, ...acts, ...[...dispensed, ...deviations, ...codeBroken].map(({ decidedBy }) => decidedBy)];
}

/** An event as docs/formats/events.md describes it, with its place in the case. */
export type ReadEvent = {
  readonly seq: number;
  readonly id: EventId;
  readonly at: number;
  readonly by: PersonId;
  /** Server's clock minus the device's, milliseconds; absent = not from a device. */
  readonly skew?: number;
  readonly event: unknown;
};

export type EventPage = {
  readonly events: readonly ReadEvent[];
  /** Give it back as `after`: everything up to here has been looked at, shown or not. */
  readonly cursor: number;
  /** There is more behind the cursor. */
  readonly more: boolean;
};

export type EventsRefusal = Denial | { readonly code: 'page-out-of-range'; readonly longest: number };

/** Most events of one page. */
export const LONGEST_PAGE = 1000;

/** Events after a cursor (0 = from the first), oldest first, of the kinds this person may see. */
export async function readEvents(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Result<EventPage, EventsRefusal>> {
  const inRange = Number.isSafeInteger(after) && after >= 0 && Number.isSafeInteger(limit) && limit >= 1;
  if (!inRange || limit > LONGEST_PAGE) return err({ code: 'page-out-of-range', longest: LONGEST_PAGE });
  const opened = await readCase(ports, actor, id, 'case.events');
  if (!opened.ok) return opened;
  const { standing, head, key } = opened.value;
  const entries = await ports.storage.ledger.entries(actor.clinic, id, after, limit);
  const cursor = entries.at(-1)?.seq ?? Math.min(after, head.seq);
  const events = entries
    .map((entry) => openEntry(ports.vault, key, entry))
    .filter(({ event }) => showsEvent(standing, event))
    .map(plain);
  return ok({ events, cursor, more: cursor < head.seq });
}

function plain({ seq, id, at, by, skew, event }: Recorded): ReadEvent {
  return { seq, id, at, by, ...(skew === undefined ? {} : { skew }), event: eventToJson(shownEvent(event)) };
}

export type AccessPage = { readonly accesses: readonly Omit<Access, 'clinic' | 'case'>[]; readonly next?: string };

/** Who has read the case, newest first. An admin may still ask when the case has been erased. */
export async function readAccesses(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  query: { readonly after?: string; readonly limit: number },
): Promise<Result<AccessPage, Denial>> {
  const may = await mayReadAccesses(ports, actor, id);
  if (!may.ok) return may;
  const { accesses, next } = await ports.storage.access.list(actor.clinic, id, query);
  return ok({
    accesses: accesses.map(({ id: entry, at, person, action }) => ({ id: entry, at, person, action })),
    ...(next === undefined ? {} : { next }),
  });
}

async function mayReadAccesses(ports: Ports, actor: Actor, id: CaseId): Promise<Result<unknown, Denial>> {
  const opened = await readCase(ports, actor, id, 'access.read');
  if (opened.ok || (await loadCase(ports, actor.clinic, id))) return opened;
  const tombstone = await ports.storage.ledger.head(actor.clinic, id);
  const standing = { roles: actor.roles, relations: [], solo: false };
  return tombstone ? authorise('access.read', standing) : err({ code: 'not-found' });
}
