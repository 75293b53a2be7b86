/** PostgreSQL keeps the contract of a store, on a server of the tests' own. */
import { after } from 'node:test';
import { openPostgres, type PostgresStorage } from '../../src/storage/postgres.ts';
import { ask, startPostgres } from '../server/postgres.ts';
import { storageContract } from './storage.ts';

const server = await startPostgres();
after(server.stop);

async function open(url: string): Promise<PostgresStorage> {
  const storage = await openPostgres(url);
  if (!storage.ok) throw new Error(storage.error.code);
  return storage.value;
}

const database = await server.createDatabase();
const first = await open(database);
const tables = await first.copies.read(async (reading) => reading.tables.map(({ name }) => name));
await first.close();
/** A new database takes a third of a second; rows are gone in a hundredth. Those that belong to others go first. */
const empty = tables.toReversed().map((name) => `delete from ${name}`);

storageContract('postgres', async () => {
  await ask(database, empty.join('; '));
  return open(database);
});
