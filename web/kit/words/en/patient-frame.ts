/** English around every place of the patient's page: where one is, whether all is told to the clinic, coming in and out. */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { whenWords } from './patient-when.ts';

const entries = (n: number): string => (n === 1 ? '1 entry waits' : `${n} entries wait`);

export const frameWords = {
  title: 'Titrial',
  wait: 'One moment …',
  /** Of the window; '' = the name of the page alone. */
  titles: {
    today: '',
    day: 'Earlier day',
    serious: 'Something serious',
    answer: 'My answer',
    plan: 'My plan',
    card: 'Emergency card',
    more: 'More',
    letter: 'Letter',
    evidence: 'What is known',
    products: 'What I have',
    medicines: 'My medicines',
    screening: 'Safety questions',
    solo: 'Copy in a plan',
    devices: 'My devices',
    settings: 'Settings',
    record: 'My data',
    refused: 'Entries that need you',
    trial: 'My trial',
  },
  places: { today: 'Today', answer: 'My answer', plan: 'My plan', more: 'More' },
  placesName: 'Places',
  card: 'Emergency card',
  back: 'Back',
  close: 'Close',
  cancel: 'No, go back',
  working: 'One moment …',

  sync: {
    name: 'Is all told to the clinic?',
    told: (at: string): string => `All told to the clinic, ${at}`,
    toldNever: 'Kept on this phone',
    waiting: (n: number): string => `${entries(n)} on this phone`,
    sending: 'Telling the clinic …',
    offline: (n: number): string => (n === 0 ? 'No network. All is told.' : `No network. ${entries(n)} here, safe`),
    signedOut: (n: number): string => (n === 0 ? 'Signed out. Nothing waits.' : `Signed out. ${entries(n)} here, safe`),
    refused: (n: number): string => (n === 1 ? '1 entry needs you' : `${n} entries need you`),
    signIn: 'Sign in',
    decide: 'Look',
    clockOff: 'The clock of this phone is wrong. Please set it, or entries may land on the wrong day.',
    staleCheck: (days: number): string =>
      `Last checked with the clinic ${whenWords.days(days)} ago. Connect when you can, so that you see any change.`,
  },

  forWhom: (name: string): string => `You write for ${name}`,

  wiped: {
    heading: 'This phone had lost its diary',
    text: (last?: LocalDate): string =>
      last === undefined
        ? 'What the clinic has is back. Entries the clinic had not been told are gone.'
        : `What the clinic has is back, up to ${whenWords.longDay(last)}. Later entries that were only on this phone are gone.`,
    help: 'You can still fill in yesterday and the day before.',
    done: 'I have read this',
  },

  stopLate: {
    heading: 'Your stop has been told',
    text: (asked: LocalDate, told: LocalDate): string =>
      `You stopped on ${whenWords.longDay(asked)}. The clinic counts it from ${whenWords.longDay(told)}, when it heard of it.`,
  },

  signedOut: {
    heading: 'You are signed out',
    text: 'Sign in to see your dose, your plan and your diary. What is on this phone stays.',
    button: 'Sign in',
  },
  noCase: {
    heading: 'Nothing is set up for you yet',
    text: 'Your clinic has not opened your diary yet. Ask them, then look again.',
    again: 'Look again',
  },
  chooseCase: { heading: 'Whose diary?', text: 'Choose the person you write for.' },

  welcome: {
    heading: 'Welcome',
    text: [
      'Each day you note your dose and three numbers. It takes about four taps, and it works without a network.',
      'What you write is kept on this phone and told to your clinic when there is a connection. You can take it all with you, or leave, at any time.',
      'Nobody reads along day and night. If you need help at once, call your emergency number.',
    ],
    install: 'Tip: add this page to your home screen. It then opens like an app, also without a network.',
    begin: 'Begin',
  },
};
