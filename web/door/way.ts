/**
 * By which way from now on? Reads the choice of a form and brings a passkey or a password into the shape the server takes.
 * What can be seen to be missing is refused before the device is asked for anything.
 */
import { err, ok, type Result } from '../../src/base/result.ts';
import { ask, pageRefusal, type Refusal } from '../kit/ask.ts';
import { thisDevice } from '../kit/device.ts';
import { textOf } from '../kit/part/form.tsx';
import { createPasskey } from '../kit/passkey.ts';
import type { DoorWords } from '../kit/words/words.ts';

/** As `WAY` of the interface. */
export type Way =
  | { readonly way: 'passkey'; readonly response: object; readonly label: string }
  | { readonly way: 'password'; readonly login?: string; readonly password: string };

/** For the person of a link. `name` is what the device shows beside the passkey. */
export async function wayFrom(
  words: DoorWords,
  form: FormData,
  token: string,
  name: string,
): Promise<Result<Way, Refusal>> {
  if (textOf(form, 'way') === 'passkey') return passkeyFor(words, '/invitations/passkey/options', { token }, name);
  const [login, password] = [textOf(form, 'login'), textOf(form, 'password')];
  if (login.trim() === '') return err(pageRefusal('login-missing'));
  if (password === '') return err(pageRefusal('password-missing'));
  return ok({ way: 'password', login, password });
}

/** Asks the server what the device needs, and the device for the rest. */
export async function passkeyFor(
  words: DoorWords,
  path: string,
  body: object,
  name: string,
): Promise<Result<Way, Refusal>> {
  const asked = await ask<{ readonly options?: unknown }>('POST', path, body);
  if (!asked.ok) return asked;
  const made = await createPasskey(asked.value.options, name);
  return made.ok ? ok({ way: 'passkey', response: made.value, label: thisDevice(words) }) : made;
}
