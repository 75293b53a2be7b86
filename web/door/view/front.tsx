/**
 * What is this, and where do I go? The first page: three sentences, then the demonstration, one's own clinic or diary, and
 * the analysis desk; for somebody who is signed in, first of all the way to their page (H35).
 */
import { useState } from 'preact/hooks';
import type { InstallationJson } from '../../../src/http/schema/demonstration-json.ts';
import type { MeJson } from '../../../src/http/schema/people-json.ts';
import { enterDemonstration } from '../../kit/demonstration.ts';
import type { DoorWords, FrontWords } from '../../kit/words/words.ts';
import { Heading } from './heading.tsx';
import { OnwardLinks } from './onward.tsx';

export type FrontProps = {
  readonly words: DoorWords;
  readonly installation: InstallationJson;
  readonly me?: MeJson;
};

export function Front({ words, installation: { state, demonstration }, me }: FrontProps) {
  const { front } = words;
  return (
    <>
      <Heading>{front.heading}</Heading>
      {front.lead.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {me && (
        <section aria-labelledby="on">
          <h2 id="on">{front.on.heading(me.name)}</h2>
          <OnwardLinks words={front} roles={me.roles} />
          <p>
            <a href="/sign-in">{front.on.own}</a>
          </p>
        </section>
      )}
      {demonstration && <Demonstration words={front} isFirst={!me} />}
      {state === 'waiting' && <Start words={front} />}
      {state !== 'waiting' && !me && (
        <section aria-labelledby="back">
          <h2 id="back">{front.back.heading}</h2>
          <p>
            <a class={demonstration ? 'button' : 'button first'} href="/sign-in">
              {front.back.signIn}
            </a>
          </p>
          <p class="quiet">{front.back.invited}</p>
        </section>
      )}
      <section aria-labelledby="desk">
        <h2 id="desk">{front.desk.heading}</h2>
        <p>
          <a class="button" href="/desk/">
            {front.desk.link}
          </a>
        </p>
        <p class="quiet">{front.desk.help}</p>
      </section>
    </>
  );
}

/** One click comes in as the doctor; it says how far it is where it has to be made first. */
function Demonstration({ words, isFirst }: { words: FrontWords; isFirst: boolean }) {
  const { demo } = words;
  const [said, setSaid] = useState('');
  const [works, setWorks] = useState(false);
  const open = async (): Promise<void> => {
    if (works) return;
    setWorks(true);
    setSaid(demo.wait);
    const ended = await enterDemonstration('prescriber', (done, of) => setSaid(demo.making(done, of)));
    if (ended === 'entered') return;
    setSaid(demo[ended]);
    setWorks(false);
  };
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{demo.heading}</h2>
      <p>{demo.help}</p>
      <div class="act">
        <button
          type="button"
          class={isFirst ? 'button first' : 'button'}
          aria-disabled={works}
          onClick={() => void open()}
        >
          {demo.button}
        </button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}

/** Nobody has set this up yet: where the link is, for a clinic and for one person. */
function Start({ words: { start } }: { words: FrontWords }) {
  return (
    <section aria-labelledby="start">
      <h2 id="start">{start.heading}</h2>
      {(['clinic', 'solo'] as const).map((name) => (
        <details key={name} class="way">
          <summary class="button">{start[name]}</summary>
          {start[`${name}Help`].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </details>
      ))}
      <p class="quiet">{start.lost}</p>
    </section>
  );
}
