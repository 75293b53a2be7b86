/** What can be done about a person? A new link, another name, other roles, and that they have left: each a form of its own. */
import { useState } from 'preact/hooks';
import type { LinkJson, PersonJson } from '../../../src/http/schema/people-json.ts';
import { ROLES } from '../../../src/records/person.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Field, Option } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { MadeLink } from '../../kit/part/made-link.tsx';
import { askSignedIn } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { Form } from '../part/form.tsx';

type Acts = { readonly person: PersonJson; readonly changed: (person: PersonJson) => void };

const NAME_FAULTS = { 'name-missing': 'new-name', 'name-too-long': 'new-name', 'name-unreadable': 'new-name' };

export function NewLink({ person }: { person: PersonJson }) {
  const { people, own } = say();
  const words = people.person;
  const [link, setLink] = useState<LinkJson>();
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const asked = { removeWays: form.has('remove-ways') };
    const done = await askSignedIn<LinkJson>('POST', `/people/${person.person}/device-link`, asked);
    if (!done.ok) return done.error;
    setLink(done.value);
    return undefined;
  };
  return (
    <section class="part" aria-labelledby="new-link">
      <h2 id="new-link">{words.linkHeading}</h2>
      <p>{words.linkHelp}</p>
      <Form act={act} button={words.linkButton} first={false}>
        {() => (
          <div class="choices">
            <Option
              {...{ type: 'checkbox', name: 'remove-ways', label: words.removeWays, help: words.removeWaysHelp }}
            />
          </div>
        )}
      </Form>
      {link && (
        <MadeLink key={link.token} {...{ words: own, link, title: words.linkMade(person.name), id: 'device-link' }} />
      )}
    </section>
  );
}

export function Rename({ person, changed }: Acts) {
  const words = say().people.person;
  const [said, setSaid] = useState('');
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const name = textOf(form, 'new-name');
    const done = await askSignedIn<PersonJson>('PUT', `/people/${person.person}/name`, { name });
    if (!done.ok) return done.error;
    setSaid(words.renamed);
    changed(done.value);
    return undefined;
  };
  return (
    <section class="part" aria-labelledby="rename">
      <h2 id="rename">{words.name}</h2>
      <Form
        act={act}
        button={words.rename}
        first={false}
        fieldOf={NAME_FAULTS}
        beside={<span role="status">{said}</span>}
      >
        {(faults) => (
          <Field
            {...{ name: 'new-name', label: words.name, fault: faults['new-name'], maxLength: 200 }}
            start={person.name}
          />
        )}
      </Form>
    </section>
  );
}

export function ChangeRoles({ person, changed }: Acts) {
  const { people, frame } = say();
  const words = people.person;
  const [said, setSaid] = useState('');
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const roles = ROLES.filter((role) => form.getAll('role').includes(role));
    const done = await askSignedIn<PersonJson>('PUT', `/people/${person.person}/roles`, { roles });
    if (!done.ok) return done.error;
    setSaid(words.rolesChanged);
    changed(done.value);
    return undefined;
  };
  return (
    <section class="part" aria-labelledby="roles">
      <h2 id="roles">{words.rolesHeading}</h2>
      <Form act={act} button={words.rolesButton} first={false} beside={<span role="status">{said}</span>}>
        {() => (
          <fieldset class="choices">
            <legend>{words.rolesHelp}</legend>
            {ROLES.map((role) => (
              <Option
                key={role}
                {...{ type: 'checkbox', name: 'role', value: role, label: frame.roles[role] }}
                {...{ help: people.invite.does[role], start: person.roles.includes(role) }}
              />
            ))}
          </fieldset>
        )}
      </Form>
    </section>
  );
}

export function Leave({ person, changed }: Acts) {
  const words = say().people.person;
  const [missing, setMissing] = useState(false);
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    setMissing(!form.has('sure'));
    if (!form.has('sure')) return undefined;
    const done = await askSignedIn<PersonJson>('POST', `/people/${person.person}/leave`);
    if (!done.ok) return done.error;
    changed(done.value);
    return undefined;
  };
  return (
    <section class="part" aria-labelledby="leave">
      <h2 id="leave">{words.leaveHeading}</h2>
      <p>{words.leaveHelp}</p>
      <Form act={act} button={words.leaveButton} first={false}>
        {() => (
          <>
            <div class="choices">
              <Option {...{ type: 'checkbox', name: 'sure', label: words.leaveSure(person.name) }} />
            </div>
            <div role="alert">{missing && <p class="fault">{words.leaveMissing}</p>}</div>
          </>
        )}
      </Form>
    </section>
  );
}
