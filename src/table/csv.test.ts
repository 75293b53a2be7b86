import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CELL_LIMIT, COLUMN_LIMIT, formatCsv, parseCsv, TEXT_LIMIT } from './csv.ts';

/** Header and rows with their lines, or the fault codes with theirs. */
function read(text: string): unknown {
  const table = parseCsv(text);
  if (!table.ok) return table.error.map((fault) => ('row' in fault ? [fault.code, fault.row] : [fault.code]));
  const { delimiter, header, rows } = table.value;
  return { delimiter, header, rows: rows.map(({ line, cells }) => [line, ...cells]) };
}

const plain = {
  delimiter: ',',
  header: ['a', 'b'],
  rows: [
    [2, '1', '2'],
    [3, '3', '4'],
  ],
};

const same: readonly [what: string, text: string, changes: object][] = [
  ['line feeds', 'a,b\n1,2\n3,4\n', {}],
  ['carriage returns with line feeds (RFC 4180)', 'a,b\r\n1,2\r\n3,4\r\n', {}],
  ['bare carriage returns', 'a,b\r1,2\r3,4', {}],
  ['no line end at the end', 'a,b\n1,2\n3,4', {}],
  ['a byte order mark', '\uFEFFa,b\n1,2\n3,4\n', {}],
  ['a byte order mark before a quote', '\uFEFF"a",b\n1,2\n3,4\n', {}],
  ['quotes around every cell', '"a","b"\n"1","2"\n"3","4"\n', {}],
  ['semicolons', 'a;b\n1;2\n3;4\n', { delimiter: ';' }],
  ['tabs', 'a\tb\n1\t2\n3\t4\n', { delimiter: '\t' }],
  ['vertical bars', 'a|b\n1|2\n3|4\n', { delimiter: '|' }],
  ['white space around names', ' a ,b \n1,2\n3,4\n', {}],
];
for (const [what, text, changes] of same) {
  test(`a table reads the same with ${what}`, () => assert.deepEqual(read(text), { ...plain, ...changes }));
}

const cases: readonly [what: string, text: string, expected: unknown][] = [
  [
    'a cell of several lines: the next row still knows its line',
    'day,note\n1,"slept\nbadly\r\nagain"\n2,fine\n',
    {
      delimiter: ',',
      header: ['day', 'note'],
      rows: [
        [2, '1', 'slept\nbadly\nagain'],
        [5, '2', 'fine'],
      ],
    },
  ],
  [
    'quotes, delimiters and doubled quotes in quoted cells (RFC 4180 rules 6 and 7)',
    'a,b\n"x,y","say ""ow"""\n',
    { delimiter: ',', header: ['a', 'b'], rows: [[2, 'x,y', 'say "ow"']] },
  ],
  [
    'a quotation mark inside an unquoted cell is a letter like any other',
    'a,b\n5" nail,x\n',
    { delimiter: ',', header: ['a', 'b'], rows: [[2, '5" nail', 'x']] },
  ],
  [
    'blank lines and rows of empty cells are passed over, their lines counted',
    '\na;b\n\n1;2\n;\n3;4\n\n',
    {
      delimiter: ';',
      header: ['a', 'b'],
      rows: [
        [4, '1', '2'],
        [6, '3', '4'],
      ],
    },
  ],
  [
    'decimal commas between semicolons',
    'a;b\n1,5;2\n',
    { delimiter: ';', header: ['a', 'b'], rows: [[2, '1,5', '2']] },
  ],
  [
    'the "sep=" line spreadsheets write',
    'sep=;\na;b,c\n1;2\n',
    { delimiter: ';', header: ['a', 'b,c'], rows: [[3, '1', '2']] },
  ],
  ['columns without a name', ',a\n0,1\n', { delimiter: ',', header: ['', 'a'], rows: [[2, '0', '1']] }],
];
for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(read(text), expected));

const refused: readonly [what: string, text: string, faults: unknown][] = [
  ['nothing', '', [['table-empty']]],
  ['white space only', ' \r\n\t\n', [['table-empty']]],
  ['delimiters only', ',,\n,,\n', [['table-empty']]],
  ['a byte order mark only', '\uFEFF', [['table-empty']]],
  ['a header without rows', '\na,b\n', [['header-only', 2]]],
  ['one column', 'a\n1\n', [['columns-not-separated', 1]]],
  ['two ways to cut every row', 'a,b;c\n1,2;3\n', [['delimiter-ambiguous', 1]]],
  [
    'a row too long and a row too short',
    'a,b\n1,2,3\n1,2\n4\n',
    [
      ['row-ragged', 2],
      ['row-ragged', 4],
    ],
  ],
  ['an unquoted decimal comma', 'date,pain\n2026-01-01,3,5\n', [['row-ragged', 2]]],
  ['a name twice, but for white space', 'a,b, a\n1,2,3\n', [['header-twice', 1]]],
  ['a quote never closed', 'a,b\n1,2\n"3,4\n5,6\n', [['quote-unbalanced', 3]]],
  ['text after a closing quote', 'a,b\n1,"2"x\n', [['quote-unbalanced', 2]]],
  ['a NUL', 'a,b\r\n1,\u00002\r\n', [['nul-character', 2]]],
];
for (const [what, text, faults] of refused) test(`refused: ${what}`, () => assert.deepEqual(read(text), faults));

test('ten million cells are refused before anything is built from them', () => {
  const table = parseCsv('1,1,1,1,1,1,1,1,1,1\n'.repeat(1_000_000));
  assert.deepEqual(table, { ok: false, error: [{ code: 'too-many-cells', cells: 10_000_000, limit: CELL_LIMIT }] });
});

test('a header too wide is refused', () => {
  const wide = `${Array.from({ length: COLUMN_LIMIT + 1 }, (_, i) => `c${i}`).join(',')}\n`;
  assert.deepEqual(read(wide + wide), [['too-many-columns', 1]]);
});

test('text over the limit is refused unread', () => {
  const table = parseCsv('x'.repeat(TEXT_LIMIT + 1));
  assert.deepEqual(table, {
    ok: false,
    error: [{ code: 'table-too-large', characters: TEXT_LIMIT + 1, limit: TEXT_LIMIT }],
  });
});

test('of many faults the first twenty are named and the rest counted', () => {
  const table = parseCsv(`a,b\n${'1\n'.repeat(50)}`);
  assert.ok(!table.ok);
  assert.equal(table.error.length, 21);
  assert.deepEqual(table.error.at(-1), { code: 'more-faults', count: 30 });
});

test('cells of any text survive being written and read, but for their line ends', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab1 ,;|"\n\té€'), maxLength: 8 });
  const row = fc.tuple(cell, cell, fc.constant('x'));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const table = parseCsv(formatCsv([['one', 'two', 'three'], ...rows]));
      fc.pre(table.ok || table.error[0]?.code !== 'delimiter-ambiguous');
      assert.ok(table.ok);
      assert.deepEqual(
        table.value.rows.map(({ cells }) => cells),
        rows,
      );
    }),
    { seed: 20240501, numRuns: 2000 },
  );
});
