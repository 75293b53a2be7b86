/** What should a prescriber see first? What asks to be looked at, what is taken today and which moves are open, the course. */
import type { clinicOverviewWords } from '../../../kit/words/en/clinic-case-overview.ts';
import { isHereAs } from '../here.ts';
import type { TabProps } from '../tab.tsx';
import { AtHand } from './at-hand.tsx';
import { Attention } from './attention.tsx';
import { Completeness } from './completeness.tsx';
import { Course } from './course.tsx';
import { Effects } from './effects.tsx';
import { Moves } from './moves.tsx';
import { Strengths } from './strengths.tsx';

export type OverviewWords = typeof clinicOverviewWords;

export function Overview({ here, words }: TabProps<OverviewWords>) {
  const { view } = here;
  return (
    <>
      <div class="lead">
        {isHereAs(here, 'prescriber', 'coordinator') && <Attention {...{ here, words }} />}
        {here.permitted && <Moves {...{ here, words }} permitted={here.permitted} />}
        {view?.strengths && <Strengths {...{ here, words }} strengths={view.strengths} />}
      </div>
      {view?.days && <Course {...{ here, view, words }} />}
      {view?.sideEffects && <Effects {...{ here, view, words }} />}
      <div class="lead">
        {view?.days && view.slots && <Completeness {...{ here, words }} days={view.days} slots={view.slots} />}
        {(view?.strengths || view?.moves) && <AtHand {...{ here, words }} />}
      </div>
    </>
  );
}
