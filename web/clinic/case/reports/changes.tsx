/** What was new for the patient? A new medicine nobody has looked at yet says so. */
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { dayText } from '../../part/day.ts';
import type { ReportProps } from './reports.tsx';

export function Changes({ here, words }: ReportProps) {
  const changes = [...(here.view?.changes ?? [])].reverse().filter(({ what }) => what !== 'nothing-new');
  const rows = changes.map(({ date, what, text, seen }) => [
    dayText(date),
    words.change[what],
    text,
    what === 'new-medicine' ? (seen ? words.seen : words.unseen) : '',
  ]);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words.changes}</h2>
      {rows.length === 0 && <p>{words.noChanges}</p>}
      {rows.length > 0 && (
        <RowsTable name={here.words.tableOf(words.changes)} rows={{ head: words.changeHead, rows }} />
      )}
    </section>
  );
}
