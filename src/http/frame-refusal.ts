/**
 * What does the frame itself refuse, before any route is asked? Bodies nobody should have to read, addresses that lead
 * nowhere, requests another page made in somebody's name. Holds no sentence: words stand in web/kit/words/en/http.ts.
 */
import type { StorageTrouble } from '../records/ports.ts';

/** One field that does not fit. `pointer` is RFC 6901, "" = the whole; what was sent is never repeated. */
export type FieldFault = { readonly pointer: string; readonly fault: FieldFaultCode };
export type FieldFaultCode =
  | 'missing'
  | 'unknown'
  | 'wrong-kind'
  | 'too-small'
  | 'too-large'
  | 'not-one-of'
  | 'unreadable';

export type BodyRefusal =
  | { readonly code: 'body-not-json' }
  | { readonly code: 'body-encoded' }
  | { readonly code: 'body-missing' }
  | { readonly code: 'body-not-wanted' }
  | { readonly code: 'body-too-large'; readonly limitBytes: number }
  | { readonly code: 'body-not-utf8' }
  | { readonly code: 'body-unreadable' }
  | { readonly code: 'body-too-deep'; readonly limitLevels: number }
  | { readonly code: 'body-key-twice' }
  | { readonly code: 'body-key-forbidden' }
  | { readonly code: 'body-text-broken' }
  | { readonly code: 'body-number-too-large' };

export type FrameRefusal =
  | BodyRefusal
  | { readonly code: 'fields-refused'; readonly faults: readonly FieldFault[] }
  | { readonly code: 'path-unknown' }
  | { readonly code: 'method-unknown'; readonly allowed: readonly string[] }
  | { readonly code: 'wrong-origin' }
  | { readonly code: 'metrics-closed' }
  | { readonly code: 'not-written'; readonly trouble: StorageTrouble }
  | { readonly code: 'not-taking-writes' }
  | { readonly code: 'stopping' }
  | { readonly code: 'fault' };
