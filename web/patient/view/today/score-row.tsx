/**
 * One symptom as eleven targets and a twelfth to skip it: a radio group, so arrow keys work and a screen reader counts.
 * Unanswered looks unanswered, 0 looks like any other answer; nothing slides and nothing is typed.
 */
import type { Score } from '../../../../src/trial/diary.ts';
import { say } from '../said.ts';

export type ItemName = 'pain' | 'fatigue' | 'sleep';
const VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type ScoreRowProps = {
  readonly item: ItemName;
  readonly score: Score | undefined;
  readonly choose: (score: Score) => void;
};

export function ScoreRow({ item, score, choose }: ScoreRowProps) {
  const words = say().today.scores;
  const { low, high } = words.ends[item];
  const value = score?.kind === 'value' ? score.value : undefined;
  return (
    <fieldset class="score">
      <legend>
        {words.name[item]} <span class="quiet">{answer(score)}</span>
      </legend>
      <div class="targets">
        {VALUES.map((target) => (
          <label key={target}>
            <input
              {...{ type: 'radio', name: item, checked: value === target }}
              aria-label={words.target(target, low, high)}
              onChange={() => choose({ kind: 'value', value: target })}
            />
            <span>{target}</span>
          </label>
        ))}
        <label class="skip">
          <input
            {...{ type: 'radio', name: item, checked: score?.kind === 'skipped' }}
            onChange={() => choose({ kind: 'skipped' })}
          />
          <span>{words.skip}</span>
        </label>
      </div>
      <p class="ends quiet" aria-hidden="true">
        <span>0 = {low}</span>
        <span>10 = {high}</span>
      </p>
    </fieldset>
  );
}

function answer(score: Score | undefined): string {
  const words = say().today.scores;
  if (!score || score.kind === 'not-asked') return words.unanswered;
  if (score.kind === 'value') return '';
  return score.kind === 'skipped' ? words.skipped : words.tooIll;
}
