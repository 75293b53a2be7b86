/**
 * What does a text name? Names of the list, exactly, with nothing else around them but words that are known to say
 * nothing. What is not covered to the last word is not recognised; a name that has a rule is reported even then (H4, H6).
 */
import { LDN_MINIMUM, SITE_MAXIMUM } from '../ldn-range.ts';
import type { DrugList, Product } from './drug-list.ts';
import { wordsOf } from './name-text.ts';
import type { MedicineForm } from './screening.ts';
import {
  BESIDE,
  COUNTED_WORDS,
  JOINING_WORDS,
  LONGEST_BESIDE,
  MASS_WORDS,
  MILLIGRAM_WORDS,
  UNIT_WORDS,
} from './text-words.ts';

/** A name found at words `from` to `to` - 1. */
export type NameFound = { readonly from: number; readonly to: number; readonly product: Product };

export type TextMatch = {
  readonly status: 'recognised' | 'empty' | 'unknown' | 'more-strengths-than-names';
  /** Names not lying within a longer one, in the order of the text; of an unknown text those without a rule too. */
  readonly found: readonly NameFound[];
  /** The longest-acting form the words beside the names tell. */
  readonly form?: MedicineForm;
  readonly lowDose: boolean;
};

/** Matches a text as a person wrote it. Total, and linear in the length of the text. */
export function matchText(list: DrugList, text: string): TextMatch {
  const words = wordsOf(text);
  if (words.length === 0) return { status: text.trim() === '' ? 'empty' : 'unknown', found: [], lowDose: false };
  const forms: MedicineForm[] = [];
  const covered = cover(list, words, forms);
  const all = namesIn(list, words);
  const found = covered ? all : all.filter(({ product }) => !product.slang);
  const form = longestForm(forms);
  const told = { found, ...(form ? { form } : {}), lowDose: covered && form !== 'depot' && tellsLowDose(words, found) };
  if (!covered || found.length === 0) return { status: 'unknown', ...told };
  return { status: hidesPartner(words, found) ? 'more-strengths-than-names' : 'recognised', ...told };
}

/** Every name at every place, but for those within a longer one. */
function namesIn(list: DrugList, words: readonly string[]): readonly NameFound[] {
  const all = words.flatMap((_, from) =>
    lengths(list.longestName, words.length - from).flatMap((length) => {
      const product = list.names.get(words.slice(from, from + length).join(' '));
      return product ? [{ from, to: from + length, product }] : [];
    }),
  );
  const longest: NameFound[] = [];
  let reach = 0;
  for (const name of all) {
    if (name.to <= reach) continue;
    longest.push(name);
    reach = name.to;
  }
  return longest;
}

/** Longest first. */
function lengths(most: number, left: number): readonly number[] {
  const longest = Math.min(most, left);
  return Array.from({ length: longest }, (_, i) => longest - i);
}

/** Can the words be divided into names, numbers, units and words beside a name? Adds the forms the words tell. */
function cover(list: DrugList, words: readonly string[], forms: MedicineForm[]): boolean {
  const step: number[] = new Array(words.length + 1).fill(0);
  step[words.length] = 1;
  for (let at = words.length - 1; at >= 0; at--)
    step[at] =
      lengths(Math.max(list.longestName, LONGEST_BESIDE), words.length - at).find(
        (length) => step[at + length] !== 0 && isPart(list, words, at, length),
      ) ?? 0;
  if (step[0] === 0) return false;
  for (let at = 0; at < words.length; at += step[at] ?? 1) {
    const form = BESIDE.get(words.slice(at, at + (step[at] ?? 1)).join(' '));
    if (form) forms.push(form);
  }
  return true;
}

function isPart(list: DrugList, words: readonly string[], at: number, length: number): boolean {
  const key = words.slice(at, at + length).join(' ');
  if (list.names.has(key)) return true;
  if (JOINING_WORDS.has(key)) return at > 0 && at + 1 < words.length;
  if (BESIDE.has(key)) return true;
  return length === 1 && (isNumber(key) || isUnit(words, at));
}

const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word);

/** A unit stands after a number, another unit or "per": a letter on its own is none. */
function isUnit(words: readonly string[], at: number): boolean {
  if (!UNIT_WORDS.has(words[at] ?? '')) return false;
  const before = words[at - 1];
  return (
    isNumber(before) || before === 'per' || (before !== undefined && UNIT_WORDS.has(before) && isUnit(words, at - 1))
  );
}

/** A depot outlasts a patch or a slow tablet; what is injected slowly is a depot. */
export function longestForm(forms: readonly MedicineForm[]): MedicineForm | undefined {
  const slow = forms.includes('extended-release');
  if (forms.includes('depot') || (slow && forms.includes('injection'))) return 'depot';
  const order: readonly MedicineForm[] = ['patch', 'extended-release', 'unknown', 'injection', 'procedural'];
  return order.find((form) => forms.includes(form)) ?? forms[0];
}

/** Strengths: numbers before a mass, and bare numbers; not counts of tablets and not the volume a liquid is told by. */
function strengthsIn(words: readonly string[]): readonly { readonly value: number; readonly unit: string }[] {
  return words.flatMap((word, at) => {
    const unit = words[at + 1] ?? '';
    if (!isNumber(word) || COUNTED_WORDS.has(unit) || (UNIT_WORDS.has(unit) && !MASS_WORDS.has(unit))) return [];
    return [{ value: Number(word), unit: MASS_WORDS.has(unit) ? unit : '' }];
  });
}

/**
 * "Paracetamol 500/30", "Atasol 15": where an ingredient is often sold with an opioid, a strength without a name of its
 * own, or a bare number as small as an opioid's, says that something was left out.
 */
function hidesPartner(words: readonly string[], found: readonly NameFound[]): boolean {
  const named = found.flatMap(({ product }) => product.holds);
  if (!named.some(({ oftenWithOpioid }) => oftenWithOpioid) || named.some(({ group }) => group === 'opioid'))
    return false;
  const inNames = found.flatMap(({ from, to }) => words.slice(from, to).filter(isNumber)).length;
  const strengths = strengthsIn(words);
  const bare = strengths.filter(({ unit, value }) => unit === '' && value <= 60).length;
  return strengths.length - inNames > named.length || bare - inNames > 0;
}

/**
 * "LDN"; or naltrexone alone with one strength of a low dose, in milligrams. Nothing else is taken for the low dose, and
 * a strength above it speaks against the name.
 */
function tellsLowDose(words: readonly string[], found: readonly NameFound[]): boolean {
  const alone = found.every(
    ({ product }) => product.holds.every(({ group }) => group === 'naltrexone') && !product.form,
  );
  if (!alone || found.length === 0) return false;
  const strengths = strengthsIn(words);
  const low = strengths.every(({ value, unit }) => MILLIGRAM_WORDS.has(unit) && isLowDose(value * 1000));
  if (found.some(({ product }) => product.lowDose)) return low;
  const units = words.filter((_, at) => isUnit(words, at)); // 1 mg/mL is a concentration
  return low && strengths.length === 1 && units.length === 1 && words.filter(isNumber).length === 1;
}

const isLowDose = (micrograms: number): boolean => micrograms >= LDN_MINIMUM && micrograms <= SITE_MAXIMUM;
