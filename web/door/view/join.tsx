/** For whom is this link, and by whom? Said before anything is asked; then a passkey or a password uses it up. */
import type { InvitationJson, SignedInJson } from '../../../src/http/schema/people-json.ts';
import { ask, type Refusal } from '../../kit/ask.ts';
import { momentText } from '../../kit/moment.ts';
import type { DoorWords } from '../../kit/words/words.ts';
import { enter } from '../state.ts';
import { wayFrom } from '../way.ts';
import { Form } from './form.tsx';
import { Heading } from './heading.tsx';
import { WayFields } from './way-fields.tsx';

type JoinProps = { readonly words: DoorWords; readonly token: string; readonly invitation: InvitationJson };

export function Join({ words, token, invitation }: JoinProps) {
  const { join } = words;
  const { purpose, clinicName, name, roles, login, expires } = invitation;
  const isDevice = purpose === 'device';
  return (
    <>
      <Heading>{isDevice ? join.deviceHeading : join.heading(clinicName)}</Heading>
      <p>
        {join.forWhom(name, roles, clinicName)} {join.notYou}
      </p>
      <p>{join.until(momentText(words, expires))}</p>
      <Form
        {...{ words, button: isDevice ? join.deviceButton : join.button, waiting: words.way.waiting }}
        act={(form) => accept(words, form, token, name)}
      >
        {(faults) => <WayFields words={words} faults={faults} login={login} />}
      </Form>
    </>
  );
}

async function accept(words: DoorWords, form: FormData, token: string, name: string): Promise<Refusal | undefined> {
  const way = await wayFrom(words, form, token, name);
  if (!way.ok) return way.error;
  const done = await ask<SignedInJson>('POST', '/invitations/accept', { token, way: way.value });
  if (!done.ok) return done.error;
  enter(done.value);
  return undefined;
}
