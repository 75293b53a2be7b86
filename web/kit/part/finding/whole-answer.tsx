/** One symptom's whole answer: sentences, picture, the numbers for each dose, and everything behind them. */
import type { Finding } from '../../../../src/analysis/finding.ts';
import { timelineSvg, timelineTable } from '../../../../src/chart/timeline.ts';
import { toldSentences } from '../../../../src/report/told-finding.ts';
import { toldDoses } from '../../../../src/report/told-number.ts';
import { Chart } from '../chart.tsx';
import type { FindingPack } from './answer-words.ts';
import { DoseNumbers } from './dose-numbers.tsx';
import { More } from './more.tsx';
import { Sentences } from './sentences.tsx';

type Props = { finding: Finding; words: FindingPack; heading: 'h1' | 'h2' };

export function WholeAnswer({ finding, words, heading: Heading }: Props) {
  const { chart, answer } = words;
  return (
    <article aria-labelledby="answer">
      <Heading id="answer">{answer.heading(finding)}</Heading>
      <Sentences told={toldSentences(finding, words)} />
      <Chart
        id="timeline"
        draw={(frame) => timelineSvg(finding, chart, frame)}
        rows={timelineTable(finding, chart)}
        title={chart.caption.timeline(finding).title}
        asTable={answer.asTable}
      />
      <section aria-labelledby="numbers">
        <h2 id="numbers">{answer.numbers}</h2>
        <DoseNumbers doses={toldDoses(finding, words)} help={answer.numbersHelp} />
      </section>
      <More finding={finding} words={words} />
    </article>
  );
}
