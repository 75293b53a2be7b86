/**
 * What a column's name gives away: the unit of its doses, which way its scores are better, what it cannot be.
 * Whole words only ("dose_mg", "Dose (mg)", "doseMg"), never a part of one; two meanings at once are no meaning.
 */
import type { Direction } from '../../trial/outcome.ts';

/** 'ml': the column holds volumes or concentrations, which are not doses. */
export type NameUnit = 'mg' | 'ug' | 'ml';

/** The words of a name in lower case: "Dose (mg)" → dose, mg. */
export function nameWords(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function hasAny(words: readonly string[], list: ReadonlySet<string>): boolean {
  return words.some((word) => list.has(word));
}

const MICROGRAM = new Set(['ug', 'µg', 'μg', 'mcg']);

/** The unit a name states; 'ml' when it names a volume, or more than one unit. */
export function unitInName(name: string): NameUnit | undefined {
  const words = nameWords(name);
  const mg = words.includes('mg');
  const ug = hasAny(words, MICROGRAM);
  if (words.includes('ml') || (mg && ug)) return 'ml';
  return mg ? 'mg' : ug ? 'ug' : undefined;
}

const DATE = new Set(['date', 'datetime', 'timestamp', 'datum']);
const DOSE = new Set([
  ...['dose', 'doses', 'dosage', 'dosis', 'ldn', 'naltrexone', 'naltrexon'],
  ...['treatment', 'drug', 'medication', 'medicine', 'mg', 'ug', 'µg', 'μg', 'mcg'],
]);
const CAPSULE = new Set(['capsule', 'capsules']);

/** Does the name say what the column is for? */
export function saysDate(name: string): boolean {
  return hasAny(nameWords(name), DATE);
}
export function saysDose(name: string): boolean {
  return hasAny(nameWords(name), DOSE);
}
export function saysCapsule(name: string): boolean {
  return hasAny(nameWords(name), CAPSULE);
}

/** Words of counts, clocks and identities: numbers, but not how somebody felt. */
const NO_SCORE = new Set([
  ...['id', 'nr', 'no', 'number', 'index', 'row', 'age', 'period', 'visit', 'block', 'cycle', 'sequence', 'arm'],
  ...['day', 'days', 'week', 'weekday', 'weekend', 'month', 'year', 'time', 'hour', 'hours', 'minute', 'minutes'],
  ...['steps', 'weight', 'kg', 'count', 'temperature', 'pulse', 'bpm'],
]);

export function saysNoScore(name: string): boolean {
  return hasAny(nameWords(name), NO_SCORE);
}

const LOWER_IS_BETTER = new Set([
  ...['pain', 'fatigue', 'fog', 'nausea', 'dizziness', 'headache', 'anxiety', 'stress', 'tiredness', 'insomnia'],
  ...['stiffness', 'ache', 'migraine', 'depression', 'symptoms', 'sleep'],
]);
const HIGHER_IS_BETTER = new Set(['mood', 'energy', 'function', 'functioning', 'wellbeing', 'quality']);

/**
 * Which way is better, where the name leaves no doubt: "pain" is lower, "mood" is higher. "sleep" alone is trouble
 * sleeping, the daily item of this house; "sleep quality" and "sleep hours" could be either and are undefined.
 */
export function directionInName(name: string): Direction | undefined {
  const words = nameWords(name);
  const lower = hasAny(words, LOWER_IS_BETTER);
  const higher = hasAny(words, HIGHER_IS_BETTER) || (words.includes('well') && words.includes('being'));
  if (lower === higher || (words.includes('sleep') && hasAny(words, NO_SCORE))) return undefined;
  return lower ? 'lower' : 'higher';
}
