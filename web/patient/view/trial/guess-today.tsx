/** Asked quietly on the day's page from the last day of a period on: what did it hold? Nothing waits for the answer (H13). */
import { useState } from 'preact/hooks';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { guessDays, guessesDue } from '../../../../src/records/course-trial.ts';
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import { daysOfPeriod } from '../../../../src/trial/protocol.ts';
import { today } from '../../phone/phone.ts';
import { GuessForm } from './guess-form.tsx';
import { sayTrial } from './said.ts';

export function GuessToday({ state }: { readonly state: CaseState }) {
  const words = sayTrial().guess;
  const [kept, setKept] = useState(false);
  const due = state.trials.flatMap((record) =>
    guessesDue(state, record, today.value).map((period) => ({ record, period })),
  );
  return (
    <>
      {due.map(({ record, period }) => (
        <GuessCard key={`${record.trial}/${period}`} {...{ record, period }} done={() => setKept(true)} />
      ))}
      <p role="status" class="kept-line">
        {kept ? words.kept : ''}
      </p>
    </>
  );
}

type GuessCardProps = { readonly record: TrialRecord; readonly period: number; readonly done: () => void };

function GuessCard({ record, period, done }: GuessCardProps) {
  const words = sayTrial().guess;
  const { protocol, started, kits } = record;
  const until = guessDays(record, period)?.until;
  if (!started || until === undefined) return null;
  const { first, last } = daysOfPeriod(protocol, started.on, period);
  const heading = words.heading(kits[period] ?? '');
  return (
    <section class="card" aria-label={heading}>
      <h2>{heading}</h2>
      <p class="quiet">
        {words.help(first, last)} {words.until(until)}
      </p>
      <GuessForm {...{ record, period, done }} />
    </section>
  );
}
