/** Everything that is not needed every day, as a list of links; what needs a decision stands first. */
import { as, course, sync } from '../../phone/phone.ts';
import { addressOf, type PlaceName } from '../../route.ts';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';

type Link =
  | 'trial'
  | 'letter'
  | 'evidence'
  | 'products'
  | 'medicines'
  | 'screening'
  | 'solo'
  | 'devices'
  | 'settings'
  | 'record';

export function MorePage() {
  const { more: words, frame } = say();
  const own = as.value !== 'carer';
  const groups: readonly (readonly [name: string, links: readonly Link[]])[] = [
    [words.groups.doctor, own ? ['letter', 'evidence'] : ['evidence']],
    [
      words.groups.drug,
      [
        ...(course.value.trials.some(({ signed }) => signed) ? (['trial'] as const) : []),
        'products',
        'medicines',
        ...(own ? (['screening'] as const) : []),
        ...(as.value === 'patient-alone' ? (['solo'] as const) : []),
      ],
    ],
    [words.groups.page, ['settings', 'record', 'devices']],
  ];
  return (
    <>
      <Heading>{words.heading}</Heading>
      {sync.value.refused.length > 0 && <Links places={['refused']} name={frame.titles.refused} />}
      {groups.map(([name, links]) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          <Links places={links} name={name} />
        </section>
      ))}
    </>
  );
}

function Links({ places, name }: { places: readonly PlaceName[]; name: string }) {
  const { titles } = say().frame;
  return (
    <ul class="links" aria-label={name}>
      {places.map((place) => (
        <li key={place}>
          <a href={addressOf(place)}>{titles[place]}</a>
        </li>
      ))}
    </ul>
  );
}
