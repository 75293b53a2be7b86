/**
 * Is this a dose of low-dose naltrexone at all? A 50 mg tablet is the same drug for another illness (H3); 45 mg is
 * most often 4.5 mg with its point lost (H1); a few micrograms are another therapy again (H35). Nothing is corrected:
 * a dose outside the range is refused and the reader is told what it looks like.
 */
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, micrograms } from './dose.ts';

/** Lowest dose planned here: clinics report 0.1-7 mg; less is "very low dose", an adjunct to opioids, out of scope. */
export const LDN_MINIMUM = micrograms(100);
/** Customary dose of the mission document and most trials; a plan above it says so. */
export const LDN_CUSTOMARY = micrograms(4_500);
/** A ceiling above this needs a second signature. Highest dose of a randomised trial: FINAL, NCT04270877. */
export const SECOND_SIGNATURE_ABOVE = micrograms(6_000);
/** Highest ceiling without a site policy: "others need 6.0-7.0". */
export const LDN_MAXIMUM = micrograms(7_000);
/** Highest ceiling any site policy may allow: case series in ME/CFS, 4-12 mg, BMJ Case Rep 2020;13:e232502. */
export const SITE_MAXIMUM = micrograms(12_000);

/**
 * Doses of the addiction therapy: half a tablet as its first dose, 50 mg daily, 100 and 150 mg where the week is
 * supervised (naltrexone tablet label, Dosage), 380 mg as monthly depot (Vivitrol label).
 */
const OTHER_THERAPY: ReadonlySet<number> = new Set([25_000, 50_000, 100_000, 150_000, 380_000]);

export type LdnDoseFault =
  | { readonly code: 'dose-below-ldn-range'; readonly dose: Dose; readonly minimum: Dose }
  | { readonly code: 'dose-is-other-therapy'; readonly dose: Dose }
  | { readonly code: 'dose-tenfold-slip'; readonly dose: Dose; readonly tenth: Dose }
  | { readonly code: 'dose-above-ldn-range'; readonly dose: Dose; readonly maximum: Dose };

/**
 * The dose, if it is one of low-dose naltrexone or none at all.
 *
 * @param maximum highest plausible dose, at most `SITE_MAXIMUM`; `LDN_MAXIMUM` unless a site policy says otherwise
 * @throws RangeError when `maximum` is above `SITE_MAXIMUM` (a policy is checked before it gets here)
 */
export function checkLdnDose(dose: Dose, maximum: Dose = LDN_MAXIMUM): Result<Dose, LdnDoseFault> {
  if (!(maximum <= SITE_MAXIMUM)) throw new RangeError(`no site may allow ${maximum} ug`);
  if (dose > 0 && dose < LDN_MINIMUM) return err({ code: 'dose-below-ldn-range', dose, minimum: LDN_MINIMUM });
  if (dose <= maximum) return ok(dose);
  if (isOtherTherapy(dose)) return err({ code: 'dose-is-other-therapy', dose });
  if (isUsual(dose / 10)) return err({ code: 'dose-tenfold-slip', dose, tenth: micrograms(dose / 10) });
  return err({ code: 'dose-above-ldn-range', dose, maximum });
}

/** A whole, half, double or triple 50 mg tablet, or the monthly depot: the same drug, another therapy (H3). */
export function isOtherTherapy(dose: Dose): boolean {
  return OTHER_THERAPY.has(dose);
}

/** Is this a dose people are prescribed: whole steps of 0.5 or 0.75 mg, up to 7 mg? */
function isUsual(tenth: number): boolean {
  return tenth <= LDN_MAXIMUM && (tenth % 500 === 0 || tenth % 750 === 0);
}
