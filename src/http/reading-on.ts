/**
 * May a case be read while nothing can be written? Yes: a full disk must not hide a red flag. That it was read is then
 * kept in memory and written with the next reading once the store takes writes; past a bound reading stops too (H16, H17).
 */
import { type Access, type Storage, StorageError } from '../records/ports.ts';
import type { WriteGate } from './write-gate.ts';

/** About an hour of a busy clinic. What waits is lost when the process is killed before the store can write. */
export const MOST_WAITING = 10_000;

/** The store, but for the two small writes that come with reading: who read what, and when a session was last used. */
export function readingOn(storage: Storage, gate: WriteGate): Storage {
  let waiting: readonly Access[] = [];
  const add = async (accesses: readonly Access[]): Promise<void> => {
    const all = [...waiting, ...accesses];
    waiting = [];
    const written = await tryToWrite(gate, () => storage.access.add(all));
    if (written) return;
    if (all.length > MOST_WAITING) {
      waiting = [...all.slice(0, all.length - accesses.length), ...waiting];
      throw new StorageError('full', 'too many readings wait to be recorded');
    }
    waiting = [...all, ...waiting];
  };
  const touchSession: Storage['people']['touchSession'] = async (...touched) => {
    await tryToWrite(gate, () => storage.people.touchSession(...touched));
  };
  return { ...storage, access: { ...storage.access, add }, people: { ...storage.people, touchSession } };
}

/** false when the store is full or broken, or is known to be; any other trouble is thrown on. */
async function tryToWrite(gate: WriteGate, write: () => Promise<void>): Promise<boolean> {
  if (!(await gate.isOpen())) return false;
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    gate.report(error);
    if (error.trouble === 'full' || error.trouble === 'broken') return false;
    throw error;
  }
}
