/**
 * Which doses lie off the plan, and which days were told in two ways? The entries of such a day stand side by side, with
 * what each device said and when it arrived; which one counts is said, and none is removed (H9).
 */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../kit/ask.ts';
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { momentText } from '../../part/day.ts';
import { Notice, refusalText, Waiting } from '../../part/notice.tsx';
import { type EventHere, readAllEvents } from '../events-here.ts';
import { dayFrom } from '../view-state.ts';
import type { ReportProps } from './reports.tsx';

export function Doses({ here, words }: ReportProps) {
  const slots = Object.entries(here.view?.slots ?? {}).reverse();
  const odd = slots.filter(([, { conflict, status }]) => conflict || status === 'unplanned');
  return (
    <section aria-labelledby="doses">
      <h2 id="doses">{words.doses}</h2>
      {odd.length === 0 && <p>{words.noDoses}</p>}
      <ul class="plain">
        {odd.map(([date, { conflict, dose, entry }]) => (
          <li key={date}>
            {conflict ? words.conflict(date) : words.unplanned(date, dose)}
            <SideBySide {...{ here, words, date, counting: entry }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type DayProps = ReportProps & { readonly date: string; readonly counting: string };

function SideBySide({ here, words, date, counting }: DayProps) {
  const [read, setRead] = useState<readonly EventHere[] | Refusal | 'waiting'>();
  const open = async (): Promise<void> => {
    if (read !== undefined) return;
    setRead('waiting');
    const all = await readAllEvents(here.id);
    setRead(all.ok ? all.value : all.error);
  };
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && void open()}>
      <summary>{words.showEntries}</summary>
      {read === 'waiting' && <Waiting />}
      {read !== undefined && read !== 'waiting' && 'code' in read && <Notice text={refusalText(read)} />}
      {Array.isArray(read) && (
        <RowsTable
          name={words.conflict(date)}
          rows={{ head: words.entryHead, rows: rowsOf(read, { here, words, date, counting }) }}
        />
      )}
    </details>
  );
}

function rowsOf(events: readonly EventHere[], { here, words, date, counting }: DayProps): readonly string[][] {
  const day = dayFrom(date);
  return events.flatMap(({ id, at, by, event }) => {
    if (event?.kind !== 'dose-recorded' && event?.kind !== 'unplanned-dose-reported') return [];
    if (event.date !== day) return [];
    const what = event.kind === 'dose-recorded' ? words.entry[event.status] : words.entry.unplanned;
    return [
      [
        id === counting ? `${what} (${words.counts})` : what,
        words.dose(event.dose),
        here.name(by),
        momentText(new Date(event.clock.instant).toISOString()),
        momentText(at),
      ],
    ];
  });
}
