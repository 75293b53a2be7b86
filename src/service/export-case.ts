/**
 * What is kept of this person? Everything, in one document that needs no Titrial to be read: every event in order with
 * who and when, the plans with their signatures, the findings, and who has read the case. Its hash goes into the ledger,
 * so a copy can be held against the record later. What is sealed is in none, and guesses of a sealed trial in the patient's
 * alone (H13).
 */
import type { Analysis } from '../analysis/finding.ts';
import { hashOf } from '../base/hash.ts';
import type { CaseId, ClinicId, EventId, FindingId, PersonId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { CaseState } from '../records/case-state.ts';
import type { CaseEvent } from '../records/event.ts';
import { eventToJson } from '../records/event-json.ts';
import type { SignedHead } from '../records/ledger.ts';
import type { Role } from '../records/person.ts';
import type { Access } from '../records/ports.ts';
import { isSealedGuess, shownEvent, shownState, withoutGuesses } from '../records/trial-shown.ts';
import type { Actor, Denial } from './authority.ts';
import { actOnCase, type CaseBusy, type LoadedCase, loadCase, newEvent, readCase, wholeCase } from './case-record.ts';
import { openEntry } from './case-record-seal.ts';
import { openFinding, type ReadFinding } from './find.ts';
import type { Ports } from './ports.ts';

/** An event as docs/formats/events.md describes it, with its place. Instants are milliseconds since 1970-01-01 UTC. */
export type ExportedEvent = {
  readonly seq: number;
  readonly id: EventId;
  readonly at: number;
  readonly by: PersonId;
  readonly skew?: number;
  readonly hash: string;
  readonly event: unknown;
};

export type CaseExport = {
  readonly format: 'titrial-case';
  readonly version: 1;
  readonly exportedAt: number;
  readonly clinic: { readonly clinic: ClinicId; readonly name: string };
  readonly case: CaseId;
  /** Of the newest event in this document; signed by the server. */
  readonly head: SignedHead;
  /** What the events add up to; days are counted from 1970-01-01, doses are micrograms. */
  readonly state: CaseState;
  readonly events: readonly ExportedEvent[];
  readonly findings: readonly (Omit<ReadFinding, 'analysis' | 'finding'> & {
    readonly finding: FindingId;
    readonly analysis: Analysis;
  })[];
  /** Newest first. */
  readonly accesses: readonly Omit<Access, 'clinic' | 'case'>[];
  /** Everybody named in the document by id; name '' = erased. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly roles: readonly Role[] }>>;
  /** SHA-256 of the canonical JSON of everything above. */
  readonly hash: string;
};

export type ExportRefusal = Denial | CaseBusy;

const PAGE = 500;

/** The document, as of the head it names; that it was made, and its hash, is the next event of the case. */
export async function exportCase(ports: Ports, actor: Actor, id: CaseId): Promise<Result<CaseExport, ExportRefusal>> {
  const opened = await readCase(ports, actor, id, 'case.export');
  if (!opened.ok) return opened;
  const loaded = await loadCase(ports, actor.clinic, id);
  if (!loaded) return { ok: false, error: { code: 'not-found' } };
  const isPatient = loaded.state.patient === actor.person;
  const content = await contentOf(ports, await wholeCase(ports, loaded), isPatient);
  const hash = hashOf(content);
  const recorded = await actOnCase<object, never>(ports, actor, id, 'case.export', () =>
    ok({ events: [newEvent(ports, { kind: 'case-exported', version: 1, hash })], value: {} }),
  );
  return recorded.ok ? ok({ ...content, hash }) : recorded;
}

async function contentOf(ports: Ports, loaded: LoadedCase, isPatient: boolean): Promise<Omit<CaseExport, 'hash'>> {
  const { state, head } = loaded;
  const isWithheld = (event: CaseEvent): boolean => !isPatient && isSealedGuess(state, event);
  const clinic = await ports.storage.people.clinic(state.clinic);
  const events = await eventsOf(ports, loaded, isWithheld);
  const accesses = await accessesOf(ports, loaded);
  const named = [state.patient, ...state.ties.map(({ person }) => person), ...events.map(({ by }) => by)];
  return {
    format: 'titrial-case',
    version: 1,
    exportedAt: ports.clock.now(),
    clinic: { clinic: state.clinic, name: clinic?.name ?? '' },
    case: state.case,
    head,
    // What is sealed to the pharmacy leaves the server in back-ups alone.
    state: shownState(isPatient ? state : withoutGuesses(state)),
    events,
    findings: await findingsOf(ports, loaded),
    accesses,
    people: await peopleOf(ports, state.clinic, [...named, ...accesses.map(({ person }) => person)]),
  };
}

async function eventsOf(
  ports: Ports,
  { head, key }: LoadedCase,
  isWithheld: (event: CaseEvent) => boolean,
): Promise<readonly ExportedEvent[]> {
  const events: ExportedEvent[] = [];
  const toldEvent = (event: CaseEvent): unknown =>
    isWithheld(event) ? { kind: event.kind, withheld: true } : eventToJson(shownEvent(event));
  while (events.length < head.seq) {
    const limit = Math.min(PAGE, head.seq - events.length);
    const entries = await ports.storage.ledger.entries(head.clinic, head.case, events.length, limit);
    if (entries.length === 0) throw new RangeError(`events end at ${events.length} of ${head.seq}`);
    for (const entry of entries) {
      const { seq, id, at, by, skew, event } = openEntry(ports.vault, key, entry);
      const known = skew === undefined ? {} : { skew };
      events.push({ seq, id, at, by, ...known, hash: entry.hash, event: toldEvent(event) });
    }
  }
  return events;
}

async function findingsOf(ports: Ports, { head, key }: LoadedCase): Promise<CaseExport['findings']> {
  const findings: ReadFinding[] = [];
  let after: string | undefined;
  do {
    const query = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await ports.storage.findings.list(head.clinic, head.case, query);
    findings.push(...page.findings.map((stored) => openFinding(ports, key, stored)));
    after = page.next;
  } while (after !== undefined);
  return findings;
}

async function accessesOf(ports: Ports, { head }: LoadedCase): Promise<CaseExport['accesses']> {
  const accesses: CaseExport['accesses'][number][] = [];
  let after: string | undefined;
  do {
    const query = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await ports.storage.access.list(head.clinic, head.case, query);
    accesses.push(...page.accesses.map(({ id, at, person, action }) => ({ id, at, person, action })));
    after = page.next;
  } while (after !== undefined);
  return accesses;
}

async function peopleOf(ports: Ports, clinic: ClinicId, named: readonly PersonId[]): Promise<CaseExport['people']> {
  const people: Record<string, CaseExport['people'][string]> = {};
  for (const id of new Set(named)) {
    const person = await ports.storage.people.person(clinic, id);
    if (person) people[id] = { name: person.name, roles: person.roles };
  }
  return people;
}
