/**
 * What the server says in German when it does not do what was asked: one sentence or two for each code, plain and calm.
 * What happened, what was kept, what to do. A new code does not compile until it stands here.
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
  400: 'Nicht lesbar',
  401: 'Nicht angemeldet',
  403: 'Nicht erlaubt',
  404: 'Nicht gefunden',
  405: 'Hier nicht möglich',
  409: 'Inzwischen geändert',
  413: 'Zu groß',
  415: 'Diese Art wird hier nicht gelesen',
  422: 'Abgelehnt',
  429: 'Zu viele Versuche',
  500: 'Ein Fehler in Titrial',
  503: 'Jetzt nicht möglich',
};

const fields = (n: number): string => (n === 1 ? 'Ein Feld passt' : `${n} Felder passen`);
const PHONE = 'Einträge auf einem Telefon bleiben dort und werden noch einmal gesendet.';

const FRAME: Words<FrameRefusal> = {
  'body-not-json': () => 'Hier wird nur JSON gelesen. Senden Sie es mit dem Inhaltstyp application/json und in UTF-8.',
  'body-encoded': () => 'Ein gepackter Inhalt wird hier nicht gelesen. Senden Sie ihn ungepackt.',
  'body-missing': () => 'Ein Inhalt ist nötig, und es kam keiner.',
  'body-not-wanted': () => 'Hier wird kein Inhalt gelesen. Senden Sie die Anfrage ohne Inhalt.',
  'body-too-large': ({ limitBytes }) =>
    `Der Inhalt ist größer als die ${limitBytes} Byte, die hier gelesen werden. Senden Sie ihn in Teilen.`,
  'body-not-utf8': () => 'Der Inhalt ist kein Text in UTF-8.',
  'body-unreadable': () =>
    'Der Inhalt ist kein JSON. Suchen Sie nach einem fehlenden Komma, Anführungszeichen oder einer Klammer.',
  'body-too-deep': ({ limitLevels }) =>
    `Der Inhalt ist tiefer verschachtelt als die ${limitLevels} Ebenen, die hier gelesen werden.`,
  'body-key-twice': () => 'Ein Schlüssel steht zweimal in einem Objekt. Es ist nicht klar, welcher gemeint war.',
  'body-key-forbidden': () => 'Der Inhalt hat einen Schlüssel, der hier nicht gelesen wird.',
  'body-text-broken': () => 'Ein Text im Inhalt enthält ein Zeichen, das in keinen Text gehört.',
  'body-number-too-large': () => 'Eine Zahl im Inhalt ist zu groß, um genau gelesen zu werden.',
  'fields-refused': ({ faults }) => `${fields(faults.length)} nicht. Die Liste sagt, welche. Nichts wurde geändert.`,
  'path-unknown': () => 'Unter dieser Adresse gibt es nichts. Die Adressen stehen unter /docs.',
  'method-unknown': ({ allowed }) => `Diese Adresse nimmt nur ${allowed.join(', ')}.`,
  'wrong-origin': () => 'Die Anfrage kam nicht von unserer eigenen Seite. Darum wurde nichts getan.',
  'metrics-closed': () => 'Die Messwerte sieht man nur auf diesem Rechner oder mit dem Zugangsschlüssel dafür.',
  'not-written': () => `Der Server konnte seinen Speicher nicht erreichen. Nichts wurde gespeichert. ${PHONE}`,
  'not-taking-writes': () =>
    `Der Speicher des Servers ist voll oder defekt. Bis das behoben ist, wird nichts Neues angenommen. Was da ist, kann gelesen werden. ${PHONE}`,
  stopping: () => `Der Server wird gleich angehalten. ${PHONE}`,
  fault: () =>
    'In Titrial ist etwas schiefgegangen. Wenn es wieder passiert, melden Sie bitte die Nummer dieser Anfrage.',
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

/** Everything the server says in German. */
export const httpWords: HttpWords = {
  problemTitle: (status) => TITLE[status] ?? 'Abgelehnt',
  refused: (refusal) => say(REFUSED, refusal),
  moveReason: (reason) => say(REASON, reason),
  gate: (fault) => say(GATE_FAULT, fault),
  noPlan: (why) => say(NO_PLAN, why),
  caution: (caution) => say(PLAN_CAUTION, caution),
  screeningFinding: findingSentence,
  entryRefused: (refusal) => say(DIARY_REFUSED, refusal),
  trialGate: (gate) => say(TRIAL_GATE, gate),
};
