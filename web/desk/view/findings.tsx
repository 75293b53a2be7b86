/** The findings of a diary: which symptom is shown, its answer, all intervals together, refusals, and files to keep. */
import type { Analysis, Finding } from '../../../src/analysis/finding.ts';
import { intervalsSvg, intervalsTable } from '../../../src/chart/intervals.ts';
import { Chart } from '../../kit/part/chart.tsx';
import { capital } from '../../kit/words/en/number.ts';
import { refusalSentence } from '../../kit/words/en/refusal.ts';
import type { Words } from '../../kit/words/words.ts';
import { analysis, chosen } from '../state.ts';
import { Answer } from './answer.tsx';
import { Keep } from './keep.tsx';

export function Findings({ words }: { words: Words }) {
  const { findings, refusals } = analysis.value;
  const shown = findings.find(({ outcome }) => outcome.id === chosen.value) ?? findings[0];
  return (
    <>
      {shown && findings.length > 1 && <Symptoms findings={findings} shown={shown} words={words} />}
      {shown && <Answer key={shown.outcome.id} finding={shown} words={words} />}
      {findings.length > 0 && <Together findings={findings} words={words} />}
      <Refusals analysis={analysis.value} words={words} />
      {(findings.length > 0 || refusals.length > 0) && <Keep shown={shown} words={words} />}
    </>
  );
}

type SymptomsProps = { findings: readonly Finding[]; shown: Finding; words: Words };

function Symptoms({ findings, shown, words: { desk, finding: say } }: SymptomsProps) {
  return (
    <fieldset class="choices symptoms screen-only">
      <legend>{desk.finding.symptom}</legend>
      <div class="row">
        {findings.map(({ outcome, verdict }) => (
          <label key={outcome.id}>
            <input
              type="radio"
              name="symptom"
              checked={outcome.id === shown.outcome.id}
              onChange={() => {
                chosen.value = outcome.id;
              }}
            />
            <span>
              {capital(outcome.label)}: <span class="quiet">{say.verdictName[verdict]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Together({ findings, words }: { findings: readonly Finding[]; words: Words }) {
  return (
    <section aria-labelledby="together">
      <h2 id="together">{words.desk.finding.together}</h2>
      <Chart
        id="intervals"
        draw={(frame) => intervalsSvg(findings, words.chart, frame)}
        rows={intervalsTable(findings, words.chart)}
        title={words.chart.intervalsTogether(findings).title}
        asTable={words.desk.finding.asTable}
      />
    </section>
  );
}

function Refusals({ analysis: { findings, refusals }, words: { desk } }: { analysis: Analysis; words: Words }) {
  if (refusals.length === 0) return null;
  const Heading = findings.length > 0 ? 'h2' : 'h1';
  return (
    <section class="notice" aria-labelledby="refusals">
      <Heading id="refusals">{findings.length > 0 ? desk.finding.refusals : desk.loaded.noFinding}</Heading>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.outcome}>{refusalSentence(refusal, findings[0]?.unit)}</li>
        ))}
      </ul>
    </section>
  );
}
