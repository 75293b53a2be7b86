/** One case: what it is called, and the part of it that was asked for. */
import type { CaseReadJson } from '../../../src/http/schema/case-json.ts';
import { Heading } from '../frame/heading.tsx';
import { useAnswer } from '../frame/remote.ts';
import type { CasePlace } from '../frame/route.ts';
import { Told } from '../part/notice.tsx';

export function CasePage({ place }: { place: CasePlace }) {
  const answer = useAnswer<CaseReadJson>(`/cases/${place.case}`);
  return (
    <Told answer={answer}>
      {({ view }) => (
        <Heading title={view.label} of={place.case}>
          {view.label}
        </Heading>
      )}
    </Told>
  );
}
