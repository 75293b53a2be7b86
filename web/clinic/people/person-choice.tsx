/**
 * Which person is meant? Found by the start of the name and chosen from the few that fit, by radio buttons: a name that was
 * typed is nobody yet (H16). Names are not unique, so each stands with what the person is here.
 */
import { useState } from 'preact/hooks';
import type { PersonId } from '../../../src/base/ids.ts';
import type { PeopleJson, PersonJson } from '../../../src/http/schema/people-json.ts';
import { Field, Option } from '../../kit/part/field.tsx';
import { useAnswer } from '../frame/remote.ts';
import { Told } from '../part/notice.tsx';
import { rolesText } from './roles.ts';

type Props = {
  /** Of the field and the buttons; the form finds the chosen person under it. */
  readonly name: string;
  readonly label: string;
  readonly found: string;
  readonly none: string;
  readonly fits: (person: PersonJson) => boolean;
  readonly fault?: string | undefined;
  readonly onChoose?: (person: PersonJson) => void;
};

const MOST = 10;

export function PersonChoice({ name, label, found, none, fits, fault, onChoose }: Props) {
  const [start, setStart] = useState('');
  const [chosen, setChosen] = useState<PersonId>();
  const text = start.trim();
  const path = text === '' ? undefined : `/people?limit=100&nameStart=${encodeURIComponent(text)}`;
  const answer = useAnswer<PeopleJson>(path);
  return (
    <>
      <Field
        {...{ type: 'search', name: `${name}-start`, label, maxLength: 200, isOptional: true, fault }}
        value={start}
        onInput={setStart}
      />
      {path !== undefined && (
        <Told answer={answer}>
          {({ people }) => {
            const fitting = people.filter(fits).slice(0, MOST);
            if (fitting.length === 0) return <p role="status">{none}</p>;
            return (
              <fieldset class="choices">
                <legend>{found}</legend>
                {fitting.map((person) => (
                  <Option
                    key={person.person}
                    {...{ type: 'radio', name, value: person.person, checked: chosen === person.person }}
                    label={`${person.name} (${rolesText(person.roles)})`}
                    onChange={() => {
                      setChosen(person.person);
                      onChoose?.(person);
                    }}
                  />
                ))}
              </fieldset>
            );
          }}
        </Told>
      )}
    </>
  );
}
