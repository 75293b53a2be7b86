/** Which page of the plans is this? The list, a draft being written, or a read-back with its signature. */
import type { clinicPlanWords } from '../../kit/words/en/clinic-plan.ts';
import { isHereAs } from '../case/here.ts';
import type { TabProps } from '../case/tab.tsx';
import { caseHref } from '../frame/route.ts';
import { Notice } from '../part/notice.tsx';
import { Draft } from './draft.tsx';
import { PlanList } from './plan-list.tsx';
import { ReadBack } from './read-back.tsx';

export type PlanWords = typeof clinicPlanWords;
export type PlanProps = TabProps<PlanWords>;

/** Names of the pages inside the tab. */
export const NEW = 'new';
export const draftPart = (plan: string): string => `draft.${plan}`;
export const signPart = (plan: string): string => `sign.${plan}`;

export function PlanTab(props: PlanProps) {
  const { here, words } = props;
  const [page = '', id = ''] = here.part?.split('.') ?? [];
  const plan = here.view?.plans?.find((each) => each.plan === id);
  if (page === '' || !isHereAs(here, 'prescriber')) return <PlanList {...props} />;
  return (
    <>
      <p class="screen-only">
        <a href={caseHref(here.id, 'plan')}>{words.back}</a>
      </p>
      {page === NEW && <Draft key={NEW} {...props} plan={undefined} />}
      {page === 'draft' && plan?.status === 'drafted' && <Draft key={id} {...props} plan={plan} />}
      {page === 'sign' && (plan?.status === 'drafted' || plan?.status === 'half-signed') && (
        <ReadBack key={`${id} ${plan.status}`} {...props} plan={plan} />
      )}
      {page !== NEW && (plan === undefined || !isOpen(plan.status)) && <Notice text={words.lost} />}
    </>
  );
}

const isOpen = (status: string): boolean => status === 'drafted' || status === 'half-signed';
