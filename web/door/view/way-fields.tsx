/** How will you sign in? A passkey where the browser has one, a name and a password where it has none or one prefers it. */
import { useState } from 'preact/hooks';
import { hasPasskeys } from '../../kit/passkey.ts';
import type { DoorWords } from '../../kit/words/words.ts';
import { type Faults, Field, Option } from './form.tsx';

/** `login` is the sign-in name a person has already; it stays. */
export function WayFields({ words, faults, login }: { words: DoorWords; faults: Faults; login?: string | undefined }) {
  const { way } = words;
  const [passkeys] = useState(hasPasskeys);
  const [chosen, setChosen] = useState<'passkey' | 'password'>(passkeys ? 'passkey' : 'password');
  return (
    <>
      {passkeys ? (
        <fieldset class="choices">
          <legend>{way.legend}</legend>
          {(['passkey', 'password'] as const).map((name) => (
            <Option
              {...{ key: name, type: 'radio', name: 'way', value: name, label: way[name] }}
              {...(name === 'passkey' ? { help: way.passkeyHelp } : {})}
              checked={chosen === name}
              onChange={() => setChosen(name)}
            />
          ))}
        </fieldset>
      ) : (
        <p>{way.noPasskeys}</p>
      )}
      {chosen === 'password' && (
        <>
          <Field
            {...{ name: 'login', label: way.login, fault: faults.login, autocomplete: 'username', maxLength: 64 }}
            isLogin
            {...(login === undefined ? { help: way.loginHelp } : { fixed: login })}
          />
          <NewPassword words={words} fault={faults.password} replaces={login !== undefined} />
        </>
      )}
    </>
  );
}

function NewPassword({ words, fault, replaces }: { words: DoorWords; fault: string | undefined; replaces: boolean }) {
  const { way } = words;
  const [shown, setShown] = useState(false);
  return (
    <>
      <Field
        {...{ name: 'password', label: way.newPassword, fault, autocomplete: 'new-password', maxLength: 400 }}
        type={shown ? 'text' : 'password'}
        help={replaces ? `${way.newPasswordHelp} ${way.replaces}` : way.newPasswordHelp}
      />
      <div class="choices">
        <Option type="checkbox" label={way.show} checked={shown} onChange={() => setShown(!shown)} />
      </div>
    </>
  );
}
