/** No text makes a reader throw: over 100,000 generated inputs, each fault with a sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tableRefusalLines } from '../../web/kit/words/en/table.ts';
import { localDate } from '../base/calendar.ts';
import { dateParts } from './column/civil-date.ts';
import { parseCsv } from './csv.ts';
import type { Delimiter } from './fault.ts';
import { isMissing, parseDecimal, settleSeparator } from './number.ts';
import { preview } from './preview.ts';
import { type ReadOptions, readDiaryTable } from './read-diary.ts';

const TODAY = localDate(2026, 11, 22);
const delimiter = fc.constantFrom<Delimiter[]>(',', ';', '\t', '|');

/** Characters that mean something to a reader, and some that should not. */
const sharp = fc.string({ unit: fc.constantFrom(...'",;|\t\n\r 01259.-/:mgLµNA\0\uFEFF\u2212\u0660é'), maxLength: 60 });
const any = fc.oneof(sharp, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }));

const digits = fc.integer({ min: 0, max: 120 }).map(String);
const number = fc.oneof(
  digits,
  fc.tuple(digits, fc.constantFrom('.', ',', ' ', "'", '..', ''), digits).map((p) => p.join('')),
  fc.double().map(String),
);
const date = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`),
  fc
    .tuple(
      digits,
      fc.constantFrom('.', '/', '-', ' '),
      digits,
      fc.constantFrom('.', '/', '-'),
      fc.constantFrom('2026', '26', '0', '9999'),
    )
    .map((p) => p.join('')),
  fc
    .tuple(
      fc.constantFrom('2026-03-01', '03/04/2026', '1.2.2026'),
      fc.constantFrom(' ', 'T', ', '),
      fc.constantFrom('10:00', '25:00', '23:59:59.9Z', '1:00 pm', '10:00+14:00', 'noon'),
    )
    .map((p) => p.join('')),
);
const dose = fc
  .tuple(number, fc.constantFrom('', ' ', '  '), fc.constantFrom('', 'mg', 'ug', 'µg', 'mL', 'MG', 'mg/mL', 'g'))
  .map((p) => p.join(''));
const word = fc.constantFrom(
  '',
  'NA',
  'skipped',
  'too ill',
  'not-asked',
  '0',
  '-0',
  'yes',
  'no',
  'control',
  '__proto__',
  'constructor',
);
const cell = fc.oneof({ weight: 4, arbitrary: number }, word, dose, date, any);
const name = fc.constantFrom(
  'date',
  'dose',
  'dose_mg',
  'dose (ug)',
  'ldn ml',
  'pain',
  'mood',
  'sleep quality',
  'capsule',
  '__proto__',
  'constructor',
  '',
  'x',
  'n',
);

function quoted(text: string, mark: Delimiter): string {
  return text.includes(mark) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Any header over any cells. */
const row = fc.tuple(cell, cell, cell, cell);
const wild = fc
  .tuple(delimiter, fc.tuple(name, name, name, name), fc.array(row, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([mark, header, rows, end]) =>
    [header, ...rows].map((cells) => cells.map((c) => quoted(c, mark)).join(mark)).join(end),
  );

/** A table that is right but for at most a few cells. */
const slip = fc.option(fc.tuple(fc.nat(7), fc.nat(3), cell), { nil: undefined, freq: 2 });
const nearlyRight = fc
  .tuple(
    delimiter,
    fc.constantFrom('dose_mg', 'dose', 'dose (ug)'),
    fc.array(
      fc.tuple(
        fc.constantFrom('0', '1.5', '3', '4.5'),
        digits.map((d) => String(Number(d) % 11)),
        word,
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    slip,
    slip,
  )
  .map(([mark, dosing, days, ...slips]) => {
    const unit = dosing === 'dose' ? ' mg' : '';
    const rows = days.map(([d, pain, note], i) => [`2026-03-0${i + 1}`, `${d}${unit}`, pain, note]);
    for (const [i, k, wrong] of slips.filter((s) => s !== undefined)) rows[i]?.splice(k, 1, wrong);
    return [['date', dosing, 'pain', 'note'], ...rows]
      .map((cells) => cells.map((c) => quoted(c, mark)).join(mark))
      .join('\n');
  });
const text = fc.oneof({ weight: 3, arbitrary: nearlyRight }, { weight: 2, arbitrary: wild }, any);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const asked: fc.Arbitrary<ReadOptions> = fc.record({
  date: maybe(name),
  dose: maybe(name),
  doseUnit: maybe(fc.constantFrom('mg', 'ug', 'none')),
  capsule: maybe(name),
  outcomes: maybe(fc.array(name, { maxLength: 2 })),
  scale: maybe(fc.record({ minimum: fc.double(), maximum: fc.double() })),
  better: maybe(fc.constantFrom('lower', 'higher')),
  worthwhile: maybe(fc.double()),
});

const options = fc.oneof(fc.constant<ReadOptions>({}), asked);

const readers: readonly [what: string, runs: number, property: fc.IRawProperty<unknown>][] = [
  ['rows', 20_000, fc.property(text, (t) => void parseCsv(t)) as fc.IRawProperty<unknown>],
  [
    'numbers',
    25_000,
    fc.property(fc.oneof(number, any), delimiter, (t, d) => {
      const settled = settleSeparator([t], d);
      parseDecimal(t, settled.ok ? settled.value.separator : ',');
      isMissing(t);
    }) as fc.IRawProperty<unknown>,
  ],
  ['dates', 25_000, fc.property(fc.oneof(date, any), (t) => void dateParts(t)) as fc.IRawProperty<unknown>],
  [
    'doses',
    20_000,
    fc.property(
      fc.oneof(dose, any),
      fc.constantFrom<ReadOptions['doseUnit']>(undefined, 'mg', 'ug', 'none'),
      (t, doseUnit) => {
        const line = quoted(t, ',');
        readDiaryTable(`date,dose,pain\n2026-01-01,${line},3\n`, { dose: 'dose', doseUnit }, TODAY);
      },
    ) as fc.IRawProperty<unknown>,
  ],
  [
    'whole tables',
    20_000,
    fc.property(text, options, (t, said) => {
      preview(t);
      const read = readDiaryTable(t, said, TODAY);
      if (!read.ok) for (const line of tableRefusalLines(read.error)) assert.ok(line.length > 10);
    }) as fc.IRawProperty<unknown>,
  ],
];
for (const [what, numRuns, property] of readers) {
  test(`no text makes the reader of ${what} throw, over ${numRuns} inputs`, () => {
    fc.assert(property, { seed: 20240501, numRuns });
  });
}

test('the generated tables are no straw men: at least a tenth is read, and forty kinds of refusal are met', () => {
  const met = new Set<string>();
  let read = 0;
  const inputs = fc.sample(fc.tuple(text, options), { seed: 20240501, numRuns: 8000 });
  for (const [t, said] of inputs) {
    const result = readDiaryTable(t, said, TODAY);
    if (result.ok) read += 1;
    else for (const fault of result.error) met.add(fault.code);
  }
  assert.ok(read >= inputs.length / 10, `${read} of ${inputs.length} read`);
  assert.ok(met.size >= 40, `${met.size} kinds met`);
});
