/**
 * The list that comes with Titrial, against tables written by hand from its sources: every opioid by ATC, RxCUI, name and
 * brand is stopped; common medicines are not; no code and no name has two meanings (H4, H5, H6, H7).
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { civilParts } from '../src/base/calendar.ts';
import { BUILT_IN_LIST as LIST } from '../src/medicine/screening/built-in-list.ts';
import { matchMedicine, OPIOID_GROUPS } from '../src/medicine/screening/drug-list.ts';
import type { MedicineCode } from '../src/medicine/screening/screening.ts';
import { ask, medicine, said } from './screening/asked-case.ts';

/** What a medicine leads to while it is taken, and nothing else is entered. */
const taken = (text: string, code?: MedicineCode): readonly string[] =>
  said(ask({ medicines: [medicine(text, code ? { code } : {})] }));
const STOPPED = 'hard S1 opioid-current';

/** Ingredient, RxCUI (RxNorm ingredients of 2020-10-20 and of CPIC), ATC (WHO index of 2026-04-25). */
const OPIOIDS: readonly (readonly [ingredient: string, rxcui: string, atc: string])[] = [
  ['morphine', '7052', 'N02AA01 N02AA51 A07DA52 R05DA05 N02AG01'],
  ['codeine', '2670', 'R05DA04 N02AA59 N02AA79 N02AJ06 N02AJ07 N02AJ08 N02AJ09'],
  ['hydrocodone', '5489', 'R05DA03 N02AJ22 N02AJ23'],
  ['oxycodone', '7804', 'N02AA05 N02AA55 N02AA56 N02AJ17 N02AJ18 N02AJ19'],
  ['hydromorphone', '3423', 'N02AA03 N02AA53 N02AG04'],
  ['oxymorphone', '7814', 'N02AA11'],
  ['dihydrocodeine', '23088', 'N02AA08 N02AA58 N02AJ01 N02AJ02 N02AJ03'],
  ['pethidine', '6754', 'N02AB02 N02AB52 N02AB72 N02AG03'],
  ['fentanyl', '4337', 'N02AB03 N01AH01 N01AH51'],
  ['alfentanil', '480', 'N01AH02'],
  ['sufentanil', '56795', 'N01AH03'],
  ['remifentanil', '73032', 'N01AH06'],
  ['tramadol', '10689', 'N02AX02 N02AJ13 N02AJ14 N02AJ15 N02AJ16'],
  ['tapentadol', '787390', 'N02AX06'],
  ['methadone', '6813', 'N07BC02 N02AC52'],
  ['levomethadone', '236913', 'N07BC05'],
  ['levacetylmethadol', '237005', 'N07BC03'],
  ['levorphanol', '6378', ''],
  ['buprenorphine', '1819', 'N02AE01 N07BC01 N07BC51'],
  ['butorphanol', '1841', 'N02AF01'],
  ['nalbuphine', '7238', 'N02AF02'],
  ['pentazocine', '8001', 'N02AD01 N02AD51'],
  ['propoxyphene', '8785', 'N02AC04 N02AC54 N02AC74'],
  ['opium', '7676', 'N02AA02 A07DA02 N02AA10'],
  ['heroin', '', 'N07BC06'],
  ['ketobemidone', '', 'N02AB01'],
  ['piritramide', '', 'N02AC03'],
  ['nicomorphine', '', 'N02AA04'],
  ['dextromoramide', '', 'N02AC01'],
  ['bezitramide', '', 'N02AC05'],
  ['meptazinol', '', 'N02AX05'],
  ['tilidine', '', 'N02AX01 N02AX51'],
  ['dezocine', '', 'N02AX03'],
  ['oliceridine', '', 'N02AX07'],
  ['ethylmorphine', '', 'R05DA01'],
  ['pholcodine', '', 'R05DA08'],
  ['normethadone', '', 'R05DA06'],
  ['thebacon', '', 'R05DA10'],
  ['acetyldihydrocodeine', '', 'R05DA12'],
  ['tianeptine', '', 'N06AX14'],
  ['kratom', '', ''],
];
const split = (text: string): readonly string[] => text.split(/\s+/).filter((part) => part !== '');
const lines = (text: string): readonly string[] => text.split(/[,\n]/).flatMap((part) => part.trim() || []);

describe('every opioid is stopped by its name, its RxCUI and each of its ATC codes (H4)', () => {
  for (const [ingredient, rxcui, atc] of OPIOIDS)
    test(ingredient, () => {
      assert.ok(taken(ingredient).includes(STOPPED));
      if (rxcui) assert.ok(taken('', { system: 'rxnorm', code: rxcui }).includes(STOPPED), rxcui);
      for (const code of split(atc)) {
        assert.ok(taken('', { system: 'atc', code }).includes(STOPPED), code);
        assert.ok(
          matchMedicine(LIST, { text: '', code: { system: 'atc', code } }).hits.some(
            (hit) => hit.ingredient === ingredient,
          ),
          code,
        );
      }
    });
});

