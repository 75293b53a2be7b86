/** What was recorded, who has looked, and how is the case taken away, closed or erased? Each only for who may. */
import type { clinicRecordWords } from '../../../kit/words/en/clinic-case-record.ts';
import { hasRole } from '../../frame/session.ts';
import { isHereAs } from '../here.ts';
import type { TabProps } from '../tab.tsx';
import { Accesses } from './accesses.tsx';
import { Closing } from './closing.tsx';
import { Erasing } from './erasing.tsx';
import { Events } from './events.tsx';
import { Export } from './export.tsx';

export type RecordWords = typeof clinicRecordWords;
export type RecordProps = TabProps<RecordWords>;

export function RecordTab({ here, words }: RecordProps) {
  const isAdmin = hasRole('admin');
  const isPrescriber = isHereAs(here, 'prescriber');
  const props = { here, words };
  return (
    <>
      {isHereAs(here, 'prescriber', 'coordinator') && <Events {...props} />}
      {(isAdmin || isPrescriber) && <Accesses {...props} />}
      {isPrescriber && <Export {...props} />}
      {isPrescriber && <Closing {...props} />}
      {isAdmin && <Erasing {...props} />}
    </>
  );
}
