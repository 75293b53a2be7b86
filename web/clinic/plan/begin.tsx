/** From what does a new plan begin? The plan in force, or a published schedule to be edited; none of them is advice. */
import { TEMPLATE_NAMES, templatePlan } from '../../../src/medicine/templates.ts';
import { planFrom } from '../case/view-state.ts';
import { type DraftText, textOfPlan } from './draft-text.ts';
import type { PlanProps } from './plan-tab.tsx';
import { Title } from './title.tsx';

/** Blinded schedules belong to a comparison, not to a prescription. */
const OFFERED = TEMPLATE_NAMES.filter((name) => !templatePlan(name).blinded);

export function Begin({ here, words, choose }: PlanProps & { readonly choose: (draft: DraftText) => void }) {
  const inForce = here.view?.plans?.find(({ status }) => status === 'in-force');
  return (
    <section aria-labelledby="begin">
      <Title id="begin" text={words.begin} />
      <p class="quiet">{words.beginHelp}</p>
      <ul class="plain begin">
        {inForce && (
          <li>
            <button type="button" class="button first" onClick={() => choose(textOfPlan(planFrom(inForce.content)))}>
              {words.fromForce}
            </button>{' '}
            {String(inForce.content.name)}
          </li>
        )}
        {OFFERED.map((name) => (
          <li key={name}>
            <button type="button" class="button" onClick={() => choose(textOfPlan(templatePlan(name)))}>
              {name}
            </button>{' '}
            {words.template[name]}
          </li>
        ))}
      </ul>
    </section>
  );
}