/** Opioids by other names: other spellings, other languages, brands of many countries, combinations, the street. */
const NAMES = lines(`
  meperidine, diamorphine, dextropropoxyphene, papaveretum, LAAM, mitragynine, 7-hydroxymitragynine, laudanum, paregoric
  Codein, codéine, codeína, kodeiini, Morphin, morfina, Morphium, ossicodone, oxycodon, oxicodona, Fentanyl, Fentanil
  Buprenorphin, buprenorfina, Tilidin, Metadon, metadona, petidina, tramadolo, Dihydrocodein, Hydromorphon, idromorfone
  morphine sulfate, tramadol hydrochloride, codeine phosphate, Morphinsulfat, Codeinphosphat, oxycodone HCl
  Ultram, Tramal, Contramal, Topalgic, Zydol, Adolonta, Nobligan, ConZip, Zaldiar, Ultracet, Ixprim, Tramacet, Seglentis
  Percocet, Percodan, Endocet, Roxicodone, Roxicet, OxyContin, OxyNorm, Endone, Oxygesic, Xtampza ER, Oxaydo, Combunox
  Targin, Targiniq, Targinact, Troxyca ER, Vicodin, Norco, Lortab, Lorcet, Vicoprofen, Zohydro ER, Hysingla ER, Tussionex
  Hycodan, MS Contin, MST Continus, Sevredol, Oramorph, Kadian, Skenan LP, Zomorph, Contalgin, Substitol, Embeda, Roxanol
  Dilaudid, Palladon, Exalgo, Jurnista, Hydromorph Contin, Opana, Opana ER, Duragesic, Durogesic, Matrifen, Actiq, Abstral
  Effentora, Fentora, Instanyl, PecFent, Subsys, Sublimaze, Ultiva, Rapifen, Sufenta, Dsuvia, Subutex, Suboxone, Zubsolv
  Sublocade, Buvidal, Brixadi, Probuphine, Butrans, BuTrans, Norspan, Transtec, Temgesic, Belbuca, Espranor, Methadose
  Dolophine, Physeptone, L-Polamidon, Eptadone, Metasedin, Orlaam, Levo-Dromoran, Nucynta, Nucynta ER, Palexia, Palexia retard
  Demerol, Dolantin, Pamergan, Talwin, Talwin NX, Fortral, Stadol, Nubain, Dipidolor, Valoron N, Valtran, Darvon, Darvocet
  Co-proxamol, Distalgesic, Di-Antalvic, Co-codamol, Cocodamol, Co-dydramol, Solpadeine, Solpadol, Kapake, Zapain, Tylex
  Nurofen Plus, Tylenol with codeine, Tylenol #3, Tylenol No. 4, Panadeine, Panadeine Forte, Mersyndol, Dafalgan codéine
  Efferalgan Codéine, Klipal, Codoliprane, Prontalgine, Talvosilen, Gelonida, Citodon, Panocod, Pinex Forte, Paralgin forte
  Migraleve, Veganin, Tachidol, Co-Efferalgan, Paracodin, DHC, DF118, Remedeine, Trezix, Paramol, Codipront, Codicaps
  Fioricet with codeine, Fiorinal with codeine, Phenergan with codeine, Robitussin AC, Cheratussin AC, Lamaline, Izalgi
  Ketogan, Dalgan, Meptid, Olinvyk, Lepheton, Cosylan, Galenphol, Stablon, Coaxil, Tianaa, ZaZa, kratom, poppy seed tea
  lean, purple drank, heroin, smack, opioid, narcotic, tramadol/paracetamol, Morphine + Naltrexone, codeine & aspirin
  oxycodone-acetaminophen 5-325 mg, hydrocodone bitartrate and acetaminophen tablets USP, Tramadol HEXAL Tropfen
  Tramadol 50mg caps, buprenorphine/naloxone 8/2 mg sublingual tablet, fentanyl 12 mcg/hr patch, Morphine 10mg/5ml oral solution
  трамадол, 吗啡, モルヒネ, 丁丙诺啡`);

test(`${NAMES.length} other names of opioids are stopped (H4)`, () => {
  assert.ok(NAMES.length > 200);
  assert.deepEqual(
    NAMES.filter((name) => !taken(name).includes(STOPPED)),
    [],
  );
  const unresolved = NAMES.filter((name) => matchMedicine(LIST, { text: name }).status === 'unresolved');
  assert.deepEqual(unresolved, []);
});

