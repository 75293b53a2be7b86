/**
 * The findings of a diary on a phone, as they were told: sentences and one picture for each symptom; the intervals and
 * numbers of its doses stay closed until asked for (H18, H19). Nothing is computed or drawn here. Place it once on a page:
 * the dialog of the numbers and the anchors are the page's.
 */
import './finding.css';
import type { ToldFindings as Told, ToldFinding } from '../../../src/report/told-finding.ts';
import { DrawnChart } from './drawn-chart.tsx';
import { DoseNumbers } from './finding/dose-numbers.tsx';
import { NumberDialog } from './finding/number.tsx';
import { Refusals } from './finding/refusals.tsx';
import { Sentences } from './finding/sentences.tsx';

export function ToldFindings({ told: { findings, refusals, labels, notAdvice } }: { told: Told }) {
  return (
    <>
      {findings.map((finding, i) => (
        <Answer key={finding.outcome} finding={finding} labels={labels} id={`finding-${i + 1}`} />
      ))}
      {refusals && <Refusals {...refusals} rank="h2" />}
      <p class="quiet">{notAdvice}</p>
      <NumberDialog labels={labels} />
    </>
  );
}

function Answer({ finding, labels, id }: { finding: ToldFinding; labels: Told['labels']; id: string }) {
  const { heading, symptom, sentences, timeline, intervals, doses } = finding;
  return (
    <article class="finding" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <Sentences told={sentences} />
      <DrawnChart {...timeline} asTable={labels.asTable} />
      <details class="part">
        <summary>
          {labels.more}
          <span class="spoken">: {symptom}</span>
        </summary>
        <DrawnChart {...intervals} asTable={labels.asTable} />
        <DoseNumbers doses={doses} help={labels.numbersHelp} />
      </details>
    </article>
  );
}
