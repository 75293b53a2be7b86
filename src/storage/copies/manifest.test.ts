/** A manifest and a row come back as they went out, and no text makes reading one throw. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowOf, tally } from './lines.ts';
import { formatManifest, readManifest } from './manifest.ts';

const TABLE = {
  name: 'ledger',
  columns: [
    { name: 'clinic_id', type: 'text' },
    { name: 'seq', type: 'integer' },
    { name: 'payload', type: 'bytes' },
  ],
  key: ['clinic_id', 'seq'],
  belongsTo: ['case_head'],
} as const;

test('a manifest survives being written and read', () => {
  const tables = [{ ...TABLE, rows: 3, sha256: 'ab' }];
  const text = formatManifest({ made: '2026-01-01T00:00:00.000Z', migration: '0001-the-record', tables });
  const read = readManifest(text, 'folder');
  assert.ok(read.ok);
  assert.deepEqual(read.value.tables, tables);
  assert.equal(read.value.migration, '0001-the-record');
});

test('every row survives being written and read, one line each', () => {
  const row = fc.tuple(
    fc.option(fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed())),
    fc.option(fc.maxSafeInteger()),
    fc.option(fc.uint8Array()),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const lines = tally().add(rows).split('\n');
      assert.equal(lines.pop(), '');
      assert.deepEqual(
        lines.map((line) => rowOf(TABLE, line)),
        rows,
      );
    }),
    { seed: 20 },
  );
});

test('no text makes a reader throw', () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '{"format":"titrial-backup","version":1}'));
  fc.assert(
    fc.property(text, (one) => {
      assert.equal(readManifest(one, 'folder').ok, false);
      rowOf(TABLE, one);
    }),
    { seed: 21 },
  );
});
