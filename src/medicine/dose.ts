/**
 * Doses of naltrexone, exact to the microgram, and the only way text becomes one.
 *
 * Whole micrograms make 1.5 mg + 3 mg equal 4.5 mg and let doses compare with `===`. Text that can be read
 * two ways is refused, never guessed: hazards H1 (ten-fold error) and H2 (mg read as mL).
 */
import { err, ok, type Result } from '../base/result.ts';

/** Mass of drug substance in whole micrograms (UCUM `ug`), never negative. Zero means "no dose taken". */
export type Dose = number & { readonly __unit: 'ug' };

export const NO_DOSE = 0 as Dose;

/** Largest dose text may express: one labelled 50 mg tablet. The clinical ceiling is the signed plan's, not this. */
export const READABLE_MAXIMUM = 50_000 as Dose;

export type DoseTextFault =
  | { readonly code: 'dose-unreadable'; readonly text: string }
  | { readonly code: 'dose-unit-missing'; readonly text: string }
  | { readonly code: 'dose-is-a-volume'; readonly text: string } // needs a concentration: product.ts
  | { readonly code: 'dose-naked-decimal'; readonly text: string } // ".5 mg" is misread as 5 mg
  | { readonly code: 'dose-separator-ambiguous'; readonly text: string } // "1,500 mg": 1.5 or 1500?
  | { readonly code: 'dose-too-large'; readonly dose: Dose; readonly limit: Dose };

/** @throws RangeError if `n` is not a whole, non-negative number of micrograms (a bug in the caller). */
export function micrograms(n: number): Dose {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a whole number of micrograms: ${n}`);
  return n as Dose;
}

/** Reads "4.5 mg", "4,5 mg" or "500 ug". Accepts either decimal separator and no thousands separator. */
export function parseDose(text: string): Result<Dose, DoseTextFault> {
  const match = /^(\d{0,5})(?:([.,])(\d{1,3}))?\s*(mg|ug|µg|mcg|ml)?$/i.exec(text.trim());
  if (!match) return err({ code: 'dose-unreadable', text });
  const [, whole = '', separator, fraction = '', unit] = match;
  if (unit === undefined) return err({ code: 'dose-unit-missing', text });
  if (unit.toLowerCase() === 'ml') return err({ code: 'dose-is-a-volume', text });
  if (whole === '') return err({ code: separator ? 'dose-naked-decimal' : 'dose-unreadable', text });
  if (fraction.length === 3 && Number(whole) > 0) return err({ code: 'dose-separator-ambiguous', text });

  const inMilligrams = unit.toLowerCase() === 'mg';
  if (!inMilligrams && separator) return err({ code: 'dose-unreadable', text }); // nobody compounds half a microgram
  const dose = micrograms(inMilligrams ? Number(whole) * 1000 + Number(fraction.padEnd(3, '0')) : Number(whole));
  if (dose > READABLE_MAXIMUM) return err({ code: 'dose-too-large', dose, limit: READABLE_MAXIMUM });
  return ok(dose);
}

/**
 * "4.5 mg", "3 mg", "0.5 mg", "125 ug": always a leading zero, never a trailing one (ISMP error-prone dose
 * designations), and never three decimals, so that `parseDose` reads back exactly what was written.
 */
export function formatDose(dose: Dose): string {
  return dose % 10 === 0 ? `${dose / 1000} mg` : `${dose} ug`;
}
