/** SQLite keeps the contract of a store, in a real file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { storageContract } from './storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-sqlite-'));
after(() => rmSync(folder, { recursive: true }));

let opened = 0;
storageContract('sqlite', async () => {
  opened += 1;
  const storage = await openSqlite(join(folder, `${opened}`));
  if (!storage.ok) throw new Error(storage.error.code);
  return storage.value;
});
