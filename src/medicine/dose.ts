/**
 * Doses of naltrexone, exact to the microgram, and the only way text becomes one.
 *
 * Whole micrograms make 1.5 mg + 3 mg equal 4.5 mg and let doses compare with `===`. Text that can be read
 * two ways is refused, never guessed: hazards H1 (ten-fold error), H2 (mg read as mL) and H34 (decimal comma).
 */
import { err, ok, type Result } from '../base/result.ts';

/** Mass of drug substance in whole micrograms (UCUM `ug`), never negative. Zero means "no dose taken". */
export type Dose = number & { readonly __unit: 'ug' };

export const NO_DOSE = 0 as Dose;

/** Largest dose text may express: one labelled 50 mg tablet. The clinical ceiling is the signed plan's, not this. */
export const READABLE_MAXIMUM = 50_000 as Dose;

/** Decimal separator a whole file was found to use; see docs/decisions/0003. */
export type DecimalSeparator = '.' | ',';

export type DoseUnit = 'mg' | 'ug';

export type DoseTextFault =
  | { readonly code: 'dose-unreadable'; readonly text: string }
  | { readonly code: 'dose-unit-missing'; readonly text: string }
  | { readonly code: 'dose-unit-conflict'; readonly text: string; readonly stated: DoseUnit }
  | { readonly code: 'dose-is-a-volume'; readonly text: string } // needs a concentration: concentration.ts
  | { readonly code: 'dose-is-a-concentration'; readonly text: string } // "1 mg/mL" says nothing about how much
  | { readonly code: 'dose-naked-decimal'; readonly text: string } // ".5 mg" is misread as 5 mg
  | { readonly code: 'dose-leading-zero'; readonly text: string } // "05 mg": 5 mg, or 0.5 mg with its point lost?
  | { readonly code: 'dose-separator-ambiguous'; readonly text: string } // "4,5 mg", "1.500 mg": 1.5 or 1500?
  | { readonly code: 'dose-too-large'; readonly dose: Dose; readonly limit: Dose };

/** @throws RangeError if `n` is not a whole, non-negative number of micrograms (a bug in the caller). */
export function micrograms(n: number): Dose {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a whole number of micrograms: ${n}`);
  return n as Dose;
}

/**
 * Reads "4.5 mg", "3.0 mg" or "500 ug" where nothing is known of the writer's habits: every comma is refused, and so
 * are three decimals after a whole part ("1.500 mg"), which half of the world reads as a thousand and more.
 */
export function parseDose(text: string): Result<Dose, DoseTextFault> {
  const parts = splitDose(text);
  if (!parts.ok) return parts;
  const { whole, separator, fraction } = parts.value;
  const thousands = fraction.length === 3 && Number(whole) > 0;
  if (separator === ',' || thousands) return err({ code: 'dose-separator-ambiguous', text });
  return doseOf(parts.value, parts.value.unit, text);
}

/**
 * Reads a dose in a file whose decimal separator has been established and stated; the other separator is refused.
 * Three decimals are then a fraction: "1,125 mg" is 1125 ug in a file of decimal commas.
 */
export function parseDoseWithSeparator(text: string, separator: DecimalSeparator): Result<Dose, DoseTextFault> {
  const parts = splitDose(text);
  if (!parts.ok) return parts;
  if (isOther(parts.value.separator, separator)) return err({ code: 'dose-separator-ambiguous', text });
  return doseOf(parts.value, parts.value.unit, text);
}

/**
 * Reads a cell of a column whose unit is stated elsewhere (`dose_mg`, `--dose-unit`): "4.5", or "4.5 mg" again.
 * A cell that names another unit is refused: one of the two is wrong.
 */
export function parseDoseInUnit(
  text: string,
  unit: DoseUnit,
  separator: DecimalSeparator,
): Result<Dose, DoseTextFault> {
  const parts = splitDose(text);
  if (!parts.ok) return parts;
  if (isOther(parts.value.separator, separator)) return err({ code: 'dose-separator-ambiguous', text });
  if (parts.value.unit && parts.value.unit !== unit) return err({ code: 'dose-unit-conflict', text, stated: unit });
  return doseOf(parts.value, unit, text);
}

/**
 * "4.5 mg", "3 mg", "0.5 mg", "125 ug": always a leading zero, never a trailing one (ISMP error-prone dose
 * designations), and never three decimals, so that `parseDose` reads back exactly what was written.
 */
export function formatDose(dose: Dose): string {
  return dose % 10 === 0 ? `${dose / 1000} mg` : `${dose} ug`;
}

type DoseParts = {
  readonly whole: string;
  readonly separator: DecimalSeparator | undefined;
  readonly fraction: string;
  readonly unit: DoseUnit | undefined;
};

/** Takes dose text apart; says nothing yet about the separator, which only the context can judge. */
function splitDose(text: string): Result<DoseParts, DoseTextFault> {
  const match = /^(\d{0,9})(?:([.,])(\d{1,3}))?\s*(mg\s*\/\s*ml|mg|ug|µg|μg|mcg|ml)?$/i.exec(text.trim());
  if (!match) return err({ code: 'dose-unreadable', text });
  const [, whole = '', separator, fraction = '', named = ''] = match;
  if (/\//.test(named)) return err({ code: 'dose-is-a-concentration', text });
  if (/^ml$/i.test(named)) return err({ code: 'dose-is-a-volume', text });
  if (whole === '') return err({ code: separator ? 'dose-naked-decimal' : 'dose-unreadable', text });
  if (/^0\d/.test(whole)) return err({ code: 'dose-leading-zero', text });
  const unit = named === '' ? undefined : /^mg$/i.test(named) ? 'mg' : 'ug';
  return ok({ whole, separator: separator as DecimalSeparator | undefined, fraction, unit });
}

function isOther(found: DecimalSeparator | undefined, established: DecimalSeparator): boolean {
  return found !== undefined && found !== established;
}

function doseOf(parts: DoseParts, unit: DoseUnit | undefined, text: string): Result<Dose, DoseTextFault> {
  const { whole, separator, fraction } = parts;
  if (unit === undefined) return err({ code: 'dose-unit-missing', text });
  if (unit === 'ug' && separator) return err({ code: 'dose-unreadable', text }); // nobody compounds half a microgram
  const dose = micrograms(unit === 'mg' ? Number(whole) * 1000 + Number(fraction.padEnd(3, '0')) : Number(whole));
  if (dose > READABLE_MAXIMUM) return err({ code: 'dose-too-large', dose, limit: READABLE_MAXIMUM });
  return ok(dose);
}
