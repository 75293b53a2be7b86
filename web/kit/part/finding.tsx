/**
 * The findings of a diary as pages show them: sentence first, with grade, placebo figure and what would settle it; then
 * the picture; then every number, to be opened (H18, H19). Two forms: whole, for a desk or a clinic, and light, for a
 * phone. Place one form once on a page: the dialog of the numbers and the anchors are the page's.
 */
import './finding.css';
import type { Analysis, Finding } from '../../../src/analysis/finding.ts';
import { intervalsSvg, intervalsTable } from '../../../src/chart/intervals.ts';
import { timelineSvg, timelineTable } from '../../../src/chart/timeline.ts';
import { Chart } from './chart.tsx';
import type { FindingPack } from './finding/answer-words.ts';
import { DoseNumbers } from './finding/dose-numbers.tsx';
import { NumberDialog } from './finding/number.tsx';
import { Sentences } from './finding/sentences.tsx';
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
      <Refusals analysis={analysis} words={words} heading={shown ? 'h2' : heading} />
      <NumberDialog words={words} />
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

/** Sentences and one picture for each symptom; the intervals and numbers of its doses stay closed until asked for. */
export function LightFindings({ analysis, words }: Props) {
  return (
    <>
      {analysis.findings.map((finding, i) => (
        <LightAnswer key={finding.outcome.id} finding={finding} words={words} id={`finding-${i + 1}`} />
      ))}
      <Refusals analysis={analysis} words={words} heading="h2" />
      <NumberDialog words={words} />
    </>
  );
}

function LightAnswer({ finding, words, id }: { finding: Finding; words: FindingPack; id: string }) {
  const { chart, answer } = words;
  return (
    <article class="finding" aria-labelledby={id}>
      <h2 id={id}>{answer.heading(finding)}</h2>
      <Sentences finding={finding} words={words} />
      <Chart
        id={`${id}-timeline`}
        draw={(frame) => timelineSvg(finding, chart, frame)}
        rows={timelineTable(finding, chart)}
        title={chart.caption.timeline(finding).title}
        asTable={answer.asTable}
      />
      <details class="part">
        <summary>
          {answer.more}
          <span class="spoken">: {answer.symptomName(finding)}</span>
        </summary>
        <Intervals id={`${id}-intervals`} findings={[finding]} words={words} />
        <DoseNumbers finding={finding} words={words} />
      </details>
    </article>
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

/** Why there is no finding for a symptom, in sentences. */
function Refusals({ analysis, words: { answer, finding: say }, heading: Heading }: Props & { heading: 'h1' | 'h2' }) {
  const { findings, refusals } = analysis;
  if (refusals.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="refusals">
      <Heading id="refusals">{findings.length > 0 ? answer.refusals : answer.noFinding}</Heading>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.outcome}>{say.refusal(refusal, findings[0]?.unit)}</li>
        ))}
      </ul>
    </section>
  );
}
