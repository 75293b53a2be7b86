/** What the rules make of a whole case: overrides, resolutions, the list's last day, order and rank (H4, H6, H7, H37). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ago, answered, ask, clear, DAY, medicine, said, stopped } from '../../../test/screening/asked-case.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { BUILT_IN_LIST as LIST } from './built-in-list.ts';
import { foremost } from './rules.ts';
import { type EnteredMedicine, MEDICINE_FORMS, type ScreeningOverride } from './screening.ts';

test('somebody who takes nothing and answers no is clear, and only told about the card', () => {
  const found = ask({});
  assert.deepEqual([found.openHard, found.openSoft, found.clearFrom], [0, 0, undefined]);
  assert.deepEqual(
    found.findings.map(({ rule, code }) => [rule, code]),
    [['S12', 'emergency-card']],
  );
});

test('a list past its last day signs nothing (H7)', () => {
  assert.equal(ask({ day: LIST.expires, answers: { ...clear, on: LIST.expires } }).openHard, 0);
  const after = (LIST.expires + 1) as LocalDate;
  assert.deepEqual(said(ask({ day: after, answers: { ...clear, on: after } })), ['hard list-expired list-expired']);
});

const override = (key: string, more: Partial<ScreeningOverride> = {}): ScreeningOverride => ({
  key,
  person: 'p1',
  reason: 'naloxone test passed today',
  on: DAY,
  ...more,
});
const chronic = [medicine('tramadol', stopped(60, { chronic: true }))];
const CHRONIC_KEY = 'S5/opioid-chronic/m1/tramadol/2026-10-02';

test('a reason sets aside the one finding it is for, which stays in the list', () => {
  const found = ask({ medicines: chronic, overrides: [override(CHRONIC_KEY)] });
  assert.equal(found.openHard, 0);
  assert.equal(found.findings[0]?.overriddenBy?.reason, 'naloxone test passed today');
});

const useless: readonly [why: string, override: ScreeningOverride][] = [
  ['without a reason', override(CHRONIC_KEY, { reason: '  ' })],
  ['of nobody', override(CHRONIC_KEY, { person: '' })],
  ['of tomorrow', override(CHRONIC_KEY, { on: ago(-1) })],
  ['for another medicine', override(CHRONIC_KEY.replace('m1', 'm2'))],
  ['for another last day', override(CHRONIC_KEY.replace('10-02', '10-01'))],
];
for (const [why, given] of useless)
  test(`an override ${why} does not count`, () =>
    assert.equal(ask({ medicines: chronic, overrides: [given] }).openHard, 1));

test('what may not be set aside is not, whatever reasons are given (H4)', () => {
  const texts = fc.constantFrom(
    'tramadol',
    'Suboxone',
    'Embeda',
    'Zzyx',
    'methadone',
    'Contrave',
    'kratom',
    'codeine x',
  );
  const use = fc.constantFrom<EnteredMedicine['use']>({ kind: 'current' }, { kind: 'unknown' });
  fc.assert(
    fc.property(texts, use, fc.constantFrom(...MEDICINE_FORMS), fc.boolean(), (text, taken, form, chronicUse) => {
      const entered = [medicine(text, { use: taken, form, chronic: chronicUse })];
      const first = ask({ medicines: entered });
      const overrides = first.findings.map(({ key }) => override(key));
      assert.ok(ask({ medicines: entered, overrides }).openHard > 0);
    }),
    { seed: 1, numRuns: 300 },
  );
});

const resolve = (resolution: EnteredMedicine['resolution'] & object, text = 'Zzyx'): readonly string[] =>
  said(ask({ medicines: [medicine(text, { resolution })] }));

test('a person resolves what was not recognised, and takes nothing away that was', () => {
  const notListed = { kind: 'not-listed', reason: 'a herbal tea; label read' } as const;
  assert.deepEqual(resolve(notListed), []);
  assert.deepEqual(resolve({ ...notListed, reason: ' ' }), ['hard unresolved medicine-not-recognised']);
  assert.deepEqual(resolve(notListed, 'codeine for Grandma'), ['hard S1 opioid-current']);
  assert.deepEqual(resolve(notListed, 'tramadol'), ['hard S1 opioid-current']);
  const named = { kind: 'ingredient', ingredient: 'tramadol', reason: 'read the box' } as const;
  assert.deepEqual(resolve(named), ['hard S1 opioid-current']);
  assert.deepEqual(resolve(named, 'paracetamol'), ['hard S1 opioid-current']);
  assert.deepEqual(resolve({ ...named, ingredient: 'zzyx' }), ['hard unresolved medicine-not-recognised']);
});

test('waiting clears the whole only when waiting clears every part', () => {
  const two = [
    medicine('tramadol', stopped(1, { form: 'immediate-release' })),
    { ...medicine('methadone', stopped(2)), id: 'm2' },
  ];
  assert.equal(ask({ medicines: two }).clearFrom, ago(2) + 15);
  assert.equal(ask({ medicines: [...two, { ...medicine('Zzyx'), id: 'm3' }] }).clearFrom, undefined);
});

test('the order of what was entered does not change the answer', () => {
  const entered = ['tramadol', 'Imodium', 'azathioprine', 'Zzyx', 'ibuprofen'].map((text, i) => ({
    ...medicine(text),
    id: `m${i}`,
  }));
  const severities = ask({ medicines: entered }).findings.map(({ severity }) => severity);
  assert.deepEqual(
    severities,
    [...severities].sort((a, b) => 'hsi'.indexOf(a.charAt(0)) - 'hsi'.indexOf(b.charAt(0))),
  );
  assert.deepEqual(ask({ medicines: entered }), ask({ medicines: [...entered].reverse() }));
});

test('at most three soft findings are put forward at once, and the rest are counted (H37)', () => {
  const given = answered({
    cancer: 'yes',
    psychosis: 'yes',
    breastfeeding: 'yes',
    'pregnant-or-trying': 'yes',
    'depressed-or-suicidal': 'yes',
  });
  const { findings, more } = foremost(ask({ answers: given, medicines: [medicine('tramadol')] }));
  assert.deepEqual([findings.map(({ rule }) => rule), more], [['S1', 'S10', 'S10', 'S14'], 2]);
});
