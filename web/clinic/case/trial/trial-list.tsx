/** Which trials are there? The newest one whole, with what can be done about it; those before it folded. */
import { caseHref } from '../../frame/route.ts';
import { isHereAs } from '../here.ts';
import { NEW, type TrialsProps } from './trial-tab.tsx';
import { WholeTrial } from './whole-trial.tsx';

const ENDED = ['opened', 'dropped'] as const;

export function TrialList(props: TrialsProps) {
  const { here, words, trials } = props;
  const newest = trials.at(-1);
  const before = trials.slice(0, -1).reverse();
  const isFree = newest === undefined || ENDED.some((phase) => phase === newest.phase);
  const hasPlan = here.view?.plans?.some(({ status }) => status === 'in-force') ?? false;
  const mayDesign = isFree && isHereAs(here, 'prescriber', 'coordinator');
  return (
    <>
      <h2>{words.heading}</h2>
      {!newest && <p>{words.none}</p>}
      {newest && <WholeTrial {...props} trial={newest} />}
      {mayDesign && (hasPlan || newest?.phase === 'opened') && (
        <p class="act screen-only">
          {hasPlan && (
            <a class={newest ? 'button' : 'button first'} href={caseHref(here.id, 'trial', NEW)}>
              {words.design}
            </a>
          )}
        </p>
      )}
      {mayDesign && !hasPlan && newest?.phase !== 'opened' && <p>{words.needsPlan}</p>}
      {before.length > 0 && (
        <details class="fold">
          <summary>{words.earlier(before.length)}</summary>
          {before.map((trial) => (
            <article key={trial.record.trial} class="card" aria-label={words.phase[trial.phase]}>
              <WholeTrial {...props} trial={trial} />
            </article>
          ))}
        </details>
      )}
    </>
  );
}
