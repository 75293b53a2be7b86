/** The typeface's own files are the expectation: what they have a shape for, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { settable, unsettable } from './typeface.ts';

/** Code points of a TrueType file's character map (format 4). Source: OpenType specification, table cmap. */
function codePointsOf(style: string): ReadonlySet<number> {
  const name = `@expo-google-fonts/atkinson-hyperlegible/${style}/AtkinsonHyperlegible_${style}.ttf`;
  const file = readFileSync(fileURLToPath(import.meta.resolve(name)));
  const tables = Array.from({ length: file.readUInt16BE(4) }, (_, i) => 12 + i * 16);
  const map = file.readUInt32BE((tables.find((at) => file.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8);
  const found = new Set<number>();
  for (let i = 0; i < file.readUInt16BE(map + 2); i++) {
    const at = map + file.readUInt32BE(map + 8 + i * 8);
    if (file.readUInt16BE(at) !== 4) continue;
    const segments = file.readUInt16BE(at + 6) / 2;
    for (let k = 0; k < segments; k++) {
      const [end, start] = [file.readUInt16BE(at + 14 + 2 * k), file.readUInt16BE(at + 16 + 2 * segments + 2 * k)];
      const delta = file.readUInt16BE(at + 16 + 4 * segments + 2 * k);
      const offsetAt = at + 16 + 6 * segments + 2 * k;
      const offset = file.readUInt16BE(offsetAt);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const glyph =
          offset === 0 ? (code + delta) & 0xffff : file.readUInt16BE(offsetAt + offset + 2 * (code - start));
        if (glyph !== 0) found.add(code);
      }
    }
  }
  return found;
}

test('the runs are those both files have, but for what nobody sees and marks that stand on another letter', () => {
  const [regular, bold] = [codePointsOf('400Regular'), codePointsOf('700Bold')];
  const both = [...regular].filter(
    (code) => bold.has(code) && code >= 0x20 && code !== 0xad && !(code >= 0x300 && code <= 0x36f),
  );
  const said = Array.from({ length: 0xffff }, (_, code) => code).filter((code) => {
    const character = String.fromCharCode(code);
    return settable(character) === character && !/\s/u.test(character) && unsettable(character).length === 0;
  });
  assert.deepEqual(
    said,
    both.filter((code) => !/\s/u.test(String.fromCharCode(code))).sort((a, b) => a - b),
  );
});

test('names of many countries can be set, and what cannot is named', () => {
  for (const name of ['Łukasz Żółć', 'Þóra Ævarsdóttir', 'José Núñez', 'Zoë Müller-Weiß', "O'Kelly"])
    assert.deepEqual(unsettable(name), [], name);
  assert.deepEqual(unsettable('Иван 中 a'), ['И', 'в', 'а', 'н', '中']);
  assert.equal(settable('Иван\n\ta'), '???? a');
});

test('hyphens and spaces of every kind are set as the plain ones, and what nobody sees is left out', () => {
  assert.equal(settable('90\u2011%\u202fIntervall\u00ad'), '90-% Intervall');
  assert.deepEqual(unsettable('90\u2011%\u202fIntervall\u00ad\u200b'), []);
  assert.equal(settable('x'.repeat(130)), `${'x'.repeat(60)} ${'x'.repeat(60)} ${'x'.repeat(10)}`);
});

test('a letter and its accent written apart are set as one', () => {
  assert.equal(settable('Zoe\u0308'), 'Zoë');
  assert.deepEqual(unsettable('Zoe\u0308'), []);
});
