import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { micrograms } from './dose.ts';
import { formatPlan, parsePlan, planToJson } from './plan-json.ts';
import { answerScenario } from './scenario.ts';
import { parseScenario } from './scenario-json.ts';
import { TEMPLATE_NAMES, templatePlan } from './templates.ts';
import { checkPlan } from './titration.ts';

const weekly = formatPlan(templatePlan('seed-weekly'));
const scenario = readFileSync(join(import.meta.dirname, '../../test/scenarios/step-up-earned.json'), 'utf8');

for (const name of TEMPLATE_NAMES)
  test(`the template ${name} survives being written and read`, () => {
    const plan = templatePlan(name);
    assert.deepEqual(parsePlan(formatPlan(plan)), { ok: true, value: plan });
  });

test('every plan that passes survives being written and read', () => {
  const rises = fc.array(fc.tuple(fc.integer({ min: 100, max: 1500 }), fc.integer({ min: 7, max: 366 })), {
    minLength: 1,
    maxLength: 4,
  });
  const grades = fc.record({
    sideEffectGrade: fc.integer({ min: 1, max: 2 }),
    sleepWorsePoints: fc.integer({ min: 1, max: 4 }),
    sleepWorseNights: fc.integer({ min: 1, max: 7 }),
    sleepWindowNights: fc.integer({ min: 7, max: 14 }),
  });
  const names = fc
    .string({ minLength: 1, maxLength: 80, unit: 'binary' })
    .filter((name) => name.trim() !== '' && name.length <= 80 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name));
  fc.assert(
    fc.property(
      rises,
      grades,
      names,
      fc.boolean(),
      fc.constantFrom('evening' as const, 'morning' as const),
      (list, hold, name, blinded, timeOfDay) => {
        let dose = 0;
        const steps = list.map(([rise, minimumDays]) => {
          dose += rise;
          return { dose: micrograms(dose), minimumDays };
        });
        const base = templatePlan('seed-weekly');
        const plan = checkPlan({
          ...base,
          name,
          steps,
          ceiling: micrograms(dose),
          maximumStep: micrograms(1500),
          blinded,
          timeOfDay,
          rules: { ...base.rules, hold: { ...hold } },
        });
        assert.ok(plan.ok, JSON.stringify(plan));
        assert.deepEqual(parsePlan(formatPlan(plan.value)), plan);
      },
    ),
    { seed: 9, numRuns: 1000 },
  );
});

test('what a reader writes has no key that a plan lacks', () => {
  const { format, version, ...rest } = planToJson(templatePlan('gentle'));
  assert.deepEqual([format, version], ['titrial-plan', 1]);
  assert.deepEqual(Object.keys(rest).sort(), Object.keys(templatePlan('gentle')).sort());
});

/** Valid text with a piece cut out, doubled or replaced: close to right is where a reader goes wrong. */
const spoiled = (valid: string) =>
  fc
    .tuple(
      fc.nat(valid.length),
      fc.nat(40),
      fc.oneof(
        fc.constantFrom('', '"', '{', '}', '[]', ',', '-', '1e999', 'null', '45 mg', '"4,5 mg"'),
        fc.json({ maxDepth: 2 }),
      ),
    )
    .map(([at, cut, put]) => valid.slice(0, at) + put + valid.slice(at + cut));
/** A value of any kind in place of any value. */
const swapped = (valid: string) =>
  fc.tuple(fc.nat(60), fc.jsonValue({ maxDepth: 2 })).map(([nth, value]) => {
    let seen = 0;
    return JSON.stringify(JSON.parse(valid, (_, inner: unknown) => (seen++ === nth ? value : inner)));
  });
const readers = [
  ['plans', weekly, parsePlan, 10_000],
  ['scenarios', scenario, parseScenario, 10_000],
] as const;
for (const [name, valid, parse, numRuns] of readers)
  test(`no text makes the reader of ${name} throw, and every fault has a place`, () => {
    fc.assert(
      fc.property(fc.oneof(spoiled(valid), swapped(valid), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        const read = parse(text);
        if (read.ok) return;
        assert.ok(read.error.length > 0);
        for (const { path } of read.error) assert.match(path, /^\$/);
      }),
      { seed: 10, numRuns },
    );
  });

