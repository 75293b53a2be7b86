/** What the kits held, period by period, beside what was guessed; shown only after the opening (H13). */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { guessKey } from '../../../../src/records/course-trial.ts';
import type { GuessRecord, TrialRecord } from '../../../../src/records/trial-state.ts';
import { addressOf } from '../../route.ts';
import { say } from '../said.ts';
import { sayTrial } from './said.ts';

export function Opened({ record, state }: { readonly record: TrialRecord; readonly state: CaseState }) {
  const { opened: words, guess } = sayTrial();
  const { opened, kits, trial } = record;
  if (!opened) return null;
  const guesses = kits.map((_, period) => state.guesses[guessKey(trial, period)]);
  const given = guesses.filter((said) => said && said.guess !== 'no-idea');
  const right = given.filter((said) => said && isRight(said, opened.sequence[said.period]));
  return (
    <section>
      <h2>{words.heading}</h2>
      <table class="held">
        <thead>
          <tr>
            <th scope="col">{words.columns.period}</th>
            <th scope="col">{words.columns.held}</th>
            <th scope="col">{words.columns.guess}</th>
          </tr>
        </thead>
        <tbody>
          {kits.map((kit, period) => (
            <tr key={kit}>
              <th scope="row">
                {period + 1} <span class="quiet">{kit}</span>
              </th>
              <td>{heldText(opened.sequence[period])}</td>
              <td>{guesses[period] ? guess.guess[(guesses[period] as GuessRecord).guess] : guess.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {given.length > 0 && <p>{words.right(right.length, given.length)}</p>}
      <p class="quiet">{words.on(opened.on)}</p>
      <p>{words.next}</p>
      <p>
        <a class="button" href={addressOf('answer')}>
          {say().frame.titles.answer}
        </a>
      </p>
    </section>
  );
}

const isRight = ({ guess }: GuessRecord, arm: number | undefined): boolean => (guess === 'drug') === (arm ?? 0) > 0;

function heldText(arm: Parameters<typeof formatDose>[0] | undefined): string {
  const words = sayTrial().opened;
  return arm === undefined || arm === 0 ? words.placebo : words.drug(formatDose(arm));
}
