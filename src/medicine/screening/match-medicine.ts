/**
 * What is this entered medicine? By its code, by its text, or by both when they agree; otherwise it is unresolved, which
 * blocks until a person says what it is. Nothing is matched by likeness (H4, H6).
 */

import type { Washout } from './drug-list.ts';
import {
  type AtcFamily,
  type DrugList,
  type Group,
  type Ingredient,
  OPIOID_GROUPS,
  type Product,
} from './drug-list.ts';
import { longestForm, matchText, type TextMatch } from './match-text.ts';
import { wordsOf } from './name-text.ts';
import type { EnteredMedicine, MedicineCode, MedicineForm } from './screening.ts';

/** An ingredient that was found, by its name in the list. */
export type MedicineHit = {
  readonly ingredient: string;
  readonly group: Group;
  readonly washout?: Washout;
  /** The name of the text or code says that it is low-dose naltrexone. */
  readonly lowDose: boolean;
};

export type UnresolvedReason =
  | 'nothing-entered'
  | 'text-not-in-the-list'
  | 'code-not-in-the-list'
  | 'code-malformed'
  | 'code-and-text-disagree'
  | 'more-strengths-than-names'
  | AtcFamily['why'];

export type MedicineMatch = {
  readonly status: 'recognised' | 'unresolved';
  readonly why?: UnresolvedReason;
  /** What was found, by name; of an unresolved medicine what has a rule, because it counts all the same. */
  readonly hits: readonly MedicineHit[];
  /** As brand or text tell it; undefined = they do not. */
  readonly form?: MedicineForm;
};

/** What a code says. 'class': an ATC code without a row, of a class no rule concerns. */
type CodeMatch =
  | { readonly kind: 'row'; readonly product: Product }
  | { readonly kind: 'class' }
  | { readonly kind: 'unresolved'; readonly why: UnresolvedReason };

/** Matches text and code by the list. Total: no text and no code makes it throw. */
export function matchMedicine(list: DrugList, medicine: Pick<EnteredMedicine, 'text' | 'code'>): MedicineMatch {
  const text = matchText(list, medicine.text);
  const code = medicine.code && matchCode(list, medicine.code);
  const why = unresolvedBecause(list, medicine.text, text, code);
  const products = [...text.found.map(({ product }) => product), ...(code?.kind === 'row' ? [code.product] : [])];
  const hits = hitsOf(products, text.lowDose).filter(({ group }) => why === undefined || group !== 'none');
  const form = longestForm([...products.flatMap((product) => product.form ?? []), ...(text.form ? [text.form] : [])]);
  return { status: why ? 'unresolved' : 'recognised', ...(why ? { why } : {}), hits, ...(form ? { form } : {}) };
}

function unresolvedBecause(
  list: DrugList,
  entered: string,
  text: TextMatch,
  code: CodeMatch | undefined,
): UnresolvedReason | undefined {
  const named = textSays(text);
  if (!code) return text.status === 'empty' ? 'nothing-entered' : named;
  if (code.kind === 'unresolved') return code.why;
  if (text.status === 'empty') return code.kind === 'row' && code.product.partnersUnknown ? partners : undefined;
  const words = text.found.flatMap(({ product }) => product.holds);
  if (code.kind === 'class') return named ?? (words.some(hasRule) ? 'code-and-text-disagree' : undefined);
  if (text.status === 'unknown') {
    const strange = words.some((word) => !code.product.holds.includes(word)) || hasOpioidInside(list, entered);
    if (strange) return 'code-and-text-disagree';
    return code.product.partnersUnknown ? partners : undefined;
  }
  if (!agree(words, code.product)) return 'code-and-text-disagree';
  return named;
}

const partners = 'combination-partners-unknown';

function textSays(text: TextMatch): UnresolvedReason | undefined {
  if (text.status === 'more-strengths-than-names') return text.status;
  return text.status === 'recognised' ? undefined : 'text-not-in-the-list';
}

/**
 * "Tramadolhydrochloridtropfen" with the code of paracetamol: a harmless code does not speak for a text in which an
 * opioid's name can be read. It only ever refuses; nothing is recognised this way.
 */
function hasOpioidInside(list: DrugList, text: string): boolean {
  const words = wordsOf(text);
  const opioids = [...list.ingredients.values()].filter(({ group }) => OPIOID_GROUPS.includes(group));
  return opioids.some(({ ingredient }) => ingredient.length >= 6 && words.some((word) => word.includes(ingredient)));
}

const hasRule = ({ group }: Ingredient): boolean => group !== 'none';

/** The same ingredients on both sides; where a code leaves its partners open, the text has to name at least one. */
function agree(words: readonly Ingredient[], { holds, partnersUnknown }: Product): boolean {
  const all = holds.every((held) => words.includes(held));
  const more = words.filter((word) => !holds.includes(word));
  return all && (partnersUnknown ? more.length > 0 : more.length === 0);
}

function hitsOf(products: readonly Product[], lowDose: boolean): readonly MedicineHit[] {
  const hits = new Map<string, MedicineHit>();
  for (const { ingredient, group, washout } of products.flatMap(({ holds }) => holds))
    hits.set(ingredient, {
      ingredient,
      group,
      ...(washout ? { washout } : {}),
      lowDose: lowDose && group === 'naltrexone',
    });
  return [...hits.values()].sort((a, b) => (a.ingredient < b.ingredient ? -1 : 1));
}

function matchCode(list: DrugList, { system, code }: MedicineCode): CodeMatch {
  if (system === 'rxnorm') {
    const product = list.rxnorm.get(code.trim());
    return product ? { kind: 'row', product } : { kind: 'unresolved', why: 'code-not-in-the-list' };
  }
  return matchAtc(list, code.trim().toUpperCase());
}

/** Second levels of the ATC classification: a code that begins otherwise is none. */
const ATC_GROUPS = new Set(
  `A01 A02 A03 A04 A05 A06 A07 A08 A09 A10 A11 A12 A13 A14 A15 A16 B01 B02 B03 B05 B06 C01 C02 C03 C04 C05 C07 C08 C09 C10
  D01 D02 D03 D04 D05 D06 D07 D08 D09 D10 D11 G01 G02 G03 G04 H01 H02 H03 H04 H05 J01 J02 J04 J05 J06 J07 L01 L02 L03 L04
  M01 M02 M03 M04 M05 M09 N01 N02 N03 N04 N05 N06 N07 P01 P02 P03 R01 R02 R03 R05 R06 R07 S01 S02 S03
  V01 V03 V04 V06 V07 V08 V09 V10 V20`.split(/\s+/),
);

/** A code's own row comes before its family; a code in no family passes by its class, if it is whole. */
function matchAtc(list: DrugList, code: string): CodeMatch {
  const product = list.atc.get(code);
  if (product) return { kind: 'row', product };
  const family = list.atcFamilies.find(
    ({ prefix, from }) => code.startsWith(prefix) && !(Number(code.slice(5)) < from),
  );
  if (family) return { kind: 'unresolved', why: family.why };
  const whole = /^[A-Z]\d{2}[A-Z]{2}\d{2}$/.test(code) && ATC_GROUPS.has(code.slice(0, 3));
  return whole ? { kind: 'class' } : { kind: 'unresolved', why: 'code-malformed' };
}
