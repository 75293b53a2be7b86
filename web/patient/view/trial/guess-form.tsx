/**
 * What does the patient think a period held, how surely, and why? Chosen from lists, a few words if they like. The first
 * answer stands; putting it right is a correction of it (H10, H13).
 */
import { useId, useState } from 'preact/hooks';
import { countingEvent } from '../../../../src/records/diary-entries.ts';
import type { GuessRecord, TrialRecord } from '../../../../src/records/trial-state.ts';
import {
  type Confidence,
  GUESS_REASONS,
  GUESSES,
  type GuessReason,
  type GuessWord,
} from '../../../../src/trial/guess.ts';
import { correct, course, giveGuess } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Choice } from '../more/choice.tsx';
import { sayTrial } from './said.ts';

const SURE: readonly Confidence[] = [1, 2, 3, 4];

export type GuessFormProps = {
  readonly record: TrialRecord;
  readonly period: number;
  /** What was said before. */
  readonly before?: GuessRecord;
  readonly done: () => void;
};

export function GuessForm({ record, period, before, done }: GuessFormProps) {
  const words = sayTrial().guess;
  const { run, busy, trouble } = useActing();
  const [guess, setGuess] = useState<GuessWord | undefined>(before?.guess);
  const [confidence, setConfidence] = useState<Confidence | undefined>(before?.confidence);
  const [reason, setReason] = useState<GuessReason | undefined>(before?.reason);
  const [note, setNote] = useState(before?.note ?? '');
  const sure = guess === 'no-idea' ? 1 : confidence;
  const said = guess && sure && reason ? { period, guess, confidence: sure, reason, note: note.trim() } : undefined;
  const keep = async (): Promise<void> => {
    if (said && (await run(() => (before ? putRight(before, said) : giveGuess(record, said))))) done();
  };
  return (
    <>
      <Choice
        {...{ legend: words.what, options: GUESSES, chosen: guess, choose: setGuess }}
        text={(it) => words.guess[it]}
      />
      {guess !== undefined && guess !== 'no-idea' && (
        <Choice
          {...{ legend: words.sure, options: SURE, chosen: confidence, choose: setConfidence }}
          text={(it) => words.confidence[it]}
        />
      )}
      {guess !== undefined && (
        <Choice
          {...{ legend: words.why, options: GUESS_REASONS, chosen: reason, choose: setReason }}
          text={(it) => words.reason[it]}
        />
      )}
      {said && <Note value={note} change={setNote} />}
      {said && (
        <p class="act">
          <button type="button" class="button first" aria-disabled={busy} onClick={() => void keep()}>
            {words.keep}
          </button>
        </p>
      )}
      <Trouble text={trouble} />
    </>
  );
}

/** When it was given stays as it was. */
function putRight(before: GuessRecord, said: Parameters<typeof giveGuess>[1]) {
  const entry = course.value.entries[before.entry];
  const event = entry && countingEvent(entry);
  if (event?.kind !== 'guess-given') throw new RangeError('a guess stands on its entry');
  return correct(before.entry, { ...event, ...said }, sayTrial().guess.correction);
}

function Note({ value, change }: { readonly value: string; readonly change: (text: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{sayTrial().guess.note}</label>
      <input
        {...{ id, value, maxLength: 300, autocomplete: 'off' }}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}

/** "Your guess: naltrexone (fairly)". */
export function guessText({ guess, confidence }: Pick<GuessRecord, 'guess' | 'confidence'>): string {
  const words = sayTrial().guess;
  if (guess === 'no-idea') return words.saidNoIdea;
  return words.said(words.guess[guess], words.confidence[confidence]);
}
