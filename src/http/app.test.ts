import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { deskApp, doorApp } from './app.ts';
import { readPageFiles } from './page-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-page-'));
mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'outside');
writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>desk</title>');
writeFileSync(join(folder, 'dist', '.built-from'), 'hash');
writeFileSync(join(folder, 'dist', 'assets', 'desk-0a1b2c3d.js'), 'export {};');
after(() => rmSync(folder, { recursive: true }));

const read = readPageFiles(join(folder, 'dist'));
assert.ok(read.ok);
const app = deskApp(read.value, 'nothing here');

test('the page comes with a policy that forbids inline script, other origins and every connection', async () => {
  const answer = await app.request('/desk/');
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  const policy = answer.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*|data:/);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
});

test('the door may ask this server and no other, stands at four addresses, and has its parts below /door/', async () => {
  const door = doorApp(read.value, 'nothing here');
  for (const path of ['/', '/set-up', '/join', '/sign-in']) {
    const answer = await door.request(path);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/html; charset=utf-8'], path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'.*script-src 'self'.*connect-src 'self'.*frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|https?:|\*|data:/);
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
  }
  assert.equal((await door.request('/door/assets/desk-0a1b2c3d.js')).status, 200);
  for (const path of ['/door/', '/door/index.html', '/door/.built-from', '/door/../secret.txt', '/set-up/'])
    assert.equal((await door.request(path)).status, 404, path);
});

test('a file named by its content is kept for ever, the page is asked for again', async () => {
  const script = await app.request('/desk/assets/desk-0a1b2c3d.js');
  assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.match(script.headers.get('cache-control') ?? '', /immutable/);
  const page = await app.request('/desk/');
  assert.equal(page.headers.get('cache-control'), 'no-cache');
  const again = await app.request('/desk/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
  assert.equal(again.status, 304);
});

test('what is text goes out packed to whoever takes it so, under a tag of its own, and is the same when unpacked', async () => {
  const path = '/desk/assets/desk-0a1b2c3d.js';
  const plain = await app.request(path);
  assert.deepEqual([plain.headers.get('content-encoding'), plain.headers.get('vary')], [null, 'accept-encoding']);
  const packed = await app.request(path, { headers: { 'accept-encoding': 'br;q=1, gzip' } });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  assert.notEqual(packed.headers.get('etag'), plain.headers.get('etag'));
  assert.equal(gunzipSync(await packed.arrayBuffer()).toString(), await plain.text());
  for (const accepted of ['gzip;q=0', 'br', 'x-gzip', 'gzip;q=0.0'])
    assert.equal(
      (await app.request(path, { headers: { 'accept-encoding': accepted } })).headers.get('content-encoding'),
      null,
    );
});

for (const path of [
  '/desk/../secret.txt',
  '/desk/..%2fsecret.txt',
  '/desk/assets/../../secret.txt',
  '/desk/%2e%2e/secret.txt',
  '/desk/.built-from',
  '//etc/passwd',
  '/desk/assets',
  '/desk/none',
]) {
  test(`${path} is not there, and the answer still carries the policy`, async () => {
    const answer = await app.request(path);
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), 'nothing here');
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });
}

test('nothing can be sent to the server', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await app.request('/desk/', { method });
    assert.equal(answer.status, 405, method);
  }
});

test('a folder without a page is refused', () => {
  const none = readPageFiles(join(folder, 'nowhere'));
  assert.deepEqual(none.ok ? 'read' : none.error.code, 'page-not-built');
});
