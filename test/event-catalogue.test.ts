/** docs/formats/events.md says of every event what the code reads and writes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeEvent, EVENT_ROWS } from '../src/records/event-json.ts';
import { CATALOGUE, catalogue } from './event-catalogue.ts';

const page = readFileSync(CATALOGUE, 'utf8').replaceAll('\r\n', '\n');

test('the catalogue is the table of the code; if not: node test/event-catalogue.ts --write', () => {
  assert.equal(page, catalogue());
});

test('every kind has its section', () => {
  for (const [kind, versions] of EVENT_ROWS)
    for (let version = 1; version <= versions.length; version++)
      assert.ok(page.includes(`## ${kind}, version ${version}\n`), kind);
});

test('the example on the page is an event', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  assert.deepEqual(decodeEvent(example).ok, true);
});
