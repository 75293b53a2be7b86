/** Who else comes in? A name and what they are here; out comes a link for them. Offers only roles that are one's to give. */
import { useState } from 'preact/hooks';
import type { LinkJson, MeJson } from '../../../src/http/schema/people-json.ts';
import { ROLES, type Role } from '../../../src/records/person.ts';
import { pageRefusal, type Refusal } from '../../kit/ask.ts';
import { textOf } from '../../kit/part/form.tsx';
import { MadeLink } from '../../kit/part/made-link.tsx';
import type { DoorWords } from '../../kit/words/words.ts';
import { askSignedIn } from '../state.ts';
import { Field, Form, Option } from './form.tsx';

type InviteProps = { readonly words: DoorWords; readonly me: MeJson; readonly isSolo: boolean };
type Made = { readonly link: LinkJson; readonly title: string };

export function Invite({ words, me, isSolo }: InviteProps) {
  const { invite } = words;
  const [made, setMade] = useState<Made>();
  const offered: readonly Role[] = isSolo ? [] : me.roles.includes('admin') ? ROLES : ['patient'];
  const make = async (form: FormData): Promise<Refusal | undefined> => {
    const name = textOf(form, 'name');
    if (name.trim() === '') return pageRefusal('name-missing');
    const roles = offered.filter((role) => form.getAll('roles').includes(role));
    const done = await askSignedIn<LinkJson>('POST', '/people', { name, roles });
    if (!done.ok) return done.error;
    setMade({ link: done.value, title: invite.made(name, roles) });
    return undefined;
  };
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{invite.heading}</h2>
      <Form {...{ words, button: invite.button, first: false }} act={make} key={made?.link.token}>
        {(faults) => (
          <>
            <Field {...{ name: 'name', label: invite.name, fault: faults.name, autocomplete: 'off', maxLength: 200 }} />
            {offered.length === 0 ? (
              <p class="quiet">{invite.carersOnly}</p>
            ) : (
              <fieldset class="choices">
                <legend>{invite.legend}</legend>
                <div class="row">
                  {offered.map((role) => (
                    <Option
                      {...{ key: role, type: 'checkbox', name: 'roles', value: role }}
                      label={invite.roles[role]}
                    />
                  ))}
                </div>
                <p class="quiet">{invite.carer}</p>
              </fieldset>
            )}
          </>
        )}
      </Form>
      {made && <MadeLink key={made.link.token} {...{ words, ...made, id: 'invited-link' }} />}
    </section>
  );
}
