/** English beside the drawn syringe: always the volume together with the mass it holds (H2). */
import type { SyringeWords } from '../../../../src/chart/syringe.ts';
import { formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';

export const syringeWords: SyringeWords = {
  caption: (fill, size) => ({
    title: `Fill the syringe to ${formatVolume(fill.volume)}: ${formatDose(fill.dose)}`,
    description: `A syringe of ${formatVolume(size)} without a needle, filled to the mark ${formatVolume(fill.volume)}, which holds ${formatDose(fill.dose)}. Your own syringe may be longer or shorter: go by its numbers.`,
  }),
  volume: formatVolume,
  mark: (volume) => String(volume / 1000),
  equal: ({ volume, dose }) => `${formatVolume(volume)} = ${formatDose(dose)}`,
  dose: formatDose,
  label: { size: 'Syringe', fillTo: 'Fill to', holds: 'Holds' },
};
