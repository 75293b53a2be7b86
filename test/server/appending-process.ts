/**
 * A process of its own that appends for ever and says what was acknowledged, to be ended in the middle of it. Arguments:
 * 'sqlite' and a folder, or 'postgres' and an address; then the number of the case, and how many appends at most.
 */
import type { Storage } from '../../src/records/ports.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { batch, CLINIC, entry, id } from '../contract/sample.ts';

const [, , kind, place = '', caseText = '100', most = 'Infinity', first = '0'] = process.argv;
const number = Number(caseText);

async function open(): Promise<Storage> {
  const opened = kind === 'sqlite' ? await openSqlite(place) : await openPostgres(place);
  if (opened.ok) return opened.value;
  process.stdout.write(`refused ${opened.error.code}\n`);
  process.exit(3);
}

/** Waits until the pipe has taken it: what is said was acknowledged before, never after. */
const say = (text: string): Promise<void> => new Promise((done) => process.stdout.write(`${text}\n`, () => done()));

const storage = await open();
await say('open');
for (let event = Number(first), done = 0; done < Number(most); ) {
  const seq = ((await storage.ledger.head(CLINIC, id(number)))?.seq ?? 0) + 1;
  const next = batch(seq - 1, 1, { case: number }, { entries: [entry(seq, { case: number }, event)] });
  if ((await storage.ledger.append(next)) === 'conflict') continue;
  await say(`done ${seq} ${event}`);
  event += 1;
  done += 1;
}
await storage.close();
