/**
 * English of a blinded trial on the patient's page: what is asked of one before one agrees, the day's capsule by its code,
 * the guess, the end, and what was in the kits. Until the opening no sentence here depends on what a kit holds (H13).
 */

import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { KitDoseStatus } from '../../../../src/records/event-trial.ts';
import type { KitRefusal } from '../../../../src/records/kit-rules.ts';
import type { TrialPhase } from '../../../../src/records/trial-state.ts';
import { CONSENT_TEXTS } from '../../../../src/trial/consent.ts';
import type { DesignKind } from '../../../../src/trial/design.ts';
import type { GuessReason, GuessWord } from '../../../../src/trial/guess.ts';
import { whenWords } from './patient-when.ts';

const { days, dayMonth, longDay } = whenWords;

type Closed = Exclude<
  KitRefusal['code'],
  'no-trial-running' | 'kit-slot-filled' | 'red-flag-open' | 'too-soon' | 'dose-closed'
>;

/** "4 weeks", "10 days". */
const span = (n: number): string => (n % 7 === 0 && n > 7 ? `${n / 7} weeks` : days(n));

const OUTCOME: Readonly<Record<string, string>> = { pain: 'pain', fatigue: 'fatigue', sleep: 'sleep' };
const outcome = (id: string): string => OUTCOME[id] ?? id;

const HOW: Readonly<Record<DesignKind, string>> = {
  'paired-blocks':
    'Periods come in pairs. In each pair one holds the drug and one does not. Chance decides which comes first.',
  'dose-finding': 'Each round has one period without the drug and one for each dose. Chance decides their order.',
  'randomised-start': 'You begin without the drug. At a point drawn by chance the drug begins.',
  'randomised-withdrawal':
    'You begin with the drug. At a point drawn by chance it is left out, and you go on without it.',
};

const CLOSED: Readonly<Record<Closed, string>> = {
  'kit-not-of-the-day': 'This is not the kit of this day.',
  'kit-not-dispensed': 'This kit has not been handed out yet. Call your clinic.',
  'kit-past-its-date': 'This kit is past its last day. Do not use it. Call your clinic.',
  'day-has-another-dose': 'A dose outside the trial is noted for this day. Take no capsule as well.',
  'screening-forbids': 'The safety check found something that forbids this drug for now. Call your clinic.',
};

