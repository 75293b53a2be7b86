/** English of the day: the dose in mass and in what to take, the three scores, days that are filled in later. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { Reason } from '../../../../src/medicine/moves.ts';
import type { Take, TakeFault } from '../../../../src/medicine/product.ts';
import type { TimeOfDay } from '../../../../src/medicine/titration.ts';
import type { NoPlan } from '../../../../src/records/case-state.ts';
import { whenWords } from './patient-when.ts';

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "one 3 mg capsule", "two 1.5 mg capsules and one 0.5 mg tablet", "3 mL of the 1 mg/mL liquid". */
function take(what: Take): string {
  if (what.kind === 'none') return 'nothing';
  if (what.kind === 'liquid')
    return `${formatVolume(what.volume)} of the ${formatConcentration(what.concentration)} liquid`;
  return what.units
    .map(({ form, strength, count }) => `${COUNTS[count]} ${formatDose(strength)} ${form}${count === 1 ? '' : 's'}`)
    .join(' and ');
}

const TAKE_FAULT: Readonly<Record<TakeFault['code'] | 'all-past-use', string>> = {
  'no-product': 'What makes this dose is not known here. Look at the label or ask your pharmacist.',
  'liquids-not-mixed': 'Two kinds of product are noted. Say which one you use now.',
  'dose-not-in-whole-units':
    'What you have does not make this dose exactly. Do not open or split capsules. Ask your pharmacist.',
  'volume-not-exact': 'This liquid does not make this dose exactly. Ask your pharmacist.',
  'volume-between-marks': 'This dose lies between two marks of your syringe. Ask your pharmacist for a finer one.',
  'all-past-use': 'What you have is past its last day. Do not use it. Ask your pharmacist for a new one.',
};

const NO_PLAN: { readonly [C in NoPlan['code']]: (why: Extract<NoPlan, { code: C }>) => string } = {
  'no-plan-signed': () =>
    'No plan has been signed yet. Keep your diary meanwhile: it shows how you are without the drug.',
  'plan-waits-for-second-signature': () => 'Your plan waits for a second signature. Take nothing until it is there.',
  'plan-not-yet-valid': ({ validFrom }) => `Your plan begins on ${whenWords.longDay(validFrom)}. Take nothing before.`,
  'plan-past-its-last-day': ({ validTo }) =>
    `Your plan ended on ${whenWords.longDay(validTo)}. Take no more until your clinic has signed a new one. Call them.`,
  'plan-was-ended': ({ on }) =>
    `Your plan was ended on ${whenWords.longDay(on)}. Take no more. Call your clinic if you did not know.`,
  'therapy-stopped': ({ on }) =>
    `Stopped on ${whenWords.longDay(on)}. Take no more. Only a newly signed plan starts it again.`,
  'in-blinded-trial': () => 'You are in a trial. Take the capsules of its kits, and nothing of the plan.',
  'trial-over': () => 'Your trial is over. Take nothing until your clinic has signed a plan.',
  'case-not-open': () => 'Your case at the clinic is closed. Take no dose by this page.',
};

type DrugClosed = Extract<
  Reason,
  {
    readonly code:
      | 'plan-expired'
      | 'plan-expiry-unknown'
      | 'stop-rule-met'
      | 'screening-forbids'
      | 'interruption-planned'
      | 'rescreen-before-resuming';
  }
>;

/** Why the drug is closed on a day; the other reasons of a plan speak of going up, not of the dose. */
const CLOSED: { readonly [C in DrugClosed['code']]: (why: Extract<DrugClosed, { code: C }>) => string } = {
  'plan-expired': ({ validTo }) => `Your plan was good until ${whenWords.longDay(validTo)}.`,
  'plan-expiry-unknown': () => 'It is not known how long your plan is good for.',
  'stop-rule-met': () => 'You reported a serious sign.',
  'screening-forbids': () => 'The safety check found something that forbids this drug for now.',
  'interruption-planned': ({ from, until }) =>
    `No dose from ${whenWords.longDay(from)} until ${whenWords.longDay(until)}: planned with your clinic. You have missed nothing.`,
  'rescreen-before-resuming': ({ missedDays }) =>
    `${whenWords.days(missedDays)} in a row were without the dose. Before you go on: any new medicine for pain, cough or diarrhoea, or a planned operation?`,
};

