/** What the frame refuses to read, each with its status, its code and no call made; what did not fit is never repeated. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appWith, post, problemIn, write, written } from './http-frame.ts';

const refused: readonly [why: string, init: RequestInit, status: number, code: string][] = [
  ['no body', { method: 'POST', headers: { 'content-type': 'application/json' } }, 400, 'body-missing'],
  ['text', post('x=1', { 'content-type': 'text/plain' }), 415, 'body-not-json'],
  ['a form', post('x=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'body-not-json'],
  [
    'another charset',
    post('{"name":"a","dose":"1.5 mg"}', { 'content-type': 'application/json; charset=latin1' }),
    415,
    'body-not-json',
  ],
  ['a compressed body', post('{"name":"a","dose":"1.5 mg"}', { 'content-encoding': 'gzip' }), 415, 'body-encoded'],
  ['too much', post(`"${'a'.repeat(70_000)}"`), 413, 'body-too-large'],
  ['bytes that are not UTF-8', post(new Uint8Array([0x22, 0xff, 0x22])), 400, 'body-not-utf8'],
  ['half a JSON', post('{"name":'), 400, 'body-unreadable'],
  ['33 levels', post(`${'['.repeat(33)}${']'.repeat(33)}`), 400, 'body-too-deep'],
  ['30,000 levels', post('['.repeat(30_000)), 400, 'body-too-deep'],
  ['a key twice', post('{"name":"a","name":"b","dose":"1 mg"}'), 400, 'body-key-twice'],
  ['__proto__', post('{"name":"a","dose":"1 mg","__proto__":{"x":1}}'), 400, 'body-key-forbidden'],
  ['NUL in a text', post('{"name":"a\\u0000","dose":"1 mg"}'), 400, 'body-text-broken'],
  ['NUL in a key', post('{"a\\u0000":1}'), 400, 'body-text-broken'],
  ['half a surrogate pair', post('{"name":"\\ud800","dose":"1 mg"}'), 400, 'body-text-broken'],
  ['a number without end', post('{"name":"a","dose":"1 mg","more":1e999}'), 400, 'body-number-too-large'],
  ['an unknown key', post('{"name":"a","dose":"1 mg","constructor":1}'), 422, 'fields-refused'],
  ['a bare dose', post('{"name":"a","dose":1.5}'), 422, 'fields-refused'],
  ['a dose with a comma', post('{"name":"a","dose":"1,5 mg"}'), 422, 'fields-refused'],
  ['30 February', post('{"name":"a","dose":"1 mg","on":"2026-02-30"}'), 422, 'fields-refused'],
  ['an unknown query', post('{"name":"a","dose":"1.5 mg"}'), 422, 'fields-refused'],
];
for (const [why, init, status, code] of refused)
  test(`a request with ${why} is refused, and no call is made`, async () => {
    const { app } = appWith([write]);
    const before = written.length;
    const answer = await app.request(`/api/v1/things${why === 'an unknown query' ? '?x=1' : ''}`, init);
    assert.equal(answer.status, status);
    assert.equal((await problemIn(answer)).code, code);
    assert.equal(written.length, before);
  });

test('what does not fit is named by its place and never repeated', async () => {
  const { app, lines } = appWith([write]);
  const answer = await app.request('/api/v1/things', post('{"name":"abcdefghijklm","doze":"tramadol"}'));
  const problem = await problemIn(answer);
  assert.deepEqual(problem.faults, [
    { pointer: '/name', fault: 'too-large' },
    { pointer: '/dose', fault: 'missing' },
    { pointer: '', fault: 'unknown' },
  ]);
  assert.doesNotMatch(JSON.stringify([problem, lines]), /abcdefghijklm|tramadol/);
});

test('32 levels are read', async () => {
  const { app } = appWith([write]);
  const deep = `${'['.repeat(31)}${']'.repeat(31)}`;
  assert.equal((await app.request('/api/v1/things', post(`{"name":"a","dose":"1 mg","more":${deep}}`))).status, 201);
});
