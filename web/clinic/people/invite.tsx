/**
 * Who else comes in? A name and what they are here; out comes a link that works once, as text and as a picture for a phone,
 * shown here only (H16). Offers only roles that are one's to give.
 */
import { useState } from 'preact/hooks';
import type { LinkJson } from '../../../src/http/schema/people-json.ts';
import { ROLES, type Role } from '../../../src/records/person.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Field, Option } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { MadeLink } from '../../kit/part/made-link.tsx';
import { askSignedIn, hasRole } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { Form } from '../part/form.tsx';
import './people.css';

type Made = { readonly link: LinkJson; readonly title: string };

const NAME_FAULTS = { 'name-missing': 'name', 'name-too-long': 'name', 'name-unreadable': 'name' };

export function Invite() {
  const { people, own, frame } = say();
  const { invite } = people;
  const [made, setMade] = useState<Made>();
  const offered: readonly Role[] = hasRole('admin') ? ROLES : ['patient'];
  const make = async (form: FormData): Promise<Refusal | undefined> => {
    const name = textOf(form, 'name');
    const roles = offered.filter((role) => form.getAll('roles').includes(role));
    const done = await askSignedIn<LinkJson>('POST', '/people', { name, roles });
    if (!done.ok) return done.error;
    setMade({ link: done.value, title: invite.made(name) });
    return undefined;
  };
  return (
    <>
      <details class="screen-only">
        <summary>
          <h2>{invite.heading}</h2>
        </summary>
        <Form act={make} button={invite.button} fieldOf={NAME_FAULTS} key={made?.link.token}>
          {(faults) => (
            <>
              <Field {...{ name: 'name', label: invite.name, fault: faults.name, maxLength: 200 }} />
              <fieldset class="choices">
                <legend>{invite.legend}</legend>
                {offered.map((role) => (
                  <Option
                    key={role}
                    {...{ type: 'checkbox', name: 'roles', value: role, start: offered.length === 1 }}
                    {...{ label: frame.roles[role], help: invite.does[role] }}
                  />
                ))}
                <p class="quiet">{invite.carer}</p>
              </fieldset>
            </>
          )}
        </Form>
      </details>
      {made && (
        <div class="sheet">
          <MadeLink key={made.link.token} {...{ words: own, ...made, id: 'invited-link' }} />
          <button type="button" class="button screen-only" onClick={() => print()}>
            {invite.print}
          </button>
        </div>
      )}
    </>
  );
}
