/** What is done on a page of its own: going on with a draft, signing it, and the pharmacy's pages. */
import { caseHref } from '../../frame/route.ts';
import { isHereAs } from '../here.ts';
import { type TrialProps, trialPart } from './trial-tab.tsx';

export function Links({ here, words, trial }: TrialProps) {
  const { record, phase } = trial;
  const id = record.trial;
  const isDraft = phase === 'designed';
  const hasPacks = record.sealed !== undefined && isHereAs(here, 'pharmacist');
  if (!isDraft && !hasPacks) return null;
  return (
    <p class="act screen-only">
      {isDraft && isHereAs(here, 'prescriber') && (
        <a class="button first" href={caseHref(here.id, 'trial', trialPart('sign', id))}>
          {words.toSign}
        </a>
      )}
      {isDraft && isHereAs(here, 'prescriber', 'coordinator') && (
        <a class="button" href={caseHref(here.id, 'trial', trialPart('design', id))}>
          {words.redesign}
        </a>
      )}
      {hasPacks && (
        <a class="button first" href={caseHref(here.id, 'trial', trialPart('packs', id))}>
          {words.pharmacist.toPacks}
        </a>
      )}
      {hasPacks && (
        <a class="button" href={caseHref(here.id, 'trial', trialPart('codes', id))}>
          {words.pharmacist.toCodes}
        </a>
      )}
    </p>
  );
}
