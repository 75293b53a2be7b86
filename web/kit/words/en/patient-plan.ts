/** English of the plan: its steps, what the rules allow today, asking, and stopping, which is always there. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { MoveName } from '../../../../src/medicine/moves.ts';
import type { TitrationRules } from '../../../../src/medicine/titration.ts';
import type { RequestRecord } from '../../../../src/records/case-state.ts';
import { whenWords } from './patient-when.ts';

const { days, fullDay } = whenWords;

const WISH: Readonly<Record<RequestRecord['wish'], string>> = {
  hold: 'Stay at this dose for now',
  'step-up': 'Go up',
  'step-down': 'Go down one step',
  resume: 'Start again',
  other: 'Something else',
};

export const planWords = {
  heading: 'My plan',
  none: 'There is no plan to follow today.',
  here: 'You are here',
  place: {
    baseline: (day: number, of: number): string =>
      day <= of ? `Day ${day} of ${of} without the drug.` : `Day ${day} without the drug. ${of} were planned.`,
    step: (day: number, least: number): string =>
      day <= least
        ? `Day ${day} of at least ${least} at this dose.`
        : `Day ${day} at this dose. At least ${least} were planned.`,
  },
  steps: 'Steps',
  step: {
    baseline: (n: number): string => `${days(n)} without the drug`,
    dose: (dose: string, least: number): string => `${dose}, at least ${days(least)}`,
    endline: (n: number): string => `${days(n)} without the drug at the end`,
  },
  ceiling: (dose: string): string => `Never more than ${dose} a day.`,
  until: (date: LocalDate): string => `Good until ${fullDay(date)}.`,
  signed: (name: string, on: string): string => `Signed by ${name}, ${on}`,
  waits: 'Waits for a second signature',
  transcribed: (by: string): string => `Copied in by you from what ${by} prescribed. Nobody signed it here.`,
  someone: 'your clinic',
  signedName: 'Who signed it',
  copyIn: 'Copy in a plan',

  today: 'What the rules allow today',
  todayOld: (when: string): string => `As the clinic last said, ${when}. It may have changed.`,
  todayUnknown: 'This needs a connection. You may stop at any time, also now.',
  move: {
    hold: (dose: string): string => `Stay at ${dose}`,
    'step-up': (dose: string): string => `Go up to ${dose}`,
    'step-down': (dose: string): string => `Go down to ${dose}`,
    stop: (): string => 'Stop',
  } satisfies Record<MoveName, (dose: string) => string>,
  start: (dose: string): string => `Start with ${dose}`,
  asks: {
    hold: 'Your plan says: stay at this dose for now.',
    'step-down': 'Your plan says: go down one step.',
    stop: 'Your plan says: stop.',
  },
  why: 'Why',
  speaksFor: 'speaks for going on',
  speaksAgainst: 'speaks against going up',
  confirmMove: (what: string): string => `${what}, from today?`,
  confirmTake: (dose: string, what: string): string => `${dose} = ${what}.`,
  confirmYes: (what: string): string => `Yes: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`,
  moved: (what: string): string => `Done: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}.`,

  ask: {
    heading: 'Ask your clinic',
    help: 'Asking changes no dose. Your clinic answers; nobody reads along day and night.',
    wish: WISH,
    note: 'A few words, if you like',
    send: 'Send',
    sent: 'Kept. It goes to your clinic.',
    own: 'What you asked',
    said: (wish: string, on: string): string => `${wish}, asked ${on}`,
    open: 'No answer yet',
    agreed: 'Agreed',
    declined: 'Declined',
    by: (name: string): string => `by ${name}`,
  },

  stop: {
    button: 'Stop taking it',
    ask: 'Stop now?',
    help: 'You may stop at any time and need nobody to agree. No dose is shown from now on. To start again you need a newly signed plan.',
    yes: 'Yes, stop now',
    done: 'Stopped. Take no more.',
    doneHelp: 'Your clinic is told as soon as there is a connection. You can go on with your diary.',
  },

  rules: {
    heading: 'The rules of this plan',
    hold: ({ hold }: TitrationRules): string =>
      `Stay at the dose when a side effect is ${hold.sideEffectGrade === 1 ? 'mild' : 'moderate'} or worse, or when sleep is ${hold.sleepWorsePoints} points worse on ${hold.sleepWorseNights} of ${hold.sleepWindowNights} nights.`,
    stepDown: ({ stepDown }: TitrationRules): string =>
      `Go down one step when such a side effect lasts ${days(stepDown.afterDays)}.`,
    stepUp: ({ stepUp }: TitrationRules): string =>
      `Go up only after ${stepUp.dosesTakenPercent} in 100 doses taken, and a safety check no older than ${days(stepUp.screeningWithinDays)}.`,
    late: ({ lateDose }: TitrationRules): string =>
      `A dose more than ${lateDose.withinHours} hours late is left out. Never take two in one day. After ${days(lateDose.rescreenAfterMissedDays)} missed in a row, ask before you go on.`,
    judge: ({ evaluation }: TitrationRules): string =>
      `Nobody says "it does not work" before ${days(evaluation.minimumDays)} at one dose.`,
    stop: 'Stop at once at any serious sign.',
  },
};
