import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARGON_COST, argonPasswords } from './passwords.ts';

const cheap = argonPasswords({ cost: { memory: 8, passes: 1, lanes: 1 } });

test('a password fits its own hash and no other', async () => {
  const phc = await cheap.hash('four slow herons wade');
  assert.ok(await cheap.verify(phc, 'four slow herons wade'));
  assert.equal(await cheap.verify(phc, 'four slow herons wad'), false);
  assert.equal(await cheap.verify(phc, 'Four slow herons wade'), false);
  assert.notEqual(await cheap.hash('four slow herons wade'), phc);
});

test('the same password typed as other code points fits', async () => {
  const phc = await cheap.hash('caf\u00e9 am fluss, früh');
  assert.ok(await cheap.verify(phc, 'cafe\u0301 am fluss, früh'));
});

test("hashes of argon2's own reference program are read", async () => {
  // The reference implementation's test.c, version 0x13, argon2id: hashtest(version, 2, 8, 1, "password", "somesalt", …).
  const known = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  assert.ok(await cheap.verify(known, 'password'));
  assert.equal(await cheap.verify(known, 'differentpassword'), false);
});

test('what is not such a hash, or asks for too much, fits nothing', async () => {
  const good = await cheap.hash('x');
  const broken = [
    '',
    'x',
    good.replace('argon2id', 'argon2i'),
    good.replace('v=19', 'v=16'),
    good.replace('m=8', 'm=9999999'),
    good.replace('t=1', 't=99'),
    good.replace('p=1', 'p=2'),
    good.replace('m=8', 'm=0'),
    good.slice(0, -30),
    `${good} `,
  ];
  for (const phc of broken) assert.equal(await cheap.verify(phc, 'x'), false, phc);
  const dear = argonPasswords({ cost: { memory: 8, passes: 17, lanes: 1 } });
  assert.equal(await dear.verify(await dear.hash('x'), 'x'), false, 'a hash that stalls the server');
});

test('the decoy asks for the same work as a real hash, and fits nothing', async () => {
  const cost = (phc: string): string => phc.split('$').slice(0, 4).join('$');
  assert.equal(cost(cheap.decoy), cost(await cheap.hash('x')));
  assert.equal(cheap.decoy.length, (await cheap.hash('x')).length);
  assert.equal(await cheap.verify(cheap.decoy, ''), false);
});

test('the cost is what OWASP asks for', () => {
  assert.deepEqual(ARGON_COST, { memory: 19 * 1024, passes: 2, lanes: 1 });
});
