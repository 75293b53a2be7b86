/** One person of the clinic: what they are here, and what an admin, or whoever invited them, may do about it (H16). */
import './people.css';
import type { PersonId } from '../../../src/base/ids.ts';
import type { PersonJson } from '../../../src/http/schema/people-json.ts';
import { Heading } from '../frame/heading.tsx';
import { type Answer, useAnswer } from '../frame/remote.ts';
import { hasRole, me } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { momentText } from '../part/day.ts';
import { Told } from '../part/notice.tsx';
import { HandOver } from './hand-over.tsx';
import { ChangeRoles, Leave, NewLink, Rename } from './person-acts.tsx';
import { rolesText } from './roles.ts';

export function Person({ id }: { id: PersonId }) {
  const answer = useAnswer<PersonJson>(`/people/${id}`);
  return <Told answer={answer}>{(person) => <Shown person={person} answer={answer} />}</Told>;
}

function Shown({ person, answer }: { person: PersonJson; answer: Answer<PersonJson> }) {
  const { people } = say();
  const words = people.person;
  const name = person.name || people.erasedName;
  const isAdmin = hasRole('admin');
  const isGone = person.state === 'left' || person.state === 'erased';
  const isPatientOnly = person.roles.every((role) => role === 'patient');
  const acts = { person, changed: answer.set };
  return (
    <>
      <Heading title={name} of={person.person}>
        {name}
      </Heading>
      <p>{rolesText(person.roles)}</p>
      <p class="quiet">
        {words.state(people.states[person.state], momentText(person.at))}
        {person.hasLogin && `. ${words.login}`}
      </p>
      {person.state !== 'erased' && (isAdmin || (isPatientOnly && !isGone)) && <NewLink person={person} />}
      {isAdmin && !isGone && (
        <>
          <Rename {...acts} />
          <ChangeRoles {...acts} />
        </>
      )}
      {isAdmin && !isGone && person.person !== me.value?.person && <Leave {...acts} />}
      {isAdmin && person.state !== 'erased' && <HandOver from={person} />}
    </>
  );
}
