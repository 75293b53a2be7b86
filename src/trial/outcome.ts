/**
 * What is being measured: a symptom on a numeric scale, which way is better, and how much change is worth having.
 * Refuses a scale that is empty or a worthwhile change that does not fit on it.
 */
import { err, ok, type Result } from '../base/result.ts';

export type Direction = 'lower' | 'higher';

export type DraftOutcome = {
  /** Column or item name, unique in a diary. */
  readonly id: string;
  readonly label: string;
  /** Lowest and highest score the item allows, in points. */
  readonly scale: { readonly minimum: number; readonly maximum: number };
  readonly better: Direction;
  /** Smallest change worth having (MCID), points of this scale, > 0. */
  readonly worthwhile: number;
};
export type Outcome = DraftOutcome & { readonly __checked: 'outcome' };

export type OutcomeFault =
  | { readonly code: 'scale-empty'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'worthwhile-off-scale'; readonly worthwhile: number; readonly width: number }
  | { readonly code: 'outcome-unnamed' };

/** The only door to an `Outcome`. */
export function checkOutcome(draft: DraftOutcome): Result<Outcome, OutcomeFault> {
  const { minimum, maximum } = draft.scale;
  if (draft.id.trim() === '') return err({ code: 'outcome-unnamed' });
  if (!(Number.isFinite(minimum) && Number.isFinite(maximum) && maximum > minimum))
    return err({ code: 'scale-empty', minimum, maximum });
  const width = maximum - minimum;
  if (!(draft.worthwhile > 0 && draft.worthwhile <= width))
    return err({ code: 'worthwhile-off-scale', worthwhile: draft.worthwhile, width });
  return ok(draft as Outcome);
}

/**
 * Default worthwhile change: one tenth of the scale, so 1 point of 0-10. Source for pain: -1 point (15 %) is "slightly
 * better", Salaffi 2004 Eur J Pain 8:283. For daily fatigue and sleep no established value exists; 1 point is our choice.
 */
export function defaultWorthwhile(scale: DraftOutcome['scale']): number {
  return (scale.maximum - scale.minimum) / 10;
}

/** The three daily items, own-worded 0-10 numeric ratings where 10 is worst. */
export const DAILY_OUTCOMES: readonly Outcome[] = (['pain', 'fatigue', 'sleep'] as const).map(
  (id) =>
    ({
      id,
      label: id,
      scale: { minimum: 0, maximum: 10 },
      better: 'lower',
      worthwhile: 1,
    }) as DraftOutcome as Outcome,
);
