/**
 * One text for one value, so that a hash means the same on a phone, on a server and in five years: RFC 8785 key
 * order and number form. Refuses what JSON cannot carry instead of dropping it.
 */

/** Canonical JSON: keys sorted by UTF-16 code unit, no white space. @throws RangeError on what JSON lacks. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`no canonical JSON for ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`no canonical JSON for a ${typeof value}`);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype)
    throw new RangeError('no canonical JSON for a class instance');
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([k, v]) => `${canonicalText(k)}:${canonicalJson(v)}`);
  return `{${entries.join(',')}}`;
}

/** RFC 8785 3.2.2.2: text that is not well-formed Unicode has no canonical form. */
function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('no canonical JSON for a lone surrogate');
  return JSON.stringify(text);
}
