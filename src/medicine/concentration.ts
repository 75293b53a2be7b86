/**
 * How many millilitres is this dose? Only of a liquid whose concentration a pharmacist has labelled, only exactly, and
 * only at a mark the syringe has (H2). No recipe for diluting anything is given, and nothing is rounded.
 */
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, type DoseTextFault, micrograms, parseDose } from './dose.ts';

/** Whole micrograms of drug substance in one millilitre, > 0. */
export type Concentration = number & { readonly __unit: 'ug/mL' };

/** Whole microlitres, never negative. */
export type Volume = number & { readonly __unit: 'uL' };

/** Strongest liquid read: ten times the customary 1 mg/mL. Our choice; a stronger label is more likely a slip. */
export const STRONGEST = 10_000 as Concentration;

/** Largest volume text may express, 1 L: the bottle, not the dose. */
export const LARGEST_VOLUME = 1_000_000 as Volume;

export type ConcentrationTextFault =
  | { readonly code: 'concentration-unreadable'; readonly text: string }
  | { readonly code: 'concentration-upside-down'; readonly text: string } // "1 mL/mg"
  | { readonly code: 'concentration-mass-refused'; readonly text: string; readonly why: DoseTextFault }
  | { readonly code: 'concentration-volume-refused'; readonly text: string; readonly why: VolumeTextFault }
  | { readonly code: 'concentration-not-exact'; readonly text: string }
  | { readonly code: 'concentration-zero'; readonly text: string }
  | {
      readonly code: 'concentration-too-strong';
      readonly concentration: Concentration;
      readonly limit: Concentration;
    };

export type VolumeTextFault =
  | { readonly code: 'volume-unreadable'; readonly text: string }
  | { readonly code: 'volume-unit-missing'; readonly text: string }
  | { readonly code: 'volume-is-a-mass'; readonly text: string }
  | { readonly code: 'volume-naked-decimal'; readonly text: string }
  | { readonly code: 'volume-leading-zero'; readonly text: string }
  | { readonly code: 'volume-separator-ambiguous'; readonly text: string }
  | { readonly code: 'volume-too-large'; readonly volume: Volume; readonly limit: Volume };

export type MeasureFault =
  | { readonly code: 'volume-not-exact'; readonly dose: Dose; readonly concentration: Concentration }
  | { readonly code: 'volume-between-marks'; readonly volume: Volume; readonly graduation: Volume };

/** @throws RangeError if `n` is not a whole, positive number of micrograms a millilitre. */
export function microgramsPerMillilitre(n: number): Concentration {
  if (!Number.isSafeInteger(n) || n <= 0) throw new RangeError(`not whole micrograms a millilitre: ${n}`);
  return n as Concentration;
}

/** @throws RangeError if `n` is not a whole, non-negative number of microlitres. */
export function microlitres(n: number): Volume {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a whole number of microlitres: ${n}`);
  return n as Volume;
}

/** Reads a pharmacist's label: "1 mg/mL", "0.5 mg/ml" or "5 mg/5 mL"; refuses what `parseDose` would refuse. */
export function parseConcentration(text: string): Result<Concentration, ConcentrationTextFault> {
  const [mass, volume, ...rest] = text.split('/');
  if (mass === undefined || volume === undefined || rest.length > 0)
    return err({ code: 'concentration-unreadable', text });
  if (/ml\s*$/i.test(mass)) return err({ code: 'concentration-upside-down', text });
  const drug = parseDose(mass);
  if (!drug.ok) return err({ code: 'concentration-mass-refused', text, why: drug.error });
  const liquid = /^\s*ml\s*$/i.test(volume) ? ok(microlitres(1000)) : parseVolume(volume);
  if (!liquid.ok) return err({ code: 'concentration-volume-refused', text, why: liquid.error });
  if (drug.value === 0 || liquid.value === 0) return err({ code: 'concentration-zero', text });
  const perMillilitre = (drug.value * 1000) / liquid.value;
  if ((drug.value * 1000) % liquid.value !== 0) return err({ code: 'concentration-not-exact', text });
  const concentration = microgramsPerMillilitre(perMillilitre);
  if (concentration > STRONGEST) return err({ code: 'concentration-too-strong', concentration, limit: STRONGEST });
  return ok(concentration);
}

/** Reads "0.1 mL" or "5 mL"; commas, naked decimals, "05 mL" and masses are refused. */
export function parseVolume(text: string): Result<Volume, VolumeTextFault> {
  const match = /^(\d{0,6})(?:([.,])(\d{1,3}))?\s*(ml|mg|ug|µg|μg|mcg)?$/i.exec(text.trim());
  if (!match) return err({ code: 'volume-unreadable', text });
  const [, whole = '', separator, fraction = '', unit] = match;
  if (unit === undefined) return err({ code: whole ? 'volume-unit-missing' : 'volume-unreadable', text });
  if (!/^ml$/i.test(unit)) return err({ code: 'volume-is-a-mass', text });
  if (whole === '') return err({ code: separator ? 'volume-naked-decimal' : 'volume-unreadable', text });
  if (/^0\d/.test(whole)) return err({ code: 'volume-leading-zero', text });
  if (separator === ',' || (fraction.length === 3 && Number(whole) > 0))
    return err({ code: 'volume-separator-ambiguous', text });
  const volume = microlitres(Number(whole) * 1000 + Number(fraction.padEnd(3, '0')));
  if (volume > LARGEST_VOLUME) return err({ code: 'volume-too-large', volume, limit: LARGEST_VOLUME });
  return ok(volume);
}

/** "1 mg/mL", "0.5 mg/mL", "125 ug/mL": as `formatDose`, read back exactly by `parseConcentration`. */
export function formatConcentration(concentration: Concentration): string {
  return concentration % 10 === 0 ? `${concentration / 1000} mg/mL` : `${concentration} ug/mL`;
}

/** "3 mL", "0.25 mL"; microlitres that are no whole hundredth of a millilitre keep three decimals: "1.125 mL". */
export function formatVolume(volume: Volume): string {
  return `${volume / 1000} mL`;
}

/**
 * The volume that holds exactly this dose.
 *
 * @param graduation distance between two marks of the syringe, > 0
 * @throws RangeError when `graduation` is 0
 */
export function volumeOfDose(
  dose: Dose,
  concentration: Concentration,
  graduation: Volume,
): Result<Volume, MeasureFault> {
  if (graduation <= 0) throw new RangeError('a syringe has marks');
  if ((dose * 1000) % concentration !== 0) return err({ code: 'volume-not-exact', dose, concentration });
  const volume = microlitres((dose * 1000) / concentration);
  if (volume % graduation !== 0) return err({ code: 'volume-between-marks', volume, graduation });
  return ok(volume);
}

/** The dose in a volume, or undefined where it is not a whole number of micrograms. */
export function doseInVolume(volume: Volume, concentration: Concentration): Dose | undefined {
  const nanograms = volume * concentration;
  return nanograms % 1000 === 0 ? micrograms(nanograms / 1000) : undefined;
}
