/** Is the therapy over, or does it go on after all? Closed and opened again with a reason; nothing is lost by either. */
import { TextField } from '../../../kit/part/field.tsx';
import { textOf } from '../../../kit/part/form.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { Form } from '../../part/form.tsx';
import type { RecordProps } from './record.tsx';

export function Closing({ here, words }: RecordProps) {
  const isOpen = here.view?.status === 'open';
  const act = async (form: FormData) => {
    const end = isOpen ? 'close' : 'reopen';
    const done = await askSignedIn('POST', `/cases/${here.id}/${end}`, { reason: textOf(form, 'closing-reason') });
    if (!done.ok) return done.error;
    await here.reload();
    return undefined;
  };
  if (here.view?.status === 'erased') return null;
  return (
    <section class="screen-only" aria-labelledby="closing">
      <h2 id="closing">{words.closing}</h2>
      <p>{isOpen ? words.closeHelp : words.reopenHelp}</p>
      <Form
        act={act}
        button={isOpen ? words.closeCase : words.reopenCase}
        fieldOf={{ 'reason-missing': 'closing-reason', 'reason-too-short': 'closing-reason' }}
        first={false}
      >
        {(faults) => (
          <TextField
            {...{ name: 'closing-reason', label: here.words.reason, fault: faults['closing-reason'], rows: 2 }}
          />
        )}
      </Form>
    </section>
  );
}
