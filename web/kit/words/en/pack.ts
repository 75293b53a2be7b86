/** What was handed out, in English: how many of which strength, or how much of which liquid, with its mass (H2). */
import { doseInVolume, formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { PackContent } from '../../../../src/medicine/stock/pack.ts';

/** "90 capsules of 1.5 mg", "100 mL of 1 mg/mL = 100 mg". */
export function packInWords(content: PackContent): string {
  if (content.form !== 'liquid')
    return `${content.units} ${content.units === 1 ? content.form : `${content.form}s`} of ${formatDose(content.strength)}`;
  const mass = doseInVolume(content.volume, content.concentration);
  const holds = mass === undefined ? '' : ` = ${formatDose(mass)}`;
  return `${formatVolume(content.volume)} of ${formatConcentration(content.concentration)}${holds}`;
}
