/** What was handed out, in German: how many of which strength, or how much of which liquid, with its mass (H2). */
import { doseInVolume, formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import { MOST_PACK_UNITS, type PackContent } from '../../../../src/medicine/stock/pack.ts';
import type { PACK as english } from '../en/pack.ts';
import { longDate } from './number.ts';
import { PRODUCT } from './plan.ts';

const FORM = { capsule: ['Kapsel', 'Kapseln'], tablet: ['Tablette', 'Tabletten'] } as const;

/** "90 Kapseln zu 1.5 mg", "100 mL zu 1 mg/mL = 100 mg". */
export function packInWords(content: PackContent): string {
  if (content.form !== 'liquid')
    return `${content.units} ${FORM[content.form][content.units === 1 ? 0 : 1]} zu ${formatDose(content.strength)}`;
  const mass = doseInVolume(content.volume, content.concentration);
  const holds = mass === undefined ? '' : ` = ${formatDose(mass)}`;
  return `${formatVolume(content.volume)} zu ${formatConcentration(content.concentration)}${holds}`;
}

/** Why something cannot be handed out as it was written. */
export const PACK: typeof english = {
  ...PRODUCT,
  'amount-out-of-range': () =>
    `Abgeben lassen sich 1 bis ${MOST_PACK_UNITS} Kapseln oder bis zu 1 L in ganzen Hundertsteln eines mL.`,
  'beyond-use-out-of-range': ({ earliest, latest }) =>
    `Der letzte Tag der Verwendung liegt zwischen ${longDate(earliest)} und ${longDate(latest)}. Sehen Sie noch einmal auf das Etikett.`,
};
