/** The whole page: head, navigation, the place one is at, foot; or the door, when nobody is in (H16, H24). */
import { useEffect } from 'preact/hooks';
import { DemoBar } from '../../kit/part/demo-bar.tsx';
import { Notice, refusalText, Waiting } from '../part/notice.tsx';
import { Ended } from './ended.tsx';
import { Heading } from './heading.tsx';
import { Account, isPlain, Navigation, placesOpen, startPlace } from './menu.tsx';
import { Here } from './places.tsx';
import { go, place } from './route.ts';
import { lookWhoIsIn, session, signInAddress } from './session.ts';
import { say } from './words.ts';

export function Shell() {
  const { frame } = say();
  const now = session.value;
  const isIn = now.state === 'in' || now.state === 'ended';
  return (
    <>
      <DemoBar />
      <button type="button" class="skip" onClick={skip}>
        {frame.skip}
      </button>
      <header class="head">
        <span class="product">{frame.product}</span>
        {isIn && <Navigation />}
        {isIn && <Account />}
      </header>
      <main id="content" tabIndex={-1}>
        {isIn ? <Begun /> : <Door />}
      </main>
      <footer class="quiet">
        <p>{frame.notMonitored}</p>
      </footer>
      {now.state === 'ended' && <Ended />}
    </>
  );
}

/** A button, since the part behind '#' says where one is: it moves the focus itself. */
function skip(): void {
  document.getElementById('content')?.focus();
}

/** Nothing behind the '#', or a place that is not open to this person: they begin where their work is. */
function Begun() {
  const { at } = place.value;
  const isElsewhere = at === 'start' || (isPlain(at) && !placesOpen().includes(at));
  useEffect(() => {
    if (isElsewhere) go(startPlace(), 'instead');
  }, [isElsewhere]);
  return isElsewhere ? <Waiting /> : <Here />;
}

function Door() {
  const { frame } = say();
  const now = session.value;
  if (now.state === 'trouble') return <Notice text={refusalText(now.refusal)} again={() => void lookWhoIsIn()} />;
  if (now.state !== 'out') return <Waiting />;
  return (
    <>
      <Heading title={frame.out.heading}>{frame.out.heading}</Heading>
      <p>{frame.out.help}</p>
      <p>
        <a class="button first" href={signInAddress()}>
          {frame.out.link}
        </a>
      </p>
    </>
  );
}
