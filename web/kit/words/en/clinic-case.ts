/**
 * A case in the clinic's page, in English: whose it is and what they take, its parts, and the words every part of it
 * shares (H16).
 */
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import type { Attention } from '../../../../src/records/course-attention.ts';
import { dayCount, longDate } from './number.ts';

/** "3 Mar 2026" of "2026-03-03"; what is no date stays as it is. */
export const dateInWords = (text: string): string => {
  const date = parseLocalDate(text);
  return date.ok ? longDate(date.value) : text;
};

const ATTENTION_WORDS: Readonly<Record<Attention, string>> = {
  'red-flag': 'A sign that ends the therapy was reported.',
  'unplanned-dose': 'A dose outside the plan was reported.',
  'dose-conflict': 'Two entries of one day tell different doses.',
  'side-effect-at-rule': 'A side effect reaches the grade at which the plan says hold.',
  'escape-offered': 'The rule that ends the blinded trial early is met.',
  'new-medicine': 'A new medicine was reported.',
  request: 'A request waits for an answer.',
  'second-signature': 'A plan waits for a second signature.',
  'screening-open': 'Something in the screening is open.',
  'kits-missing': 'Kits of the blinded trial have not been handed out.',
  'trial-over': 'The blinded trial is over: open it, and decide what follows.',
  'plan-expired': 'The plan has run out.',
  'plan-expiring': 'The plan runs out within a week.',
  supply: 'The supply has to be ordered.',
  silent: 'Nothing was entered for more than three days.',
};

export const caseWords = {
  tabs: {
    overview: 'Overview',
    findings: 'Findings',
    screening: 'Screening',
    plan: 'Plan',
    supply: 'Supply',
    trial: 'Trial',
    requests: 'Requests and reports',
    record: 'Record',
    letter: 'Letter',
    people: 'People',
  },
  parts: 'Parts of this case',
  /** An admin without a tie sees who looked, and no more. */
  withoutContent: 'What the case holds is not shown to you. Its ties, its access log and its erasure are yours.',
  caseWithoutLabel: 'A case',
  nameHidden: 'name not shown to you',
  nobodyNamed: 'somebody not named here',
  statusIs: { open: 'The case is open.', closed: 'The case is closed.', erased: 'The case was erased.' },
  solo: 'A patient alone: the plan was copied in, nobody signed it here.',
  takesToday: 'Today',
  plannedToday: 'By the plan today',
  noPlanToday: 'No plan has force today.',
  noDrug: 'no drug',
  atStep: (step: number, steps: number) => `step ${step} of ${steps}`,
  atBaseline: 'baseline before the first dose',
  sinceDay: (since: string, day: number) => `since ${dateInWords(since)} (day ${day})`,
  validTo: (day: string) => `plan valid to ${dateInWords(day)}`,
  noDose: 'No dose today.',
  notToBeTaken: 'Not to be taken today:',
  flagStands: 'A sign that ends the therapy was reported and stands.',
  attention: ATTENTION_WORDS as Readonly<Record<string, string>>,
  date: dateInWords,
  days: dayCount,
  cancel: 'Change nothing',
  reason: 'Reason',
  reasonHelp: 'At least 10 characters, for whoever reads the record later.',
  note: 'Note',
  asTable: 'The same as a table',
  tableOf: (name: string) => `${name}: table`,
};
