/**
 * With which status is each refusal told? One table for all of them: a new code in any service does not compile until it
 * stands here and has its sentence. What a stranger may not know to exist is 404, never 403 (H16).
 */
import type { Denial } from '../service/authority.ts';
import type { CaseBusy, CaseExists } from '../service/case-record.ts';
import type { PasswordRefusal, SigningRefusal } from '../service/credentials.ts';
import type { TooManyTries } from '../service/rate-limit.ts';
import type { NotSignedIn, SignInAgain } from '../service/sessions.ts';
import type { FrameRefusal } from './frame-refusal.ts';

export type PeopleRefused = NotSignedIn | SignInAgain | TooManyTries | PasswordRefusal | SigningRefusal;
export type CaseRefused = Denial | CaseBusy | CaseExists;
export type Refused = FrameRefusal | PeopleRefused | CaseRefused;

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
type Statuses<R extends { readonly code: string }> = Readonly<Record<R['code'], RefusalStatus>>;

const FRAME: Statuses<FrameRefusal> = {
  'body-not-json': 415,
  'body-encoded': 415,
  'body-missing': 400,
  'body-not-wanted': 400,
  'body-too-large': 413,
  'body-not-utf8': 400,
  'body-unreadable': 400,
  'body-too-deep': 400,
  'body-key-twice': 400,
  'body-key-forbidden': 400,
  'body-text-broken': 400,
  'body-number-too-large': 400,
  'fields-refused': 422,
  'path-unknown': 404,
  'method-unknown': 405,
  'wrong-origin': 403,
  'metrics-closed': 403,
  'not-written': 503,
  'not-taking-writes': 503,
  stopping: 503,
  fault: 500,
};

const PEOPLE: Statuses<PeopleRefused> = {
  'not-signed-in': 401,
  'sign-in-again': 403,
  'too-many-tries': 429,
  'password-wrong': 422,
  'no-passkey': 422,
  'passkey-refused': 422,
  'passkey-counter-back': 422,
  'challenge-unknown': 422,
};

const CASE: Statuses<CaseRefused> = {
  'not-found': 404,
  'not-allowed': 403,
  'case-busy': 409,
  'event-refused': 422,
  'case-exists': 409,
};

export const STATUS: Statuses<Refused> = { ...FRAME, ...PEOPLE, ...CASE };
