/** Which component draws a place? Each is fetched when somebody first goes there. */
import type { PersonId } from '../../../src/base/ids.ts';
import { Heading } from './heading.tsx';
import { lazy } from './lazy.tsx';
import { type CasePlace, hrefOf, place } from './route.ts';
import { say } from './words.ts';

const Inbox = lazy(() => import('../lists/inbox.tsx').then(({ Inbox }) => Inbox));
const Cases = lazy(() => import('../lists/cases.tsx').then(({ Cases }) => Cases));
const OpenCase = lazy(() => import('../lists/open-case.tsx').then(({ OpenCase }) => OpenCase));
const People = lazy(() => import('../people/people.tsx').then(({ People }) => People));
const Person = lazy<{ id: PersonId }>(() => import('../people/person.tsx').then(({ Person }) => Person));
const Clinic = lazy(() => import('../people/clinic.tsx').then(({ Clinic }) => Clinic));
const Me = lazy(() => import('../people/me.tsx').then(({ Me }) => Me));
const Evidence = lazy(() => import('../evidence.tsx').then(({ Evidence }) => Evidence));
const CasePage = lazy<{ place: CasePlace }>(() => import('../case/case-page.tsx').then(({ CasePage }) => CasePage));

export function Here() {
  const here = place.value;
  switch (here.at) {
    case 'inbox':
      return <Inbox />;
    case 'cases':
      return <Cases />;
    case 'open-case':
      return <OpenCase />;
    case 'people':
      return <People />;
    case 'person':
      return <Person key={here.person} id={here.person} />;
    case 'clinic':
      return <Clinic />;
    case 'me':
      return <Me />;
    case 'evidence':
      return <Evidence />;
    case 'case':
      return <CasePage place={here} />;
    default:
      return <Nowhere />;
  }
}

function Nowhere() {
  const { nowhere } = say().frame;
  return (
    <>
      <Heading title={nowhere.heading}>{nowhere.heading}</Heading>
      <p>{nowhere.help}</p>
      <p>
        <a class="button" href={hrefOf({ at: 'start' })}>
          {nowhere.link}
        </a>
      </p>
    </>
  );
}
