/**
 * What a patient asked and reported, in English: requests with their answers, signs that ended the therapy, side effects,
 * changes, doses off the plan and days told in two ways. Answering moves no dose, and the page says so (H8, H9, H11).
 */

import { type Dose, formatDose } from '../../../../src/medicine/dose.ts';
import type { StopRule } from '../../../../src/medicine/titration.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import { dateInWords } from './clinic-case.ts';
import { STOP_RULE } from './plan.ts';
import { sideEffectInWords } from './side-effect.ts';

const WISH: Readonly<Record<EventOf<'request-made'>['wish'], string>> = {
  hold: 'asks to hold the dose',
  'step-up': 'asks to step up',
  'step-down': 'asks to step down',
  resume: 'asks to take it again',
  other: 'asks something else',
};

const CHANGE: Readonly<Record<EventOf<'change-reported'>['what'], string>> = {
  'new-medicine': 'New medicine',
  infection: 'Infection',
  crash: 'Crash',
  cycle: 'Cycle day',
  'operation-planned': 'Operation planned',
  'nothing-new': 'Nothing new',
};

export const clinicRequestsWords = {
  requests: 'Requests',
  noRequests: 'Nothing has been asked.',
  answered: 'Answered',
  wish: (who: string, wish: keyof typeof WISH) => `${who} ${WISH[wish]}`,
  asked: (day: string) => `asked on ${dateInWords(day)}`,
  yourAnswer: 'Your answer',
  sendAnswer: 'Send the answer',
  agree: 'Agree',
  agreeAndTake: (move: string) => `Agree, and ${move}`,
  take: {
    hold: (dose: string) => `hold at ${dose} from today`,
    'step-up': (dose: string) => `step up to ${dose} from today`,
    'step-down': (dose: string) => `step down to ${dose} from today`,
  },
  twoActs: 'These are two acts on record: the answer, and the move.',
  decline: 'Decline',
  movesNothing: 'An answer alone moves no dose. A move is taken, or another plan is signed.',
  notOpen: 'The plan does not permit this move today. The reasons stand in the overview.',
  noteHelp: 'The patient reads it. It may be empty.',
  answeredBy: (answer: 'agreed' | 'declined', who: string) => `${answer} by ${who}`,
  agreedAndTaken: (dose: string) => `Agreed, and recorded: ${dose} from today.`,
  agreedNotTaken: 'Agreed. The move was not taken:',
  agreedOnly: 'Agreed. No dose was moved.',
  declinedOnly: 'Declined.',

  flags: 'Signs that end the therapy',
  noFlags: 'None was reported.',
  flag: (rule: StopRule) => STOP_RULE[rule],
  reported: (day: string) => `reported for ${dateInWords(day)}`,
  cleared: (day: string) => `cleared on ${dateInWords(day)}`,
  clear: (rule: StopRule) => `Clear: ${STOP_RULE[rule]}`,
  clearHelp: 'Clears the reports listed here and no others. One that arrives later stands again. No dose moves by it.',
  clearReason: 'Why may the therapy go on?',
  clearButton: 'Clear it',

  sideEffects: 'Side effects',
  noSideEffects: 'None was reported.',
  sideEffectHead: ['Side effect', 'Grade', 'Since', 'Ended'],
  sideEffect: sideEffectInWords,
  grade: { 1: '1, mild', 2: '2, moderate', 3: '3, severe' },
  goesOn: 'goes on',

  changes: 'Reported changes',
  noChanges: 'None was reported.',
  changeHead: ['Day', 'What', 'In their words', 'Seen at a screening'],
  change: CHANGE,
  seen: 'yes',
  unseen: 'not yet: look at the screening again',

  doses: 'Doses off the plan, and days told in two ways',
  noDoses: 'None in the diary.',
  unplanned: (day: string, dose: string) => `${dateInWords(day)}: ${dose}, outside the plan`,
  conflict: (day: string) => `${dateInWords(day)}: the entries of this day disagree`,
  showEntries: 'Show the entries side by side',
  entryHead: ['Entry', 'Dose', 'Told by', 'Device said', 'Reached the server'],
  entry: { taken: 'taken', less: 'less taken', 'not-taken': 'not taken', unplanned: 'outside the plan' },
  counts: 'counts',
  dose: (dose: Dose) => (dose === 0 ? 'none' : formatDose(dose)),

  laboratory: 'Laboratory tests',
  laboratoryHelp: 'A test that is waited for stands in the way of a step up.',
  noLaboratory: 'No test has been asked for.',
  testAsked: (test: string, day: string) => `${test}, asked for on ${day}`,
  testAnswered: (day: string) => `the result came on ${day}`,
  waits: 'waited for',
  test: 'Test',
  testHelp: 'For example ALT, TSH, eGFR.',
  askTest: 'A test was asked for',
  answerTest: (test: string) => `The result of ${test} has come`,
};
