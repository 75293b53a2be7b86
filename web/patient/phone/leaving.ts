/**
 * Taking one's data along, and leaving this phone. Leaving clears everything of the person here and says first what would
 * be lost; what the clinic has stays there (H15, H16). Signing out only hides: what waits is kept for the same person.
 */
import { err, ok } from '../../../src/base/result.ts';
import { ask, askFile } from '../../kit/ask.ts';
import { faultOf, phoneFault, storeFault } from './fault.ts';
import * as here from './here.ts';
import type { Kept } from './keep.ts';
import { deleteDatabase } from './kept/database.ts';
import { forgetOwner } from './kept/marks.ts';
import { allTold, reading } from './kept/store.ts';
import { net } from './meeting/net.ts';

/** The whole record from the clinic; without a connection what is on this phone, with what has not been sent. */
export async function exportMyData(): Kept<Blob> {
  const id = here.chosen.value;
  const store = here.openNow()?.store;
  if (id === undefined || !store) return phoneFault('not-ready');
  const whole = await askFile('POST', `/cases/${id}/export`);
  if (whole.ok) return whole;
  if (whole.error.from === 'server') return err(faultOf(whole.error));
  const events = await allTold(reading(store), id);
  const waiting = here.rows.value.filter((row) => row.case === id);
  const copy = {
    format: 'titrial-phone-copy',
    version: 1,
    copiedAt: new Date().toISOString(),
    case: id,
    events,
    waiting,
  };
  return ok(new Blob([JSON.stringify(copy)], { type: 'application/json' }));
}

/** Ends the session; what is on the phone is shown again only to the same person. */
export async function signOutHere(): Kept<undefined> {
  const out = await ask('POST', '/sign-out');
  if (!out.ok && faultOf(out.error).code !== 'signed-out') return err(faultOf(out.error));
  hide();
  return ok(undefined);
}

/** Signs out and clears this phone. */
export async function leave({ evenIfUnsent }: { readonly evenIfUnsent: boolean }): Kept<undefined> {
  const name = here.openNow()?.name;
  if (here.rows.value.some(({ state }) => state !== 'kept') && !evenIfUnsent) return phoneFault('unsent-entries');
  const out = await signOutHere();
  if (!out.ok) return out;
  try {
    if (name !== undefined) await deleteDatabase(name);
  } catch (error) {
    return err(storeFault(error));
  }
  return ok(undefined);
}

function hide(): void {
  forgetOwner();
  here.closeStore();
  here.beforePerson.value = 'signed-out';
  net.value = 'signed-out';
}
