/** What asks to be looked at? Each thing in a sentence that leads to where it can be dealt with, the most serious first. */
import { ATTENTION, type Attention as Word } from '../../../../src/records/course-attention.ts';
import { type CaseTab, caseHref } from '../../frame/route.ts';
import type { Here } from '../here.ts';
import type { OverviewWords } from './overview.tsx';

/** In the order they are shown, each with the part of the case where it is dealt with. */
const PLACES: Readonly<Record<Word, CaseTab>> = {
  'red-flag': 'requests',
  'unplanned-dose': 'requests',
  'dose-conflict': 'requests',
  'side-effect-at-rule': 'requests',
  'escape-offered': 'trial',
  'new-medicine': 'screening',
  request: 'requests',
  'second-signature': 'plan',
  'screening-open': 'screening',
  'kits-missing': 'trial',
  'plan-expired': 'plan',
  'trial-over': 'trial',
  'plan-expiring': 'plan',
  silent: 'requests',
  supply: 'supply',
};

export function Attention({ here, words }: { here: Here; words: OverviewWords }) {
  const order = Object.keys(PLACES) as Word[];
  const asked = order.filter((word) => here.attention.includes(word));
  // A word this page does not know is shown as it came: it must not be lost.
  const unknown = here.attention.filter((word) => !(ATTENTION as readonly string[]).includes(word));
  return (
    <section aria-labelledby="look">
      <h2 id="look">{words.look}</h2>
      {asked.length + unknown.length === 0 && <p>{words.nothing}</p>}
      <ul class="look">
        {asked.map((word) => (
          <li key={word}>
            <a href={caseHref(here.id, PLACES[word])}>{here.words.attention[word]}</a>
          </li>
        ))}
        {unknown.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </section>
  );
}
