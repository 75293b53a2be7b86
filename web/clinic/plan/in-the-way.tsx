/** What stands against signing, every reason at once, each with a link to the place where it is mended. */
import type { ReadBackJson } from '../../../src/http/schema/case-json.ts';
import { caseHref } from '../frame/route.ts';
import { draftPart } from './plan-tab.tsx';
import type { ReadProps } from './read-back.tsx';

type Where = keyof ReadProps['words']['mend'];

/** By the code of the reason; the others are of the screening. */
const PLACES: Readonly<Record<string, Where>> = {
  'case-not-open': 'record',
  'not-a-prescriber-of-the-case': 'people',
  'signer-is-the-patient': 'people',
  'plan-not-a-draft': 'plan',
  'plan-refused': 'plan',
  'valid-from-out-of-range': 'terms',
  'valid-to-out-of-range': 'terms',
  'place-not-in-plan': 'terms',
  'start-too-high': 'terms',
  'red-flag-open': 'requests',
};

export function InTheWay({ here, words, plan, faults }: ReadProps & Pick<ReadBackJson, 'faults'>) {
  const href = (where: Where): string =>
    where === 'plan' ? caseHref(here.id, 'plan', draftPart(plan.plan)) : caseHref(here.id, where as 'screening');
  return (
    <section class="standing" aria-labelledby="in-the-way">
      <h3 id="in-the-way">{words.cannot}</h3>
      <ul>
        {faults.map(({ code, detail }) => {
          const where = PLACES[code] ?? 'screening';
          return (
            <li key={code}>
              {detail}{' '}
              {where === 'terms' ? (
                <button type="button" class="button" onClick={() => document.getElementById('valid-from')?.focus()}>
                  {words.mend.terms}
                </button>
              ) : (
                <a href={href(where)}>{words.mend[where]}</a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
