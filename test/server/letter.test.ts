/**
 * The letter as somebody gets it: by whom, of which kind, under which name, and on record; and its text as another program
 * reads it out of the file (H16, H31, H35).
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { LocalDate } from '../../src/base/calendar.ts';
import { ok } from '../../src/base/result.ts';
import { documentOf } from '../../src/http/openapi.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { typstTypesetter } from '../../src/platform/typst.ts';
import type { CaseEvent } from '../../src/records/event.ts';
import { type AnalysisRequest, analyseRequest } from '../../src/service/analyse-diary.ts';
import type { Actor } from '../../src/service/authority.ts';
import { actOnCase, newEvent } from '../../src/service/case-record.ts';
import { syncDiary } from '../../src/service/keep-diary.ts';
import { type LetterInput, makeLetter } from '../../src/service/letter.ts';
import type { Settings } from '../../src/service/ports.ts';
import { readAccesses } from '../../src/service/read-case.ts';
import { letterWords as german } from '../../web/kit/words/de/letter.ts';
import { letterWords as english } from '../../web/kit/words/en/letter.ts';
import { authorityWorld } from './authority-world.ts';
import {
  anyId,
  type CaseWorld,
  codeOf,
  DAY,
  dayKept,
  dayOf,
  doseTaken,
  got,
  newCaseWorld,
  startPlan,
  tie,
} from './case-world.ts';
import { isoDay, ORIGIN } from './http-world.ts';

const typesetter = typstTypesetter();
after(() => typesetter.close());

async function letterWorld(solo = false, synthetic = false): Promise<CaseWorld> {
  const world = await newCaseWorld(undefined, solo);
  const analysts = { analyse: async (r: unknown) => analyseRequest(r as AnalysisRequest), close: async () => {} };
  return Object.assign(world, { ports: { ...world.ports, analysts, typesetter, settings: { synthetic } as Settings } });
}

async function keepDays(world: CaseWorld, days: number, ug: number | undefined): Promise<void> {
  for (let i = 0; i < days; i++) {
    world.now += DAY;
    const kept = dayKept(world.now, 5 + (i % 3), { scores: { pain: 5 + (i % 3), fatigue: 6, sleep: 4 } });
    const events = ug === undefined ? [kept] : [kept, doseTaken(world.now, ug)];
    got(await syncDiary(world.ports, world.patient, world.case, { sentAt: world.now, events }));
  }
}

const make = (world: CaseWorld, actor: Actor, change: Partial<LetterInput> = {}) =>
  makeLetter(world.ports, actor, world.case, { kind: 'course', day: dayOf(world), words: english, ...change });

const folder = mkdtempSync(join(tmpdir(), 'titrial letters '));
after(() => rmSync(folder, { recursive: true }));
const reader = spawnSync('pdftotext', ['-v']);
const noReader = reader.error
  ? 'pdftotext (poppler-utils) is not installed: the value is checked in letter.test.ts'
  : false;

/** What another program reads in the file, white space as single spaces. */
function textOf(bytes: Uint8Array): string {
  const path = join(folder, `${anyId()}.pdf`);
  writeFileSync(path, bytes);
  const { stdout, status } = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  assert.equal(status, 0);
  return stdout.replace(/\s+/g, ' ');
}

test('patient and prescriber get it, a carer and a pharmacist do not, and each time is on record', async () => {
  const world = await letterWorld();
  await startPlan(world, 60, 0);
  await keepDays(world, 3, 1_500);
  for (const actor of [world.patient, world.prescriber]) {
    const { name, bytes } = got(await make(world, actor));
    assert.equal(name, 'letter-2026-11-04.pdf');
    assert.equal(Buffer.from(bytes).toString('latin1', 0, 5), '%PDF-');
  }
  const carer = await tie(world, 'Noor', [], 'carer');
  const pharmacist = await tie(world, 'Lee', ['pharmacist'], 'pharmacist');
  for (const actor of [carer, pharmacist]) assert.equal(codeOf(await make(world, actor)), 'not-allowed');
  const { accesses } = got(await readAccesses(world.ports, world.patient, world.case, { limit: 50 }));
  const made = accesses.filter(({ action }) => action === 'letter.make').map(({ person }) => person);
  assert.deepEqual(made.sort(), [world.patient.person, world.prescriber.person].sort());
});

test('with a plan that had force it is a letter about a course, without one a request, and nothing else', async () => {
  const world = await letterWorld();
  await keepDays(world, 2, undefined);
  const refused = await make(world, world.patient);
  assert.deepEqual(refused.ok ? {} : refused.error, { code: 'letter-of-other-kind', fits: 'request' });
  got(await make(world, world.patient, { kind: 'request' }));
  await startPlan(world);
  const other = await make(world, world.patient, { kind: 'request' });
  assert.deepEqual(other.ok ? {} : other.error, { code: 'letter-of-other-kind', fits: 'course' });
  got(await make(world, world.patient));
});

