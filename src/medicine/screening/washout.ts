/**
 * How long must someone have been free of an opioid? By its ingredient and by how it was made or given: whole civil days
 * after the last day it was taken. An unknown form counts as long; a depot has no number, a clinician decides (H5, H25).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { Washout } from './drug-list.ts';
import type { MedicineForm, ScreeningPolicy, ScreeningRule } from './screening.ts';

/** Naltrexone label: "a minimum of 7 to 10 days" for short-acting opioids, tramadol among them; the longer is taken. */
export const SHORT_DAYS = 10;
/** Vivitrol label: buprenorphine and methadone, "as long as two weeks"; extrapolated to slow forms and levorphanol. */
export const LONG_DAYS = 14;
/** FINAL, NCT04270877: four weeks without opioids before the trial. */
export const RESEARCH_DAYS = 28;

export type OpioidFree = {
  readonly rule: Extract<ScreeningRule, 'S2' | 'S3' | 'S4'>;
  /** Whole opioid-free days needed; undefined = a clinician decides. */
  readonly days: number | undefined;
};

const SHORT_FORMS: readonly MedicineForm[] = ['immediate-release', 'injection', 'procedural'];

/** The interval for an ingredient in a form, under a policy. Buprenorphine's depots are decided by a clinician too. */
export function opioidFree(washout: Washout, form: MedicineForm, policy: ScreeningPolicy): OpioidFree {
  if (form === 'depot') return { rule: 'S4', days: undefined };
  const long = washout !== 'short' || !SHORT_FORMS.includes(form);
  const rule = washout === 'long-label' ? 'S3' : long ? 'S4' : 'S2';
  if (policy.washout === 'research') return { rule, days: RESEARCH_DAYS };
  return { rule, days: long ? LONG_DAYS : SHORT_DAYS };
}

/**
 * First civil day after `days` whole days without: last taken on the 1st, 10 days, gives the 12th, because the 2nd to
 * the 11th were free.
 */
export function clearFrom(lastTaken: LocalDate, days: number): LocalDate {
  return (lastTaken + days + 1) as LocalDate;
}
