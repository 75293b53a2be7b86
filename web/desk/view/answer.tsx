/** One symptom's answer: the sentence, its grade, what would settle it, the picture, and the numbers for each dose. */
import type { DoseEffect, Finding } from '../../../src/analysis/finding.ts';
import { timelineSvg, timelineTable } from '../../../src/chart/timeline.ts';
import { Chart } from '../../kit/part/chart.tsx';
import { OpenNumber } from '../../kit/part/number.tsx';
import { outOf100 } from '../../kit/words/en/number.ts';
import type { Words } from '../../kit/words/words.ts';
import { More } from './more.tsx';

type Props = { finding: Finding; words: Words };

export function Answer({ finding, words }: Props) {
  const { finding: say, desk, chart, report } = words;
  const placebo = say.placebo(finding);
  const harm = say.harm(finding);
  const doubt = say.doubt(finding);
  return (
    <article aria-labelledby="answer">
      <h1 id="answer">{report.heading(finding)}</h1>
      <p class="sentence">{say.sentence(finding)}</p>
      <p>{say.worthwhile(finding)}</p>
      {harm && <p>{harm}</p>}
      {doubt && <p>{doubt}</p>}
      <div class="grade">
        <p>{say.grade(finding)}</p>
        {placebo && <p>{placebo}</p>}
      </div>
      <p>{say.settle(finding)}</p>
      <Chart
        id="timeline"
        draw={(frame) => timelineSvg(finding, chart, frame)}
        rows={timelineTable(finding, chart)}
        title={chart.caption.timeline(finding).title}
        asTable={desk.finding.asTable}
      />
      <section aria-labelledby="numbers">
        <h2 id="numbers">{desk.finding.numbers}</h2>
        <p class="quiet">{desk.finding.numbersHelp}</p>
        <div class="doses">
          {finding.doses.map((effect) => (
            <DoseNumbers key={effect.dose} effect={effect} finding={finding} words={words} />
          ))}
        </div>
      </section>
      <More finding={finding} words={words} />
    </article>
  );
}

function DoseNumbers({ effect, finding, words: { chart, desk } }: Props & { effect: DoseEffect }) {
  const { outcome, unit } = finding;
  const say = desk.finding;
  const { quantiles: q } = effect;
  const days = `${chart.dose(effect.dose, unit)}: ${say.logged(effect.daysLogged, effect.daysTaken)}`;
  const points = (value: number): string => chart.points(value, outcome.scale);
  const common = { finding, days };
  return (
    <section class="dose">
      <h3>{chart.dose(effect.dose, unit)}</h3>
      <OpenNumber {...common} name="change" label={say.change} value={`${points(effect.mean)} ${say.points}`} />
      <OpenNumber
        {...common}
        name="interval"
        label={say.interval}
        value={`${points(q['0.05'])} to ${points(q['0.95'])}`}
      />
      <OpenNumber {...common} name="p-benefit" label={say.better} value={outOf100(effect.pBenefit)} />
      <OpenNumber {...common} name="p-worthwhile" label={say.worthwhile} value={outOf100(effect.pWorthwhile)} />
      <p class="quiet">{say.logged(effect.daysLogged, effect.daysTaken)}</p>
    </section>
  );
}
