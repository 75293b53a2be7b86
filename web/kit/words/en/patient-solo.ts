/** English for a patient alone: opening one's own diary, and copying in a plan a doctor prescribed elsewhere (H35). */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { whenWords } from './patient-when.ts';

const { days, longDay, fullDay } = whenWords;

export const soloWords = {
  open: {
    heading: 'Your own diary',
    text: 'There is no clinic here. You keep your diary for yourself and for your doctor. You can copy in a plan that a doctor has prescribed.',
    label: 'My diary',
    button: 'Open my diary',
  },
  heading: 'Copy in a plan',
  help: 'Copy exactly what your doctor prescribed. Nobody signs it here, and the page says so. If you have no such plan, see "Letter" first.',
  first: 'Before a plan can be copied in, answer the safety questions and read what was found.',
  toQuestions: 'Safety questions',
  template: 'Which is nearest to it?',
  steps: 'Steps',
  step: (n: number): string => `Step ${n}`,
  dose: 'Dose',
  least: 'At least',
  days,
  addStep: 'One more step',
  removeStep: 'Leave out the last step',
  ceiling: 'Highest dose the doctor allows',
  baseline: 'Days without the drug first',
  timeOfDay: 'When is it taken?',
  times: { evening: 'In the evening', morning: 'In the morning' },
  startAt: 'Where are you now?',
  atBaseline: 'I have not started',
  atStep: (dose: string): string => `At ${dose}`,
  lasts: 'For how long was it prescribed?',
  lastsDays: (n: number): string => `${n} days`,
  readBack: 'Read it back',
  change: 'Change something',
  shown: {
    heading: 'Is this exactly what was prescribed?',
    line: (what: string, from: LocalDate, to: LocalDate): string => `${what}: ${longDay(from)} to ${longDay(to)}`,
    without: 'without the drug',
    ceiling: (dose: string): string => `Never more than ${dose} a day`,
    until: (date: LocalDate): string => `Good until ${fullDay(date)}`,
    faults: 'It cannot be copied in yet',
    cautions: 'Please read',
  },
  prescribedBy: 'Name of the doctor who prescribed it',
  sure: 'A doctor prescribed this for me, and I have read every line.',
  keep: 'Copy it in',
  kept: 'The plan is in.',
};
