/** Where one is signed in is looked after at the door, for every page alike; here is the way to it (H16). */
import { isDemonstration } from '../../../kit/ask.ts';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';

export function DevicesPage() {
  const words = say().more.devices;
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.help}</p>
      <p>
        <a class="button first" href={isDemonstration() ? '/' : '/sign-in'}>
          {words.open}
        </a>{' '}
        <span class="quiet">{say().more.needsNet}</span>
      </p>
    </>
  );
}
