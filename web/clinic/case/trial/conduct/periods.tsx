/**
 * How is it kept? Period by period: capsules taken, not taken, nobody said, scores; what asks for somebody. No arm, and
 * nothing of what the patient guesses (H13).
 */
import { formatLocalDate } from '../../../../../src/base/calendar.ts';
import { RowsTable } from '../../../../kit/part/rows-table.tsx';
import type { TrialProps } from '../trial-tab.tsx';

export function Conduct({ here, words, trial }: TrialProps) {
  const { kept, guessesDue, escapeOffered, record } = trial;
  const rule = record.protocol.escapeRule;
  return (
    <section aria-labelledby="periods">
      <h3 id="periods">{words.periodsKept}</h3>
      {escapeOffered && rule && <p class="standing">{words.escapeMet(rule)}</p>}
      {guessesDue.length > 0 && <p>{words.guessesDue(guessesDue)}</p>}
      {record.codeBroken.map(({ period, on, decidedBy }) => (
        <p key={`${period} ${on}`}>{words.codeBroken(period, formatLocalDate(on), here.name(decidedBy))}</p>
      ))}
      {kept.length === 0 && <p>{words.notBegun}</p>}
      {kept.length > 0 && (
        <>
          <p class="quiet">{words.periodsLead}</p>
          <Table {...{ words, kept, name: here.words.tableOf(words.periodsKept) }} />
          <p class="quiet">{words.underHalf}</p>
        </>
      )}
    </section>
  );
}

type TableProps = Pick<TrialProps, 'words'> & { readonly kept: TrialProps['trial']['kept']; readonly name: string };

function Table({ words, kept, name }: TableProps) {
  const rows = kept.map(({ period, kit, first, last, days, taken, notTaken, unsaid, scored }) => [
    String(period + 1),
    kit ?? '',
    words.periodDays(formatLocalDate(first), formatLocalDate(last)),
    words.ofDays(taken, days),
    String(notTaken),
    String(unsaid),
    words.ofDays(scored, days),
  ]);
  return <RowsTable rows={{ head: words.periodHead, rows }} name={name} />;
}
