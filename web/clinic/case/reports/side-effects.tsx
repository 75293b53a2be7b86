/** Which side effects were reported, how severe, since when? Those that go on come first. */
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { dayText } from '../../part/day.ts';
import type { ReportProps } from './reports.tsx';

export function SideEffects({ here, words }: ReportProps) {
  const all = [...(here.view?.sideEffects ?? [])].sort(
    (a, b) => Number(a.ended !== undefined) - Number(b.ended !== undefined) || b.since.localeCompare(a.since),
  );
  const rows = all.map(({ name, grade, since, ended }) => [
    words.sideEffect(name),
    words.grade[grade],
    dayText(since),
    ended === undefined ? words.goesOn : dayText(ended),
  ]);
  return (
    <section aria-labelledby="side-effects">
      <h2 id="side-effects">{words.sideEffects}</h2>
      {rows.length === 0 && <p>{words.noSideEffects}</p>}
      {rows.length > 0 && (
        <RowsTable name={here.words.tableOf(words.sideEffects)} rows={{ head: words.sideEffectHead, rows }} />
      )}
    </section>
  );
}
