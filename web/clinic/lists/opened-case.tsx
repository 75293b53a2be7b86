/** The case is open: the patient's link, shown this once and printable, and the way on to the screening (H16). */
import '../people/people.css';
import type { CaseId } from '../../../src/base/ids.ts';
import type { LinkJson } from '../../../src/http/schema/people-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { MadeLink } from '../../kit/part/made-link.tsx';
import { Heading } from '../frame/heading.tsx';
import { caseHref } from '../frame/route.ts';
import { say } from '../frame/words.ts';
import { refusalText } from '../part/notice.tsx';

export type Opened = {
  readonly id: CaseId;
  readonly label: string;
  /** Of somebody new. */
  readonly name: string;
  readonly link?: LinkJson;
  /** Why there is no link. */
  readonly refusal?: Refusal;
};

export function OpenedCase({ id, label, name, link, refusal }: Opened) {
  const { lists, own, people } = say();
  const { open } = lists;
  return (
    <>
      <Heading title={open.opened(label)} of="opened">
        {open.opened(label)}
      </Heading>
      {link && (
        <div class="sheet">
          <MadeLink {...{ words: own, link, title: open.link(name), id: 'patient-link' }} />
          <button type="button" class="button screen-only" onClick={() => print()}>
            {people.invite.print}
          </button>
        </div>
      )}
      {refusal && (
        <div role="alert" class="notice">
          <p>
            {open.later} {refusalText(refusal)} {open.linkLater}
          </p>
        </div>
      )}
      <p>{open.next}</p>
      <p>
        <a class="button first" href={caseHref(id, 'screening')}>
          {open.toScreening}
        </a>
      </p>
    </>
  );
}
