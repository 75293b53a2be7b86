/**
 * How is "no" said? As RFC 9457 `application/problem+json`: a type that names the code, a sentence for a person, and the
 * refusal's own data in the forms the rest of the interface uses. Quotes nothing that was sent but what a refusal names.
 */
import { problemTitle, refusedSentence } from '../../web/kit/words/en/http.ts';
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import { type Dose, formatDose, micrograms } from '../medicine/dose.ts';
import { type Refused, STATUS } from './refused.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request, as a URN of its id. */
  readonly instance: string;
  readonly code: Refused['code'];
  readonly [member: string]: unknown;
};

/** Keys of all refusals whose value is of a kind; the tables below must name each of them. */
type KeysOf<V> = Refused extends infer R
  ? R extends unknown
    ? {
        [K in keyof R]-?: [Exclude<R[K], undefined>] extends [never]
          ? never
          : Exclude<R[K], undefined> extends V
            ? K
            : never;
      }[keyof R]
    : never
  : never;

const DATES: Readonly<Record<KeysOf<LocalDate>, true>> = {};
const DOSES: Readonly<Record<KeysOf<Dose>, true>> = {};

/** The document for a refusal. */
export function problemOf(refusal: Refused, requestId: string): Problem {
  const { code, ...members } = refusal;
  const status = STATUS[code];
  return {
    ...(told(members) as Record<string, unknown>),
    type: `urn:titrial:problem:${code}`,
    title: problemTitle(status),
    status,
    detail: refusedSentence(refusal),
    instance: `urn:uuid:${requestId}`,
    code,
  };
}

/** Seconds after which asking again makes sense; undefined = asking again changes nothing. */
export function retryAfter(refusal: Refused): number | undefined {
  if ('retryAfterSeconds' in refusal && typeof refusal.retryAfterSeconds === 'number') return refusal.retryAfterSeconds;
  return STATUS[refusal.code] === 503 ? 5 : undefined;
}

/** Dates and doses by the name of their key, at any depth; the rest as it is. */
function told(value: unknown, key = ''): unknown {
  if (typeof value === 'number') {
    if (key in DATES) return formatLocalDate(value as LocalDate);
    return key in DOSES ? formatDose(micrograms(value)) : value;
  }
  if (Array.isArray(value)) return value.map((entry) => told(entry, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, told(inner, name)]));
}
