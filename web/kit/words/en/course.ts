/** English on the drawing of a course and of its side effects: names, descriptions for a screen reader, table headings. */
import { EFFECT_DAYS } from '../../../../src/chart/course/stretch.ts';
import type { CourseLabel, CourseTold, CourseWords, DrawnOutcome } from '../../../../src/chart/course/words.ts';
import type { Dose } from '../../../../src/medicine/dose.ts';
import type { StopRule } from '../../../../src/medicine/titration.ts';
import type { Complaint, CourseMark } from '../../../../src/trial/therapy-course.ts';
import { capital, dayCount, doseInWords, longDate, points, shortDate } from './number.ts';
import { sideEffectInWords } from './side-effect.ts';

const label: Readonly<Record<CourseLabel, string>> = {
  'day-logged': 'a day with a score',
  'second-hand': 'entered later, or as the day before',
  'too-ill': 'too ill to log',
  'no-score': 'no score',
  fitted: 'likely level (90 % band)',
  without: 'without the drug (90 % band)',
  'dose-taken': 'dose taken',
  'dose-planned': 'dose of the plan',
  'dose-not-taken': 'not taken',
  'dose-unplanned': 'taken, not in the plan',
  'dose-unknown': 'not known',
  'dose-blinded': 'blinded capsule',
  'dose-axis': 'Dose, mg',
  'side-effects': 'Side effects',
  events: 'What else happened',
  'no-plan': 'no plan',
  blinded: 'blinded trial',
  'no-drug': 'no drug',
  from: 'From',
  to: 'To',
  planned: 'Dose of the plan',
  taken: 'Drug taken',
  'days-scored': 'Days with a score',
  'days-too-ill': 'Too ill to log',
  'mean-score': 'Mean score',
  happened: 'What happened',
  'days-since-step': 'Days since the change of dose',
  'effect-day': 'told of',
  'effect-carried': 'open, nothing entered that day',
  'day-kept': 'a day with an entry',
  'side-effect': 'Side effect',
  'told-later': 'there later, too: see the table',
  'fraction-note': 'At the right, for the whole time at the dose: days told of / days with an entry',
  'first-week': 'Told of in the first week, of days with an entry',
  'second-week': 'In the second week',
  later: 'Later',
  none: 'nothing',
};

const GRADE = { 1: 'mild', 2: 'moderate', 3: 'severe' } as const;
const FLAG: Readonly<Record<StopRule, string>> = {
  'opioid-taken': 'opioid taken',
  'withdrawal-signs': 'signs of withdrawal',
  jaundice: 'signs of jaundice',
  'breathing-trouble-or-rash': 'trouble breathing or rash',
  'suicidal-thoughts': 'thoughts of suicide',
  pregnancy: 'pregnancy',
};
const CHANGE: Readonly<Record<Extract<CourseMark, { kind: 'change' }>['what'], string>> = {
  'new-medicine': 'new medicine',
  infection: 'infection',
  crash: 'crash',
  cycle: 'period',
  'operation-planned': 'operation planned',
};
const WISH: Readonly<Record<Extract<CourseMark, { kind: 'request' }>['wish'], string>> = {
  hold: 'asked to hold',
  'step-up': 'asked to go up',
  'step-down': 'asked to go down',
  resume: 'asked to go on',
  other: 'asked something',
};

const dose = (amount: Dose): string => doseInWords(amount / 1000, 'mg');
const complaint = ({ name, grade }: Complaint): string => `${sideEffectInWords(name)}, ${GRADE[grade]}`;

function mark(told: CourseMark): string {
  if (told.kind === 'red-flag') return FLAG[told.rule];
  if (told.kind === 'change') return CHANGE[told.what];
  if (told.kind === 'request') return WISH[told.wish];
  if (told.kind === 'plan') return 'new plan';
  if (told.move === 'stop') return 'stopped';
  return told.move === 'hold' ? `held at ${dose(told.dose)}` : `to ${dose(told.dose)}`;
}

function counts({ days, scored, tooIll }: CourseTold): string {
  const ill = tooIll > 0 ? `, ${dayCount(tooIll)} too ill to log` : '';
  return `${scored} of ${dayCount(days)} with a score${ill}.`;
}

function doses({ stretches }: CourseTold): string {
  const told = stretches.flatMap((stretch) => {
    if (stretch.blinded) return [`a blinded trial from ${longDate(stretch.from)}`];
    return stretch.dose === undefined ? [] : [`${dose(stretch.dose)} from ${longDate(stretch.from)}`];
  });
  return told.length === 0 ? 'No plan on these days.' : `By the plan: ${told.join('; ')}.`;
}

function effects({ complaints }: CourseTold): string {
  if (complaints.length === 0) return 'No side effect was told of.';
  const told = complaints.map((one) => {
    const end = one.ended === undefined ? 'still there' : `until ${shortDate(one.ended)}`;
    return `${complaint(one)}, from ${shortDate(one.since)}, ${end}`;
  });
  return `Side effects: ${told.join('; ')}.`;
}

const scoreAxis = ({ label: name, scale, better }: DrawnOutcome): string =>
  `${capital(name)}, ${scale.minimum} to ${scale.maximum}, ${better} is better`;

export const courseWords: CourseWords = {
  courseCaption: (outcome, told) => ({
    title: `${capital(outcome.label)}, day by day, with doses and side effects`,
    description: `${counts(told)} ${doses(told)} ${effects(told)}`,
  }),
  sideEffectsCaption: (told) => ({
    title: 'Side effects by days since the change of dose',
    description: `One line for each stretch at one dose, up to ${dayCount(EFFECT_DAYS)} from the change on. ${effects(told)} A day without an entry is left blank: it is not a day without side effects.`,
  }),
  scoreAxis,
  points,
  dose,
  doseTick: (amount) => String(amount / 1000),
  day: shortDate,
  longDay: longDate,
  month: (day) => shortDate(day).replace(/^\d+ /, ''),
  year: (day) => longDate(day).replace(/^.* /, ''),
  sideEffect: sideEffectInWords,
  complaint,
  mark,
  ofDays: (some, all) => `${some} of ${dayCount(all)}`,
  label,
};
