/**
 * Is this JSON a list of medicines that screening may trust? Every fault at once, each with its path: a name, an ATC code
 * or an RxCUI with two meanings, a product of an ingredient nobody described, an opioid without a washout, a list that
 * lasts longer than a year (H6, H7). Total: no value makes it throw.
 */
import { civilParts, type LocalDate, localDate } from '../../base/calendar.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { JsonFault, JsonField } from '../json-fields.ts';
import { readDate, readFlag, readList, readObject, readOneOf, readText, readWhole } from '../json-fields.ts';
import type { AtcFamily, DrugList, Group, Ingredient, Product } from './drug-list.ts';
import { nameKey } from './name-text.ts';
import { MEDICINE_FORMS } from './screening.ts';

export type DrugListFault =
  | JsonFault
  | ({ readonly path: string } & (
      | { readonly code: 'name-twice'; readonly name: string }
      | { readonly code: 'name-empty'; readonly name: string }
      | { readonly code: 'code-twice'; readonly name: string }
      | { readonly code: 'code-malformed'; readonly name: string }
      | { readonly code: 'ingredient-twice'; readonly name: string }
      | { readonly code: 'ingredient-unknown'; readonly name: string }
      | { readonly code: 'washout-missing'; readonly name: string }
      | { readonly code: 'washout-needless'; readonly name: string }
      | { readonly code: 'source-unknown'; readonly name: string }
      | { readonly code: 'lasts-over-a-year' }
    ));

const LISTED = [
  ...(['opioid', 'partial-agonist', 'mixed-agonist', 'gut-opioid', 'gut-opioid-when-repeated'] as const),
  ...(['peripheral-agonist', 'cough-not-opioid', 'naltrexone', 'antagonist', 'rescue-antagonist'] as const),
  ...(['opioid-marker', 'liver-or-lethargy', 'thyroid-hormone', 'immunosuppressant', 'excluded-in-trials'] as const),
] as const;
const NEED_WASHOUT: readonly Group[] = ['opioid', 'partial-agonist', 'mixed-agonist', 'gut-opioid-when-repeated'];
const WHY = ['opioid-candidate', 'antagonist-candidate', 'combination-partners-unknown'] as const;
const ATC_CODE = /^[A-Z]\d{2}[A-Z]{2}\d{2}$/;
const RXCUI = /^[1-9]\d{0,7}$/;

/** What is being gathered; the maps become the list's own. */
type Draft = {
  readonly faults: DrugListFault[];
  readonly sources: ReadonlySet<string>;
  readonly ingredients: Map<string, Ingredient>;
  readonly names: Map<string, Product>;
  readonly atc: Map<string, Product>;
  readonly rxnorm: Map<string, Product>;
};

/** Reads a list as docs/formats/drug-list.md describes it. Site lists and the built-in one pass through here alike. */
export function readDrugList(json: unknown): Result<DrugList, readonly DrugListFault[]> {
  const faults: JsonFault[] = [];
  const keys = ['version', 'date', 'expires', 'sources', 'ingredients', 'products', 'others', 'atcFamilies'] as const;
  const top = readObject({ value: json, path: '$', faults }, keys);
  if (!top) return err(faults);
  const sources = new Set(Object.keys(readSources(top.sources)));
  const draft: Draft = {
    faults,
    sources,
    ingredients: new Map(),
    names: new Map(),
    atc: new Map(),
    rxnorm: new Map(),
  };
  for (const row of readList(top.ingredients) ?? []) readIngredient(draft, row, true);
  for (const row of readList(top.others) ?? []) readIngredient(draft, row, false);
  for (const row of readList(top.products) ?? []) readProduct(draft, row);
  const version = readText(top.version);
  const date = readDate(top.date);
  const expires = readDate(top.expires);
  if (expires < date || expires > aYearAfter(date)) draft.faults.push({ path: '$.expires', code: 'lasts-over-a-year' });
  const atcFamilies = (readList(top.atcFamilies) ?? []).flatMap((row) => readFamily(row) ?? []);
  const { ingredients, names, atc, rxnorm } = draft;
  if (draft.faults.length > 0) return err(draft.faults);
  const longestName = Math.max(...[...names.keys()].map((key) => key.split(' ').length));
  const list = { version, date, expires, ingredients, names, longestName, atc, rxnorm, atcFamilies };
  return ok({ ...list, __checked: 'drug-list' });
}

/** The same day of the next year; of 29 February, 1 March. */
function aYearAfter(date: LocalDate): LocalDate {
  const { year, month, day } = civilParts(date);
  return localDate(year + 1, month, day);
}

