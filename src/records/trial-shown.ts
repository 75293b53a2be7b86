/**
 * What of a trial may anybody see before it is opened? Everything but what is sealed to the pharmacy: those bytes tell
 * nothing without the key, and even they go to nobody; and a guess goes to nobody but the patient (H13).
 */
import type { CaseState } from './case-state.ts';
import { trialOf } from './course-trial.ts';
import type { CaseEvent, CorrectableEvent, EventOf } from './event.ts';
import type { TrialRecord } from './trial-state.ts';

/** The trial without its sealed bytes; '' stands in their place. */
export function shownTrial(record: TrialRecord): TrialRecord {
  const dispensed = record.dispensed.map((dispensing) => ({ ...dispensing, lots: '' }));
  return { ...record, dispensed, ...(record.sealed ? { sealed: { ...record.sealed, sealed: '' } } : {}) };
}

/** The event as it may be shown; '' in place of sealed bytes. */
export function shownEvent(event: CaseEvent): CaseEvent {
  if (event.kind === 'allocation-sealed') return { ...event, sealed: '' };
  return event.kind === 'kits-dispensed' ? { ...event, lots: '' } : event;
}

/** The case as it may leave the server. */
export function shownState(state: CaseState): CaseState {
  return { ...state, trials: state.trials.map(shownTrial) };
}

/** What somebody believes they took: a guess, or what puts one right. undefined = another event. */
function guessIn(event: CaseEvent): EventOf<'guess-given'> | undefined {
  const said: CaseEvent | undefined = event.kind === 'entry-corrected' ? event.replacement : event;
  return said?.kind === 'guess-given' ? said : undefined;
}

/** A guess about a trial that is not opened: nobody but the patient is told it. */
export function isSealedGuess(state: Pick<CaseState, 'trials'>, event: CaseEvent): boolean {
  const guess = guessIn(event);
  return guess !== undefined && trialOf(state, guess.trial)?.opened === undefined;
}

/** Whether the event tells a guess at all. */
export const tellsGuess = (event: CaseEvent): boolean => guessIn(event) !== undefined;

/** The state without the guesses of trials that are not opened, and without the entries they are made of. */
export function withoutGuesses(state: CaseState): CaseState {
  const isOpen = (said: CorrectableEvent | undefined): boolean => !said || !isSealedGuess(state, said);
  return {
    ...state,
    guesses: kept(state.guesses, ({ trial }) => trialOf(state, trial)?.opened !== undefined),
    entries: kept(state.entries, ({ event }) => isOpen(event)),
    corrections: kept(state.corrections, ({ replacement }) => isOpen(replacement)),
  };
}

function kept<T>(of: Readonly<Record<string, T>>, isKept: (value: T) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => isKept(value)));
}
