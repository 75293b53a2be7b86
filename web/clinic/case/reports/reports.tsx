/** What has the patient asked and reported? Requests first, then signs that end the therapy, then the rest, as they stand. */
import type { clinicRequestsWords } from '../../../kit/words/en/clinic-case-requests.ts';
import type { TabProps } from '../tab.tsx';
import { Changes } from './changes.tsx';
import { Doses } from './doses.tsx';
import { Flags } from './flags.tsx';
import { Laboratory } from './laboratory.tsx';
import { Requests } from './requests.tsx';
import { SideEffects } from './side-effects.tsx';

export type ReportWords = typeof clinicRequestsWords;
export type ReportProps = TabProps<ReportWords>;

export function Reports({ here, words }: ReportProps) {
  const { view } = here;
  const props = { here, words };
  return (
    <>
      {view?.redFlags?.some(({ clearedOn }) => clearedOn === undefined) && <Flags {...props} />}
      {view?.requests && <Requests {...props} />}
      {view?.sideEffects && <SideEffects {...props} />}
      {view?.slots && <Doses {...props} />}
      {view?.changes && <Changes {...props} />}
      {view?.redFlags?.every(({ clearedOn }) => clearedOn !== undefined) && <Flags {...props} />}
      {view?.laboratory && <Laboratory {...props} />}
    </>
  );
}