function readSources(field: JsonField): Readonly<Record<string, unknown>> {
  const { value, path, faults } = field;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  faults.push({ path, code: 'json-wrong-kind', wanted: 'object' });
  return {};
}

function readIngredient(draft: Draft, row: JsonField, listed: boolean): void {
  const optional = ['washout', 'names', 'slang', 'atc', 'rxnorm', 'sources', 'oftenWithOpioid'] as const;
  const fields = readObject(row, ['ingredient'], listed ? ['group', ...optional] : optional);
  if (!fields) return;
  if (listed && !fields.group) draft.faults.push({ path: row.path, code: 'json-key-missing', key: 'group' });
  const name = readText(fields.ingredient);
  const group: Group = fields.group ? readOneOf(fields.group, LISTED) : 'none';
  const washout = fields.washout ? readOneOf(fields.washout, ['short', 'long', 'long-label']) : undefined;
  const needed = NEED_WASHOUT.includes(group);
  if (needed !== (washout !== undefined))
    draft.faults.push({ path: row.path, code: needed ? 'washout-missing' : 'washout-needless', name });
  if (draft.ingredients.has(name)) draft.faults.push({ path: row.path, code: 'ingredient-twice', name });
  const oftenWithOpioid = fields.oftenWithOpioid ? readFlag(fields.oftenWithOpioid) : false;
  const ingredient: Ingredient = { ingredient: name, group, ...(washout ? { washout } : {}), oftenWithOpioid };
  draft.ingredients.set(name, ingredient);
  const product = { holds: [ingredient], lowDose: false, slang: false, partnersUnknown: false };
  addName(draft, row.path, name, product);
  for (const text of readTexts(fields.names)) addName(draft, row.path, text, product);
  for (const text of readTexts(fields.slang)) addName(draft, row.path, text, { ...product, slang: true });
  addCodes(draft, row.path, fields, product);
}

function readProduct(draft: Draft, row: JsonField): void {
  const optional = ['form', 'lowDose', 'partnersUnknown', 'names', 'atc', 'rxnorm', 'sources'] as const;
  const fields = readObject(row, ['holds'], optional);
  if (!fields) return;
  const holds = readTexts(fields.holds).flatMap((name) => {
    const known = draft.ingredients.get(name);
    if (!known) draft.faults.push({ path: row.path, code: 'ingredient-unknown', name });
    return known ?? [];
  });
  const product = {
    holds,
    ...(fields.form ? { form: readOneOf(fields.form, MEDICINE_FORMS) } : {}),
    lowDose: fields.lowDose ? readFlag(fields.lowDose) : false,
    slang: false,
    partnersUnknown: fields.partnersUnknown ? readFlag(fields.partnersUnknown) : false,
  };
  for (const text of readTexts(fields.names)) addName(draft, row.path, text, product);
  addCodes(draft, row.path, fields, product);
}

function readTexts(field: JsonField | undefined): readonly string[] {
  return field ? (readList(field) ?? []).map(readText) : [];
}

function addName({ names, faults }: Draft, path: string, name: string, product: Product): void {
  const key = nameKey(name);
  if (key === '') faults.push({ path, code: 'name-empty', name });
  else if (names.has(key)) faults.push({ path, code: 'name-twice', name });
  else names.set(key, product);
}

type CodeFields = { readonly atc?: JsonField; readonly rxnorm?: JsonField; readonly sources?: JsonField };

function addCodes(draft: Draft, path: string, fields: CodeFields, product: Product): void {
  const add = (codes: Map<string, Product>, shape: RegExp, name: string): void => {
    if (!shape.test(name)) draft.faults.push({ path, code: 'code-malformed', name });
    else if (codes.has(name)) draft.faults.push({ path, code: 'code-twice', name });
    else codes.set(name, product);
  };
  for (const name of readTexts(fields.atc)) add(draft.atc, ATC_CODE, name);
  for (const name of readTexts(fields.rxnorm)) add(draft.rxnorm, RXCUI, name);
  for (const name of readTexts(fields.sources))
    if (!draft.sources.has(name)) draft.faults.push({ path, code: 'source-unknown', name });
}

function readFamily(row: JsonField): AtcFamily | undefined {
  const fields = readObject(row, ['prefix', 'from', 'why']);
  if (!fields) return undefined;
  return { prefix: readText(fields.prefix), from: readWhole(fields.from, 0, 99), why: readOneOf(fields.why, WHY) };
}
