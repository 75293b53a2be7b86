/** Lists and the inbox: only one's own cases, page by page, with words that keep up with the calendar. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addPerson,
  codeOf,
  DAY,
  dayKept,
  dayOf,
  got,
  newCaseWorld,
  startPlan,
  tie,
} from '../../test/server/case-world.ts';
import { listCases, listCasesOf } from './case-list.ts';
import { attentionOn } from './case-record-row.ts';
import { eraseCase } from './erase-case.ts';
import { readInbox } from './inbox.ts';
import { syncDiary } from './keep-diary.ts';
import { openCase } from './open-case.ts';
import { readAccesses, readEvents, readState } from './read-case.ts';
import { answerRequest, listRequests, MOST_OPEN_REQUESTS, makeRequest } from './requests.ts';

const LIMIT = { limit: 200 };

test('a list holds the cases one is tied to and no others, whatever the role', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient } = world;
  const other = await addPerson(ports, prescriber.clinic, 'Dr Else', ['prescriber', 'coordinator', 'admin']);
  const carer = await tie(world, 'Kim', [], 'carer');
  for (const actor of [prescriber, patient, carer]) {
    const { cases } = got(await listCases(ports, actor, LIMIT));
    assert.deepEqual(
      cases.map(({ label }) => label),
      ['A-17'],
    );
  }
  assert.deepEqual(got(await listCases(ports, other, LIMIT)).cases, []);
  assert.equal(codeOf(await listCases(ports, prescriber, { limit: 0 })), 'page-out-of-range');
  assert.equal(codeOf(await listCases(ports, prescriber, { limit: 201 })), 'page-out-of-range');
});

test('pages follow one another without a gap or a case twice, also when most rows are filtered out', async () => {
  const { ports, prescriber, patient } = await newCaseWorld();
  const about = { indications: [], washout: 'label', patient: { person: patient.person } } as const;
  for (let i = 0; i < 60; i++) {
    const { case: id } = got(await openCase(ports, prescriber, { ...about, label: `C-${String(i).padStart(2, '0')}` }));
    const wish = { wish: 'other', note: '', day: dayOf({ now: ports.clock.now() }) } as const;
    if (i % 10 === 0) got(await makeRequest(ports, patient, id, wish));
  }
  const all = async (query: object) => {
    const labels: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 100; page++) {
      const from = after === undefined ? {} : { after };
      const { cases, next } = got(await listCases(ports, prescriber, { limit: 7, ...query, ...from }));
      assert.ok(cases.length <= 7);
      labels.push(...cases.map(({ label }) => label));
      after = next;
      if (after === undefined) return labels;
    }
    return assert.fail('does not come to an end');
  };
  const every = await all({});
  assert.equal(every.length, 61);
  assert.deepEqual(every, [...every].sort());
  assert.equal((await all({ labelStart: 'c-1' })).length, 10);
  // every case here lacks its screening, and says so; those with a request are found by their word
  const { cases } = got(await readInbox(ports, prescriber, { limit: 200 }));
  assert.deepEqual(
    cases
      .filter(({ attention }) => attention.includes('request'))
      .map(({ label }) => label)
      .sort(),
    ['C-00', 'C-10', 'C-20', 'C-30', 'C-40', 'C-50'],
  );
  assert.ok(cases.slice(0, 6).every(({ attention }) => attention[0] === 'request'));
});

test('H20: a patient gone silent and a plan running out are told although nothing was written since', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber } = world;
  await startPlan(world, 20);
  world.now += DAY;
  const batch = { sentAt: world.now, events: [dayKept(world.now, 3)] };
  got(await syncDiary(ports, world.patient, world.case, batch));
  const words = async () => got(await listCases(ports, prescriber, LIMIT)).cases[0]?.attention;
  assert.deepEqual(await words(), []);
  world.now += 3 * DAY;
  assert.deepEqual(await words(), []);
  world.now += DAY; // four days after the last entry: three whole ones without any
  assert.deepEqual(await words(), ['silent']);
  assert.deepEqual(got(await listCases(ports, prescriber, { ...LIMIT, attention: true })).cases.length, 1);
  world.now += 8 * DAY; // seven days before the last one
  assert.deepEqual(await words(), ['plan-expiring', 'silent']);
  world.now += 8 * DAY;
  assert.deepEqual(await words(), ['plan-expired']);
  assert.deepEqual(got(await readState(ports, prescriber, world.case)).attention, ['plan-expired']);
  const closed = { ...(await ports.storage.ledger.open(prescriber.clinic, world.case))?.row, status: 'closed' };
  assert.deepEqual(attentionOn(closed as Parameters<typeof attentionOn>[0], dayOf(world)), []);
});

test('the inbox is a prescriber’s and a coordinator’s, and of their own cases', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient } = world;
  const other = await addPerson(ports, prescriber.clinic, 'Dr Else', ['prescriber']);
  assert.equal(codeOf(await readInbox(ports, patient, LIMIT)), 'not-allowed');
  assert.deepEqual(got(await readInbox(ports, other, LIMIT)).cases, []);
  assert.deepEqual(got(await readInbox(ports, prescriber, LIMIT)).cases[0]?.attention, ['screening-open']);
});

test('an admin sees whose cases somebody who leaves had, by label and status alone', async () => {
  const { ports, prescriber, case: id } = await newCaseWorld();
  const admin = await addPerson(ports, prescriber.clinic, 'Ada', ['admin']);
  assert.equal(codeOf(await listCasesOf(ports, prescriber, prescriber.person, LIMIT)), 'not-allowed');
  assert.deepEqual(got(await listCasesOf(ports, admin, prescriber.person, LIMIT)).cases, [
    { case: id, label: 'A-17', status: 'open' },
  ]);
});

test('a request is made once, waits in the inbox, is answered once, and moves no dose', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient, case: id } = world;
  await startPlan(world);
  const wish = { wish: 'step-down', note: 'worse sleep', day: dayOf(world) } as const;
  const { request } = got(await makeRequest(ports, patient, id, wish));
  got(await makeRequest(ports, patient, id, { ...wish, request }));
  assert.deepEqual(got(await readInbox(ports, prescriber, LIMIT)).cases[0]?.attention, ['request']);
  const answer = { request, answer: 'agreed', note: '' } as const;
  assert.equal(codeOf(await answerRequest(ports, patient, id, answer)), 'not-allowed');
  const first = got(await answerRequest(ports, prescriber, id, answer));
  assert.deepEqual(got(await answerRequest(ports, prescriber, id, answer)), first);
  const other = await answerRequest(ports, prescriber, id, { ...answer, answer: 'declined' });
  assert.equal(codeOf(other), 'request-answered-already');
  const unknown = { ...answer, request: '00000000-0000-7000-8000-000000000000' as typeof request };
  assert.equal(codeOf(await answerRequest(ports, prescriber, id, unknown)), 'request-unknown');
  assert.equal(got(await listRequests(ports, patient, id)).length, 1);
  assert.deepEqual(got(await readInbox(ports, prescriber, LIMIT)).cases, []);
  assert.deepEqual(got(await readState(ports, prescriber, id)).view.moves, []);
});

test('a request is of today, somewhere on earth, and ten at most wait at once', async () => {
  const world = await newCaseWorld();
  const { ports, patient, case: id } = world;
  const make = async (days: number) =>
    codeOf(await makeRequest(ports, patient, id, { wish: 'hold', note: '', day: dayOf(world, days) }));
  assert.deepEqual([await make(2), await make(-2)], ['day-implausible', 'day-implausible']);
  for (let i = 0; i < MOST_OPEN_REQUESTS; i++) assert.equal(await make((i % 3) - 1), 'done');
  assert.equal(await make(0), 'too-many-open-requests');
});

test('events are read since a cursor, as far as they are theirs, and the cursor passes what is not', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient, case: id } = world;
  await startPlan(world); // answers, a look, a signed plan: seq 4 to 6
  const carer = await tie(world, 'Kim', [], 'carer'); // 7
  const sent = { sentAt: world.now - 1000, events: [dayKept(world.now, 3)] };
  got(await syncDiary(ports, patient, id, sent)); // 8
  const all = got(await readEvents(ports, patient, id, { after: 0, limit: 1000 }));
  assert.deepEqual(
    all.events.map(({ seq }) => seq),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.deepEqual(all.events.at(-1)?.event, sent.events[0]?.event);
  assert.equal(all.events.at(-1)?.skew, 1000);
  const page = got(await readEvents(ports, patient, id, { after: 5, limit: 2 }));
  assert.deepEqual([page.events.map(({ seq }) => seq), page.cursor, page.more], [[6, 7], 7, true]);
  const theirs = got(await readEvents(ports, carer, id, { after: 3, limit: 5 }));
  assert.deepEqual([theirs.events.map(({ seq }) => seq), theirs.cursor, theirs.more], [[6, 8], 8, false]);
  const end = got(await readEvents(ports, patient, id, { after: 99, limit: 5 }));
  assert.deepEqual([end.events, end.cursor, end.more], [[], 8, false]);
  for (const query of [
    { after: -1, limit: 5 },
    { after: 0, limit: 0 },
    { after: 0, limit: 1001 },
    { after: 0.5, limit: 5 },
  ])
    assert.equal(codeOf(await readEvents(ports, prescriber, id, query)), 'page-out-of-range');
});

test('a patient can read who has read the case, newest first, their own reading among them', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient, case: id } = world;
  got(await readState(ports, prescriber, id));
  world.now += 1000;
  const { accesses } = got(await readAccesses(ports, patient, id, { limit: 10 }));
  assert.deepEqual(
    accesses.map(({ person, action }) => [person, action]),
    [
      [patient.person, 'access.read'],
      [prescriber.person, 'case.read'],
    ],
  );
  const stranger = await addPerson(ports, patient.clinic, 'Dr Else', ['prescriber']);
  assert.equal(codeOf(await readAccesses(ports, stranger, id, { limit: 10 })), 'not-found');
});

test('of a case that was erased nothing is left to read but who had read it, for an admin', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, case: id } = world;
  got(await readState(ports, prescriber, id));
  const admin = await addPerson(ports, prescriber.clinic, 'Ada', ['admin']);
  got(await eraseCase(ports, admin, id, { reason: 'asked for by the patient' }));
  assert.equal(codeOf(await readState(ports, prescriber, id)), 'not-found');
  assert.equal(codeOf(await readAccesses(ports, prescriber, id, { limit: 10 })), 'not-found');
  const { accesses } = got(await readAccesses(ports, admin, id, { limit: 10 }));
  assert.deepEqual(
    accesses.map(({ action }) => action),
    ['case.read'],
  );
  assert.deepEqual(got(await listCases(ports, prescriber, LIMIT)).cases, []);
});
