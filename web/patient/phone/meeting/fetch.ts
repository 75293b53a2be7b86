/**
 * What has the clinic to tell? Events since the last ones, folded on; what is permitted today; the newest finding. What
 * came back of our own leaves the outbox in the same write, so that nothing is lost or doubled (H10).
 */
import type { CaseId, EventId } from '../../../../src/base/ids.ts';
import { err, ok, type Result } from '../../../../src/base/result.ts';
import type {
  CaseItemJson,
  CaseReadJson,
  EventPageJson,
  FindingHeadJson,
  PermittedJson,
  ToldFindingJson,
} from '../../../../src/http/schema/case-json.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { foldEvents } from '../../../../src/records/course.ts';
import { ask, type Refusal } from '../../../kit/ask.ts';
import { language } from '../../../kit/language.ts';
import { FORM, recordedFrom } from '../course.ts';
import { dayText, today } from '../device/device.ts';
import { me, openNow, writing } from '../here.ts';
import type { KeptAs, KeptFinding, KeptPermitted, Told } from '../kept/marks.ts';
import {
  allRows,
  allTold,
  dropRow,
  getMark,
  putMark,
  putTold,
  type Row,
  reading,
  type Store,
  type ToldEvent,
  write,
} from '../kept/store.ts';
import { beginAnew } from './begin-anew.ts';

type Fetched<T> = Promise<Result<T, Refusal>>;
const PAGE = 1000;

/** Brings the case up to date; true = something was new. */
export async function fetchCase(item: CaseItemJson): Fetched<boolean> {
  const id = item.case;
  const store = openNow()?.store;
  if (!store) return ok(false);
  let before = await getMark(reading(store), `told:${id}`);
  if (before && before.form !== FORM) before = undefined;
  const first = before ?? (await firstTold(item, store));
  if ('ok' in first) return first;
  let now: Told = first;
  let isNew = before === undefined;
  for (let more = true; more; ) {
    const page = await ask<EventPageJson>('GET', `/cases/${id}/events?after=${now.cursor}&limit=${PAGE}`);
    if (!page.ok) return page;
    const who = me.value?.person;
    if (page.value.cursor < now.cursor && who) {
      await beginAnew(id, who);
      return fetchCase(item);
    }
    const events = page.value.events.map((event) => toldEvent(id, event));
    now = toldAfter(now, events, page.value.cursor);
    more = page.value.more && page.value.events.length > 0;
    isNew ||= events.length > 0;
    if (events.length > 0 || before === undefined) await keepTold(now, events, item);
    before = now;
  }
  if (hasStranger(now)) return fetchView(id, now);
  return ok(isNew);
}

/** Nothing told yet, or folded by other code: what is kept of the events is folded anew. */
async function firstTold(item: CaseItemJson, store: Store): Promise<Told | { ok: false; error: Refusal }> {
  const view = await ask<CaseReadJson>('GET', `/cases/${item.case}`);
  if (!view.ok) return view;
  const as = keptAs(view.value);
  if (!as) return err({ from: 'page', code: 'answer-unreadable' });
  const base = { form: FORM, as, people: view.value.people, openedAt: Date.parse(item.openedAt) };
  const kept = await allTold(reading(store), item.case);
  const state = as === 'carer' ? standIn(view.value, item) : undefined;
  return toldAfter({ ...base, cursor: 0, ...(state ? { state } : {}) }, kept, kept.at(-1)?.seq ?? 0);
}

function keptAs({ view }: CaseReadJson): KeptAs | undefined {
  const known: readonly KeptAs[] = ['patient', 'patient-alone', 'carer'];
  return known.find((as) => view.as.includes(as));
}

/** A carer is not shown how the case was opened: the same opening, from what they are shown. */
function standIn({ view }: CaseReadJson, { patient, openedAt }: CaseItemJson): CaseState {
  const { clinic, person } = me.value ?? {};
  if (!clinic || !person) throw new RangeError('nobody is signed in');
  const { case: id, label, solo } = view;
  const event = { kind: 'case-opened', version: 1, patient, label, indications: [], solo, washout: 'label' } as const;
  const head = { clinic, case: id, seq: 0, id: id as string as EventId, at: Date.parse(openedAt), by: person };
  return foldEvents(undefined, [{ ...head, event }]);
}

function toldEvent(id: CaseId, { seq, id: name, at, by, event }: EventPageJson['events'][number]): ToldEvent {
  return { case: id, seq, id: name, at: Date.parse(at), by, event };
}

