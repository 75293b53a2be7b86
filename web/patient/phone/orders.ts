/**
 * Asking and stopping: kept here first, so that neither needs a connection, and sent in their order. Stopping is never
 * refused here to the patient, and the dose is gone at once (H11, H12). Taking a move needs the clinic's answer of today.
 */
import type { RequestId } from '../../../src/base/ids.ts';
import { err, ok } from '../../../src/base/result.ts';
import type { PermittedJson } from '../../../src/http/schema/case-json.ts';
import type { ProductAtHand } from '../../../src/medicine/product.ts';
import type { EventOf } from '../../../src/records/event.ts';
import { eventToJson } from '../../../src/records/event-json.ts';
import { ask as askServer } from '../../kit/ask.ts';
import { dayText, newId, today } from './device/device.ts';
import { type ActFault, faultOf, phoneFault } from './fault.ts';
import { course, phase, plan, rows, told } from './here.ts';
import { acting, type Kept } from './keep.ts';
import { type NewRow, putRow, type Row, type StopRow, write } from './kept/store.ts';
import { sendSoon } from './meeting/send-soon.ts';
import { sync } from './meeting/sync.ts';

/** A request to the prescriber. No dose moves by it. */
export function ask(wish: EventOf<'request-made'>['wish'], note = ''): Kept<RequestId> {
  return acting(async (store) => {
    if (told.value?.as === 'patient-alone') return phoneFault('nobody-to-ask');
    if (course.value.status !== 'open') return phoneFault('case-not-open');
    const id = newId<'request'>();
    await write(store, ['outbox'], (tx) =>
      putRow(tx, waiting({ what: 'request', id, case: course.value.case, ...now(), wish, note })),
    );
    sendSoon(0);
    return ok(id);
  });
}

/** The drug is stopped from today on. `ends`: only this trial is. Said again it is the same stop. */
export function stopNow(ends?: StopRow['ends']): Kept<undefined> {
  return acting(async (store) => {
    if (told.value?.as === 'carer') return phoneFault('not-for-carers');
    const id = course.value.case;
    const known = rows.value.some(
      (row) => row.what === 'stop' && row.case === id && row.state !== 'refused' && row.ends?.trial === ends?.trial,
    );
    if (!known)
      await write(store, ['outbox'], (tx) =>
        putRow(tx, waiting({ what: 'stop', id: newId<'event'>(), case: id, ...now(), ...(ends ? { ends } : {}) })),
      );
    sendSoon(0);
    return ok(undefined);
  });
}

const now = () => ({ day: today.value, at: Date.now() });
const waiting = (row: NewRow): Row => ({ ...row, state: 'waiting', sent: false }) as Row;

/** Takes a move the plan permits today, from the place the person sees; what waits here is sent first. */
export async function takeMove(move: Exclude<PermittedJson['moves'][number]['move'], 'stop'>): Kept<undefined> {
  if (phase.value !== 'ready') return phoneFault('not-ready');
  if (told.value?.as === 'carer') return phoneFault('not-for-carers');
  const seen = plan.value;
  if (!seen.ok) return err({ code: seen.error.code, refusal: seen.error });
  const { plan: id, place: from } = seen.value;
  return online('POST', 'moves', { plan: id, move, from, day: dayText(today.value) });
}

/** What is at hand to make a dose of, in place of what was recorded before. */
export function recordProducts(products: readonly ProductAtHand[]): Kept<undefined> {
  if (phase.value !== 'ready') return Promise.resolve(phoneFault('not-ready'));
  // The wire has products as the record writes them.
  const event = eventToJson({ kind: 'products-recorded', version: 1, products, on: today.value });
  const written = (event as { readonly products: unknown }).products;
  return online('POST', 'products', { products: written, day: dayText(today.value) });
}

/** Asks the clinic to look at the days anew. */
export async function computeFinding(): Kept<undefined> {
  if (phase.value !== 'ready') return phoneFault('not-ready');
  return online('POST', 'findings');
}

/** Sends what waits, asks, and fetches what has come of it. */
export async function online(method: 'POST', path: string, body?: object): Kept<undefined> {
  const before = await sync('asked');
  if (before !== undefined) return err(before);
  const done = await askServer(method, `/cases/${course.value.case}/${path}`, body);
  if (!done.ok) return err<ActFault>(faultOf(done.error));
  await sync('asked');
  return ok(undefined);
}
