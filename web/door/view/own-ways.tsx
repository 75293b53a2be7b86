/** How do I sign in? One's passkeys and password, one more passkey, and a link for one's own next device. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LinkJson, OwnCredentialJson } from '../../../src/http/schema/people-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { hasPasskeys } from '../../kit/passkey.ts';
import type { DoorWords } from '../../kit/words/words.ts';
import { momentText } from '../moment.ts';
import { askSignedIn } from '../state.ts';
import { passkeyFor } from '../way.ts';
import { Alert, Form, sentenceOf } from './form.tsx';
import { MadeLink } from './made-link.tsx';

type Credentials = { readonly credentials: readonly OwnCredentialJson[] };

export function OwnWays({ words }: { words: DoorWords }) {
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
    const way = await passkeyFor(words, '/me/credentials/passkey/options', undefined);
    if (!way.ok) return way.error;
    const done = await askSignedIn('POST', '/me/credentials', { way: way.value });
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
      {hasPasskeys() && <Form {...{ words, button: ways.add, waiting: words.way.waiting, first: false }} act={add} />}
      <NextDevice words={words} />
    </section>
  );
}

const nameOf = ({ ways }: DoorWords, { kind, label }: OwnCredentialJson): string =>
  kind === 'passkey' ? ways.passkey(label) : ways.password;

type OwnWayProps = {
  readonly words: DoorWords;
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

function NextDevice({ words }: { words: DoorWords }) {
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
