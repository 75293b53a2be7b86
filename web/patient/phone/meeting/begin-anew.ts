/**
 * The clinic has fewer events than it once told: its record was brought back from an older copy. What this phone had sent
 * and the clinic has lost is sent again; what it still has is recognised there, so that nothing is doubled (H10, H15).
 */

import { civilDateAt } from '../../../../src/base/calendar.ts';
import type { CaseId, EventId, PersonId } from '../../../../src/base/ids.ts';
import { type CaseEvent, DIARY_KINDS, type EventKind } from '../../../../src/records/event.ts';
import { readEvent } from '../../../../src/records/event-json.ts';
import { newId } from '../device/device.ts';
import { writing } from '../here.ts';
import {
  allRows,
  allTold,
  dropMark,
  dropTold,
  type NewRow,
  putRow,
  type Row,
  type ToldEvent,
  write,
} from '../kept/store.ts';
import { sendSoon } from './send-soon.ts';

/** Forgets what was told of the case and puts everything of `me` back among what waits, in one write. */
export async function beginAnew(id: CaseId, me: PersonId): Promise<void> {
  await writing((store) =>
    write(store, ['told', 'outbox', 'marks'], async (tx) => {
      const told = await allTold(tx, id);
      for (const row of await allRows(tx))
        if (row.case === id && row.state === 'kept') putRow(tx, { ...row, state: 'waiting' });
      for (const row of mine(told, me)) putRow(tx, { ...row, state: 'waiting', sent: true } as Row);
      dropTold(tx, id);
      dropMark(tx, `told:${id}`);
    }),
  );
  sendSoon(0);
}

function mine(told: readonly ToldEvent[], me: PersonId): readonly NewRow[] {
  const read = told.flatMap((each) => {
    const event = readEvent(each.event);
    return event.ok ? [{ told: each, event: event.value }] : [];
  });
  const plan = read.findLastIndex(({ event }) => event.kind === 'plan-signed' || event.kind === 'plan-transcribed');
  return read.flatMap(({ told: each, event }, i) => {
    if (each.by !== me) return [];
    // A stop before the newest plan has done what it had to do.
    const isStop = event.kind === 'move-taken' && event.to === 'stopped' && i > plan;
    return rowsOf(each, event, isStop);
  });
}

function rowsOf({ case: id, id: name, at, event: text }: ToldEvent, event: CaseEvent, isStop: boolean): NewRow[] {
  const day = 'date' in event ? event.date : civilDateAt(at);
  const common = { case: id, day, at };
  if ((DIARY_KINDS as readonly EventKind[]).includes(event.kind))
    return [{ ...common, what: 'entry', id: name, event: text }];
  if (event.kind === 'request-made')
    return [{ ...common, what: 'request', id: event.request, wish: event.wish, note: event.note }];
  return isStop ? [{ ...common, what: 'stop', id: newId<'event'>() as EventId }] : [];
}
