/** What the page asks of the worker that works out a design's power, and what it tells. Types, and the effects that are asked. */
import type { Power } from '../../../../../src/analysis/power.ts';
import type { DraftDesign } from '../../../../../src/trial/design.ts';

/** Assumed true changes, points; below 0 is better. */
export const ASKED_EFFECTS = [-0.5, -1, -1.5, -2] as const;

/** Share of the days that will be kept: what electronic diaries keep on average (Ono 2019). */
export const KEPT_SHARE = 0.85;

/** A checked design; it loses its mark on the way. */
export type PowerAsk = { readonly design: DraftDesign; readonly settledAt: number; readonly kept: number };

/** `sequences` as text: there may be more than a number holds. */
export type PowerTold = {
  readonly effect: number;
  readonly power: Omit<Power, 'sequences'> & { readonly sequences: string };
};