export const trialWords = {
  /** Of what is read before one agrees; it stands in the record. A changed text gets a new one. */
  version: CONSENT_TEXTS.en as string,
  heading: 'My trial',
  none: 'There is no trial.',
  outcome,

  phase: {
    designed: 'Your clinic is still writing this trial.',
    signed: 'You are asked whether you want to take part.',
    consented: 'You have agreed. Your clinic now draws the order, and the pharmacy makes your kits.',
    sealed: 'You have agreed. The order is drawn and locked away. Your clinic tells you the first day.',
    ready: 'Your trial is about to begin.',
    running: 'Your trial is running.',
    over: 'Your trial is over. Take nothing until your clinic has signed a plan.',
    opened: 'Your trial is over, and it has been opened.',
    dropped: 'Your clinic has given this trial up. Your plan goes on as it was.',
  } satisfies Record<TrialPhase, string>,
  untilThen: 'Until day 1 your plan goes on as it is.',
  begins: (on: LocalDate): string => `Day 1 is ${longDay(on)}. From then on take the capsules of your kits.`,
  endsOn: (on: LocalDate): string => `The last day is ${longDay(on)}.`,
  overSealed:
    'What your kits held is still locked away. It is opened once your last answer is in, or its time is over.',

  /** What one agrees to. */
  about: {
    heading: 'What this is',
    purpose: (text: string): string => `Why your clinic asks: ${text}`,
    question: (symptom: string, dose: string): string => `The question: is your ${symptom} better with ${dose} a day?`,
    compared: (dosesTaken: string): string =>
      `Some capsules hold naltrexone (${dosesTaken}). The others hold no drug. They look the same.`,
    how: HOW,
    without: 'So in some weeks you take no drug. You may feel worse in them. This is the only way to tell.',
    long: (periods: number, each: number): string =>
      `It takes ${span(periods * each)}: ${periods} periods of ${span(each)}, each with its own kit.`,
    asked: [
      'One capsule a day from the kit of the period, and your diary as always.',
      'At the end of each period, your guess of what you took.',
    ],
    blind: 'Nobody near you knows what a kit holds: not you, not your doctor, not this phone. Only the pharmacy does.',
    stop: 'You can stop at any time. You need no reason, and your care stays the same.',
    escape: (symptom: string, atLeast: number, inARow: number): string =>
      inARow === 1
        ? `If your ${symptom} is ${atLeast} or more on one day, this page asks whether you want to end it.`
        : `If your ${symptom} is ${atLeast} or more on ${days(inARow)} in a row, this page asks whether you want to end it.`,
    emergency:
      'In an emergency you are treated as on naltrexone, whatever you take. Show your card. Your prescriber or the pharmacy can then look up what one kit holds.',
    after: 'After the last day you take nothing until a new plan is signed. Then you learn what each kit held.',
    signed: (name: string): string => `Signed by ${name}.`,
    someone: 'your clinic',
  },

  consent: {
    heading: 'Do you want to take part?',
    help: 'Take your time. Ask your clinic what you want to know. You may say no, and nothing changes for you.',
    agree: 'I want to take part',
    ask: 'Agree to this trial?',
    askHelp: 'You can take this back at any time.',
    yes: 'Yes, I agree',
    notNow: 'Not now',
    carer: 'Only the patient can agree to this.',
    needsNet: 'This needs a connection.',
    given: (on: LocalDate): string => `You agreed on ${longDay(on)}.`,
    withdraw: 'Take back my agreement',
    withdrawAsk: 'Take back your agreement?',
    withdrawRuns: 'The trial ends now. Take no more capsules. What you have written stays in your diary.',
    withdrawBefore: 'The trial does not begin. Your plan goes on as it is.',
    withdrawYes: 'Yes, take it back',
    withdrawn: 'You have taken back your agreement. Your clinic is told.',
  },

  /** The invitation on the day's page. */
  invited: 'Your clinic asks whether you want to take part in a trial.',
  read: 'Read about it',

  kit: {
    capsule: (kit: string): string => `Kit ${kit}: one capsule`,
    where: (period: number, of: number): string => `Period ${period} of ${of}.`,
    left: (n: number): string => (n === 1 ? 'Today is the last day of this kit.' : `${days(n)} left with this kit.`),
    lastOf: (kit: string): string => `From tomorrow on take the next kit: ${kit}.`,
    blind: 'Nobody near you knows what it holds.',
    toTrial: 'My trial',
    taken: 'Taken',
    notTaken: 'Not taken',
    different: 'Different',
    differentHelp: 'What did you take?',
    fromKit: (kit: string): string => `A capsule of kit ${kit}`,
    fromKitHelp: 'Your clinic sees that it was another kit.',
    outside: 'A dose outside the trial',
    anyway: 'I took it all the same',
    slot: {
      taken: (kit: string): string => `Taken: kit ${kit}`,
      'not-taken': (): string => 'Not taken',
      'taken-anyway': (kit: string): string => `Noted: kit ${kit}, not as planned`,
    } satisfies Record<KitDoseStatus, (kit: string) => string>,
    never: 'Do not take a second capsule today.',
    conflict: 'Two notes about this capsule do not agree. Say which is right.',
    closed: 'Take no capsule now.',
    why: CLOSED,
    checked: (when: string): string => `Checked with the clinic ${when}`,
    checkedNever: 'Not yet checked with the clinic',
  },

  guess: {
    heading: (kit: string): string => `What do you think kit ${kit} held?`,
    help: (from: LocalDate, to: LocalDate): string =>
      `You took it from ${dayMonth(from)} to ${dayMonth(to)}. A guess is enough; your first one counts.`,
    until: (until: LocalDate): string => `You can answer until ${longDay(until)}.`,
    what: 'My guess',
    guess: { drug: 'Naltrexone', placebo: 'No drug', 'no-idea': 'No idea' } satisfies Record<GuessWord, string>,
    sure: 'How sure are you?',
    confidence: { 1: 'Hardly', 2: 'A little', 3: 'Fairly', 4: 'Quite sure' },
    why: 'Why do you think so?',
    reason: {
      'felt-better': 'I felt better',
      'felt-worse': 'I felt worse',
      'felt-the-same': 'I felt the same',
      'side-effects': 'Side effects',
      'look-or-taste': 'Look or taste',
      told: 'Somebody told me',
      'just-a-feeling': 'Just a feeling',
    } satisfies Record<GuessReason, string>,
    note: 'A few words, if you like',
    keep: 'Keep my guess',
    kept: 'Kept. Thank you.',
    change: 'Put it right',
    correction: 'Corrected by the patient',
    said: (guess: string, sure: string): string => `Your guess: ${guess} (${sure})`,
    saidNoIdea: 'Your guess: no idea',
    none: 'No guess',
  },

  escape: {
    heading: 'You may end the trial now',
    met: (symptom: string, atLeast: number, inARow: number): string =>
      inARow === 1
        ? `Your ${symptom} was ${atLeast} or more. For this case your trial has a way out.`
        : `Your ${symptom} was ${atLeast} or more on ${days(inARow)} in a row. For this case your trial has a way out.`,
    choice: 'You decide. You can also go on.',
    button: 'End the trial',
    ask: 'End the trial now?',
    help: 'Take no more capsules from now on. Your clinic is told and signs what comes next. The days so far still count.',
    yes: 'Yes, end it',
  },

  stopped: (on: LocalDate): string => `You ended it on ${longDay(on)}. Take no more capsules.`,
  stoppedBy: (on: LocalDate): string => `It was ended on ${longDay(on)}. Take no more capsules.`,
  leaving: 'Leaving the trial',
  leavingHelp: 'You may stop at any time and need nobody to agree. It works without a network too.',

  periods: {
    heading: 'Periods',
    name: (period: number, kit: string): string => `Period ${period}: kit ${kit}`,
    dates: (from: LocalDate, to: LocalDate): string => `${dayMonth(from)} to ${dayMonth(to)}`,
    now: 'You are here',
    kept: (taken: number, of: number): string => `${taken} of ${of} capsules taken`,
  },

  opened: {
    heading: 'What your kits held',
    on: (on: LocalDate): string => `Opened on ${longDay(on)}. It fits what was locked away before day 1.`,
    drug: (dose: string): string => `Naltrexone ${dose}`,
    placebo: 'No drug',
    columns: { period: 'Period', held: 'It held', guess: 'Your guess' },
    right: (right: number, of: number): string => `You guessed ${right} of ${of} right.`,
    next: 'What follows is for you and your clinic to decide. Take nothing until a plan is signed.',
  },

  answer: {
    heading: 'The answer of your blinded trial',
    blinded:
      'Nobody knew what you took, so belief and hope could not steer this answer. It counts for more than your diary alone.',
    during: 'While your trial runs, no answer is worked out. Otherwise it could tell what your kits hold.',
    get: 'Show the answer',
    getting: 'One moment …',
    pdf: 'Save the whole report',
    saved: 'Saved on this device.',
  },
};