test('a day that is nobody’s today, and a name the typeface cannot show, are refused and nothing is made', async () => {
  const world = await letterWorld();
  await startPlan(world);
  assert.equal(codeOf(await make(world, world.patient, { day: dayOf(world, 3) })), 'day-implausible');
  const refused = await make(world, world.patient, { patientName: 'Иван' });
  const characters = ['И', 'в', 'а', 'н'];
  assert.deepEqual(refused.ok ? {} : refused.error, {
    code: 'letter-text-unprintable',
    field: 'patientName',
    characters,
  });
});

test('the text of the file says what it must, in English', { skip: noReader }, async () => {
  const world = await letterWorld();
  await startPlan(world, 200, 0);
  await keepDays(world, 30, 1_500);
  const text = textOf(got(await make(world, world.patient, { patientName: 'Robin Sato', addressee: 'Dr Lund' })).bytes);
  for (const said of [
    ...['Dr Lund', 'Robin Sato (case A-17)', 'Riverside', 'fibromyalgia (M79.7)', 'Signed by Dr Amina Yusuf'],
    ...[
      'As planned on 30 of 31 days; not known for 1',
      'No opioid together with it',
      'treat as a person on naltrexone',
      '72 hours',
    ],
    ...['FINAL 2024', '−0.34', 'INNOVA', 'NCT04739995', 'not medical advice', 'Page 1 of 2', 'Page 2 of 2'],
  ])
    assert.ok(text.includes(said), said);
});

test('and in German, with doses in the one spelling they have', { skip: noReader }, async () => {
  const world = await letterWorld();
  await startPlan(world, 200, 0);
  await keepDays(world, 30, 1_500);
  const text = textOf(got(await make(world, world.prescriber, { words: german })).bytes);
  for (const said of [
    ...[
      'Fall A-17',
      'Fibromyalgie (M79.7)',
      'Unterschrieben von Dr Amina Yusuf',
      'Wie geplant an 30 von 31 Tagen; nicht bekannt für 1',
    ],
    ...[
      'Kein Opioid dazu',
      'behandeln wie eine Person unter Naltrexon',
      '72 Stunden',
      'INNOVA',
      'NCT04739995',
      '−0,34',
    ],
    ...['kein ärztlicher Rat', 'Seite 2 von 2'],
  ])
    assert.ok(text.includes(said), said);
  assert.match(text, /1\.5 mg/);
  assert.doesNotMatch(text, /\d,\d+ mg/);
});

test('a plan copied by a patient alone says that it was not signed here, and by whom it was prescribed', {
  skip: noReader,
}, async () => {
  const world = await letterWorld(true);
  const terms = { validFrom: dayOf(world), validTo: (dayOf(world) + 60) as LocalDate, startAt: 0 };
  const copied: CaseEvent = {
    ...{ kind: 'plan-transcribed', version: 1, plan: anyId(), content: templatePlan('seed-weekly') },
    ...terms,
    screening: { on: dayOf(world), listVersion: '1' },
    ...{ prescribedBy: 'Dr Elsewhere', decidedBy: world.patient.person },
  };
  got(
    await actOnCase<object, never>(world.ports, world.patient, world.case, 'plan.transcribe', () =>
      ok({ events: [newEvent(world.ports, copied)], value: {} }),
    ),
  );
  const text = textOf(got(await make(world, world.patient)).bytes);
  assert.match(text, /NOT SIGNED HERE: copied by the patient from what Dr Elsewhere prescribed elsewhere/);
});

test('a letter about an invented person says so at its head', { skip: noReader }, async () => {
  const world = await letterWorld(false, true);
  await startPlan(world);
  const text = textOf(got(await make(world, world.patient)).bytes);
  assert.match(text, /DEMONSTRATION: an invented person/);
});

test('over HTTP it is a file to keep, under a name that tells nothing, and in no cache', async () => {
  const world = await authorityWorld();
  const { case: id } = world.named.own('patient');
  const send = (body: object) =>
    world.app.request(`/api/v1/cases/${id}/letter`, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie: `titrial=${world.token('patient')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'request', language: 'de', day: isoDay(world), ...body }),
    });
  const answer = await send({ addressee: 'Dr Lund' });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  assert.equal(answer.headers.get('content-disposition'), `attachment; filename="letter-${isoDay(world)}.pdf"`);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5), '%PDF-');
  const told = await send({ addressee: '中' });
  assert.equal(told.status, 422);
  assert.equal(((await told.json()) as { code: string }).code, 'letter-text-unprintable');
  const long = await send({ patientName: 'x'.repeat(201) });
  assert.equal(((await long.json()) as { code: string }).code, 'fields-refused');
  const { paths } = documentOf(world.app);
  const content = paths?.['/api/v1/cases/{case}/letter']?.post?.responses?.['200'];
  assert.deepEqual(Object.keys((content as { content: object }).content), ['application/pdf']);
});
