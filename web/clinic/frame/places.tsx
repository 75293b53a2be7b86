/** Which component draws a place? Each is fetched when somebody first goes there. */
import { Heading } from './heading.tsx';
import { lazy } from './lazy.tsx';
import { type CasePlace, hrefOf, place } from './route.ts';
import { say } from './words.ts';

const Inbox = lazy(() => import('../lists/inbox.tsx').then(({ Inbox }) => Inbox));
const Cases = lazy(() => import('../lists/cases.tsx').then(({ Cases }) => Cases));
const CasePage = lazy<{ place: CasePlace }>(() => import('../case/case-page.tsx').then(({ CasePage }) => CasePage));

export function Here() {
  const here = place.value;
  switch (here.at) {
    case 'inbox':
      return <Inbox />;
    case 'cases':
      return <Cases />;
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
