/** A letter to any doctor: of which kind, in which language, for whom; made by the server and saved as a file without a name in it (H31). */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../kit/ask.ts';
import { LANGUAGES, type Language, language } from '../../kit/language.ts';
import { Field, Option, Select } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { saveFile } from '../../kit/save.ts';
import type { clinicLetterWords } from '../../kit/words/en/clinic-case-letter.ts';
import { askFileSignedIn } from '../frame/session.ts';
import { todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import type { TabProps } from './tab.tsx';

type Kind = 'course' | 'request';
const KINDS: readonly Kind[] = ['course', 'request'];

export function LetterTab({ here, words }: TabProps<typeof clinicLetterWords>) {
  const hasPlan = here.view?.plans?.some(({ status }) => status !== 'drafted') ?? false;
  const [kind, setKind] = useState<Kind>(hasPlan ? 'course' : 'request');
  const [spoken, setSpoken] = useState<Language>(language.peek());
  const [said, setSaid] = useState('');
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    setSaid('');
    const [addressee, patientName] = [textOf(form, 'addressee').trim(), textOf(form, 'patient-name').trim()];
    const made = await askFileSignedIn('POST', `/cases/${here.id}/letter`, {
      ...{ kind, language: spoken, day: todayText() },
      ...(addressee === '' ? {} : { addressee }),
      ...(patientName === '' ? {} : { patientName }),
    });
    if (!made.ok) return made.error;
    saveFile(words.file, made.value);
    setSaid(words.made);
    return undefined;
  };
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{words.heading}</h2>
      <p>{words.lead}</p>
      <Form act={act} button={words.make} waiting={words.making}>
        {() => (
          <>
            <fieldset class="choices">
              <legend>{words.kind}</legend>
              {KINDS.map((name) => (
                <Option
                  key={name}
                  {...{ type: 'radio', name: 'kind', value: name, label: words.kinds[name], checked: kind === name }}
                  onChange={() => setKind(name)}
                />
              ))}
            </fieldset>
            <h3>{words.holds}</h3>
            <ul>
              {words.contents[kind].map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
            <Select
              {...{ name: 'letter-language', label: words.language, value: spoken }}
              options={LANGUAGES.map((name) => [name, words.languages[name]])}
              onInput={(name) => setSpoken(LANGUAGES.find((each) => each === name) ?? spoken)}
            />
            <Field
              {...{ name: 'addressee', label: words.addressee, help: words.addresseeHelp, maxLength: 200 }}
              isOptional
            />
            <Field
              {...{ name: 'patient-name', label: words.patientName, help: words.patientNameHelp, maxLength: 200 }}
              isOptional
            />
          </>
        )}
      </Form>
      <p role="status">{said}</p>
    </section>
  );
}
