/** Who am I here, and what can be done about it? The person, their devices, their ways of signing in, and inviting others. */
import { useEffect, useState } from 'preact/hooks';
import type { ClinicJson, MeJson } from '../../../src/http/schema/people-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Devices } from '../../kit/part/devices.tsx';
import { OwnWays } from '../../kit/part/own-ways.tsx';
import type { DoorWords } from '../../kit/words/words.ts';
import { askSignedIn, leave } from '../state.ts';
import { Alert, Form, sentenceOf } from './form.tsx';
import { Heading } from './heading.tsx';
import { Invite } from './invite.tsx';
import { OnwardLinks } from './onward.tsx';

export function Home({ words, me }: { words: DoorWords; me: MeJson }) {
  const { home } = words;
  const [clinic, setClinic] = useState<ClinicJson>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    void askSignedIn<ClinicJson>('GET', '/clinic').then((read) =>
      read.ok ? setClinic(read.value) : setRefusal(read.error),
    );
  }, []);
  return (
    <>
      <Heading>{home.heading(me.name)}</Heading>
      <Alert text={refusal ? sentenceOf(words, refusal) : ''} />
      {clinic && <p>{home.where(clinic.name, me.roles)}</p>}
      <OnwardLinks words={words.front} roles={me.roles} />
      <Form {...{ words, button: home.signOut, first: false }} act={signOut} />
      {clinic && mayInvite(me) && <Invite words={words} me={me} isSolo={clinic.state === 'solo'} />}
      <Devices {...{ words, askSignedIn, leave }} />
      <OwnWays {...{ words, askSignedIn, waiting: words.way.waiting }} />
    </>
  );
}

const INVITERS: readonly string[] = ['admin', 'prescriber', 'coordinator'];

const mayInvite = ({ roles }: MeJson): boolean => roles.some((role) => INVITERS.includes(role));

async function signOut(): Promise<Refusal | undefined> {
  const done = await askSignedIn('POST', '/sign-out');
  if (!done.ok) return done.error;
  leave();
  return undefined;
}
