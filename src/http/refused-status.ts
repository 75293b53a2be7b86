/**
 * With which status is each refusal told? One table for all of them: a new code in any service does not compile until it
 * stands here. What a stranger may not know to exist is 404, never 403; 409 means: look again, then ask again (H16).
 */
import type { FrameRefusal } from './frame-refusal.ts';
import type { CaseRefused, CommonRefused, PeopleRefused, PlanRefused, Refused, ScreeningRefused } from './refused.ts';

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

const COMMON: Statuses<CommonRefused> = {
  'not-found': 404,
  'not-allowed': 403,
  'case-busy': 409,
  'case-exists': 409,
  'event-refused': 422,
  'day-implausible': 422,
};

const PEOPLE: Statuses<PeopleRefused> = {
  'not-signed-in': 401,
  'sign-in-refused': 401,
  'sign-in-again': 403,
  'clinic-needed': 422,
  'too-many-tries': 429,
  'password-wrong': 422,
  'no-passkey': 422,
  'passkey-refused': 422,
  'passkey-counter-back': 422,
  'passkey-known': 409,
  'challenge-unknown': 422,
  'login-unusable': 422,
  'login-taken': 409,
  'password-too-short': 422,
  'password-too-long': 422,
  'password-guessable': 422,
  'invitation-unknown': 404,
  'invitation-used': 409,
  'invitation-expired': 409,
  'invitation-is-set-up': 422,
  'set-up-done': 409,
  'name-missing': 422,
  'name-too-long': 422,
  'name-unreadable': 422,
  'role-not-yours-to-give': 403,
  'clinic-is-solo': 422,
  'person-gone': 409,
  'last-admin': 409,
  'last-credential': 409,
  'ceiling-out-of-range': 422,
};

const CASE: Statuses<CaseRefused> = {
  'batch-empty': 422,
  'batch-too-large': 422,
  'sent-at-unreadable': 422,
  'case-closed': 409,
  'case-not-open': 409,
  'case-not-closed': 409,
  'reason-missing': 422,
  'not-a-patient': 422,
  'patient-is-yourself': 422,
  'person-unknown': 422,
  'person-is-the-patient': 422,
  'role-missing': 422,
  'last-prescriber': 409,
  'tie-unknown': 404,
  'page-out-of-range': 422,
  'request-unknown': 404,
  'request-answered-already': 409,
  'too-many-open-requests': 409,
  'finding-unknown': 404,
  'product-refused': 422,
  'too-many-products': 422,
  'diary-empty': 409,
  'letter-of-other-kind': 409,
  'letter-text-unprintable': 422,
};

const SCREENING: Statuses<ScreeningRefused> = {
  'answers-of-another-day': 422,
  'case-not-open': 409,
  'earlier-than-last-review': 409,
  'finding-not-present': 409,
  'finding-not-overridable': 422,
  'finding-overridden-already': 409,
  'override-not-allowed': 403,
  'ingredient-not-on-list': 422,
  'last-taken-in-future': 422,
  'medicine-empty': 422,
  'medicine-recognised': 409,
  'medicine-unknown': 404,
  'reason-too-short': 422,
  'too-many-medicines': 422,
};

const PLAN: Statuses<PlanRefused> = {
  'clearing-not-allowed': 403,
  'end-not-allowed': 403,
  'end-out-of-range': 422,
  'flag-not-open': 409,
  'later-day-kept': 409,
  'later-move-recorded': 409,
  'move-not-permitted': 422,
  'no-plan-in-force': 409,
  'not-yours-to-move': 403,
  'nothing-to-stop': 409,
  'place-changed': 409,
  'place-not-in-plan': 422,
  'plan-changed': 409,
  'plan-draft-faulty': 422,
  'plan-has-no-force': 409,
  'plan-not-a-draft': 409,
  'plan-not-half-signed': 409,
  'plan-not-signable': 422,
  'plan-unknown': 404,
  'read-back-differs': 409,
  'reason-too-short': 422,
  'signature-differs': 409,
  'signed-by-you-already': 409,
  'test-not-waited-for': 409,
  'test-waits-already': 409,
};

export const STATUS: Statuses<Refused> = { ...FRAME, ...COMMON, ...PEOPLE, ...CASE, ...SCREENING, ...PLAN };
