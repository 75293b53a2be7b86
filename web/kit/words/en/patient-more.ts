/** English of everything that is not needed every day: what is at hand, medicines, data, settings, entries that need you. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { DraftProduct } from '../../../../src/medicine/product.ts';
import type { KeepAs } from '../../../../src/records/entry-rules.ts';
import type { CaseEvent } from '../../../../src/records/event.ts';
import { whenWords } from './patient-when.ts';

/** "3 mg capsules", "1 mg/mL liquid, a mark every 0.1 mL". */
function product(what: DraftProduct): string {
  if (what.form === 'liquid')
    return `${formatConcentration(what.concentration)} liquid, a mark every ${formatVolume(what.graduation)}`;
  return `${formatDose(what.strength)} ${what.form}s`;
}

export const moreWords = {
  heading: 'More',
  groups: { doctor: 'For you and your doctor', drug: 'What you take', page: 'This page' },
  needsNet: 'needs a connection',

  products: {
    heading: 'What I have',
    help: 'Say what is in your cupboard. Then the page can say what makes up your dose.',
    none: 'Nothing is noted yet.',
    product,
    until: (day: LocalDate): string => `use until ${whenWords.fullDay(day)}`,
    past: 'past its last day: do not use',
    remove: 'Take off the list',
    add: 'Add what I have',
    form: 'What is it?',
    forms: { capsule: 'Capsules', tablet: 'Tablets', liquid: 'Liquid' },
    strength: 'How much is in one?',
    concentration: 'How strong is it? Look at the label.',
    graduation: 'How far apart are the marks of your syringe?',
    lastDay: 'Use until (from the label; leave empty if there is none)',
    notThere: 'Not in the list? Do not guess: ask your pharmacist.',
    fifty: 'A 50 mg tablet belongs to another therapy. Do not take it, and do not divide it. Ask your pharmacist.',
    keep: 'Put on the list',
    makes: 'What makes each dose of your plan',
    lasts: 'How long it lasts',
    lastsHelp: 'Counted from what your pharmacy handed out and what you noted. Other boxes are not counted.',
    through: (day: LocalDate): string => `At your dose now, it lasts through ${whenWords.fullDay(day)}.`,
    early: (day: LocalDate): string => `If your dose goes up as soon as it may, through ${whenWords.fullDay(day)}.`,
    enough: 'There is enough to the end of your plan.',
    nothingLeft: 'There is nothing left for your next dose. Call your clinic.',
    order: (day: LocalDate): string => `Order more by ${whenWords.fullDay(day)}.`,
    orderNow: 'Order more now. Call your clinic or your pharmacy.',
  },

  medicines: {
    heading: 'My medicines',
    help: 'All you take, also without a prescription. The clinic checks each of them against this drug.',
    none: 'No medicine is noted.',
    use: {
      current: 'taking it',
      stopped: (on: LocalDate): string => `last taken ${whenWords.fullDay(on)}`,
      unknown: 'not known whether taken',
    },
    add: 'Add a medicine',
    name: 'Name, as on the box',
    form: 'What kind is it?',
    taking: 'Do you take it now?',
    takes: { current: 'Yes', stopped: 'No, I stopped', unknown: 'I am not sure' },
    lastTaken: 'When did you last take it?',
    keep: 'Add it',
    stoppedToday: 'I have stopped it',
    unresolved:
      'The list does not know this name. Somebody has to look at it; until then it counts as a reason to wait.',
    recognised: 'It is known, and it was checked.',
  },

  screening: {
    heading: 'Safety questions',
    help: 'Some illnesses and medicines do not go together with this drug. Answer as well as you can; "I do not know" is an answer too.',
    answers: { yes: 'Yes', no: 'No', unknown: 'I do not know' },
    operationOn: 'When is the operation?',
    keep: 'Keep these answers',
    left: (n: number): string => (n === 1 ? '1 question is still open.' : `${n} questions are still open.`),
    kept: 'Your answers are kept.',
    findings: 'What was found',
    clear: 'Nothing stands in the way.',
    severity: { hard: 'Stands in the way', soft: 'Your clinic has to look at it', info: 'To know' },
    looked: 'I have read this',
    lookedDone: 'Noted that you have read it.',
    clearFrom: (day: LocalDate): string => `At the earliest on ${whenWords.fullDay(day)}.`,
  },

  letter: {
    heading: 'Letter to a doctor',
    help: 'Two pages as a file: your plan, your diary, what was found, what is known about this drug, with the studies that found no effect. You decide who gets it.',
    kind: 'Which letter?',
    kinds: {
      course: 'About my course so far',
      request: 'To a doctor who does not know this drug yet, asking to think about it',
    },
    language: 'In which language?',
    name: 'Your name on the letter, if you like',
    addressee: 'To whom, if you like',
    make: 'Make the letter',
    making: 'The letter is being made …',
    made: 'The letter is in your downloads.',
  },

  evidence: {
    heading: 'What is known',
    help: 'Each claim you may have heard, how well it stands, and where that comes from.',
  },

  record: {
    heading: 'My data',
    take: 'Take my data with me',
    takeHelp: 'One file with everything kept about you. Without a connection: what is on this phone.',
    taken: 'The file is in your downloads.',
    looked: 'Who looked at my record',
    lookedShow: 'Show',
    lookedNone: 'Nobody yet.',
    nobodyKnown: 'Somebody of the clinic',
    lasting: 'This phone has promised to keep your diary.',
    notLasting: 'This phone may clear your diary when it runs out of room. What the clinic has been told is safe.',
    signOut: 'Sign out',
    signOutHelp: 'Your diary stays on this phone and is shown again only to you.',
    leave: 'Clear this phone',
    leaveAsk: 'Sign out and clear this phone?',
    leaveHelp: 'What the clinic has stays at the clinic. To have that erased too, ask your clinic.',
    leaveUnsent: (n: number): string =>
      `${n === 1 ? '1 entry has' : `${n} entries have`} not been told to the clinic. Cleared now, they are lost.`,
    leaveYes: 'Yes, clear it',
  },

  devices: {
    heading: 'Sign-in and devices',
    help: 'See where you are signed in, end it there, or let in another phone by a link.',
    open: 'Open the sign-in page',
  },

  settings: {
    heading: 'Settings',
    theme: { legend: 'Light or dark', system: 'As the phone', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languages: { en: 'English', de: 'Deutsch' },
    reminder: 'Reminder',
    reminderHelp:
      'Silent, once a day, and only when the day is still empty. It says "Time for your note" and nothing else. A page cannot wake a phone: it works only while this page is open somewhere.',
    reminderDenied: 'Your browser does not allow reminders from this page.',
    reminderTime: 'At what time?',
    reminderOff: 'No reminder',
    reminderText: 'Time for your note',
    calendar: 'Put it in my calendar instead',
    calendarHelp: 'A file for the calendar of your phone. That one comes whether or not this page is open.',
    version: 'A newer page is ready. It opens the next time you start.',
  },

  refused: {
    heading: 'Entries that need you',
    none: 'There is nothing to decide.',
    help: 'The clinic did not take these. They are still on this phone. Say what is to become of each.',
    about: (what: string, day: string): string => `${what}, ${day}`,
    kind: {
      'day-kept': 'Numbers of the day',
      'dose-recorded': 'Dose',
      'unplanned-dose-reported': 'Dose outside the plan',
      'side-effect-reported': 'Side effect',
      'red-flag-reported': 'Serious sign',
      'change-reported': 'Something new',
      'entry-corrected': 'Correction',
      'kit-dose-recorded': 'Capsule of the trial',
      'guess-given': 'Guess',
    } satisfies { readonly [K in CaseEvent['kind']]?: string },
    request: 'Question to the clinic',
    stop: 'Stop',
    keepAs: {
      'unplanned-dose-reported': 'Keep it as a dose outside the plan',
      'kit-dose-taken-anyway': 'Keep it as taken all the same',
    } satisfies Record<KeepAs, string>,
    drop: 'Take it off this phone',
    dropAsk: 'Take this entry off the phone? It is gone then.',
    dropYes: 'Yes, take it off',
  },
};
