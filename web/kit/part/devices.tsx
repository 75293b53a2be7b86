/** Where am I signed in? Each device with its times, and an end to it; the one in front of us ends by signing out. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnSessionJson } from '../../../src/http/schema/people-json.ts';
import type { ask, Refusal } from '../ask.ts';
import { deviceName } from '../device.ts';
import { momentText } from '../moment.ts';
import type { OwnWords } from '../words/words.ts';
import { Alert, Form, type FormWords, sentenceOf } from './form.tsx';

type Sessions = { readonly sessions: readonly OwnSessionJson[] };

type DevicesProps = {
  readonly words: FormWords & OwnWords;
  /** Asks for whoever is signed in. */
  readonly askSignedIn: typeof ask;
  /** Called when every session has been ended, this one too. */
  readonly leave: () => void;
};

export function Devices({ words, askSignedIn, leave }: DevicesProps) {
  const { devices } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  const [sessions, setSessions] = useState<readonly OwnSessionJson[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [said, setSaid] = useState('');
  const load = async (): Promise<void> => {
    const read = await askSignedIn<Sessions>('GET', '/me/sessions');
    if (read.ok) setSessions(read.value.sessions);
    else setRefusal(read.error);
  };
  useEffect(() => void load(), []);
  const end = async ({ session, device }: OwnSessionJson): Promise<void> => {
    setRefusal(undefined);
    const done = await askSignedIn('DELETE', `/me/sessions/${session}`);
    if (!done.ok) return setRefusal(done.error);
    await load();
    setSaid(devices.ended(deviceName(words, device)));
    heading.current?.focus(); // the button that had it is gone
  };
  const endAll = async (): Promise<Refusal | undefined> => {
    const done = await askSignedIn('DELETE', '/me/sessions');
    if (!done.ok) return done.error;
    leave();
    return undefined;
  };
  return (
    <section aria-labelledby="devices">
      <h2 id="devices" ref={heading} tabIndex={-1}>
        {devices.heading}
      </h2>
      <p class="quiet">{devices.help}</p>
      <Alert text={refusal ? sentenceOf(words, refusal) : ''} />
      <p role="status">{said}</p>
      <ul class="rows">
        {sessions.map((session) => (
          <Device key={session.session} words={words} session={session} end={() => void end(session)} />
        ))}
      </ul>
      {sessions.length > 1 && <Form {...{ words, button: devices.endAll, first: false }} act={endAll} />}
    </section>
  );
}

function Device({ words, session, end }: { words: OwnWords; session: OwnSessionJson; end: () => void }) {
  const { devices } = words;
  const name = deviceName(words, session.device);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p id={`times-${session.session}`} class="quiet">
          {devices.times(momentText(words, session.at), momentText(words, session.seenAt))}
        </p>
      </div>
      {session.current ? (
        <span class="mark">{devices.current}</span>
      ) : (
        <button
          {...{ type: 'button', class: 'button', onClick: end }}
          aria-label={`${devices.end}: ${name}`}
          aria-describedby={`times-${session.session}`}
        >
          {devices.end}
        </button>
      )}
    </li>
  );
}
