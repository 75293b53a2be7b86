/** How do I sign in? One's passkeys and password, one more passkey, and a link for one's own next device. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LinkJson, OwnCredentialJson } from '../../../src/http/schema/people-json.ts';
import type { ask, Refusal } from '../ask.ts';
import { thisDevice } from '../device.ts';
import { momentText } from '../moment.ts';
import { createPasskey, hasPasskeys } from '../passkey.ts';
import type { OwnWords } from '../words/words.ts';
import { Alert, Form, type FormWords, sentenceOf } from './form.tsx';
import { MadeLink } from './made-link.tsx';

type Credentials = { readonly credentials: readonly OwnCredentialJson[] };

type OwnWaysProps = {
  readonly words: FormWords & OwnWords;
  /** Asks for whoever is signed in. */
  readonly askSignedIn: typeof ask;
  /** Said while the device is asked for a passkey. */
  readonly waiting: string;
};

export function OwnWays({ words, askSignedIn, waiting }: OwnWaysProps) {
  const { ways } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  const [credentials, setCredentials] = useState<readonly OwnCredentialJson[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [said, setSaid] = useState('');
  const load = async (): Promise<void> => {
    const read = await askSignedIn<Credentials>('GET', '/me/credentials');
    if (read.ok) setCredentials(read.value.credentials);
    else setRefusal(read.error);
  };
  useEffect(() => void load(), []);
  const remove = async (one: OwnCredentialJson): Promise<void> => {
    setRefusal(undefined);
    const done = await askSignedIn('DELETE', `/me/credentials/${one.credential}`);
    if (!done.ok) return setRefusal(done.error);
    await load();
    setSaid(ways.removed(nameOf(words, one)));
    heading.current?.focus(); // the button that had it is gone
  };
  const add = async (): Promise<Refusal | undefined> => {
    const asked = await askSignedIn<{ readonly options?: unknown }>('POST', '/me/credentials/passkey/options');
    if (!asked.ok) return asked.error;
    const made = await createPasskey(asked.value.options);
    if (!made.ok) return made.error;
    const way = { way: 'passkey', response: made.value, label: thisDevice(words) };
    const done = await askSignedIn('POST', '/me/credentials', { way });
    if (!done.ok) return done.error;
    await load();
    setSaid(ways.added);
    return undefined;
  };
  return (
    <section aria-labelledby="ways">
      <h2 id="ways" ref={heading} tabIndex={-1}>
        {ways.heading}
      </h2>
      <Alert text={refusal ? sentenceOf(words, refusal) : ''} />
      <p role="status">{said}</p>
      <ul class="rows">
        {credentials.map((one) => (
          <OwnWay key={one.credential} {...{ words, one }} {...(credentials.length > 1 ? { remove } : {})} />
        ))}
      </ul>
      {hasPasskeys() && <Form {...{ words, button: ways.add, waiting, first: false }} act={add} />}
      <NextDevice {...{ words, askSignedIn }} />
    </section>
  );
}

const nameOf = ({ ways }: OwnWords, { kind, label }: OwnCredentialJson): string =>
  kind === 'passkey' ? ways.passkey(label) : ways.password;

type OwnWayProps = {
  readonly words: OwnWords;
  readonly one: OwnCredentialJson;
  /** Missing for the last way in. */
  readonly remove?: (one: OwnCredentialJson) => Promise<void>;
};

function OwnWay({ words, one, remove }: OwnWayProps) {
  const { ways } = words;
  const name = nameOf(words, one);
  const used = one.usedAt === undefined ? undefined : momentText(words, one.usedAt);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p class="quiet">{ways.times(momentText(words, one.at), used)}</p>
        {one.suspectAt !== undefined && <p class="fault">{ways.suspect(momentText(words, one.suspectAt))}</p>}
      </div>
      {remove && (
        <button type="button" class="button" aria-label={`${ways.remove}: ${name}`} onClick={() => void remove(one)}>
          {ways.remove}
        </button>
      )}
    </li>
  );
}

function NextDevice({ words, askSignedIn }: Pick<OwnWaysProps, 'words' | 'askSignedIn'>) {
  const { ways, made } = words;
  const [link, setLink] = useState<LinkJson>();
  const make = async (): Promise<Refusal | undefined> => {
    const done = await askSignedIn<LinkJson>('POST', '/me/device-link');
    if (!done.ok) return done.error;
    setLink(done.value);
    return undefined;
  };
  return (
    <>
      <h3>{ways.otherHeading}</h3>
      <p>{ways.otherHelp}</p>
      <Form {...{ words, button: ways.otherButton, first: false }} act={make} />
      {link && <MadeLink key={link.token} {...{ words, link, title: made.own, id: 'own-link' }} />}
    </>
  );
}
