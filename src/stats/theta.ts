/** The four hyperparameters as they enter the model, from the unbounded scale they are integrated on. */
import { exp } from '../base/elementary.ts';

export type NaturalTheta = {
  /** s^2, total day-to-day variance, points^2. */
  readonly variance: number;
  /** Autocorrelated share of it, 0-1. */
  readonly w: number;
  /** Daily autocorrelation, 0-1. */
  readonly rho: number;
  /** Time constant of onset and carry-over, days. */
  readonly tau: number;
};

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** From (log s, logit w, logit rho, log tau), read at `from`. */
export function naturalTheta(theta: ArrayLike<number>, from = 0): NaturalTheta {
  const at = (k: number): number => theta[from + k] as number;
  return { variance: exp(2 * at(0)), w: logistic(at(1)), rho: logistic(at(2)), tau: exp(at(3)) };
}
