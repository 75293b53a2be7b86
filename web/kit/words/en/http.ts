/**
 * What the server says when it does not do what was asked: one sentence or two for each code, plain and calm. What
 * happened, what was kept, what to do. A new code does not compile until it stands here.
 */
import type { FrameRefusal } from '../../../../src/http/frame-refusal.ts';
import type { Refused } from '../../../../src/http/refused.ts';
import type { HttpWords } from '../http.ts';
import { say, type Words } from '../say.ts';
import { PLAN_CAUTION, REASON } from './plan.ts';
import { CASE_REFUSED, COMMON_REFUSED, SCREENING_REFUSED } from './refused-case.ts';
import { DIARY_REFUSED } from './refused-diary.ts';
import { PEOPLE_REFUSED } from './refused-people.ts';
import { GATE_FAULT, NO_PLAN, PLAN_REFUSED } from './refused-plan.ts';
import { TRIAL_GATE, TRIAL_REFUSED } from './refused-trial.ts';
import { findingSentence } from './screening.ts';

const TITLE: Readonly<Record<number, string>> = {
  400: 'Could not be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Changed in the meantime',
  413: 'Too large',
  415: 'Not the kind that is read here',
  422: 'Refused',
  429: 'Too many tries',
  500: 'A fault in Titrial',
  503: 'Not possible now',
};

const fields = (n: number): string => (n === 1 ? 'One field does' : `${n} fields do`);

const FRAME: Words<FrameRefusal> = {
  'body-not-json': () => 'Only JSON is read here. Send it with the content type application/json, in UTF-8.',
  'body-encoded': () => 'A compressed body is not read here. Send it as it is, without a content encoding.',
  'body-missing': () => 'A body is needed and none came.',
  'body-not-wanted': () => 'No body is read here. Send the request without one.',
  'body-too-large': ({ limitBytes }) => `The body is larger than the ${limitBytes} bytes read here. Send it in parts.`,
  'body-not-utf8': () => 'The body is not text in UTF-8.',
  'body-unreadable': () => 'The body is not JSON. Look for a missing comma, quote or bracket.',
  'body-too-deep': ({ limitLevels }) => `The body is nested deeper than the ${limitLevels} levels read here.`,
  'body-key-twice': () => 'A key stands twice in one object. It is not clear which of them was meant.',
  'body-key-forbidden': () => 'The body has a key that is not read here.',
  'body-text-broken': () => 'A text in the body holds a character that no text should hold.',
  'body-number-too-large': () => 'A number in the body is too large to be read exactly.',
  'fields-refused': ({ faults }) => `${fields(faults.length)} not fit. The list says which. Nothing was changed.`,
  'path-unknown': () => 'There is nothing at this address. The addresses are listed at /docs.',
  'method-unknown': ({ allowed }) => `This address takes ${allowed.join(', ')} only.`,
  'wrong-origin': () => 'The request did not come from our own page, so nothing was done.',
  'metrics-closed': () => 'The figures are shown on this machine, or to a holder of the token.',
  'not-written': () =>
    'The server could not reach its store, and nothing was written. Entries on a phone are kept there and sent again.',
  'not-taking-writes': () =>
    'The store of the server is full or broken, so nothing new is taken until it is put right. What is there can be read. Entries on a phone are kept there and sent again.',
  stopping: () => 'The server is about to stop. Entries on a phone are kept there and sent again.',
  fault: () => 'Something went wrong in Titrial. If it happens again, please report the number of this request.',
};

const REFUSED: Words<Refused> = {
  ...FRAME,
  ...COMMON_REFUSED,
  ...PEOPLE_REFUSED,
  ...CASE_REFUSED,
  ...SCREENING_REFUSED,
  ...PLAN_REFUSED,
  ...TRIAL_REFUSED,
};

/** Everything the server says in English. */
export const httpWords: HttpWords = {
  problemTitle: (status) => TITLE[status] ?? 'Refused',
  refused: (refusal) => say(REFUSED, refusal),
  moveReason: (reason) => say(REASON, reason),
  gate: (fault) => say(GATE_FAULT, fault),
  noPlan: (why) => say(NO_PLAN, why),
  caution: (caution) => say(PLAN_CAUTION, caution),
  screeningFinding: findingSentence,
  entryRefused: (refusal) => say(DIARY_REFUSED, refusal),
  trialGate: (gate) => say(TRIAL_GATE, gate),
};

/** The page at /docs. */
export const docsWords = {
  title: 'Titrial: the interface',
  intro:
    'Everything a page or a program can ask of this server. Doses are text with their unit ("1.5 mg"), days are civil dates ("2026-03-29"), instants are in UTC. What is refused comes as a problem document with a code and a sentence.',
  document: 'The same as an OpenAPI 3.1 document',
  groups: 'Groups',
  signedIn: 'For somebody signed in.',
  anyone: 'For anyone.',
  query: 'In the address',
  body: 'Sent',
  answer: (status: string) => `Answered with ${status}`,
  nothing: 'Answered with 204 and nothing more.',
};
