/**
 * The screening of a case, in English: medicines and what the list makes of them, the questions, what the rules find, and
 * looking at it as a whole. Not known counts as not in order, and the page says so (H4, H5, H6, H7, H37).
 */
import type { Group, Washout } from '../../../../src/medicine/screening/drug-list.ts';
import { dateInWords } from './clinic-case.ts';
import { findingSentence, MEDICINE_FORM_WORDS, QUESTION_WORDS, SEVERITY_WORDS, UNRESOLVED_WORDS } from './screening.ts';

const GROUP: Readonly<Record<Group, string>> = {
  opioid: 'opioid',
  'partial-agonist': 'partial opioid',
  'mixed-agonist': 'mixed opioid',
  'gut-opioid': 'opioid of the gut',
  'gut-opioid-when-repeated': 'opioid of the gut, when taken regularly',
  'peripheral-agonist': 'acts on opioid receptors outside the brain',
  'cough-not-opioid': 'cough medicine, no opioid',
  naltrexone: 'naltrexone itself',
  antagonist: 'blocks opioid receptors',
  'rescue-antagonist': 'kept for an opioid overdose',
  'opioid-marker': 'given to people who take or stop opioids',
  'liver-or-lethargy': 'liver, or sleepiness',
  'thyroid-hormone': 'thyroid hormone',
  immunosuppressant: 'holds back the immune system',
  'excluded-in-trials': 'left out in single trials',
  none: 'no rule concerns it',
};

const WASHOUT: Readonly<Record<Washout, string>> = {
  short: 'short-acting',
  'long-label': 'leaves the body slowly',
  long: 'long-acting',
};

/** "1 in the way, 2 waiting for a reason." */
function counted(hard: number, soft: number): string {
  const blocking = hard === 0 ? 'Nothing in the way' : `${hard} in the way`;
  return `${blocking}, ${soft === 0 ? 'none' : soft} waiting for a reason.`;
}

export const clinicScreeningWords = {
  medicines: 'Medicines',
  noMedicines: 'No medicine is entered yet. Enter everything that is taken, sprays, patches and cough syrup too.',
  failClosed:
    'What the list does not recognise counts as a reason not to begin, until a prescriber has said what it is.',
  list: (version: string) => `List of medicines: ${version}`,
  enter: 'Enter a medicine',
  name: 'Name, as it stands on the box',
  nameHelp: 'A brand or an ingredient, with or without strength. Several in one box: write all of them.',
  matching: 'Looking it up …',
  match: {
    recognised: (names: string) => `Recognised: ${names}`,
    opioid: 'An opioid: naltrexone at any dose can bring on withdrawal.',
    unresolved: (why: string) => `Not recognised: ${why}. It will stand in the way until somebody has said what it is.`,
  },
  hit: (ingredient: string, group: Group, washout?: Washout) =>
    `${ingredient} (${GROUP[group]}${washout === undefined ? '' : `, ${WASHOUT[washout]}`})`,
  why: UNRESOLVED_WORDS,
  form: 'Form',
  forms: MEDICINE_FORM_WORDS,
  use: 'Is it taken?',
  uses: { current: 'Taken now', stopped: 'Not any more', unknown: 'Not known (counts as taken)' },
  lastTaken: 'Last day it was taken',
  lastTakenMissing: 'Enter the last day it was taken.',
  chronic: 'Taken for more than about four weeks in the last 90 days?',
  beyondLabel: 'Taken beyond its label, or regularly?',
  said: { yes: 'Yes', no: 'No', unknown: 'Not said' },
  add: 'Add the medicine',
  added: (name: string) => `Added: ${name}.`,
  using: {
    current: 'taken now',
    stopped: (day: string) => `not any more; last taken on ${dateInWords(day)}`,
    unknown: 'not known whether it is taken; counts as taken',
  },
  chronicSaid: { true: 'for more than about four weeks', false: 'for less than about four weeks' },
  change: 'Change its use',
  changeButton: 'Record this use',
  resolve: 'Say what it is',
  resolveHelp: 'The text stays as it was entered; your decision and reason stand beside it.',
  resolveAs: 'It is',
  resolutions: { ingredient: 'this ingredient of the list', 'not-listed': 'something no rule concerns' },
  ingredient: 'Ingredient, as the list writes it',
  resolveButton: 'Record this decision',
  resolvedAs: (ingredient: string) => `resolved as ${ingredient}`,
  resolvedNotListed: 'resolved: no rule concerns it',

  questions: 'Questions',
  questionsHelp: 'All are answered for today. “Not known” is an answer, and it stands in the way.',
  question: QUESTION_WORDS,
  answers: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  answeredOn: (day: string) => `Answered for ${dateInWords(day)}.`,
  neverAnswered: 'Never answered.',
  unanswered: (count: number) =>
    count === 1 ? 'One question has no answer yet.' : `${count} questions have no answer yet.`,
  openQuestions: 'Show the questions and answers',
  liver: 'Liver test: ALT or AST, the higher, in multiples of the upper limit',
  liverHelp: 'For example 0.8. Empty: not measured.',
  egfr: 'eGFR in mL/min/1.73 m²',
  egfrHelp: 'For example 74. Empty: not measured.',
  numberUnreadable: 'Write a number with a point, such as 0.8, or leave it empty.',
  operationOn: 'Day of the planned operation, if there is one',
  saveAnswers: 'Record the answers for today',
  answersSaved: (hard: number, soft: number) => `Recorded. ${counted(hard, soft)}`,

  findings: 'What the rules find today',
  clear: 'Nothing is found today.',
  severity: SEVERITY_WORDS,
  finding: findingSentence,
  counts: (hard: number, soft: number) => (hard === 0 && soft === 0 ? 'Nothing is open.' : counted(hard, soft)),
  clearFrom: (day: string) => `Waiting alone clears it from ${dateInWords(day)}.`,
  allClearFrom: (day: string) => `Waiting alone clears everything that stands in the way from ${dateInWords(day)}.`,
  notOverridable: 'This cannot be set aside.',
  override: 'Set aside with a reason',
  overrideHelp: 'For this finding only. It stays in the list with your name and reason.',
  overrideButton: 'Set it aside',
  overridden: (who: string, day: string, reason: string) => `Set aside by ${who} on ${dateInWords(day)}: “${reason}”`,
  moreSoft: (count: number) => `${count} more waiting for a reason`,
  information: (count: number) => `To be read (${count})`,
  setAside: (count: number) => `Set aside (${count})`,

  review: 'Look at it as a whole',
  reviewHelp:
    'Puts on record that you looked at everything above today: how much is open, by which list, and which reports of new medicines were in sight. A plan is signed on such a look of the same day or the day before, with nothing open.',
  reviewButton: 'I have looked at this as a whole',
  reviewed: (day: string, hard: number, soft: number) => `Looked at on ${dateInWords(day)}. ${counted(hard, soft)}`,
  neverReviewed: 'Nobody has looked at it as a whole yet.',
  stale: 'Something was entered or reported since. Look again.',
  reported: 'Reported by the patient and not yet seen:',
};
