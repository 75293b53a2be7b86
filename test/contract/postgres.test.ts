/** PostgreSQL keeps the contract of a store, on a server of the tests' own. */
import { after } from 'node:test';
import { openPostgres } from '../../src/storage/postgres.ts';
import { startPostgres } from '../server/postgres.ts';
import { storageContract } from './storage.ts';

const server = await startPostgres();
after(server.stop);

storageContract('postgres', async () => {
  const storage = await openPostgres(await server.createDatabase());
  if (!storage.ok) throw new Error(storage.error.code);
  return storage.value;
});