/** @throws PageOutdated when the clinic is newer than this page */
function toldAfter(before: Told, events: readonly ToldEvent[], cursor: number): Told {
  const clinic = me.value?.clinic;
  if (!clinic) throw new RangeError('nobody is signed in');
  if (events.length === 0) return { ...before, cursor };
  const recorded = events.map((event) => recordedFrom({ clinic }, event));
  return { ...before, state: foldEvents(before.state, recorded), cursor };
}

async function keepTold(now: Told, events: readonly ToldEvent[], { case: id }: CaseItemJson): Promise<void> {
  const back = new Set(events.flatMap(namesOf));
  const isBack = (row: Row): boolean =>
    row.case === id && (back.has(row.id) || (row.what === 'stop' && row.state === 'kept'));
  await writing((store) =>
    write(store, ['told', 'outbox', 'marks'], async (tx) => {
      for (const event of events) putTold(tx, event);
      for (const row of await allRows(tx)) if (isBack(row)) dropRow(tx, row);
      await tellTabs(tx, id, 'told', now);
    }),
  );
}

/** An entry comes back under its name; a request under the name it was given here. */
function namesOf({ id, event }: ToldEvent): readonly string[] {
  const request = (event as { readonly request?: unknown }).request;
  return typeof request === 'string' ? [id, request] : [id];
}

/** What the clinic tells of a case, by the word its mark begins with. */
type News = { readonly told: Told; readonly permitted: KeptPermitted; readonly finding: KeptFinding };

async function tellTabs<K extends keyof News>(tx: IDBTransaction, id: CaseId, what: K, news: News[K]): Promise<void> {
  const count = (await getMark(tx, `news:${id}`)) ?? 0;
  putMark(tx, `news:${id}`, count + 1);
  putMark(tx, `${what}:${id}`, news as never);
}

/** Somebody in the case has no name here yet; every reading of the case is put on record, so it is read only then. */
function hasStranger({ people, state }: Told): boolean {
  if (!state) return false;
  const { ties, moves, plans, requests, trials } = state;
  const named = [
    ...ties.map(({ person }) => person),
    ...moves.map(({ decidedBy }) => decidedBy),
    ...plans.flatMap(({ signatures }) => signatures.map(({ by }) => by)),
    ...trials.flatMap(({ signed }) => signed?.by ?? []),
    ...requests.flatMap(({ by, answeredBy }) => (answeredBy ? [by, answeredBy] : [by])),
  ];
  return named.some((person) => people[person] === undefined);
}

async function fetchView(id: CaseId, now: Told): Fetched<boolean> {
  const view = await ask<CaseReadJson>('GET', `/cases/${id}`);
  if (!view.ok) return view;
  const told = { ...now, people: view.value.people, as: keptAs(view.value) ?? now.as };
  await keepNews(id, 'told', told);
  return ok(true);
}

async function keepNews<K extends keyof News>(id: CaseId, what: K, news: News[K]): Promise<void> {
  await writing((store) => write(store, ['marks'], (tx) => tellTabs(tx, id, what, news)));
}

/** What the clinic says is permitted today; never worked out here. */
export async function fetchPermitted(id: CaseId): Fetched<undefined> {
  const day = today.value;
  const answer = await ask<PermittedJson>('GET', `/cases/${id}/titration?day=${dayText(day)}`);
  if (!answer.ok) return answer;
  await keepNews(id, 'permitted', { answer: answer.value, checkedAt: Date.now() });
  return ok(undefined);
}

/** The newest finding, when it is not here, or not in the language of the page. */
export async function fetchFinding(id: CaseId, known: KeptFinding | undefined): Fetched<undefined> {
  const list = await ask<{ readonly findings: readonly FindingHeadJson[] }>('GET', `/cases/${id}/findings?limit=1`);
  if (!list.ok) return list;
  const newest = list.value.findings[0];
  if (!newest || (newest.finding === known?.findingId && language.value === known.language)) return ok(undefined);
  const path = `/cases/${id}/findings/${newest.finding}/told?width=${pictureWidth()}`;
  const found = await ask<ToldFindingJson>('GET', path);
  if (!found.ok) return found;
  const { told, language: spoken, at, finding } = found.value;
  await keepNews(id, 'finding', { told, language: spoken, at: Date.parse(at), findingId: finding });
  return ok(undefined);
}

/** What a picture can take on this screen held upright, of a page of at most 640 px and its margins. */
const pictureWidth = (): number => Math.max(280, Math.min(640, innerWidth, innerHeight) - 32);
