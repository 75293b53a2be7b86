import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreachable } from './exhaustive.ts';
import { err, ok } from './result.ts';

test('a value that passed and a fault are told apart by ok, whatever they hold', () => {
  assert.deepEqual(ok(undefined), { ok: true, value: undefined });
  assert.deepEqual(err({ code: 'diary-empty' }), { ok: false, error: { code: 'diary-empty' } });
});

test('a case nobody wrote is a bug that names itself', () => {
  assert.throws(() => unreachable({ code: 'new' } as never), /RangeError.*"code":"new"/s);
});
