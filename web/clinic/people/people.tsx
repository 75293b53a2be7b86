/** Who is in the clinic? By name, a page at a time; each leads to the person, and beneath stands the way to invite another. */
import '../lists/lists.css';
import { useEffect, useState } from 'preact/hooks';
import type { PeopleJson, PersonJson } from '../../../src/http/schema/people-json.ts';
import { Field } from '../../kit/part/field.tsx';
import { Heading } from '../frame/heading.tsx';
import { useKeyset } from '../frame/keyset.ts';
import { hrefOf, isReturn, scrollToWhereItWas } from '../frame/route.ts';
import { say } from '../frame/words.ts';
import { EndOfList } from '../part/end-of-list.tsx';
import { PrintButton } from '../part/print.tsx';
import { Invite } from './invite.tsx';
import { rolesText } from './roles.ts';

/** What was searched for last, for whoever comes back. */
let last = '';

const peopleOf = ({ people }: PeopleJson): readonly PersonJson[] => people;

export function People() {
  const { people } = say();
  const [start, setStart] = useState(isReturn.peek() ? last : '');
  last = start;
  const text = start.trim();
  const query = `/people?limit=100${text === '' ? '' : `&nameStart=${encodeURIComponent(text)}`}`;
  const list = useKeyset('people', query, peopleOf);
  const shown = list.pages.flat();
  useEffect(() => scrollToWhereItWas(), []);
  return (
    <>
      <div class="line">
        <Heading title={people.heading}>{people.heading}</Heading>
        <PrintButton />
      </div>
      <Invite />
      <search class="filters screen-only">
        <Field
          {...{ type: 'search', name: 'name-start', label: people.search, maxLength: 200, isOptional: true }}
          value={start}
          onInput={setStart}
        />
      </search>
      <p role="status" class="quiet">
        {shown.length > 0 ? people.count(shown.length, list.isWhole) : list.isWhole ? people.none : ''}
      </p>
      {shown.length > 0 && (
        <ul class="people-list" aria-label={people.heading}>
          {shown.map((person) => (
            <Row key={person.person} person={person} />
          ))}
        </ul>
      )}
      <EndOfList list={list} />
    </>
  );
}

function Row({ person }: { person: PersonJson }) {
  const { people } = say();
  const { columns } = people;
  return (
    <li class="case-row">
      <span>
        <a href={hrefOf({ at: 'person', person: person.person })}>{person.name || people.erasedName}</a>
      </span>
      <span>
        <span class="column">{columns.roles}: </span>
        {rolesText(person.roles)}
      </span>
      <span class="wide">
        <span class="column">{columns.state}: </span>
        {people.states[person.state]}
      </span>
    </li>
  );
}
