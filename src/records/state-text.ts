/**
 * How is the state of a case kept as text, small and quick to read? As JSON in which each day and each dose slot is a
 * short list. For snapshots alone: a copy that can be made anew from the ledger, and no format for anybody else.
 */
import type { EventId } from '../base/ids.ts';
import type { Score } from '../trial/diary.ts';
import type { CaseState, DoseSlot, KeptDay } from './case-state.ts';

/** Scores by outcome (a number, or the word for why there is none), ids of the entries, note, how it was kept. */
type DayText = readonly [Readonly<Record<string, number | WordScore>>, readonly EventId[], string?, KeptDay['how']?];
type WordScore = Exclude<Score['kind'], 'value'>;
/** Entry, status, micrograms, instant; a fifth field says that entries disagree. */
type SlotText = readonly [EventId, DoseSlot['status'], DoseSlot['dose'], number, true?];

type Kept = {
  readonly state: Omit<CaseState, 'days' | 'slots'>;
  readonly days: Readonly<Record<string, DayText>>;
  readonly slots: Readonly<Record<string, SlotText>>;
};

/** Text `stateFromText` makes the same state of. */
export function stateToText({ days, slots, ...state }: CaseState): string {
  const kept: Kept = { state, days: each(days, dayToText), slots: each(slots, slotToText) };
  return JSON.stringify(kept);
}

/** The state in the text. @throws SyntaxError or TypeError on any other text: what is kept is sealed, so it is our own */
export function stateFromText(text: string): CaseState {
  const { state, days, slots }: Kept = JSON.parse(text);
  return { ...BEFORE, ...state, days: each(days, dayFromText), slots: each(slots, slotFromText) };
}

/** What copies made before there were trials, or anything was handed out here, leave out. */
const BEFORE = { trials: [], kitDoses: {}, guesses: {}, supply: [], interruptions: [] };

function each<A, B>(values: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  const changed: Record<string, B> = {};
  for (const key in values) changed[key] = change(values[key] as A);
  return changed;
}

function dayToText({ scores, entries, note, how }: KeptDay): DayText {
  const short = each(scores, (score) => (score.kind === 'value' ? score.value : score.kind));
  if (how.length > 0) return [short, entries, note, how];
  return note === '' ? [short, entries] : [short, entries, note];
}

function dayFromText([scores, entries, note = '', how = []]: DayText): KeptDay {
  return {
    scores: each(
      scores,
      (score): Score => (typeof score === 'number' ? { kind: 'value', value: score } : { kind: score }),
    ),
    note,
    how,
    entries,
  };
}

function slotToText({ entry, status, dose, instant, conflict }: DoseSlot): SlotText {
  return conflict ? [entry, status, dose, instant, true] : [entry, status, dose, instant];
}

function slotFromText([entry, status, dose, instant, conflict]: SlotText): DoseSlot {
  return { entry, status, dose, instant, conflict: conflict === true };
}
