/**
 * Can an answer carry more than was declared? Every schema of every answer is walked: each object is strict, and what is
 * passed through whole is named here. Refusals too: every number of theirs that is a day or a dose goes out as one.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { localDate } from '../../src/base/calendar.ts';
import { problemOf } from '../../src/http/problem.ts';
import { ROUTES } from '../../src/http/routes/all.ts';
import { micrograms } from '../../src/medicine/dose.ts';

/** Parts with a format of their own, passed on as they are; by route and place. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  startInvitationPasskey: ['options'],
  startPasskeySignIn: ['options'],
  startOwnPasskey: ['options'],
  startSigning: ['options'],
  startCosigning: ['options'],
  startSigningTrial: ['options'],
  planTemplates: ['templates.plan'],
  readEvents: ['events.event'],
  readFinding: ['analysis'],
  makeLetter: ['bytes'],
  makeLabels: ['bytes'],
  makeKitLabels: ['bytes'],
  readTrialReport: ['protocol', 'conduct', 'baseline', 'periods', 'harms', 'days', 'results'],
  printTrialReport: ['bytes'],
  exportCase: ['head', 'state', 'events', 'findings', 'accesses', 'people'],
};

type Seen = { readonly loose: string[]; readonly whole: string[] };

/** Walks the side of a schema that goes over the wire. */
function walk(schema: z.core.$ZodType, place: string, seen: Seen): void {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } };
  const inside = (name: string): string => (place === '' ? name : `${place}.${name}`);
  if (def.type === 'object') {
    const shape = (schema as z.ZodObject).shape;
    const catchall = def.catchall as z.core.$ZodType | undefined;
    const coded = Object.keys(shape).join() === 'code,detail';
    if (catchall?._zod.def.type !== 'never' && !coded) seen.loose.push(place);
    for (const [name, field] of Object.entries(shape)) walk(field, inside(name), seen);
  } else if (def.type === 'array') walk(def.element as z.core.$ZodType, place, seen);
  else if (def.type === 'record') walk(def.valueType as z.core.$ZodType, place, seen);
  else if (def.type === 'pipe') walk(def.in as z.core.$ZodType, place, seen);
  else if (def.type === 'union') for (const each of def.options as z.core.$ZodType[]) walk(each, place, seen);
  else if ('innerType' in def) walk(def.innerType as z.core.$ZodType, place, seen);
  else if (def.type === 'unknown' || def.type === 'any' || def.type === 'custom') {
    const told = (z.globalRegistry.get(schema as z.ZodType) ?? {}) as { type?: string };
    if (told.type !== 'string') seen.whole.push(place);
  }
}

for (const { name, answer } of ROUTES) {
  if (!answer) continue;
  test(`${name} answers with declared fields only`, () => {
    const seen: Seen = { loose: [], whole: [] };
    walk(answer, '', seen);
    assert.deepEqual(seen.loose, []);
    assert.deepEqual(
      [...new Set(seen.whole)].filter((place) => !isPlanContent(place)).sort(),
      [...(WHOLE[name] ?? [])].sort(),
    );
  });
}

/** A plan's content is written by the plan file's own writer, field by field. */
const isPlanContent = (place: string): boolean => /(^|\.)content$/.test(place);

test('a walk finds what it is there to find', () => {
  const seen: Seen = { loose: [], whole: [] };
  walk(z.strictObject({ a: z.array(z.object({ b: z.unknown() })) }), '', seen);
  assert.deepEqual(seen, { loose: ['a'], whole: ['a.b'] });
});

test('every operation has a name of its own', () => {
  assert.equal(new Set(ROUTES.map(({ name }) => name)).size, ROUTES.length);
});

const [day, dose] = [localDate(2026, 3, 29), micrograms(1_500)];
const told: readonly [refusal: Parameters<typeof problemOf>[0], members: object][] = [
  [
    { code: 'day-implausible', day, here: day },
    { day: '2026-03-29', here: '2026-03-29' },
  ],
  [
    { code: 'ceiling-out-of-range', minimum: 100, maximum: 6_000 },
    { minimum: '0.1 mg', maximum: '6 mg' },
  ],
  [
    { code: 'batch-too-large', entries: 600, limit: 500 },
    { entries: 600, limit: 500 },
  ],
  [
    {
      code: 'plan-not-signable',
      faults: [
        { code: 'start-too-high', dose: micrograms(4_500), current: dose, limit: dose },
        { code: 'valid-from-out-of-range', earliest: day, latest: day },
        { code: 'screening-review-stale', on: day, limitDays: 7 },
      ],
    },
    {
      faults: [
        { code: 'start-too-high', dose: '4.5 mg', current: '1.5 mg', limit: '1.5 mg' },
        { code: 'valid-from-out-of-range', earliest: '2026-03-29', latest: '2026-03-29' },
        { code: 'screening-review-stale', on: '2026-03-29', limitDays: 7 },
      ],
    },
  ],
];
for (const [refusal, members] of told)
  test(`${refusal.code}: days are told as dates, doses with their unit, counts as numbers`, () => {
    const problem = problemOf(refusal, 'id');
    for (const [name, value] of Object.entries(members)) assert.deepEqual(problem[name], value);
    assert.match(problem.detail, /\.$/);
    assert.doesNotMatch(problem.detail, /\[object|undefined|NaN|20541/);
  });
