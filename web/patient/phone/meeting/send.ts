/**
 * What waits here goes to the clinic, in the order in which it was kept. Every entry gets an answer of its own; what was
 * not taken stays here with the clinic's sentence until the person decides (H10, H33). Sends nothing under another name.
 */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { err, ok, type Result } from '../../../../src/base/result.ts';
import type { DiarySyncJson, EntryAnswerJson } from '../../../../src/http/schema/case-json.ts';
import { ask, type Refusal } from '../../../kit/ask.ts';
import { today } from '../device/device.ts';
import { writing } from '../here.ts';
import {
  allRows,
  type EntryRow,
  getRow,
  putMark,
  putRow,
  type Row,
  type RowRefusal,
  reading,
  type Store,
  write,
} from '../kept/store.ts';
import { clockOff } from './net.ts';

/** Entries of one batch: the server takes 500 and a million bytes; a hundred of the longest notes fit. */
const BATCH = 100;

type Outcome = Result<undefined, Refusal>;

/** Sends everything of one person; ends at the first refusal that speaks of the connection and not of an entry. */
export async function sendRows(): Promise<Outcome> {
  const tried = new Set<number>();
  for (;;) {
    const next = await nextRows(tried);
    const [first] = next;
    if (!first) return ok(undefined);
    for (const { n } of next) tried.add(n);
    const sent = first.what === 'entry' ? await sendEntries(next as readonly EntryRow[]) : await sendOrder(first);
    if (!sent.ok) return sent;
  }
}

/** The next rows that go together: entries of one case without a request or stop between them. From now on unchangeable. */
async function nextRows(tried: ReadonlySet<number>): Promise<readonly Row[]> {
  const next = await writing(async (store) => {
    const all = await allRows(reading(store));
    const due = all.filter((row) => isDue(row) && !tried.has(row.n));
    const [first] = due;
    if (!first) return [];
    const other = due.findIndex((row) => row.what !== 'entry' || row.case !== first.case);
    const together = first.what === 'entry' ? due.slice(0, Math.min(BATCH, other < 0 ? BATCH : other)) : [first];
    await change(
      store,
      together.filter(({ sent }) => !sent),
      () => ({ sent: true }),
    );
    return together;
  });
  return next ?? [];
}

const isDue = ({ state, refusal }: Row): boolean =>
  state === 'waiting' || (state === 'refused' && refusal?.again === true);

async function sendEntries(entries: readonly EntryRow[]): Promise<Outcome> {
  const [first] = entries;
  if (!first) return ok(undefined);
  const events = entries.map(({ id, event }) => ({ id, event }));
  const body = { sentAt: new Date().toISOString(), events };
  const answer = await ask<DiarySyncJson>('POST', `/cases/${first.case}/events`, body);
  if (!answer.ok) return refusedWhole(entries, answer.error);
  clockOff.value = answer.value.clockOff;
  const answers = new Map(answer.value.answers.map((each) => [each.id, each]));
  await writing((store) => change(store, entries, ({ id }) => changeBy(answers.get(id as never))));
  return ok(undefined);
}

function changeBy(answer: EntryAnswerJson | undefined): Partial<Row> {
  if (!answer) return {};
  if (answer.outcome !== 'refused') return { state: 'kept' };
  const { again, keepAs, refusal } = answer;
  const { code, detail } = refusal;
  return { state: 'refused', refusal: { code, detail, again, ...(keepAs ? { keepAs } : {}) } };
}

/** A request keeps its name, so that sending it twice makes one. The server takes only a day that can be today. */
async function sendOrder(row: Exclude<Row, EntryRow>): Promise<Outcome> {
  const sentDay = today.value - row.day <= 1 ? row.day : today.value;
  const [path, said] = orderOf(row);
  const answer = await ask('POST', `/cases/${row.case}/${path}`, { ...said, day: formatLocalDate(sentDay) });
  // A stop whose answer was lost has stopped everything there was.
  const done = answer.ok || (row.what === 'stop' && STOPPED_ALREADY.includes(answer.error.code));
  if (!done) return refusedWhole([row], answer.error);
  await writing((store) => change(store, [row], () => ({ state: 'kept' })));
  if (row.what === 'stop' && sentDay !== row.day)
    await writing((store) =>
      write(store, ['marks'], (tx) => putMark(tx, 'stopLate', { asked: row.day, told: sentDay })),
    );
  return ok(undefined);
}

const STOPPED_ALREADY: readonly string[] = ['nothing-to-stop', 'trial-not-at-this-point', 'no-consent-given'];

/** Where it goes, and what it says besides the day. */
function orderOf(row: Exclude<Row, EntryRow>): readonly [path: string, said: object] {
  if (row.what === 'request') return ['requests', { request: row.id, wish: row.wish, note: row.note }];
  if (!row.ends) return ['stop', {}];
  const { trial, why } = row.ends;
  if (why === 'consent-withdrawn') return [`trials/${trial}/consent/withdrawal`, { reason: '' }];
  return [`trials/${trial}/stop`, { why, note: '' }];
}

/** No answer, or none for now: all of it is sent again. A no for good stands beside each. */
async function refusedWhole(sent: readonly Row[], refusal: Refusal): Promise<Outcome> {
  if (refusal.from === 'page' || isForNow(refusal.status)) return err(refusal);
  const { code, detail, status } = refusal;
  const told: RowRefusal = { code, detail, again: status !== 403 && status !== 404 };
  await writing((store) => change(store, sent, () => ({ state: 'refused', refusal: told })));
  return ok(undefined);
}

const isForNow = (status: number): boolean => status === 401 || status === 409 || status === 429 || status >= 500;

function change(store: Store, sent: readonly Row[], to: (row: Row) => Partial<Row>): Promise<void> {
  return write(store, ['outbox'], async (tx) => {
    for (const { n } of sent) {
      const row = await getRow(tx, n);
      if (!row) continue;
      const { refusal: _, ...plain } = row;
      putRow(tx, { ...plain, ...to(row) } as Row);
    }
  });
}
