/** What does every answer of the interface say to a browser? Show nothing, run nothing, keep nothing, tell nobody (H16). */
import type { Language } from '../../web/kit/words/language.ts';

/** For answers that are data: nothing in them may load or run anything. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const ALWAYS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
  ['x-frame-options', 'DENY'],
];

/** Sets what is missing; what an answer has set itself stands. `secure`: the site is served by https. */
export function setHeaders(headers: Headers, secure: boolean): void {
  for (const [name, value] of ALWAYS) headers.set(name, value);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', DATA_POLICY);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/** For answers with sentences in them: in which language they are, and that another reader gets another. */
export const saidIn = (language: Language): Record<string, string> => ({
  'content-language': language,
  vary: 'Accept-Language',
});