const places: readonly [from: string, to: string, path: string, code: string][] = [
  ['"1.5 mg"', '1.5', '$.steps[0].dose', 'json-wrong-kind'],
  ['"3 mg"', '"3 mL"', '$.steps[1].dose', 'json-dose-refused'],
  ['"3 mg"', '"3,0 mg"', '$.steps[1].dose', 'json-dose-refused'],
  ['"3 mg"', '"30 mg"', '$.steps[1].dose', 'step-refused'],
  ['"minimumDays": 7', '"minimumDays": 6', '$.steps[0].minimumDays', 'step-too-short'],
  ['"minimumDays": 7', '"minimumDays": 7.5', '$.steps[0].minimumDays', 'json-wrong-kind'],
  ['"ceiling": "4.5 mg"', '"ceiling": "45 mg"', '$.ceiling', 'ceiling-refused'],
  ['"ceiling"', '"cieling"', '$', 'json-key-unknown'],
  ['"ceiling": "4.5 mg"', '"ceiling": "4.5 mg", "ceiling": "7 mg"', '$', 'json-key-twice'],
  ['"ceiling": "4.5 mg"', '"ceiling": "4.5 mg", "c\\u0065iling": "7 mg"', '$', 'json-key-twice'],
  ['"version": 1', '"version": 2', '$.version', 'json-number-out-of-range'],
  ['"titrial-plan"', '"plan"', '$.format', 'json-not-one-of'],
  ['"evening"', '"noon"', '$.timeOfDay', 'json-not-one-of'],
  ['"blinded": false', '"blinded": 0', '$.blinded', 'json-wrong-kind'],
  ['"jaundice"', '"opioid-taken"', '$.rules.stop', 'stop-rule-missing'],
  ['"sideEffectGrade": 2', '"sideEffectGrade": 3', '$.rules.hold.sideEffectGrade', 'number-out-of-range'],
  ['"steps": [', '"steps": {}, "others": [', '$', 'json-key-unknown'],
  ['{', '[', '$', 'json-unreadable'],
];
for (const [from, to, path, code] of places)
  test(`${to} in a plan is refused at ${path} with ${code}`, () => {
    assert.ok(weekly.includes(from));
    const read = parsePlan(weekly.replace(from, to));
    assert.ok(!read.ok);
    assert.deepEqual([read.error[0]?.path, read.error[0]?.code], [path, code]);
  });

test('a byte order mark is skipped, a text of a million characters is not read', () => {
  assert.equal(parsePlan(`\ufeff${weekly}`).ok, true);
  const long = parsePlan(weekly + ' '.repeat(1_000_000));
  assert.equal(!long.ok && long.error[0]?.code, 'json-too-large');
  assert.equal(parsePlan('['.repeat(900_000)).ok, false);
});

test('a dose with something hidden behind many spaces is refused', () => {
  assert.equal(parsePlan(weekly.replace('"3 mg"', `"3 mg${' '.repeat(200)}0"`)).ok, false);
});

test('two colours of key: the same key in two objects is no doubled key, nor is text that looks like one', () => {
  assert.equal(parsePlan(weekly.replace('"seed-weekly"', '"a \\"name\\": \\"name\\": {"')).ok, true);
});

for (const [page, parse] of [
  ['plan', parsePlan],
  ['scenario', parseScenario],
] as const)
  test(`the example in docs/formats/${page}.md is read`, () => {
    const text = readFileSync(join(import.meta.dirname, `../../docs/formats/${page}.md`), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const read = parse(example);
    assert.ok(read.ok, JSON.stringify(read));
    if ('day' in read.value) assert.deepEqual(answerScenario(read.value).differences, []);
  });
