/** A number of a finding that a reader can open: what it means, the model, the days and the revision behind it (H18). */
import type { DoseEffect, Finding } from '../analysis/finding.ts';
import type { TellingWords } from './telling-words.ts';
import type { NumberName } from './words.ts';

/** Everything as it is read: nothing of it is computed where it is shown. */
export type ToldNumber = {
  readonly label: string;
  readonly value: string;
  readonly name: string;
  readonly meaning: string;
  readonly model: string;
  readonly data: string;
  readonly revision: string;
  /** First digits of the hash of the days. */
  readonly hash: string;
};

export type ToldDose = {
  readonly dose: string;
  readonly numbers: readonly ToldNumber[];
  /** "84 of 98 days logged". */
  readonly logged: string;
};

type NumberShown = {
  readonly name: NumberName;
  readonly label: string;
  readonly value: string;
  /** Days of this number alone, before those of the whole diary. */
  readonly days?: string;
};

export function toldNumber(
  finding: Finding,
  { finding: say }: Pick<TellingWords, 'finding'>,
  { name, label, value, days }: NumberShown,
): ToldNumber {
  const { revision, dataHash } = finding.diagnostics;
  const data = say.data(finding);
  return {
    label,
    value,
    ...say.definition[name],
    model: say.model(finding),
    data: days === undefined ? data : `${days}; ${data}`,
    revision,
    hash: dataHash.slice(0, 16),
  };
}

/** Change, interval and chances of each dose taken. */
export function toldDoses(finding: Finding, words: TellingWords): readonly ToldDose[] {
  return finding.doses.map((effect) => toldDose(finding, effect, words));
}

function toldDose(finding: Finding, effect: DoseEffect, words: TellingWords): ToldDose {
  const { chart, answer: say } = words;
  const { outcome, unit } = finding;
  const { quantiles: q } = effect;
  const dose = chart.dose(effect.dose, unit);
  const logged = say.logged(effect.daysLogged, effect.daysTaken);
  const points = (value: number): string => chart.points(value, outcome.scale);
  const range = say.range(points(q['0.05']), points(q['0.95']));
  const shown: readonly Omit<NumberShown, 'days'>[] = [
    { name: 'change', label: say.change, value: say.changeSize(points(effect.mean)) },
    { name: 'interval', label: say.interval, value: range },
    { name: 'p-benefit', label: say.better, value: say.chance(effect.pBenefit) },
    { name: 'p-worthwhile', label: say.worthwhile, value: say.chance(effect.pWorthwhile) },
  ];
  const days = `${dose}: ${logged}`;
  return { dose, numbers: shown.map((number) => toldNumber(finding, words, { ...number, days })), logged };
}
