/** What was handed out, in English: how many of which strength, or how much of which liquid, with its mass (H2). */
import { doseInVolume, formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import { MOST_PACK_UNITS, type PackContent, type PackFault } from '../../../../src/medicine/stock/pack.ts';
import { longDate } from './number.ts';
import { PRODUCT, type Words } from './plan.ts';

/** "90 capsules of 1.5 mg", "100 mL of 1 mg/mL = 100 mg". */
export function packInWords(content: PackContent): string {
  if (content.form !== 'liquid')
    return `${content.units} ${content.units === 1 ? content.form : `${content.form}s`} of ${formatDose(content.strength)}`;
  const mass = doseInVolume(content.volume, content.concentration);
  const holds = mass === undefined ? '' : ` = ${formatDose(mass)}`;
  return `${formatVolume(content.volume)} of ${formatConcentration(content.concentration)}${holds}`;
}

/** Why something cannot be handed out as it was written. */
export const PACK: Words<PackFault> = {
  ...PRODUCT,
  'amount-out-of-range': () =>
    `1 to ${MOST_PACK_UNITS} capsules, or up to 1 L in whole hundredths of a mL, can be handed out.`,
  'beyond-use-out-of-range': ({ earliest, latest }) =>
    `The last day of use lies between ${longDate(earliest)} and ${longDate(latest)}. Look at the label again.`,
};
