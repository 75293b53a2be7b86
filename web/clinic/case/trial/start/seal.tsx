/** Draws the order and seals it: one act, by the server; nobody here learns it (H13). */
import { Form } from '../../../part/form.tsx';
import { actOn } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Seal(props: TrialProps) {
  const { words } = props;
  return (
    <section aria-labelledby="sealing">
      <h3 id="sealing">{words.sealing}</h3>
      <p>{words.sealingHelp}</p>
      <Form act={() => actOn(props, 'seal', {})} button={words.sealing} />
    </section>
  );
}
