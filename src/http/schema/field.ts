/**
 * How do our values stand in JSON? Dates as "2026-03-29", doses as "1.5 mg", instants as ISO 8601 in UTC: each a codec,
 * so that one schema reads a request and writes an answer. Refuses a bare number as a dose (H1) and unknown keys.
 */
import { z } from 'zod';
import { formatLocalDate, type LocalDate, parseLocalDate } from '../../base/calendar.ts';
import { type Id, parseId } from '../../base/ids.ts';
import { type Dose, formatDose, micrograms, parseDose } from '../../medicine/dose.ts';

/** Longest free text a person may write, UTF-16 units. */
export const NOTE_LENGTH = 2_000;

/** A civil date of the calendar, "2026-03-29". */
export const DATE = z
  .codec(
    z.string().max(10),
    z.custom<LocalDate>((value) => Number.isSafeInteger(value)),
    {
      decode: (text, context) => {
        const date = parseLocalDate(text);
        if (date.ok) return date.value;
        context.issues.push({ code: 'custom', input: text, params: { fault: 'unreadable' } });
        return z.NEVER;
      },
      encode: (date) => formatLocalDate(date),
    },
  )
  .meta({ type: 'string', format: 'date' });

/** A dose of naltrexone with its unit, "1.5 mg" or "125 ug". */
export const DOSE = z
  .codec(
    z.string().max(20),
    z.custom<Dose>((value) => Number.isSafeInteger(value)),
    {
      decode: (text, context) => {
        const dose = parseDose(text);
        if (dose.ok) return dose.value;
        context.issues.push({ code: 'custom', input: text, params: { fault: 'unreadable' } });
        return z.NEVER;
      },
      encode: (dose) => formatDose(dose),
    },
  )
  .meta({ type: 'string', examples: ['1.5 mg'] });

/** The same where a dose is kept as a plain number of micrograms. */
export const MICROGRAMS = z
  .codec(z.string().max(20), z.number().int().min(0), {
    decode: (text, context) => {
      const dose = parseDose(text);
      if (dose.ok) return dose.value;
      context.issues.push({ code: 'custom', input: text, params: { fault: 'unreadable' } });
      return z.NEVER;
    },
    encode: (number) => formatDose(micrograms(number)),
  })
  .meta({ type: 'string', examples: ['4.5 mg'] });

const EARLIEST = 0;
const LATEST = 253_402_300_799_999;

/** An instant: milliseconds since 1970 inside, "2026-03-29T18:04:05.678Z" outside. */
export const INSTANT = z
  .codec(z.iso.datetime({ precision: 3 }), z.number().int().min(EARLIEST).max(LATEST), {
    decode: (text) => new Date(text).getTime(),
    encode: (instant) => new Date(instant).toISOString(),
  })
  .meta({ type: 'string', format: 'date-time' });

/** The name of a thing: a UUID in lower case. */
export function id<Of extends string>() {
  return z
    .custom<Id<Of>>((value) => typeof value === 'string' && parseId<Of>(value).ok)
    .meta({ type: 'string', format: 'uuid' });
}

/** A list that nobody changes. */
export function list<T extends z.ZodType>(item: T, most = 1_000) {
  return z.array(item).max(most).readonly();
}

/** Text of one line: no characters that end or turn a line. */
export function line(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
}

/** Text a person wrote, several lines allowed. */
export const NOTE = z.string().max(NOTE_LENGTH);

/** Where the next page begins; opaque, given back as it came. */
export const CURSOR = z
  .string()
  .max(1_000)
  .regex(/^[\w-]+$/);

/** Rows a page, from a query string. */
export const LIMIT = z
  .codec(z.string().regex(/^\d{1,3}$/), z.number().int().min(1).max(200), {
    decode: (text) => Number(text),
    encode: (limit) => String(limit),
  })
  .meta({ type: 'integer', minimum: 1, maximum: 200 });

/** A hash: 64 hexadecimal digits. */
export const HASH = z.string().regex(/^[0-9a-f]{64}$/);

/** What WebAuthn puts into a request or answer, as the browser's own functions make and read it. */
export const WEBAUTHN = z.record(z.string(), z.unknown()).readonly();
