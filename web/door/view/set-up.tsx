/** Who is first here? A clinic and its first admin, or one patient alone; and how that person signs in. */
import { useState } from 'preact/hooks';
import type { SignedInJson } from '../../../src/http/schema/people-json.ts';
import { ask, pageRefusal, type Refusal } from '../../kit/ask.ts';
import { textOf } from '../../kit/part/form.tsx';
import type { DoorWords } from '../../kit/words/words.ts';
import { enter } from '../state.ts';
import { wayFrom } from '../way.ts';
import { Field, Form, Option } from './form.tsx';
import { Heading } from './heading.tsx';
import { WayFields } from './way-fields.tsx';

export function SetUp({ words, token }: { words: DoorWords; token: string }) {
  const { setUp } = words;
  const [kind, setKind] = useState<'clinic' | 'solo'>('clinic');
  return (
    <>
      <Heading>{setUp.heading}</Heading>
      <p>{setUp.intro}</p>
      <Form
        {...{ words, button: setUp.button, waiting: words.way.waiting }}
        act={(form) => complete(words, form, token, kind)}
      >
        {(faults) => (
          <>
            <fieldset class="choices">
              <legend>{setUp.legend}</legend>
              {(['clinic', 'solo'] as const).map((name) => (
                <Option
                  {...{ key: name, type: 'radio', name: 'kind', value: name }}
                  {...{ label: setUp[name], help: setUp[`${name}Help`] }}
                  checked={kind === name}
                  onChange={() => setKind(name)}
                />
              ))}
            </fieldset>
            {kind === 'clinic' && (
              <Field
                {...{ name: 'clinicName', label: setUp.clinicName, fault: faults.clinicName }}
                {...{ autocomplete: 'organization', maxLength: 200 }}
              />
            )}
            <Field {...{ name: 'name', label: setUp.name, fault: faults.name, autocomplete: 'name', maxLength: 200 }} />
            {kind === 'clinic' && (
              <div class="choices">
                <Option type="checkbox" name="prescribes" label={setUp.prescribes} />
              </div>
            )}
            <WayFields words={words} faults={faults} />
          </>
        )}
      </Form>
    </>
  );
}

async function complete(
  words: DoorWords,
  form: FormData,
  token: string,
  kind: 'clinic' | 'solo',
): Promise<Refusal | undefined> {
  const [clinicName, name] = [textOf(form, 'clinicName'), textOf(form, 'name')];
  if (kind === 'clinic' && clinicName.trim() === '') return pageRefusal('clinic-name-missing');
  if (name.trim() === '') return pageRefusal('name-missing');
  const way = await wayFrom(words, form, token, name);
  if (!way.ok) return way.error;
  const own = { token, name, way: way.value };
  const done = await (kind === 'clinic'
    ? ask<SignedInJson>('POST', '/set-up', { ...own, clinicName, prescribes: form.has('prescribes') })
    : ask<SignedInJson>('POST', '/set-up/solo', own));
  if (!done.ok) return done.error;
  enter(done.value);
  return undefined;
}
