/**
 * A value, or the fault that stands in its way. What a person or the data can put right is returned, never thrown;
 * throwing is for bugs (`RangeError`) and for the world outside (`StorageError`).
 */

export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F };

/** Wraps a value that passed. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a fault: `{ code: 'kebab-literal', ...data }`, or a list where a person fixes several at once. */
export function err<F>(error: F): { readonly ok: false; readonly error: F } {
  return { ok: false, error };
}
