/** What does a pharmacist have to make up? The doses of plans that have force or wait for it, and nothing else (H13). */
import type { CaseViewJson } from '../../../../src/http/schema/case-json.ts';
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { dayText } from '../../part/day.ts';
import type { Here } from '../here.ts';
import type { OverviewWords } from './overview.tsx';

type Props = {
  readonly strengths: NonNullable<CaseViewJson['strengths']>;
  readonly words: OverviewWords;
  readonly here: Here;
};

export function Strengths({ here, strengths, words }: Props) {
  const rows = strengths.map(({ doses, validFrom, validTo, status }) => [
    doses.join(', '),
    dayText(validFrom),
    dayText(validTo),
    words.planStatus[status],
  ]);
  return (
    <section aria-labelledby="strengths">
      <h2 id="strengths">{words.strengths}</h2>
      <p class="quiet">{words.strengthsHelp}</p>
      {rows.length === 0 && <p>{words.noStrengths}</p>}
      {rows.length > 0 && (
        <RowsTable name={here.words.tableOf(words.strengths)} rows={{ head: words.strengthsHead, rows }} />
      )}
    </section>
  );
}
