/** Whose session outlives the browser's window? A diary's own phone; never a computer on which others' records are read (H16). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../../src/records/person.ts';
import { browser, httpWorld, ORIGIN, PHRASE, setUpToken } from './http-world.ts';

const EXPECTED: readonly (readonly [roles: readonly Role[], lasting: boolean])[] = [
  [['patient'], true],
  [[], true],
  [['patient', 'admin'], true],
  [['admin'], false],
  [['prescriber'], false],
  [['patient', 'prescriber'], false],
  [['pharmacist'], false],
  [['coordinator'], false],
];

test('only who reads nobody else’s record stays signed in when the browser is closed', async () => {
  const world = httpWorld();
  const admin = browser(world);
  const way = { way: 'password', login: 'ada', password: PHRASE };
  await admin.must('POST', '/set-up', { token: await setUpToken(world), clinicName: 'R', name: 'Ada Okafor', way });
  for (const [n, [roles, lasting]] of EXPECTED.entries()) {
    const link = await admin.must('POST', '/people', { name: `Person ${n}`, roles });
    const body = { token: link.token, way: { way: 'password', login: `person${n}`, password: PHRASE } };
    const answer = await world.app.request('/api/v1/invitations/accept', {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 200, await answer.clone().text());
    assert.equal(/; Max-Age=7776000;/.test(answer.headers.get('set-cookie') ?? ''), lasting, roles.join());
  }
});
