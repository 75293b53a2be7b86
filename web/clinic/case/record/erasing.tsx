/** Ends a case for ever by destroying its key: asked for twice, with a word that has to be written and a reason. */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../kit/ask.ts';
import { Field, TextField } from '../../../kit/part/field.tsx';
import { textOf } from '../../../kit/part/form.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { Form } from '../../part/form.tsx';
import type { RecordProps } from './record.tsx';

export function Erasing({ here, words }: RecordProps) {
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string>();
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    setFault(undefined);
    if (textOf(form, 'erase-word').trim() !== words.eraseWord) {
      setFault(words.eraseNotTyped);
      return undefined;
    }
    const done = await askSignedIn('POST', `/cases/${here.id}/erasure`, { reason: textOf(form, 'erase-reason') });
    if (!done.ok) return done.error;
    setSaid(words.erased);
    return undefined;
  };
  return (
    <section class="screen-only" aria-labelledby="erasing">
      <h2 id="erasing">{words.erasing}</h2>
      {said === '' ? (
        <details class="fold">
          <summary>{words.erasing}</summary>
          <p>{words.eraseHelp}</p>
          <Form act={act} button={words.eraseCase} first={false} fieldOf={{ 'reason-too-short': 'erase-reason' }}>
            {(faults) => (
              <>
                <TextField
                  {...{ name: 'erase-reason', label: here.words.reason, fault: faults['erase-reason'], rows: 2 }}
                />
                <Field {...{ name: 'erase-word', label: words.eraseTyped, fault, maxLength: 20 }} isLogin />
              </>
            )}
          </Form>
        </details>
      ) : null}
      <p role="status">{said}</p>
    </section>
  );
}
