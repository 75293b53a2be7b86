/** What does the patient believe they took in a period, how surely, and why? Asked at its end, before anything is opened. */

export const GUESSES = ['drug', 'placebo', 'no-idea'] as const;
export type GuessWord = (typeof GUESSES)[number];

/** Why: what the guess rests on says whether the blind held (dreams, taste) or the drug worked (better, worse). */
export const GUESS_REASONS = [
  'felt-better',
  'felt-worse',
  'felt-the-same',
  'side-effects',
  'look-or-taste',
  'told',
  'just-a-feeling',
] as const;
export type GuessReason = (typeof GUESS_REASONS)[number];

/** 1 = hardly sure, 4 = quite sure. With 'no-idea' it is 1. */
export type Confidence = 1 | 2 | 3 | 4;

export type Guess = {
  /** 0 = first. */
  readonly period: number;
  readonly guess: GuessWord;
  readonly confidence: Confidence;
  readonly reason: GuessReason;
};

/** A guess may be given on the last day of its period and this many days after; later it would be a memory. */
export const GUESS_WITHIN_DAYS = 7;