/** Brands whose form is fixed: the longest-acting wins over what was entered (H5). */
test('a slow, patch or depot brand is slow, patch or depot although it was entered as an ordinary tablet (H5)', () => {
  const forms = {
    'extended-release': 'OxyContin, MS Contin, Kadian, Opana ER, Targin, Exalgo, Ultram ER',
    patch: 'Duragesic, Butrans, Transtec',
    depot: 'Sublocade, Buvidal, Vivitrol',
  };
  for (const [form, brands] of Object.entries(forms))
    for (const text of lines(brands)) assert.equal(matchMedicine(LIST, { text }).form, form, text);
});

/** Others that a rule stops or asks about, by name, code or brand. */
const ASKED: readonly (readonly [rule: string, names: string, atc: string])[] = [
  ['hard S18', 'naltrexone, Revia, Vivitrol, Contrave, Mysimba, LDN, Low Dose Naltrexone', 'N07BB04 A08AA62 N02AA56'],
  ['hard S18', 'nalmefene, Selincro, samidorphan, Lybalvi', 'N07BB05 N05AH53'],
  ['hard S22', 'loperamide, Imodium', 'A07DA03 A07DA05 A07DA53'],
  ['hard S1', 'diphenoxylate, Lomotil, difenoxin', 'A07DA01 A07DA04'],
  ['hard S1', 'methylnaltrexone, Relistor, Entereg, Movantik, Moventig, Symproic', 'A06AH01 A06AH02 A06AH03 A06AH05'],
  ['hard S1', 'lofexidine, Lucemyra, Britlofex', 'N07BC04'],
  ['soft S1', 'naloxone, Narcan', 'V03AB15 A06AH04'],
  ['soft S22', 'eluxadoline, Viberzi, Truberzi, difelikefalin, Korsuva, Kapruvia', 'A07DA06 V03AX04'],
  ['soft S15', 'thioridazine, disulfiram, Antabuse', 'N05AC02 N07BB01'],
  [
    'soft S17',
    'azathioprine, ciclosporin, tacrolimus, sirolimus, mycophenolate, methotrexate',
    'L04AX01 L04AD01 L04AD02 L04AH01 L04AA06 L04AX03',
  ],
];
for (const [rule, names, atc] of ASKED)
  test(`${rule}: ${names}`, () => {
    for (const name of lines(names))
      assert.ok(
        taken(name).some((line) => line.startsWith(rule)),
        name,
      );
    for (const code of split(atc))
      assert.ok(
        taken('', { system: 'atc', code }).some((line) => line.startsWith(rule)),
        code,
      );
  });

test('verified RxCUIs of other ingredients mean what their sources say', () => {
  const told = Object.entries({
    3289: 'dextromethorphan',
    3498: 'diphenhydramine',
    7242: 'naloxone',
    7243: 'naltrexone',
    1256: 'azathioprine',
    3008: 'ciclosporin',
  });
  for (const [code, ingredient] of told)
    assert.deepEqual(
      matchMedicine(LIST, { text: '', code: { system: 'rxnorm', code } }).hits.map((hit) => hit.ingredient),
      [ingredient],
    );
});

/** Common medicines as people write them, with an ATC code of the WHO index. */
const COMMON = lines(`
  paracetamol N02BE01, acetaminophen 500 mg N02BE01, Ibuprofen 400 mg M01AE01, naproxen M01AE02, diclofenac 50 mg tablets M01AB05
  aspirin 81 mg B01AC06, celecoxib M01AH01, pregabalin N02BF02, gabapentin 300 mg capsules N02BF01, duloxetine N06AX21
  Cymbalta 60 mg N06AX21, venlafaxine XR N06AX16, mirtazapine N06AX11, bupropion XL N06AX12, amitriptyline 10 mg N06AA09
  nortriptyline N06AA10, fluoxetine N06AB03, sertraline 50 mg N06AB06, citalopram N06AB04, escitalopram N06AB10
  trazodone N06AX05, metformin 500 mg A10BA02, gliclazide A10BB09, sitagliptin A10BH01, empagliflozin A10BK03
  semaglutide A10BJ06, omeprazole A02BC01, pantoprazole A02BC02, famotidine A02BA03, metoclopramide A03FA01
  ondansetron A04AA01, amlodipine C08CA01, lisinopril C09AA03, ramipril C09AA05, losartan C09CA01, metoprolol C07AB02
  bisoprolol C07AB07, propranolol C07AA05, hydrochlorothiazide C03AA03, furosemide C03CA01, spironolactone C03DA01
  atorvastatin calcium C10AA05, simvastatin C10AA01, rosuvastatin C10AA07, clopidogrel B01AC04, apixaban B01AF02
  warfarin B01AA03, levothyroxine 50 mcg H03AA01, prednisolone H02AB06, hydrocortisone H02AB09, salbutamol R03AC02
  montelukast R03DC03, cetirizine R06AE07, loratadine R06AX13, ketotifen R06AX17, amoxicillin J01CA04, doxycycline J01AA02
  azithromycin J01FA10, fluconazole J02AC01, aciclovir J05AB01, ivermectin P02CF01, lamotrigine N03AX09, topiramate N03AX11
  levetiracetam N03AX14, carbamazepine N03AF01, lithium N05AN01, quetiapine N05AH04, aripiprazole N05AX12, diazepam N05BA01
  lorazepam N05BA06, zolpidem N05CF02, melatonin N05CH01, modafinil N06BA07, methylphenidate N06BA04, sumatriptan N02CC01
  baclofen M03BX01, tizanidine M03BX02, cyclobenzaprine M03BX08, allopurinol M04AA01, colchicine M04AC01
  hydroxychloroquine P01BA02, midodrine C01CA17, ivabradine C01EB17, pyridostigmine N07AA02, fludrocortisone H02AA02
  tamsulosin G04CA02, oxybutynin G04BD04, estradiol G03CA03, progesterone G03DA04, folic acid B03BB01, vitamin D3 A11CC05
  vitamin B12 B03BA01, dihydroergotamine N02CA01, hydroxyzine N05BB01, apomorphine N04BC07, xylometazoline R01AA07`);

