/**
 * Which page of the trial is this? Where it stands, a design being chosen, a read-back with its signature; for the
 * pharmacist, and for nobody else, the pack list and the emergency codes (H13, H14).
 */

import type { TrialsTodayJson } from '../../../../src/http/schema/trial-json.ts';
import type { clinicTrialWords } from '../../../kit/words/en/clinic-trial.ts';
import { lazy } from '../../frame/lazy.tsx';
import { useAnswer } from '../../frame/remote.ts';
import { caseHref } from '../../frame/route.ts';
import { todayText } from '../../part/day.ts';
import { Notice, Told } from '../../part/notice.tsx';
import { isHereAs } from '../here.ts';
import type { TabProps } from '../tab.tsx';
import { type ShownTrial, shownTrials } from './shown-trial.ts';
import { TrialList } from './trial-list.tsx';

export type TrialWords = typeof clinicTrialWords;
/** What every page of the tab has in hand. */
export type TrialsProps = TabProps<TrialWords> & {
  readonly trials: readonly ShownTrial[];
  readonly reload: () => Promise<void>;
};
export type TrialProps = TrialsProps & { readonly trial: ShownTrial };

const DesignEditor = lazy(async () => (await import('./design/editor.tsx')).DesignEditor);
const ReadBack = lazy(async () => (await import('./design/read-back.tsx')).ReadBack);
const Packs = lazy(async () => (await import('./pharmacy/packs.tsx')).Packs);
const Codes = lazy(async () => (await import('./pharmacy/codes.tsx')).Codes);

/** Names of the pages inside the tab. */
export const NEW = 'new';
export const trialPart = (page: 'design' | 'sign' | 'packs' | 'codes', trial: string): string => `${page}.${trial}`;

export function TrialTab(props: TabProps<TrialWords>) {
  const { here } = props;
  const today = useAnswer<TrialsTodayJson>(`/cases/${here.id}/trials?day=${todayText()}`);
  const reload = async (): Promise<void> => {
    await Promise.all([here.reload(), today.reload()]);
  };
  return (
    <Told answer={today}>{(told) => <Pages {...props} trials={shownTrials(here, told.trials)} reload={reload} />}</Told>
  );
}

function Pages(props: TrialsProps) {
  const { here, words, trials } = props;
  const [page = '', id = ''] = here.part?.split('.') ?? [];
  if (page === '') return <TrialList {...props} />;
  return (
    <>
      <p class="screen-only">
        <a href={caseHref(here.id, 'trial')}>{words.back}</a>
      </p>
      <Page {...props} page={page} trial={trials.find(({ record }) => record.trial === id)} />
    </>
  );
}

type PageProps = TrialsProps & { readonly page: string; readonly trial: ShownTrial | undefined };

function Page({ page, trial, ...props }: PageProps) {
  const { here, words } = props;
  const isDesigner = isHereAs(here, 'prescriber', 'coordinator');
  const hasPacks = isHereAs(here, 'pharmacist') && trial?.record.sealed !== undefined;
  if (page === NEW && isDesigner) return <DesignEditor key={NEW} {...props} trial={undefined} />;
  if (!trial) return <Notice text={words.lost} />;
  const isDraft = trial.phase === 'designed';
  if (page === 'design' && isDesigner && isDraft)
    return <DesignEditor key={trial.record.trial} {...props} trial={trial} />;
  if (page === 'sign' && isHereAs(here, 'prescriber') && isDraft) return <ReadBack {...props} trial={trial} />;
  if (page === 'packs' && hasPacks) return <Packs {...props} trial={trial} />;
  if (page === 'codes' && hasPacks) return <Codes {...props} trial={trial} />;
  return <Notice text={words.lost} />;
}
