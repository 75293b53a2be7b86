/** What stands between a question and its answer: it is on its way, or it was refused, with the way to ask again. */
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../kit/ask.ts';
import { sentenceOf } from '../../kit/part/form.tsx';
import type { Answer } from '../frame/remote.ts';
import { say } from '../frame/words.ts';

export const Waiting = () => <p role="status">{say().frame.wait}</p>;

/** A sentence of its own, said aloud; `again` offers to try once more. */
export function Notice({ text, again }: { text: string; again?: () => void }) {
  return (
    <div role="alert" class="notice">
      <p>{text}</p>
      {again && (
        <p>
          <button type="button" class="button" onClick={again}>
            {say().frame.again}
          </button>
        </p>
      )}
    </div>
  );
}

/** Why not, in the server's words or ours. */
export const refusalText = (refusal: Refusal): string => sentenceOf(say().frame, refusal);

/** Draws a value when it is here; otherwise says that it is on its way, or why it is not. */
export function Told<T>({ answer, children }: { answer: Answer<T>; children: (value: T) => ComponentChildren }) {
  const { remote, reload } = answer;
  if (remote.state === 'loading') return <Waiting />;
  if (remote.state === 'refused') return <Notice text={refusalText(remote.refusal)} again={() => void reload()} />;
  return <>{children(remote.value)}</>;
}
