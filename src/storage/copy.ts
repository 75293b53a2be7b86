/**
 * A value of its own, so that nobody who holds what was stored can change it. For plain objects, lists and bytes; bytes
 * come out as a `Uint8Array` over exactly those bytes, whatever larger buffer they were a window on.
 */

/** A deep copy. */
export function copyOf<T>(value: T): T;
export function copyOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map((one) => copyOf(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one)]));
}
