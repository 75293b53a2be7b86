/**
 * Which medicines does screening know, by which names and codes, and what does each mean for low-dose naltrexone? The
 * list comes as data with a version and a last day, and is checked before it is used: a name or a code with two
 * meanings, an unknown group or a missing washout is refused, never repaired (H4, H5, H6, H7).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { MedicineForm } from './screening.ts';

export { type DrugListFault, readDrugList } from './drug-list-json.ts';
export { type MedicineHit, type MedicineMatch, matchMedicine, type UnresolvedReason } from './match-medicine.ts';

/** What a medicine is to naltrexone; every group has its rule in rules-medicines.ts, 'none' has no rule. */
export const GROUPS = [
  'opioid', // agonists at the mu receptor, kratom and tianeptine among them: S1-S5
  'partial-agonist', // buprenorphine: S1, S3
  'mixed-agonist', // nalbuphine and its like: S1, S2
  'gut-opioid', // loperamide: S22
  'gut-opioid-when-repeated', // diphenoxylate: an opioid when taken regularly, S22 otherwise
  'peripheral-agonist', // eluxadoline, difelikefalin: S22
  'cough-not-opioid', // dextromethorphan: S22, to be read
  'naltrexone', // the drug itself: S18
  'antagonist', // nalmefene, samidorphan: S18
  'rescue-antagonist', // naloxone on its own: someone expected an opioid
  'opioid-marker', // given to people who take opioids, or who stop them
  'liver-or-lethargy', // thioridazine, disulfiram: S15
  'thyroid-hormone', // levothyroxine: S16
  'immunosuppressant', // S17
  'excluded-in-trials', // S21, to be read
  'none',
] as const;
export type Group = (typeof GROUPS)[number];

/** Opioid-free time by ingredient; a long form makes 'short' long. 'long-label' is S3, 'long' S4 (both 14 days). */
export const WASHOUTS = ['short', 'long', 'long-label'] as const;
export type Washout = (typeof WASHOUTS)[number];

/** Groups whose medicines are opioids to the rules, now or after regular use; only they have a washout. */
export const OPIOID_GROUPS: readonly Group[] = [
  'opioid',
  'partial-agonist',
  'mixed-agonist',
  'gut-opioid-when-repeated',
];

export type Ingredient = {
  readonly ingredient: string;
  readonly group: Group;
  /** There for the opioid groups and for no other. */
  readonly washout?: Washout;
  /** Often sold together with an opioid: a second strength or a bare small number beside it is not passed over. */
  readonly oftenWithOpioid: boolean;
};

/** What a name or a code stands for. */
export type Product = {
  readonly holds: readonly Ingredient[];
  /** Where the name fixes it: OxyContin is always extended-release. */
  readonly form?: MedicineForm;
  /** A name of low-dose naltrexone itself. */
  readonly lowDose: boolean;
  /** An everyday word ("lean"): it counts only when nothing else is said. */
  readonly slang: boolean;
  /** A code for a combination that does not tell the partners. */
  readonly partnersUnknown: boolean;
};

/** ATC codes that begin like this and have no row of their own are not passed: a person has to look. */
export type AtcFamily = {
  readonly prefix: string;
  /** Only from this number of the last two digits on: 50 and above are combinations. */
  readonly from: number;
  readonly why: 'opioid-candidate' | 'antagonist-candidate' | 'combination-partners-unknown';
};

/** A checked list; only `readDrugList` makes one. Names are keyed as `nameKey` writes them, codes in capitals. */
export type DrugList = {
  readonly version: string;
  readonly date: LocalDate;
  /** The last civil day on which anything may be signed by it (H7). */
  readonly expires: LocalDate;
  readonly ingredients: ReadonlyMap<string, Ingredient>;
  readonly names: ReadonlyMap<string, Product>;
  /** Words of the longest name. */
  readonly longestName: number;
  readonly atc: ReadonlyMap<string, Product>;
  readonly rxnorm: ReadonlyMap<string, Product>;
  readonly atcFamilies: readonly AtcFamily[];
  readonly __checked: 'drug-list';
};
