/**
 * What does the disk tell of a trial to who has no key? Every row of the store with the length of what is sealed in it, the
 * report of `titrial verify`, and for a database in a file every cell of every table and the files of a back-up (H13).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CaseId, ClinicId } from '../../src/base/ids.ts';
import type { Ports } from '../../src/service/ports.ts';
import { verifyRecord } from '../../src/service/verify.ts';
import { sqliteSource } from '../../src/storage/copies/sqlite-copy.ts';
import { dumpTo } from '../../src/storage/dump.ts';
import { verifyText } from '../../web/kit/words/en/verify.ts';

const ALL = { limit: 200 };
const MOST = 100_000;

/** Ledger, rows, ties, readings, findings and people; sealed parts, links and ways of signing in by their length. */
export async function storedText({ storage }: Pick<Ports, 'storage'>, clinic: ClinicId, id: CaseId): Promise<string> {
  const { ledger, people, access, findings } = storage;
  const opened = await ledger.open(clinic, id);
  const entries = await ledger.entries(clinic, id, 0, MOST);
  const parts = [
    entries.map((entry) => [entry.seq, entry.id, entry.at, entry.payload.length, entry.hash.length]),
    [opened?.row, opened?.head.seq, opened?.key?.length, opened?.snapshot?.seq, opened?.snapshot?.payload.length],
    await ledger.ties(clinic, id),
    (await ledger.anchors(clinic, 0, MOST)).map(({ seq, at, heads }) => [seq, at, Object.keys(heads)]),
    (await access.list(clinic, id, ALL)).accesses,
    (await findings.list(clinic, id, ALL)).findings.map(({ payload, ...row }) => [row, payload.length]),
    (await people.people(clinic, ALL)).people,
  ];
  return parts.map((part) => JSON.stringify(part)).join('\n');
}

/** What `titrial verify` prints. */
export async function verifiedText(ports: Ports): Promise<string> {
  return verifyText(await verifyRecord(ports), false);
}

/** Columns whose values are hashes, signatures or secrets drawn by chance: only their lengths are compared. */
const BY_LENGTH = ['hash', 'previous', 'signature', 'secret', 'challenge', 'heads'];

/** Every cell of every table of a database in a file. */
export function cellsText(folder: string): Promise<string> {
  return sqliteSource(folder).read(async ({ tables, rows }) => {
    const lines: string[] = [];
    for (const table of tables)
      for await (const some of rows(table))
        for (const row of some)
          lines.push(`${table.name} ${row.map((cell, i) => cellText(table.columns[i]?.name, cell))}`);
    return lines.join('\n');
  });
}

function cellText(column: string | undefined, cell: unknown): string {
  if (cell instanceof Uint8Array) return `b${cell.length}`;
  return typeof cell === 'string' && BY_LENGTH.includes(column ?? '') ? `t${cell.length}` : JSON.stringify(cell);
}

/** Names of a back-up's files with the length of what they hold, and the size of the data itself. */
export async function backupText(folder: string, at: number): Promise<string> {
  const to = mkdtempSync(join(tmpdir(), 'titrial-leak-backup-'));
  try {
    const { folder: made } = await dumpTo(sqliteSource(folder), to, { at });
    const names = readdirSync(made).sort();
    const sizes = names.map((name) => {
      const bytes = readFileSync(join(made, name));
      return `${name} ${name.endsWith('.gz') ? gunzipSync(bytes).length : bytes.length}`;
    });
    return [...sizes, `data ${statSync(join(folder, 'titrial.sqlite')).size}`].join('\n');
  } finally {
    rmSync(to, { recursive: true });
  }
}
