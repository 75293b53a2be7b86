/** Period after period: which kit, which days, how many capsules, and the guess, which may be put right (H10). */
import { useState } from 'preact/hooks';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { guessKey, type PeriodKept, periodsKept } from '../../../../src/records/course-trial.ts';
import type { GuessRecord, TrialRecord } from '../../../../src/records/trial-state.ts';
import { today } from '../../phone/phone.ts';
import { GuessForm, guessText } from './guess-form.tsx';
import { sayTrial } from './said.ts';

export function Periods({ record, state }: { readonly record: TrialRecord; readonly state: CaseState }) {
  const words = sayTrial().periods;
  const periods = periodsKept(state, record, today.value);
  if (periods.length === 0) return null;
  return (
    <section>
      <h2>{words.heading}</h2>
      <ol class="steps">
        {periods.map((kept) => (
          <Period key={kept.period} {...{ record, kept, said: state.guesses[guessKey(record.trial, kept.period)] }} />
        ))}
      </ol>
    </section>
  );
}

type PeriodProps = {
  readonly record: TrialRecord;
  readonly kept: PeriodKept;
  readonly said: GuessRecord | undefined;
};

function Period({ record, kept, said }: PeriodProps) {
  const { periods: words, guess } = sayTrial();
  const [changing, setChanging] = useState(false);
  const { period, kit, first, last, days, taken } = kept;
  const isNow = first <= today.value && today.value <= last;
  const mayChange = said && !record.opened && said.date >= today.value - CHANGE_DAYS;
  return (
    <li aria-current={isNow ? 'step' : undefined}>
      {words.name(period + 1, kit ?? '')}
      {isNow && <strong> · {words.now}</strong>}
      <br />
      <span class="quiet">
        {words.dates(first, last)}. {words.kept(taken, days)}.
      </span>
      {said && <p class="quiet">{guessText(said)}</p>}
      {mayChange && !changing && (
        <button type="button" class="button small" onClick={() => setChanging(true)}>
          {guess.change}
          <span class="spoken"> {words.name(period + 1, kit ?? '')}</span>
        </button>
      )}
      {changing && said && <GuessForm {...{ record, period, before: said }} done={() => setChanging(false)} />}
    </li>
  );
}

/** As long as a day may be put right: later it would not be what was believed then. */
const CHANGE_DAYS = 2;
