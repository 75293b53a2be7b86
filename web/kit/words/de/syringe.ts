/** German beside the drawn syringe: always the volume together with the mass it holds (H2), both as on the label. */
import type { SyringeWords } from '../../../../src/chart/syringe.ts';
import { formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';

export const syringeWords: SyringeWords = {
  caption: (fill, size) => ({
    title: `Spritze bis ${formatVolume(fill.volume)} füllen: ${formatDose(fill.dose)}`,
    description: `Eine Spritze ohne Nadel mit ${formatVolume(size)}, gefüllt bis zur Marke ${formatVolume(fill.volume)}. Das sind ${formatDose(fill.dose)}. Ihre eigene Spritze kann länger oder kürzer sein: Es gelten ihre Zahlen.`,
  }),
  volume: formatVolume,
  mark: (volume) => String(volume / 1000),
  equal: ({ volume, dose }) => `${formatVolume(volume)} = ${formatDose(dose)}`,
  dose: formatDose,
  label: { size: 'Spritze', fillTo: 'Füllen bis', holds: 'Enthält' },
};
