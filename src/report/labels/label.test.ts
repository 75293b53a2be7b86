// H2, H13, H26, H27, H31
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { labelWords as german } from '../../../web/kit/words/de/label.ts';
import { labelWords as english } from '../../../web/kit/words/en/label.ts';
import { localDate } from '../../base/calendar.ts';
import { microgramsPerMillilitre, microlitres } from '../../medicine/concentration.ts';
import { micrograms } from '../../medicine/dose.ts';
import { typstTypesetter } from '../../platform/typst.ts';
import { type KitLabel, type Label, labelSheet, type PackLabel, pagesOf } from './label.ts';
import { labelsTypst } from './label-typst.ts';

const typesetter = typstTypesetter();
after(() => typesetter.close());

const DAY = localDate(2026, 3, 29);
const ON_EVERY = {
  patient: 'LDN-014',
  filler: 'microcrystalline cellulose',
  storage: 'room',
  beyondUse: localDate(2026, 9, 25),
} as const;
const doses = [750, 1500, 2250, 3000, 4500].map(micrograms);
const liquid: PackLabel = {
  ...ON_EVERY,
  kind: 'pack',
  content: {
    ...{ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(50) },
    volume: microlitres(100_000),
  },
  ...{ lot: 'B-2217', storage: 'refrigerator', doses },
};
const capsules: PackLabel = {
  ...ON_EVERY,
  kind: 'pack',
  content: { form: 'capsule', strength: micrograms(1500), units: 90 },
  ...{ lot: 'A-0931', doses },
};
const kit = (code: string): KitLabel => ({ ...ON_EVERY, kind: 'kit', kit: code, capsules: 30 });

test('on the label of a liquid every dose stands with its volume, and the bottle with its mass (H2)', () => {
  const [label] = labelSheet([liquid], english, { day: DAY }).labels;
  assert.equal(label?.head, 'Naltrexone 1 mg/mL');
  const text = label?.lines.join('\n') ?? '';
  for (const said of ['100 mL = 100 mg in all', '0.75 mg = 0.75 mL', '4.5 mg = 4.5 mL'])
    assert.ok(text.includes(said), `${said} in ${text}`);
});

test('a dose that whole capsules do not make is not on their label; lot, filler and last day are', () => {
  const [label] = labelSheet([capsules], english, { day: DAY }).labels;
  const text = label?.lines.join('\n') ?? '';
  assert.ok(!text.includes('0.75 mg') && !text.includes('2.25 mg'), text);
  for (const said of ['3 mg = 2 x 1.5 mg capsule', 'Lot A-0931', 'Filler: microcrystalline cellulose', '25 Sep 2026'])
    assert.ok(text.includes(said), `${said} in ${text}`);
});

test('two kits of a trial differ in their code and in nothing else (H13)', () => {
  const [a, b] = labelSheet([kit('ACD347'), kit('NPQ679')], english, { day: DAY }).labels;
  assert.deepEqual({ ...a, head: '' }, { ...b, head: '' });
  assert.deepEqual([a?.head, b?.head], ['Kit ACD347', 'Kit NPQ679']);
});

const sheets: readonly (readonly [string, readonly Label[]])[] = [
  ['one bottle', [liquid]],
  ['nine labels, on two pages', [...Array(4).fill(capsules), ...Array(5).fill(liquid)]],
  ['twelve kits', Array.from({ length: 12 }, (_, i) => kit(`ACD34${i}`))],
  ['hostile text', [{ ...capsules, patient: '"] #panic("x") [', lot: '\\"); #read("/etc/passwd") //', filler: '中' }]],
];
for (const words of [english, german])
  for (const [name, labels] of sheets)
    test(`a sheet is set as a PDF for everybody: ${name}, ${words.language}`, async () => {
      const sheet = labelSheet(labels, words, { day: DAY, synthetic: true });
      const pdf = await typesetter.typeset([labelsTypst(sheet)], pagesOf(sheet));
      assert.equal(Buffer.from(pdf.slice(0, 5)).toString('latin1'), '%PDF-');
    });

test('a sheet without a label is a bug', () => {
  assert.throws(() => labelSheet([], english, { day: DAY }), RangeError);
});
