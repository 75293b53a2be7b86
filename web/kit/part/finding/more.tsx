/** What lies behind the answer, closed until asked for: sizes, best dose, onset, drift, contrasts, time to decide. */
import type { ComponentChildren } from 'preact';
import type { Finding } from '../../../../src/analysis/finding.ts';
import { decisionSvg, decisionTable, exceedanceSvg, exceedanceTable } from '../../../../src/chart/curves.ts';
import type { Rows } from '../../../../src/chart/rows.ts';
import { bestDoseSvg, bestDoseTable, trendSvg, trendTable } from '../../../../src/chart/strips.ts';
import type { Frame } from '../../../../src/chart/svg.ts';
import type { ChartName, ChartWords } from '../../../../src/chart/words.ts';
import { toldNumber } from '../../../../src/report/told-number.ts';
import { Chart } from '../chart.tsx';
import type { FindingPack } from './answer-words.ts';
import { Grounds } from './grounds.tsx';
import { OpenNumber } from './number.tsx';

type Props = { finding: Finding; words: FindingPack };

export function More({ finding, words }: Props) {
  const { finding: say, answer } = words;
  const { bestDose } = finding;
  return (
    <div class="more">
      <Part name={answer.exceedance}>
        <p>{say.definition['p-worthwhile'].meaning}</p>
        <Drawing id="exceedance" draw={exceedanceSvg} rows={exceedanceTable} finding={finding} words={words} />
      </Part>
      <Part name={answer.best}>
        <p>{say.best(finding)}</p>
        <p>{say.lowest(finding)}</p>
        <Drawing id="best-dose" draw={bestDoseSvg} rows={bestDoseTable} finding={finding} words={words} />
        <OpenNumber
          number={toldNumber(finding, words, {
            name: 'monotone',
            label: answer.monotone,
            value: answer.chance(bestDose.pMonotone),
          })}
        />
      </Part>
      <Part name={answer.onset}>
        <p>{say.onset(finding)}</p>
        <OpenNumber
          number={toldNumber(finding, words, {
            name: 'onset',
            label: answer.median,
            value: answer.days(Math.round(finding.onset.quantiles['0.5'])),
          })}
        />
      </Part>
      <Part name={answer.trend}>
        <p>{say.definition['trend-strip'].meaning}</p>
        <Drawing id="trend" draw={trendSvg} rows={trendTable} finding={finding} words={words} />
      </Part>
      <Contrasts finding={finding} words={words} />
      <Part name={answer.decision}>
        <p>{say.settle(finding)}</p>
        <p class="quiet">{say.definition.decision.meaning}</p>
        <Drawing id="decision" draw={decisionSvg} rows={decisionTable} finding={finding} words={words} />
      </Part>
      <Part name={answer.grounds}>
        <Grounds finding={finding} words={words} />
      </Part>
    </div>
  );
}

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <details class="part">
      <summary>{name}</summary>
      <div>{children}</div>
    </details>
  );
}

type DrawingProps = Props & {
  id: ChartName;
  draw: (finding: Finding, words: ChartWords, frame: Frame) => string;
  rows: (finding: Finding, words: ChartWords) => Rows;
};

function Drawing({ id, draw, rows, finding, words: { chart, answer } }: DrawingProps) {
  return (
    <Chart
      id={id}
      draw={(frame) => draw(finding, chart, frame)}
      rows={rows(finding, chart)}
      title={chart.caption[id](finding).title}
      asTable={answer.asTable}
    />
  );
}

/** Every pair of doses taken; against no drug stands above already. */
function Contrasts({ finding, words }: Props) {
  const { chart, answer } = words;
  const pairs = finding.contrast.filter(({ from }) => from !== 0);
  if (pairs.length === 0) return null;
  const { unit, outcome } = finding;
  return (
    <Part name={answer.contrast}>
      {pairs.map(({ from, to, mean, quantiles }) => {
        const points = (value: number): string => chart.points(value, outcome.scale);
        return (
          <OpenNumber
            key={`${from}-${to}`}
            number={toldNumber(finding, words, {
              name: 'contrast',
              label: answer.against(chart.dose(from, unit), chart.dose(to, unit)),
              value: `${points(mean)} (${answer.range(points(quantiles['0.05']), points(quantiles['0.95']))})`,
            })}
          />
        );
      })}
    </Part>
  );
}
