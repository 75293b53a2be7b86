/** The whole record of one person as one file; that it was made is put on record. */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../kit/ask.ts';
import { saveText } from '../../../kit/save.ts';
import { askSignedIn } from '../../frame/session.ts';
import { Form } from '../../part/form.tsx';
import type { RecordProps } from './record.tsx';

export function Export({ here, words }: RecordProps) {
  const [said, setSaid] = useState('');
  const act = async (): Promise<Refusal | undefined> => {
    setSaid('');
    const made = await askSignedIn<object>('POST', `/cases/${here.id}/export`);
    if (!made.ok) return made.error;
    saveText(words.exportFile, 'application/json', `${JSON.stringify(made.value, undefined, 2)}\n`);
    setSaid(words.exported);
    return undefined;
  };
  return (
    <section class="screen-only" aria-labelledby="take">
      <h2 id="take">{words.take}</h2>
      <p>{words.takeHelp}</p>
      <Form act={act} button={words.export} first={false} />
      <p role="status">{said}</p>
    </section>
  );
}
