/** Who am I here, where am I signed in, and how do I sign in? The kit's own parts, on the clinic's page (H16). */
import './people.css';
import { isDemonstration } from '../../kit/ask.ts';
import { Devices } from '../../kit/part/devices.tsx';
import { OwnWays } from '../../kit/part/own-ways.tsx';
import { Heading } from '../frame/heading.tsx';
import { askSignedIn, me, signInAddress } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { rolesText } from './roles.ts';

export function Me() {
  const { people, frame, own } = say();
  const words = { ...frame, ...own };
  const person = me.value;
  return (
    <>
      <Heading title={people.me.heading}>{people.me.heading}</Heading>
      {person && <p>{people.me.who(person.name, rolesText(person.roles))}</p>}
      {isDemonstration() ? (
        <p>{people.me.demonstration}</p>
      ) : (
        <>
          <Devices {...{ words, askSignedIn }} leave={() => location.assign(signInAddress())} />
          <OwnWays {...{ words, askSignedIn, waiting: frame.passkeyWaits }} />
        </>
      )}
    </>
  );
}
