/**
 * Which thing is meant? Names are UUIDs made where the thing is made, on a phone too, so that nothing waits for a server
 * to number it and a repeated message is recognised (H10). Makes none: chance comes from outside.
 */
import { err, ok, type Result } from './result.ts';

/** A UUID of RFC 9562 in lower-case text, of any version; `Of` keeps a person from being taken for a case (H16). */
export type Id<Of extends string> = string & { readonly __id: Of };

export type ClinicId = Id<'clinic'>;
export type PersonId = Id<'person'>;
export type CaseId = Id<'case'>;
export type EventId = Id<'event'>;
export type PlanId = Id<'plan'>;
export type MedicineId = Id<'medicine'>;
export type RequestId = Id<'request'>;
export type FindingId = Id<'finding'>;
export type TrialId = Id<'trial'>;

export type IdFault = { readonly code: 'id-unreadable'; readonly text: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads a UUID; upper case, braces and other spellings are refused, so that one thing has one name. */
export function parseId<Of extends string>(text: string): Result<Id<Of>, IdFault> {
  return UUID.test(text) ? ok(text as Id<Of>) : err({ code: 'id-unreadable', text: text.slice(0, 60) });
}

/**
 * A UUID of version 7 from an instant and chance: names made later sort later, which keeps an index compact.
 *
 * @param at    milliseconds since 1970-01-01 UTC, 0 to 2^48 - 1
 * @param chance 10 random bytes
 * Source: RFC 9562 section 5.7.
 */
export function idFrom<Of extends string>(at: number, chance: Uint8Array): Id<Of> {
  if (!(Number.isSafeInteger(at) && at >= 0 && at < 281_474_976_710_656)) throw new RangeError(`not an instant: ${at}`);
  if (chance.length !== 10) throw new RangeError(`needs 10 random bytes, not ${chance.length}`);
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  const byte = (i: number): number => chance[i] as number;
  const time = hex(at, 12);
  const random = Array.from(chance.slice(2), (value) => hex(value, 2)).join('');
  const first = hex((byte(0) & 0x0f) * 256 + byte(1), 3);
  const variant = hex((byte(2) & 0x3f) | 0x80, 2);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${first}-${variant}${random.slice(2, 4)}-${random.slice(4)}` as Id<Of>;
}
