/**
 * The patient's page: whether all is told, the one place one is at, four places at the thumb. The emergency card is one tap
 * away from everywhere and opens before anything is loaded or anybody has signed in (H14, H16).
 */
import { useEffect } from 'preact/hooks';
import { DemoBar } from '../../../kit/part/demo-bar.tsx';
import { as, course, people, phase } from '../../phone/phone.ts';
import { addressOf, type PlaceName, route } from '../../route.ts';
import { say } from '../said.ts';
import { ChooseCase, NoCase, SignedOut } from './coming-in.tsx';
import { Place } from './place.tsx';
import { SyncLine } from './sync-line.tsx';
import { Welcome } from './welcome.tsx';
import { StopLate, Wiped } from './wiped.tsx';

export function App() {
  const words = say().frame;
  const { place } = route.value;
  useEffect(() => {
    document.title = words.titles[place] === '' ? words.title : `${words.titles[place]} · ${words.title}`;
  }, [words, place]);
  return (
    <>
      <DemoBar />
      <header class="head screen-only">
        <SyncLine />
        <a class="button card-link" href={addressOf('card')} aria-current={place === 'card' ? 'page' : undefined}>
          {words.card}
        </a>
      </header>
      {phase.value === 'ready' && as.value === 'carer' && (
        <p class="for-whom">{words.forWhom(people.value[course.value.patient] ?? course.value.label)}</p>
      )}
      <main>
        <Here />
      </main>
      {phase.value === 'ready' && <Places />}
    </>
  );
}

/** What may be seen before the diary is there: the card, which says what holds for everybody. */
function Here() {
  const { place, argument } = route.value;
  if (place === 'card' && phase.value !== 'ready') return <Place place={place} argument={argument} key={place} />;
  switch (phase.value) {
    case 'loading':
      return <p role="status">{say().frame.wait}</p>;
    case 'signed-out':
      return <SignedOut />;
    case 'choose-case':
      return <ChooseCase />;
    case 'no-case':
      return <NoCase />;
    default:
      return (
        <>
          <Wiped />
          <StopLate />
          {place === 'today' && <Welcome />}
          <Place place={place} argument={argument} key={`${place}/${argument}`} />
        </>
      );
  }
}

const BAR: readonly (readonly ['today' | 'answer' | 'plan' | 'more', readonly PlaceName[]])[] = [
  ['today', ['today', 'day', 'serious']],
  ['answer', ['answer']],
  ['plan', ['plan', 'trial']],
  [
    'more',
    [
      ...(['more', 'letter', 'evidence', 'products', 'medicines', 'screening', 'solo'] as const),
      ...(['devices', 'settings', 'record', 'refused'] as const),
    ],
  ],
];

function Places() {
  const words = say().frame;
  return (
    <nav class="places screen-only" aria-label={words.placesName}>
      {BAR.map(([name, holds]) => (
        <a
          key={name}
          href={addressOf(name)}
          aria-current={holds.includes(route.value.place) ? (route.value.place === name ? 'page' : 'true') : undefined}
        >
          {words.places[name]}
        </a>
      ))}
    </nav>
  );
}
