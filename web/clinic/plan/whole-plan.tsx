/** What does a plan say, who signed it, and on what does it rest? In one look, and whole when it is opened (H17). */
import type { PlanJson } from '../../../src/http/schema/case-json.ts';
import { planFrom } from '../case/view-state.ts';
import { momentText } from '../part/day.ts';
import type { PlanProps } from './plan-tab.tsx';

export function WholePlan({ here, words, plan }: PlanProps & { readonly plan: PlanJson }) {
  const { status, transcribed, prescribedBy, validFrom, validTo, screening, signatures, forceUntil } = plan;
  const content = planFrom(plan.content);
  return (
    <>
      <h3>
        {content.name} <span class="quiet">{words.status[status]}</span>
      </h3>
      <p class="amount">{words.steps(content.steps.map(({ dose }) => words.doseInRun(dose)))}</p>
      {validFrom && validTo && <p>{words.valid(validFrom, validTo)}</p>}
      {forceUntil && <p>{words.endedOn(forceUntil)}</p>}
      {transcribed && <p>{words.transcribed(prescribedBy ?? '')}</p>}
      {signatures.map(({ by, at, signature }) => (
        <p key={at}>{words.signedBy(here.name(by), momentText(at), signature.method)}</p>
      ))}
      <details class="fold">
        <summary>
          {words.details}
          <span class="spoken">: {content.name}</span>
        </summary>
        <ul>
          <li>{words.baselineLine(content.baselineDays)}</li>
          {content.steps.map(({ dose, minimumDays }, i) => (
            <li key={dose}>{words.stepLine(i + 1, dose, minimumDays)}</li>
          ))}
          <li>{words.timing[content.timeOfDay]}</li>
          {words.rules(content).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        {screening && <p>{words.restsOn(screening.on, screening.listVersion)}</p>}
        {signatures.map(({ at, signature }) => (
          <p key={at} class="hash">
            {words.hash(signature.hash)}
          </p>
        ))}
      </details>
    </>
  );
}
