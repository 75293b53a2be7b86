/** How whole is the diary of the last four weeks? A day nobody kept is not known, and is not counted as good or bad. */
import { formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import type { CaseViewJson } from '../../../../src/http/schema/case-json.ts';
import { DAILY_OUTCOMES } from '../../../../src/trial/outcome.ts';
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { today } from '../../part/day.ts';
import type { Here } from '../here.ts';
import type { OverviewWords } from './overview.tsx';

type Days = NonNullable<CaseViewJson['days']>;
type Props = {
  readonly days: Days;
  readonly slots: NonNullable<CaseViewJson['slots']>;
  readonly words: OverviewWords;
  readonly here: Here;
};

const SHOWN_DAYS = 28;

export function Completeness({ here, days, slots, words }: Props) {
  const { whole } = words;
  const to = today();
  const dates = Array.from({ length: SHOWN_DAYS }, (_, i) => formatLocalDate((to - i) as LocalDate));
  const kept = dates.flatMap((date) => days[date] ?? []);
  const told = dates.flatMap((date) => slots[date] ?? []);
  const isIll = ({ scores }: Days[string]): boolean => Object.values(scores).some(({ kind }) => kind === 'too-ill');
  const rows: readonly (readonly [string, number])[] = [
    [whole.kept, kept.length],
    [whole.tooIll, kept.filter(isIll).length],
    ...DAILY_OUTCOMES.map(({ id }): [string, number] => [
      whole.scored(words.outcome[id] ?? id),
      kept.filter(({ scores }) => scores[id]?.kind === 'value').length,
    ]),
    [whole.dose, told.length],
    [whole.taken, told.filter(({ status }) => status === 'taken').length],
  ];
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">{words.completeness}</h2>
      <RowsTable
        name={here.words.tableOf(words.completeness)}
        rows={{ head: whole.head, rows: rows.map(([name, count]) => [name, whole.of(count, SHOWN_DAYS)]) }}
      />
      <p class="quiet">{words.wholeHelp}</p>
    </section>
  );
}
