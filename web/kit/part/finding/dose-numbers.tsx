/** The numbers of each dose taken: change, interval, chances, days; every one can be opened. */
import type { DoseEffect, Finding } from '../../../../src/analysis/finding.ts';
import type { FindingPack } from './answer-words.ts';
import { OpenNumber } from './number.tsx';

type Props = { finding: Finding; words: FindingPack };

export function DoseNumbers({ finding, words }: Props) {
  return (
    <>
      <p class="quiet">{words.answer.numbersHelp}</p>
      <div class="doses">
        {finding.doses.map((effect) => (
          <OneDose key={effect.dose} effect={effect} finding={finding} words={words} />
        ))}
      </div>
    </>
  );
}

function OneDose({ effect, finding, words: { chart, answer: say } }: Props & { effect: DoseEffect }) {
  const { outcome, unit } = finding;
  const { quantiles: q } = effect;
  const logged = say.logged(effect.daysLogged, effect.daysTaken);
  const points = (value: number): string => chart.points(value, outcome.scale);
  const common = { finding, days: `${chart.dose(effect.dose, unit)}: ${logged}` };
  const range = say.range(points(q['0.05']), points(q['0.95']));
  return (
    <section class="dose">
      <h3>{chart.dose(effect.dose, unit)}</h3>
      <OpenNumber {...common} name="change" label={say.change} value={say.changeSize(points(effect.mean))} />
      <OpenNumber {...common} name="interval" label={say.interval} value={range} />
      <OpenNumber {...common} name="p-benefit" label={say.better} value={say.chance(effect.pBenefit)} />
      <OpenNumber {...common} name="p-worthwhile" label={say.worthwhile} value={say.chance(effect.pWorthwhile)} />
      <p class="quiet">{logged}</p>
    </section>
  );
}
