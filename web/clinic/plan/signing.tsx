/**
 * Signs what was read back: with a passkey, which proves who and what; or with a password, which proves less and says so.
 * The hash that was shown goes back with it, and the server compares it with what stands there then (H16, H17).
 */
import { useState } from 'preact/hooks';
import type { SignedJson, StartedJson } from '../../../src/http/schema/case-json.ts';
import { pageRefusal, type Refusal } from '../../kit/ask.ts';
import { Field, Option } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { hasPasskeys, usePasskey } from '../../kit/passkey.ts';
import { go } from '../frame/route.ts';
import { askSignedIn } from '../frame/session.ts';
import { todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import type { ReadProps } from './read-back.tsx';
import type { Terms } from './terms.tsx';

type Props = ReadProps & {
  readonly terms: Terms;
  readonly hash: string;
  readonly isSecond: boolean;
  readonly readAgain: () => void;
};

export function Signing({ here, words, plan, terms, hash, isSecond, readAgain }: Props) {
  const [method, setMethod] = useState<'passkey' | 'password'>(hasPasskeys() ? 'passkey' : 'password');
  const path = `/cases/${here.id}/plans/${plan.plan}/${isSecond ? 'cosignature' : 'signature'}`;
  const signed = { ...(isSecond ? {} : terms), day: todayText(), readBackHash: hash };
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const done =
      method === 'passkey' ? await byPasskey(path, signed) : await byPassword(path, signed, textOf(form, 'password'));
    if (done) {
      if (done.code === 'read-back-differs' || done.code === 'plan-not-signable') readAgain();
      return done;
    }
    go({ at: 'case', case: here.id, tab: 'plan' });
    await here.reload();
    return undefined;
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
  const done = await askSignedIn<SignedJson>('POST', path, { ...signed, proof });
  return done.ok ? undefined : done.error;
}