test(`${COMMON.length} common medicines are not stopped, by name or by ATC`, () => {
  assert.ok(COMMON.length > 80);
  const stopped = COMMON.flatMap((entry) => {
    const [, text = '', code = ''] = /^(.*) (\S+)$/.exec(entry) ?? [];
    const ways = [taken(text), taken('', { system: 'atc', code }), taken(text, { system: 'atc', code })];
    return ways.some((lines) => lines.length > 0) ? [`${text} ${code}: ${ways.join(' | ')}`] : [];
  });
  assert.deepEqual(stopped, []);
});

test('codes of the opioid families that the list does not know are not passed, and lead to a person', () => {
  const unknown = [
    'N02AA99',
    'N02AX99',
    'N07BC99',
    'N01AH99',
    'R05DA99',
    'R05FA01',
    'R05FA02',
    'A07DA99',
    'A06AH99',
    'N07BB99',
    'N02BG99',
  ];
  for (const code of unknown)
    assert.deepEqual(taken('', { system: 'atc', code }), ['hard unresolved medicine-not-recognised'], code);
});

test('the list lasts twelve months from its date', () => {
  const [from, to] = [civilParts(LIST.date), civilParts(LIST.expires)];
  assert.deepEqual([to.year, to.month, to.day], [from.year + 1, from.month, from.day]);
});

type Row = {
  readonly ingredient?: string;
  readonly holds?: readonly string[];
  readonly sources: readonly string[];
  readonly rxnorm?: readonly string[];
};
const file = readFileSync(new URL('../data/screening/drug-list.json', import.meta.url), 'utf8');
const json: Readonly<Record<'ingredients' | 'others' | 'products', readonly Row[]>> = JSON.parse(file);

test('nothing unverified ships: no question mark, and an RxCUI only where a source of RxCUIs is named', () => {
  assert.ok(!file.includes('?'));
  const rows = [...json.ingredients, ...json.others, ...json.products];
  assert.deepEqual(
    rows.filter(({ sources }) => sources.length === 0),
    [],
  );
  const coded = rows.filter(({ rxnorm }) => rxnorm);
  assert.equal(coded.length, 30);
  assert.ok(coded.every(({ sources }) => sources.includes('R') || sources.includes('C')));
});

test('no harmless name holds the name of an opioid as a word of its own', () => {
  const opioid = ([, { holds }]: (typeof names)[number]): boolean =>
    holds.some(({ group }) => OPIOID_GROUPS.includes(group));
  const names = [...LIST.names];
  const inside = names.filter((entry) => opioid(entry) && !entry[1].slang).map(([key]) => ` ${key} `);
  const harmless = names.filter((entry) => !opioid(entry)).map(([key]) => key);
  assert.deepEqual(
    harmless.filter((key) => inside.some((name) => ` ${key} `.includes(name))),
    [],
  );
});

test('data/screening/SOURCE.md tells the size and the days of the list as they are', () => {
  const source = readFileSync(new URL('../data/screening/SOURCE.md', import.meta.url), 'utf8');
  for (const figure of [
    LIST.version,
    `${json.ingredients.length} ingredients`,
    `${json.others.length} others`,
    `${LIST.names.size} names`,
    `${LIST.atc.size} ATC`,
    `${LIST.rxnorm.size} RxCUIs`,
  ])
    assert.ok(source.includes(figure), figure);
});
