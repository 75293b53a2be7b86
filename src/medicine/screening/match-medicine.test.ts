/** What a text or a code is taken for: exactly what it says, or nothing (H4, H5, H6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BUILT_IN_LIST as LIST } from './built-in-list.ts';
import { type MedicineMatch, matchMedicine, OPIOID_GROUPS } from './drug-list.ts';

const match = (text: string): MedicineMatch => matchMedicine(LIST, { text });
const atc = (code: string, text = ''): MedicineMatch => matchMedicine(LIST, { text, code: { system: 'atc', code } });
const rxnorm = (code: string, text = ''): MedicineMatch =>
  matchMedicine(LIST, { text, code: { system: 'rxnorm', code } });
const ingredients = ({ hits }: MedicineMatch): string => hits.map(({ ingredient }) => ingredient).join(' + ');
const isOpioid = ({ hits }: MedicineMatch): boolean => hits.some(({ group }) => OPIOID_GROUPS.includes(group));

const recognised: readonly [text: string, ingredients: string, form?: string][] = [
  ['tramadol hcl 50 mg tablet', 'tramadol'],
  ['TRAMADOL HYDROCHLORIDE 37.5 MG / ACETAMINOPHEN 325 MG Oral Tablet', 'paracetamol + tramadol'],
  ['codeine/paracetamol 30/500', 'codeine + paracetamol'],
  ['Tylenol #3', 'codeine + paracetamol'],
  ['Tylenol 500 mg', 'paracetamol'],
  ['Atasol-30', 'codeine + paracetamol'],
  ['Co-codamol 8/500', 'codeine + paracetamol'],
  ['Nurofen Plus', 'codeine + ibuprofen'],
  ['Nurofen 400 mg', 'ibuprofen'],
  ['hydrocodone-acetaminophen 5-325', 'hydrocodone + paracetamol'],
  ['MS Contin 30mg', 'morphine', 'extended-release'],
  ['Tramadol-ratiopharm 100 mg Retardtabletten', 'tramadol', 'extended-release'],
  ['Skénan LP 30 mg', 'morphine', 'extended-release'],
  ['oxycodone hydrochloride 10 MG Extended Release Oral Tablet [OxyContin]', 'oxycodone', 'extended-release'],
  ['Fentanyl 25 mcg/h transdermal patch', 'fentanyl', 'patch'],
  ['Fentanyl-Pflaster', 'fentanyl', 'patch'],
  ['fentanyl citrate injection', 'fentanyl', 'injection'],
  ['Sublocade 300 mg', 'buprenorphine', 'depot'],
  ['buprenorphine prolonged-release solution for injection', 'buprenorphine', 'depot'],
  ['Buprenorphine and naloxone 8 mg/2 mg sublingual film', 'buprenorphine + naloxone'],
  ['morphine + naltrexone', 'morphine + naltrexone'],
  ['Embeda', 'morphine + naltrexone', 'extended-release'],
  ['Apo-Morphine', 'morphine'],
  ['apomorphine', 'apomorphine'],
  ['Tilidin und Naloxon', 'naloxone + tilidine'],
  ['морфин', 'morphine'],
  ['曲马多', 'tramadol'],
  ['kratom', 'kratom'],
  ['7-OH', 'kratom'],
  ['ZaZa', 'tianeptine'],
  ['poppy seed tea', 'opium'],
  ['purple drank', 'opioid, not named'],
  ['lean', 'opioid, not named'],
  ['vitamin D3 20000 IE', 'vitamin D'],
];
for (const [text, names, form] of recognised)
  test(`"${text}" is ${names}${form ? `, ${form}` : ''}`, () => {
    const found = match(text);
    assert.deepEqual([found.status, ingredients(found), found.form], ['recognised', names, form]);
  });

const lookAlikes = [
  ...['codergocrine', 'co-dergocrine', 'oxybutynin', 'tramazoline', 'hydrocortisone', 'dihydroergotamine'],
  ...[
    'hydroxyzine',
    'morpholine',
    'apomorphine',
    'metformin',
    'methotrexate',
    'naproxen',
    'oxcarbazepine',
    'papaverine',
  ],
  ...['thiamine', 'trazodone', 'tramipril', 'fenofibrate', 'fentermine', 'phentermine', 'butalbital', 'hydroquinone'],
  ...[
    'codexin',
    'oxazepam',
    'oxymetazoline',
    'hydrochlorothiazide',
    'tamoxifen',
    'diclofenac',
    'opipramol',
    'torasemide',
  ],
];
for (const text of lookAlikes)
  test(`"${text}" is not taken for an opioid (H6)`, () => assert.equal(isOpioid(match(text)), false));

test('low-dose naltrexone in any of its names is naltrexone, low, and nothing else (H6)', () => {
  const names = ['Low Dose Naltrexone', 'low-dose naltrexone', 'LDN', 'L.D.N.', 'LDN 4.5 mg capsules', 'ldn'];
  const more = ['naltrexone 4.5 mg', 'Naltrexon 4,5 mg', 'LDN (low dose naltrexone) 3 mg', 'naltrexona a bajas dosis'];
  for (const text of [...names, ...more]) {
    const { status, hits } = match(text);
    assert.deepEqual(
      [status, hits.map(({ ingredient, lowDose }) => [ingredient, lowDose])],
      ['recognised', [['naltrexone', true]]],
      text,
    );
  }
});

test('naltrexone that is not said to be low, and low naltrexone with another strength, is not the low dose (H3)', () => {
  const texts = [
    'naltrexone',
    'naltrexone 50 mg',
    'LDN 45 mg',
    'naltrexone 1 mg/mL',
    'Vivitrol',
    'naltrexone 8 mg / bupropion 90 mg',
  ];
  for (const text of [...texts, 'Contrave', 'Revia 50', 'naltrexone implant 4 mg'])
    assert.deepEqual(
      match(text).hits.filter(({ lowDose }) => lowDose),
      [],
      text,
    );
});

const unresolved: readonly [text: string, why: string, hits: string][] = [
  ['', 'nothing-entered', ''],
  ['   ', 'nothing-entered', ''],
  ['cough syrup', 'text-not-in-the-list', ''],
  ['50 mg tablet', 'text-not-in-the-list', ''],
  ['lean beef powder', 'text-not-in-the-list', ''],
  ['codeine for Grandma', 'text-not-in-the-list', 'codeine'],
  ['paracetamol plus', 'text-not-in-the-list', ''],
  ['paracetamol 500/30', 'more-strengths-than-names', ''],
  ['paracetamol 15', 'more-strengths-than-names', ''],
  ['paracetamol g', 'text-not-in-the-list', ''],
  ['tramado', 'text-not-in-the-list', ''],
  ['tramadoll', 'text-not-in-the-list', ''],
  ['tr\u0430madol', 'text-not-in-the-list', ''],
  ['Gel-One', 'text-not-in-the-list', ''],
];
for (const [text, why, hits] of unresolved)
  test(`"${text}" is unresolved: ${why}${hits ? `, but ${hits} is reported` : ''}`, () => {
    const found = match(text);
    assert.deepEqual([found.status, found.why, ingredients(found)], ['unresolved', why, hits]);
  });

const coded: readonly [what: string, found: MedicineMatch, expected: string][] = [
  ['a row comes before its family: loperamide', atc('A07DA03'), 'loperamide'],
  ['a row comes before its family: lofexidine', atc('N07BC04'), 'lofexidine'],
  ['noscapine is not an opioid', atc('R05DA07'), 'noscapine'],
  ['oxycodone with naltrexone holds both', atc('N02AA56'), 'naltrexone + oxycodone'],
  ['small letters and blanks do not matter', atc(' n02ax02 '), 'tramadol'],
  ['a new opioid is not passed', atc('N02AX99'), 'opioid-candidate'],
  ['opium derivatives with expectorants are not passed', atc('R05FA02'), 'opioid-candidate'],
  ['a new cough opioid is not passed', atc('R05DA20'), 'opioid-candidate'],
  ['a group is not a medicine', atc('N02A'), 'opioid-candidate'],
  ['a new peripheral antagonist is not passed', atc('A06AH99'), 'antagonist-candidate'],
  ['a combination does not tell its partners', atc('N02BE51'), 'combination-partners-unknown'],
  ['nor does one without a row', atc('M03BA53'), 'combination-partners-unknown'],
  ['a code of no group is none', atc('X02AX02'), 'code-malformed'],
  ['a fourth level is not whole', atc('M01AE'), 'code-malformed'],
  ['a class without a rule passes', atc('J02AC04'), ''],
  ['codeine by RxNorm', rxnorm('2670'), 'codeine'],
  ['3498 is diphenhydramine, not diphenoxylate', rxnorm('3498'), 'diphenhydramine'],
  ['an RxCUI nobody verified', rxnorm('6468'), 'code-not-in-the-list'],
  ['leading zeros', rxnorm('002670'), 'code-not-in-the-list'],
];
for (const [what, found, expected] of coded)
  test(`codes: ${what}`, () => assert.equal(found.why ?? ingredients(found), expected));

const both: readonly [what: string, found: MedicineMatch, expected: string][] = [
  ['text and code agree', atc('N02AX02', 'Ultram 50 mg'), 'recognised: tramadol'],
  ['a harmless code does not clear an opioid', atc('N02BE01', 'tramadol'), 'code-and-text-disagree: tramadol'],
  ['a harmless text does not clear an opioid', atc('N02AX02', 'paracetamol'), 'code-and-text-disagree: tramadol'],
  ['the partner is missing in the code', atc('N02AX02', 'Ultracet'), 'code-and-text-disagree: tramadol'],
  ['an unknown text is known by its code', atc('N02AX02', 'Zzyx 50'), 'recognised: tramadol'],
  ['an opioid inside an unknown text', atc('N02BE01', 'Tramadolzz Tropfen'), 'code-and-text-disagree: '],
  ['a class does not speak for an unknown text', atc('J02AC04', 'Zzyx 50'), 'text-not-in-the-list: '],
  ['the text tells the partners', atc('N02BE51', 'paracetamol / caffeine'), 'recognised: caffeine + paracetamol'],
  ['the text does not tell them', atc('N02BE51', 'paracetamol'), 'code-and-text-disagree: '],
  ['an unknown RxCUI is not cleared by its text', rxnorm('1', 'metformin'), 'code-not-in-the-list: '],
];
for (const [what, found, expected] of both)
  test(`text and code: ${what}`, () => assert.equal(`${found.why ?? found.status}: ${ingredients(found)}`, expected));

const opioidNames = [...LIST.names].filter(([, { holds }]) => holds.some(({ group }) => OPIOID_GROUPS.includes(group)));
const harmless = (found: MedicineMatch): boolean => found.status === 'recognised' && !isOpioid(found);

test('no text makes the matcher throw', () => {
  const odd = fc.constantFrom(
    ...'aZ09./,+-()#%®é\u0000 ',
    String.fromCharCode(0xd800),
    '😀',
    'tramadol',
    'mg',
    'LDN',
    ' 50 ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(odd).map((parts) => parts.join('')),
  );
  const code = fc.record({ system: fc.constantFrom('atc' as const, 'rxnorm' as const), code: texts });
  fc.assert(
    fc.property(texts, fc.option(code, { nil: undefined }), (text, told) => {
      matchMedicine(LIST, told ? { text, code: told } : { text });
    }),
    { seed: 20261122, numRuns: 400 },
  );
});

test("one letter before or after an opioid's name never makes it harmless (H4, H6)", () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const slips = opioidNames.flatMap(([name]) =>
    [...letters].flatMap((letter) => [`${letter}${name}`, `${name}${letter}`].filter((text) => harmless(match(text)))),
  );
  assert.deepEqual(slips, []);
});

test('an opioid together with any other text never passes as harmless (H4)', () => {
  const name = fc.constantFrom(...opioidNames.filter(([, { slang }]) => !slang).map(([key]) => key));
  const plain = fc.constantFrom(...LIST.names.keys());
  const other = fc.oneof(plain, fc.string({ unit: 'grapheme' }), fc.constantFrom('50 mg', 'no', 'retard', 'with', '#'));
  const glue = fc.constantFrom(' ', ' / ', ' + ', ', ', ' and ', '; ', ' - ');
  fc.assert(
    fc.property(name, other, glue, fc.boolean(), (opioid, text, between, first) => {
      const found = match(first ? `${opioid}${between}${text}` : `${text}${between}${opioid}`);
      assert.ok(!harmless(found), ingredients(found));
    }),
    { seed: 4, numRuns: 1500 },
  );
});
