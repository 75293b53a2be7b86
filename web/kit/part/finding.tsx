/**
 * The findings of a diary as pages show them: sentence first, with grade, placebo figure and what would settle it; then
 * the picture; then every number, to be opened (H18, H19). For a desk or a clinic; a phone shows what it is told
 * (`told-findings.tsx`). Place it once on a page: the dialog of the numbers and the anchors are the page's.
 */
import './finding.css';
import type { Analysis, Finding } from '../../../src/analysis/finding.ts';
import { intervalsSvg, intervalsTable } from '../../../src/chart/intervals.ts';
import { Chart } from './chart.tsx';
import type { FindingPack } from './finding/answer-words.ts';
import { NumberDialog } from './finding/number.tsx';
import { Refusals } from './finding/refusals.tsx';
import { WholeAnswer } from './finding/whole-answer.tsx';

type Props = { analysis: Analysis; words: FindingPack };

type WholeProps = Props & {
  /** Outcome shown; the first finding where there is none of that name. */
  chosen: string | undefined;
  onChoose: (outcome: string) => void;
  /** Rank of the answer's heading: 'h2' where the page has another first heading. */
  heading?: 'h1' | 'h2';
};

/** One symptom at a time with everything behind it, then all doses and symptoms together, then what was refused. */
export function WholeFindings({ analysis, words, chosen, onChoose, heading = 'h1' }: WholeProps) {
  const { findings } = analysis;
  const shown = findings.find(({ outcome }) => outcome.id === chosen) ?? findings[0];
  return (
    <>
      {shown && findings.length > 1 && <Symptoms findings={findings} shown={shown} words={words} onChoose={onChoose} />}
      {shown && <WholeAnswer key={shown.outcome.id} finding={shown} words={words} heading={heading} />}
      {findings.length > 0 && (
        <section aria-labelledby="together">
          <h2 id="together">{words.answer.together}</h2>
          <Intervals id="intervals" findings={findings} words={words} />
        </section>
      )}
      <RefusedSymptoms analysis={analysis} words={words} rank={shown ? 'h2' : heading} />
      <NumberDialog labels={words.answer} />
    </>
  );
}

type SymptomsProps = Pick<WholeProps, 'onChoose' | 'words'> & { findings: readonly Finding[]; shown: Finding };

function Symptoms({ findings, shown, words: { answer, finding: say }, onChoose }: SymptomsProps) {
  return (
    <fieldset class="choices symptoms screen-only">
      <legend>{answer.symptom}</legend>
      <div class="row">
        {findings.map((finding) => (
          <label key={finding.outcome.id}>
            <input
              type="radio"
              name="symptom"
              checked={finding === shown}
              onChange={() => onChoose(finding.outcome.id)}
            />
            <span>
              {answer.symptomName(finding)}: <span class="quiet">{say.verdictName[finding.verdict]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Intervals({ id, findings, words }: { id: string; findings: readonly Finding[]; words: FindingPack }) {
  const { chart, answer } = words;
  const [first, second] = findings;
  const { title } = first && !second ? chart.caption.intervals(first) : chart.intervalsTogether(findings);
  return (
    <Chart
      id={id}
      draw={(frame) => intervalsSvg(findings, chart, frame)}
      rows={intervalsTable(findings, chart)}
      title={title}
      asTable={answer.asTable}
    />
  );
}

function RefusedSymptoms({ analysis, words: { answer, finding: say }, rank }: Props & { rank: 'h1' | 'h2' }) {
  const { findings, refusals } = analysis;
  if (refusals.length === 0) return null;
  const sentences = refusals.map((refusal) => say.refusal(refusal, findings[0]?.unit));
  return (
    <Refusals heading={findings.length > 0 ? answer.refusals : answer.noFinding} sentences={sentences} rank={rank} />
  );
}