export const todayWords = {
  heading: 'Today',
  dayHeading: { today: 'Today', yesterday: 'Yesterday', before: 'The day before' },
  date: whenWords.longDay,

  dose: {
    name: 'Dose',
    noDose: 'No dose',
    take,
    takeFault: TAKE_FAULT,
    equals: (what: string): string => `= ${what}`,
    when: { evening: 'in the evening', morning: 'in the morning' } satisfies Record<TimeOfDay, string>,
    version: (signed: LocalDate, until: LocalDate): string =>
      `Plan of ${whenWords.dayMonth(signed)}, good until ${whenWords.fullDay(until)}`,
    checked: (when: string): string => `Checked with the clinic ${when}`,
    checkedNever: 'Not yet checked with the clinic',
    transcribed: 'Copied in by you, not signed here',
    sayProducts: 'Say what you have',
    taken: 'Taken',
    notTaken: 'Not taken',
    different: 'Different',
    differentHelp: 'Which dose did you take?',
    lower: (dose: string): string => `${dose}, a lower dose of the plan`,
    otherHelp: 'Note the dose you took. It is kept as a dose outside the plan, and your clinic sees it.',
    otherDose: 'Dose taken',
    choose: 'Choose',
    keepOther: 'Note this dose',
    slot: {
      taken: (dose: string): string => `Taken: ${dose}`,
      less: (dose: string): string => `Taken: ${dose}, a lower dose`,
      'not-taken': (): string => 'Not taken',
      unplanned: (dose: string): string => `Noted: ${dose}, outside the plan`,
    },
    slotAt: (time: string): string => `at ${time}`,
    change: 'Change',
    changeHelp: 'What is right?',
    never: 'Do not take a second dose today.',
    conflict: 'Two notes about this dose do not agree. Say which is right.',
    correction: 'Corrected by the patient',
    noPlan: NO_PLAN,
    baseline: (day: number, of: number): string => `No dose yet: day ${Math.min(day, of)} of ${of} without the drug.`,
    baselineWhy: 'These days show how you are without the drug. They make your answer honest.',
    baselineDone: (of: number): string => `No dose yet. Your ${of} days without the drug are complete.`,
    toPlan: 'See what your plan allows',
    closed: 'Take no dose now.',
    closedWhy: CLOSED,
    ahead: (from: LocalDate, until: LocalDate): string =>
      `No dose from ${whenWords.longDay(from)} until ${whenWords.longDay(until)}: planned with your clinic.`,
    closedHelp: 'Call your clinic before the next dose.',
    resume: 'Nothing new',
    resumeHelp: 'If nothing is new, say so and go on with your plan.',
    tooSoon: (time: string): string => `Not before ${time}`,
    tooSoonHelp: 'Two doses need 18 hours between them.',
    flag: 'Stopped. Take no more.',
    flagHelp: 'You reported a serious sign. Call your clinic today. Only they can clear it.',
  },

  scores: {
    heading: 'How was the day?',
    name: { pain: 'Pain', fatigue: 'Fatigue', sleep: 'Sleep last night' },
    ends: {
      pain: { low: 'none', high: 'worst' },
      fatigue: { low: 'none', high: 'worst' },
      sleep: { low: 'best', high: 'worst' },
    },
    target: (value: number, low: string, high: string): string =>
      value === 0 ? `0, ${low}` : value === 10 ? `10, ${high}` : `${value}`,
    skip: 'Skip',
    skipped: 'skipped',
    unanswered: 'not answered',
    tooIll: 'too ill to log',
    same: 'Same as yesterday',
    ill: 'Too ill to log',
    illAsk: 'Mark this day as too ill to log? That is an answer too, and it counts.',
    illYes: 'Yes, too ill',
    illSaid: 'Too ill to log. Kept. Rest well.',
    keeping: 'Keeping …',
    kept: 'Kept on this phone',
    toldKept: 'Kept, and told to the clinic',
    done: 'That is all for this day. Thank you.',
    doneBut: 'The three numbers are kept. The dose is still open.',
    how: {
      'back-filled': 'Written later',
      proxy: 'Written by somebody else',
      'same-as-yesterday': 'Taken over from the day before',
    },
  },

  back: {
    name: 'Earlier days',
    empty: (day: string): string => `${day} is empty.`,
    add: 'Fill it in',
    toToday: 'Back to today',
    later: 'Written later, and marked so.',
    closed: 'Only today, yesterday and the day before can be filled in. Memory of older days is not a diary.',
  },
};
