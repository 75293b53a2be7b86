/**
 * Signs what was read back: with a passkey, which proves who and what; or with a password, which proves less and says so.
 * The hash that was shown goes back with it, and the server compares it with what stands there then (H16, H17).
 */
import { useState } from 'preact/hooks';
import type { StartedJson } from '../../../src/http/schema/case-json.ts';
import { pageRefusal, type Refusal } from '../../kit/ask.ts';
import { Field, Option } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { hasPasskeys, usePasskey } from '../../kit/passkey.ts';
import type { signatureWords } from '../../kit/words/en/signature.ts';
import { askSignedIn } from '../frame/session.ts';
import { Form } from './form.tsx';

type Props = {
  readonly words: typeof signatureWords & { readonly sign: string };
  /** Where the signature is sent; its challenge is asked of `<path>/options`. */
  readonly path: string;
  /** What is signed, with the hash that was shown. */
  readonly signed: object;
  /** Codes after which what was shown has to be read anew. */
  readonly stale: readonly string[];
  readonly readAgain: () => void;
  readonly onSigned: () => Promise<void>;
};

export function Signature({ words, path, signed, stale, readAgain, onSigned }: Props) {
  const [method, setMethod] = useState<'passkey' | 'password'>(hasPasskeys() ? 'passkey' : 'password');
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const done =
      method === 'passkey' ? await byPasskey(path, signed) : await byPassword(path, signed, textOf(form, 'password'));
    if (!done) await onSigned();
    else if (stale.includes(done.code)) readAgain();
    return done;
  };
  const fieldOf = { 'password-missing': 'password', 'password-wrong': 'password', 'credentials-wrong': 'password' };
  return (
    <Form act={act} button={words.sign} waiting={words.signing} fieldOf={fieldOf}>
      {(faults) => (
        <>
          <fieldset class="choices">
            <legend>{words.method}</legend>
            {(['passkey', 'password'] as const).map((each) => (
              <Option
                key={each}
                {...{ type: 'radio', name: 'method', value: each, label: words.methods[each] }}
                {...{ help: each === 'passkey' ? words.passkeyHelp : words.passwordHelp, checked: method === each }}
                onChange={() => setMethod(each)}
              />
            ))}
          </fieldset>
          {method === 'password' && (
            <Field
              {...{ name: 'password', type: 'password', label: words.password, fault: faults.password }}
              {...{ autocomplete: 'current-password', maxLength: 400 }}
            />
          )}
        </>
      )}
    </Form>
  );
}

async function byPasskey(path: string, signed: object): Promise<Refusal | undefined> {
  const started = await askSignedIn<StartedJson>('POST', `${path}/options`, signed);
  if (!started.ok) return started.error;
  const used = await usePasskey(started.value.options);
  if (!used.ok) return used.error;
  return finish(path, signed, { kind: 'passkey', response: used.value });
}

async function byPassword(path: string, signed: object, password: string): Promise<Refusal | undefined> {
  return password === '' ? pageRefusal('password-missing') : finish(path, signed, { kind: 'password', password });
}

async function finish(path: string, signed: object, proof: object): Promise<Refusal | undefined> {
  const done = await askSignedIn('POST', path, { ...signed, proof });
  return done.ok ? undefined : done.error;
}
