/** Every claim rests on something somebody read on a day; figures are those of the abstracts, copied by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseLocalDate } from '../base/calendar.ts';
import { CLAIM_IDS, EVIDENCE, EVIDENCE_GRADES, figureOf, readEvidence, SOURCE_IDS } from './evidence.ts';

const file = new URL('../../data/evidence/claims.json', import.meta.url);
const plain = () => JSON.parse(readFileSync(file, 'utf8'));
type Plain = ReturnType<typeof plain>;
const codesAfter = (change: (edition: Plain) => void): readonly string[] => {
  const edition = plain();
  change(edition);
  const read = readEvidence(edition);
  return read.ok ? [] : read.error.map(({ at, code }) => `${at} ${code}`);
};

test('every claim has a status, a grade, a date, a day it was looked at and a source', () => {
  assert.equal(EVIDENCE.claims.length, CLAIM_IDS.length);
  for (const { id, sources, looked, date, grade } of EVIDENCE.claims) {
    assert.ok(sources.length > 0, id);
    assert.ok(parseLocalDate(looked).ok, id);
    assert.match(date, /^\d{4}/, id);
    assert.ok(EVIDENCE_GRADES.includes(grade), id);
  }
});

test('a claim is graded no higher than its strongest source, and is no older than its newest', () => {
  for (const { id, grade, date, sources } of EVIDENCE.claims) {
    const cited = sources.map((source) => EVIDENCE.sources[source]);
    const ranks = cited.map((source) => EVIDENCE_GRADES.indexOf(source.grade));
    assert.ok(EVIDENCE_GRADES.indexOf(grade) >= Math.min(...ranks), `${id} is graded too high`);
    assert.ok(
      cited.some((source) => source.grade === grade),
      `${id}: no source of grade ${grade}`,
    );
    const newest = Math.max(...cited.map(({ year }) => year ?? 0));
    assert.ok(Number(date.slice(0, 4)) >= newest, `${id} is dated before its newest source`);
  }
});

test('every source can be found again', () => {
  for (const id of SOURCE_IDS) {
    const { doi, pmid, registry, page, where } = EVIDENCE.sources[id];
    assert.match(page, /^https?:\/\//, id);
    assert.ok(doi ?? pmid ?? registry ?? where, id);
    if (doi) assert.match(doi, /^10\.\d{4,}\//, id);
    if (registry) assert.match(registry, /^(NCT\d{8}|ACTRN\d{14})$/, id);
  }
});

test('the figures of the two null trials are those of their abstracts', () => {
  const { 'final-2024': final, innova } = EVIDENCE.sources;
  const of = (source: typeof final, ...names: string[]) => names.map((name) => figureOf(source, name));
  assert.deepEqual(of(final, 'difference', 'low', 'high', 'p', 'placebo'), [-0.34, -0.95, 0.27, 0.27, -0.9]);
  assert.deepEqual(of(innova, 'active', 'placebo', 'difference', 'p'), [-0.33, -0.64, 0.49, 0.236]);
  assert.equal(innova.registry, 'NCT04739995');
  assert.equal(innova.year, undefined);
  assert.throws(() => figureOf(final, 'low2'), RangeError);
});

test('what is left out, unknown or twice is refused by its place', () => {
  assert.deepEqual(
    codesAfter((e) => e.claims.shift()),
    ['claims/pain-on-average missing'],
  );
  assert.deepEqual(
    codesAfter((e) => delete e.sources[0].looked),
    ['sources/final-2024/looked unreadable'],
  );
  assert.deepEqual(
    codesAfter((e) => {
      e.claims[0].sources = [];
    }),
    ['claims/pain-on-average/sources missing'],
  );
  assert.deepEqual(
    codesAfter((e) => {
      e.claims[0].sources = ['hearsay'];
    }),
    ['claims/pain-on-average/sources/hearsay unknown'],
  );
  assert.deepEqual(
    codesAfter((e) => {
      e.claims[0].grade = 'gold';
    }),
    ['claims/pain-on-average/grade unreadable'],
  );
  assert.deepEqual(
    codesAfter((e) => {
      e.sources[1].figures.p = 'small';
    }),
    ['sources/innova/figures unreadable'],
  );
  assert.deepEqual(
    codesAfter((e) => e.sources.push(e.sources[0])),
    ['sources/final-2024 twice'],
  );
  for (const nothing of [null, undefined, 3, 'x', [], {}]) assert.equal(readEvidence(nothing).ok, false);
});
