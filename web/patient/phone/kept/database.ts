/**
 * IndexedDB as promises, as little of it as the phone needs. A write resolves when it is on the disk; what fails rejects
 * with the browser's own DOMException, and leaves nothing half written (H10, H15).
 */

/** The answer of one request. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** `isNew`: there was nothing of this name before. `onLost`: another page wants it away, or the browser took it. */
export async function openDatabase(
  name: string,
  make: (database: IDBDatabase) => void,
  onLost: (database: IDBDatabase) => void,
): Promise<{ readonly database: IDBDatabase; readonly isNew: boolean }> {
  let isNew = false;
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    isNew = true;
    make(request.result);
  };
  const database = await answered(request);
  database.onversionchange = () => onLost(database);
  database.onclose = () => onLost(database);
  return { database, isNew };
}

export const deleteDatabase = (name: string): Promise<unknown> => answered(indexedDB.deleteDatabase(name));

/** Everything `act` asks for, or nothing; it may wait for requests of `tx` and for nothing else. */
export async function writeAll<T>(
  database: IDBDatabase,
  stores: readonly string[],
  act: (tx: IDBTransaction) => Promise<T> | T,
): Promise<T> {
  const tx = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new DOMException('aborted', 'AbortError'));
  });
  try {
    const value = await act(tx);
    await ended;
    return value;
  } catch (error) {
    // What failed is told once; aborting what has ended by itself is no fault.
    ended.catch(() => {});
    try {
      tx.abort();
    } catch {}
    throw error;
  }
}
