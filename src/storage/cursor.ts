/**
 * Where does the next page begin? The key of the last row, as opaque text that goes out to a client and comes back. A
 * cursor that cannot be read leads to an empty page: nothing is guessed, and nobody sees rows they did not ask for.
 */

type Key = readonly (string | number)[];

/** base64url of the key. */
export const cursorOf = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** A text and a text, as lists by name have it; undefined = unreadable. */
export function textCursor(cursor: string): readonly [string, string] | undefined {
  const [first, second, ...rest] = read(cursor);
  return storable(first) && storable(second) && rest.length === 0 ? [first, second] : undefined;
}

/** A whole number and a text, as lists by instant have it; undefined = unreadable. */
export function instantCursor(cursor: string): readonly [number, string] | undefined {
  const [first, second, ...rest] = read(cursor);
  return typeof first === 'number' && Number.isSafeInteger(first) && storable(second) && rest.length === 0
    ? [first, second]
    : undefined;
}

/** Text every store can hold and compare: well-formed, without U+0000. */
export function storable(text: unknown): text is string {
  return typeof text === 'string' && text.isWellFormed() && !text.includes('\0');
}

function read(cursor: string): readonly unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}
