/**
 * Whose are the cases of somebody who leaves? Each with its label and nothing of what it holds; an admin ties another person
 * of the right role to it (H16).
 */
import { useState } from 'preact/hooks';
import type { HandOverListJson } from '../../../src/http/schema/case-json.ts';
import type { PersonJson } from '../../../src/http/schema/people-json.ts';
import { type Keyset, useKeyset } from '../frame/keyset.ts';
import { say } from '../frame/words.ts';
import { EndOfList } from '../part/end-of-list.tsx';
import { AddTie } from './ties.tsx';

type Item = HandOverListJson['cases'][number];

const casesOf = ({ cases }: HandOverListJson): readonly Item[] => cases;

export function HandOver({ from }: { from: PersonJson }) {
  const words = say().people.person;
  const list: Keyset<Item> = useKeyset(`hand-over ${from.person}`, `/people/${from.person}/cases?limit=100`, casesOf);
  const cases = list.pages.flat();
  return (
    <section class="part" aria-labelledby="hand-over">
      <h2 id="hand-over">{words.casesHeading}</h2>
      <p class="quiet">{cases.length === 0 && list.isWhole ? words.casesNone : words.casesHelp}</p>
      <ul class="rows">
        {cases.map((item) => (
          <OneCase key={item.case} item={item} />
        ))}
      </ul>
      <EndOfList list={list} />
    </section>
  );
}

function OneCase({ item }: { item: Item }) {
  const words = say().people.person;
  const [said, setSaid] = useState('');
  return (
    <li>
      <details>
        <summary>{item.label}</summary>
        <AddTie
          {...{ id: item.case, button: words.handOverButton(item.label), first: false }}
          done={(name) => setSaid(words.handedOver(name, item.label))}
        />
      </details>
      <p role="status">{said}</p>
    </li>
  );
}
