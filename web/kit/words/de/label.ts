/** What stands on a label of the pharmacy, in German. Mass and volume always together (H2); no name of a person (H31). */
import { doseInVolume, formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { PackContent } from '../../../../src/medicine/stock/pack.ts';
import type { LabelWords } from '../../../../src/report/labels/label-words.ts';
import { longDate } from './number.ts';
import { takeInWords } from './plan.ts';

const FORM = { capsule: ['Kapsel', 'Kapseln'], tablet: ['Tablette', 'Tabletten'] } as const;

function amount(content: PackContent): string {
  if (content.form !== 'liquid')
    return `${content.units} ${FORM[content.form][content.units === 1 ? 0 : 1]}, im Ganzen zu nehmen`;
  const mass = doseInVolume(content.volume, content.concentration);
  return `${formatVolume(content.volume)}${mass === undefined ? '' : ` = zusammen ${formatDose(mass)}`}, mit der Spritze abzumessen`;
}

export const labelWords: LabelWords = {
  language: 'de',
  title: 'Etiketten der Apotheke',
  product: (content) =>
    content.form === 'liquid'
      ? `Naltrexon ${formatConcentration(content.concentration)}`
      : `Naltrexon ${formatDose(content.strength)}`,
  amount,
  dose: (take) =>
    take.kind === 'none'
      ? ''
      : `${formatDose(take.dose)} = ${take.kind === 'liquid' ? formatVolume(take.volume) : takeInWords(take)}`,
  otherDoses: 'weitere Dosen: siehe Plan',
  patient: (label) => `Für ${label}. Zum Einnehmen, wie der Plan es sagt.`,
  lot: (lot) => `Charge ${lot}`,
  filler: (filler) => `Füllstoff: ${filler}`,
  until: (day) => `Verwendbar bis ${longDate(day)}; danach nichts davon nehmen`,
  storage: {
    room: 'Unter 25 °C und für Kinder unzugänglich aufbewahren',
    refrigerator: 'Im Kühlschrank und für Kinder unzugänglich aufbewahren',
  },
  warning: 'Nie zusammen mit Opioiden. In jeder Praxis und vor einer Operation davon sagen.',
  kit: (code) => `Packung ${code}`,
  kitHolds: (capsules) => `${capsules} Kapseln, alle gleich: Naltrexon oder Placebo`,
  kitTake: 'Eine Kapsel am Tag, im Ganzen zu nehmen, im Abschnitt, den Ihre Seite nennt',
  kitWarning: 'Verblindete Studie. Im Notfall wie unter Naltrexon behandeln. Nie zusammen mit Opioiden.',
  synthetic: 'VORFÜHRUNG: für eine erfundene Person. Nicht zu verwenden.',
};
