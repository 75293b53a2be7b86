/** Which plans are there? The one in force first, then what waits for a signature, then drafts, then those before (H12). */
import type { PlanJson } from '../../../src/http/schema/case-json.ts';
import { isHereAs } from '../case/here.ts';
import { caseHref } from '../frame/route.ts';
import { EndPlan } from './end-plan.tsx';
import { draftPart, NEW, type PlanProps, signPart } from './plan-tab.tsx';
import { Title } from './title.tsx';
import { WholePlan } from './whole-plan.tsx';

export function PlanList(props: PlanProps) {
  const { here, words } = props;
  const plans = here.view?.plans ?? [];
  const of = (...statuses: readonly PlanJson['status'][]) => plans.filter(({ status }) => statuses.includes(status));
  const inForce = of('in-force');
  const before = of('superseded', 'ended').reverse();
  const may = isHereAs(here, 'prescriber');
  return (
    <>
      <Group heading={words.waiting} plans={of('half-signed')} {...props}>
        {(plan) => may && <Go here={here} part={signPart(plan.plan)} text={words.toCosign} first />}
      </Group>
      <section aria-labelledby="in-force">
        <Title id="in-force" text={words.inForce} />
        {inForce.length === 0 && <p>{words.noPlan}</p>}
        {inForce.map((plan) => (
          <article key={plan.plan} class="card" aria-label={nameOf(plan)}>
            <WholePlan {...props} plan={plan} />
            {may && <EndPlan {...props} plan={plan} />}
          </article>
        ))}
        {may && (
          <p class="act screen-only">
            <Go
              here={here}
              part={NEW}
              text={inForce.length > 0 ? words.amend : words.newPlan}
              first={inForce.length === 0}
            />
          </p>
        )}
        {may && inForce.length > 0 && <p class="quiet screen-only">{words.amendHelp}</p>}
      </section>
      <Group heading={words.drafts} plans={of('drafted').reverse()} {...props}>
        {(plan) =>
          may && (
            <>
              <Go here={here} part={signPart(plan.plan)} text={words.toSign} first />
              <Go here={here} part={draftPart(plan.plan)} text={words.edit} />
            </>
          )
        }
      </Group>
      {before.length > 0 && (
        <details class="fold">
          <summary>{words.earlier(before.length)}</summary>
          {before.map((plan) => (
            <article key={plan.plan} class="card" aria-label={nameOf(plan)}>
              <WholePlan {...props} plan={plan} />
            </article>
          ))}
        </details>
      )}
    </>
  );
}

const nameOf = ({ content }: PlanJson): string => String(content.name);

type GoProps = Pick<PlanProps, 'here'> & { readonly part: string; readonly text: string; readonly first?: boolean };

function Go({ here, part, text, first = false }: GoProps) {
  return (
    <a class={first ? 'button first' : 'button'} href={caseHref(here.id, 'plan', part)}>
      {text}
    </a>
  );
}

type GroupProps = PlanProps & {
  readonly heading: string;
  readonly plans: readonly PlanJson[];
  readonly children: (plan: PlanJson) => preact.ComponentChildren;
};

function Group({ heading, plans, children, ...props }: GroupProps) {
  if (plans.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {plans.map((plan) => (
        <article key={plan.plan} class="card" aria-label={nameOf(plan)}>
          <WholePlan {...props} plan={plan} />
          <p class="act screen-only">{children(plan)}</p>
        </article>
      ))}
    </section>
  );
}
