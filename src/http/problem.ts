/**
 * How is "no" said? As RFC 9457 `application/problem+json`: a type that names the code, a sentence for a person, and the
 * refusal's own data in the forms the rest of the interface uses. Quotes nothing that was sent but what a refusal names.
 */
import type { Language } from '../../web/kit/words/language.ts';
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import { formatDose, micrograms } from '../medicine/dose.ts';
import { HTTP_WORDS } from './language.ts';
import type { Refused } from './refused.ts';
import { STATUS } from './refused-status.ts';

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

const DATES: Readonly<Record<KeysOf<LocalDate>, true>> = {
  day: true,
  earliest: true,
  here: true,
  lastTaken: true,
  latest: true,
  on: true,
};
/** The same in what stands inside a refusal: reasons, and faults of a plan. */
const INNER_DATES: readonly string[] = [...['validFrom', 'validTo', 'date', 'since', 'from', 'until', 'usableUntil']];
const INNER_DOSES: readonly string[] = [
  ...['dose', 'ceiling', 'maximumStep', 'rise', 'last', 'tenth', 'current', 'planned', 'lower', 'customary', 'above'],
];
/** Where a limit is a dose and not a number. */
const DOSE_LIMITS: readonly string[] = [
  ...['start-too-high', 'dose-too-large', 'site-ceiling-too-high', 'maximum-step-out-of-range', 'rise-not-tolerated'],
  ...['dose-below-ldn-range', 'dose-above-ldn-range', 'ceiling-out-of-range'],
];
const INSTANTS: readonly string[] = ['deviceInstant', 'serverInstant', 'openedAt', 'notBefore'];

/** The document for a refusal, in the language of whoever asked. */
export function problemOf(refusal: Refused, requestId: string, language: Language = 'en'): Problem {
  const { code, ...members } = refusal;
  const status = STATUS[code];
  return {
    ...(told(members, '', code) as Record<string, unknown>),
    type: `urn:titrial:problem:${code}`,
    title: HTTP_WORDS[language].problemTitle(status),
    status,
    detail: HTTP_WORDS[language].refused(refusal),
    instance: `urn:uuid:${requestId}`,
    code,
  };
}

/** Seconds after which asking again makes sense; undefined = asking again changes nothing. */
export function retryAfter(refusal: Refused): number | undefined {
  if ('retryAfterSeconds' in refusal && typeof refusal.retryAfterSeconds === 'number') return refusal.retryAfterSeconds;
  return STATUS[refusal.code] === 503 ? 5 : undefined;
}

/** Dates, doses and instants by the name of their key, at any depth; the rest as it is. */
export function told(value: unknown, key = '', code = ''): unknown {
  if (typeof value === 'number') return toldNumber(value, key, code);
  if (Array.isArray(value)) return value.map((entry) => told(entry, key, code));
  if (typeof value !== 'object' || value === null) return value;
  const own = 'code' in value && typeof value.code === 'string' ? value.code : code;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, told(inner, name, own)]));
}

function toldNumber(value: number, key: string, code: string): unknown {
  if (key in DATES || INNER_DATES.includes(key)) return formatLocalDate(value as LocalDate);
  if (INSTANTS.includes(key)) return new Date(value).toISOString();
  const isLimit = ['limit', 'minimum', 'maximum'].includes(key) && DOSE_LIMITS.includes(code);
  return isLimit || INNER_DOSES.includes(key) ? formatDose(micrograms(value)) : value;
}

/** A code with its data in the forms of the interface, and its sentence. */
export function toldWith<T extends { readonly code: string }>(
  value: T,
  detail: string,
): { readonly code: string; readonly detail: string } & Readonly<Record<string, unknown>> {
  return { ...(told(value) as Record<string, unknown>), code: value.code, detail };
}
