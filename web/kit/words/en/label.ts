/** What stands on a label of the pharmacy, in English. Mass and volume always together (H2); no name of a person (H31). */
import { doseInVolume, formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { PackContent } from '../../../../src/medicine/stock/pack.ts';
import type { LabelWords } from '../../../../src/report/labels/label-words.ts';
import { longDate } from './number.ts';
import { takeInWords } from './plan.ts';

const formOf = (form: 'capsule' | 'tablet', count: number): string => (count === 1 ? form : `${form}s`);

function amount(content: PackContent): string {
  if (content.form !== 'liquid') return `${content.units} ${formOf(content.form, content.units)}, taken whole`;
  const mass = doseInVolume(content.volume, content.concentration);
  return `${formatVolume(content.volume)}${mass === undefined ? '' : ` = ${formatDose(mass)} in all`}, drawn up with the syringe`;
}

export const labelWords: LabelWords = {
  language: 'en',
  title: 'Pharmacy labels',
  product: (content) =>
    content.form === 'liquid'
      ? `Naltrexone ${formatConcentration(content.concentration)}`
      : `Naltrexone ${formatDose(content.strength)}`,
  amount,
  dose: (take) =>
    take.kind === 'none'
      ? ''
      : `${formatDose(take.dose)} = ${take.kind === 'liquid' ? formatVolume(take.volume) : takeInWords(take)}`,
  otherDoses: 'other doses: see the plan',
  patient: (label) => `For ${label}. By mouth, as the signed plan says.`,
  lot: (lot) => `Lot ${lot}`,
  filler: (filler) => `Filler: ${filler}`,
  until: (day) => `Use by ${longDate(day)}; then take none of it`,
  storage: {
    room: 'Keep below 25 °C, out of reach of children',
    refrigerator: 'Keep in the refrigerator, out of reach of children',
  },
  warning: 'Never together with opioids. Tell every doctor, and before an operation.',
  kit: (code) => `Kit ${code}`,
  kitHolds: (capsules) => `${capsules} capsules, all alike: naltrexone or placebo`,
  kitTake: 'One capsule a day by mouth, taken whole, in the period your page names',
  kitWarning: 'Blinded trial. In an emergency treat as on naltrexone. Never together with opioids.',
  synthetic: 'DEMONSTRATION: for an invented person. Not to be used.',
};
