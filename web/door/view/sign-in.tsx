/** Who are you? By a passkey without typing a name, or by name and password. */
import { useState } from 'preact/hooks';
import type { SignedInJson } from '../../../src/http/schema/people-json.ts';
import { ask, pageRefusal, type Refusal } from '../../kit/ask.ts';
import { textOf } from '../../kit/part/form.tsx';
import { hasPasskeys, usePasskey } from '../../kit/passkey.ts';
import type { DoorWords } from '../../kit/words/words.ts';
import { clinicMeant, enter } from '../state.ts';
import { Alert, Field, Form, sentenceOf } from './form.tsx';
import { Heading } from './heading.tsx';

export function SignIn({ words, refusal }: { words: DoorWords; refusal?: Refusal }) {
  const { signIn, way } = words;
  const [passkeys] = useState(hasPasskeys);
  return (
    <>
      <Heading>{signIn.heading}</Heading>
      <Alert text={refusal ? sentenceOf(words, refusal) : ''} />
      {passkeys && (
        <>
          <Form {...{ words, button: signIn.passkeyButton, waiting: way.waiting }} act={byPasskey} />
          <h2>{signIn.or}</h2>
        </>
      )}
      <Form {...{ words, button: signIn.button, first: !passkeys }} act={byPassword}>
        {(faults) => (
          <>
            <Field
              {...{ name: 'login', label: way.login, fault: faults.login, autocomplete: 'username', maxLength: 200 }}
              isLogin
            />
            <Field
              {...{ name: 'password', type: 'password', label: signIn.password, fault: faults.password }}
              {...{ autocomplete: 'current-password', maxLength: 400 }}
            />
          </>
        )}
      </Form>
      <p class="quiet">{signIn.lost}</p>
    </>
  );
}

async function byPasskey(): Promise<Refusal | undefined> {
  const asked = await ask<{ readonly options?: unknown }>('POST', '/sign-in/passkey/options', clinicMeant());
  if (!asked.ok) return asked.error;
  const used = await usePasskey(asked.value.options);
  if (!used.ok) return used.error;
  const done = await ask<SignedInJson>('POST', '/sign-in/passkey', { response: used.value });
  if (!done.ok) return done.error;
  enter(done.value);
  return undefined;
}

async function byPassword(form: FormData): Promise<Refusal | undefined> {
  const [login, password] = [textOf(form, 'login'), textOf(form, 'password')];
  if (login.trim() === '') return pageRefusal('login-missing');
  if (password === '') return pageRefusal('password-missing');
  const done = await ask<SignedInJson>('POST', '/sign-in/password', { ...clinicMeant(), login, password });
  if (!done.ok) return done.error;
  enter(done.value);
  return undefined;
}
