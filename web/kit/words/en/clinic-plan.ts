/**
 * Plans of a case, in English: those there are, the editor with a sentence beside every fault, the read-back of exactly
 * what is signed, and signing. Nobody is told what to prescribe (H1, H11, H16, H17, H35).
 */
import { type LocalDate, parseLocalDate } from '../../../../src/base/calendar.ts';
import { type Dose, formatDose } from '../../../../src/medicine/dose.ts';
import type { RunKind } from '../../../../src/medicine/plan-days.ts';
import type { PlanTextFault } from '../../../../src/medicine/plan-json.ts';
import type { PlanCaution, PlanNumber, TitrationPlan } from '../../../../src/medicine/titration.ts';
import type { PlanStatus } from '../../../../src/records/case-state.ts';
import { dateInWords } from './clinic-case.ts';
import { dayCount, longDate } from './number.ts';
import { DOSE_TEXT, PLAN_CAUTION, PLAN_FAULT, STOP_RULE, say, TEMPLATE } from './plan.ts';
import { signatureWords } from './signature.ts';

const STATUS: Readonly<Record<PlanStatus, string>> = {
  drafted: 'draft, has no force',
  'half-signed': 'waits for a second signature',
  'in-force': 'in force',
  superseded: 'replaced by a newer one',
  ended: 'ended',
};

const NUMBER: Readonly<Record<PlanNumber, string>> = {
  baselineDays: 'Baseline: diary days before the first dose',
  endlineDays: 'Diary days after the last step, without the drug',
  'rules.hold.sideEffectGrade': 'Hold: at a side effect of this grade or more',
  'rules.hold.sleepWorsePoints': 'Hold: sleep worse than at baseline by so many points',
  'rules.hold.sleepWorseNights': '… on so many nights',
  'rules.hold.sleepWindowNights': '… of the last so many nights',
  'rules.stepDown.afterDays': 'Step down: when such a side effect has lasted so many days',
  'rules.stepUp.screeningWithinDays': 'Step up: screening no older than so many days',
  'rules.stepUp.dosesTakenPercent': 'Step up: so many in 100 doses of the step taken',
  'rules.lateDose.withinHours': 'Late dose: may be taken within so many hours',
  'rules.lateDose.rescreenAfterMissedDays': 'New screening after so many missed days in a row',
  'rules.evaluation.minimumDays': 'Judged only after so many days at one dose',
};

/** What a form of numbers and doses can have wrong with it; a plan's own faults stand with the plan. */
function faultSentence(fault: PlanTextFault): string {
  if (fault.code === 'json-dose-refused') return say(DOSE_TEXT, fault.why);
  if (fault.code.startsWith('json-')) return 'Write a whole number.';
  return say(PLAN_FAULT, fault as Exclude<PlanTextFault, { code: `json-${string}` }>);
}

const span = (from: string, to: string): string => `${dateInWords(from)} to ${dateInWords(to)}`;
function daysFromTo(from: string, to: string): number {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
  return first.ok && last.ok ? last.value - first.value + 1 : 0;
}
const drug = (dose: string): string => (dose === '0 mg' ? 'no drug' : `${dose} a day`);

function placeInWords(kind: RunKind, step: number | undefined): string {
  if (kind === 'step') return `step ${(step ?? 0) + 1}`;
  return kind === 'baseline' ? 'baseline' : 'after the last step';
}

/** Every rule of the plan as a sentence, in the order they act. */
function rulesInWords({ rules, maximumStep, ceiling }: TitrationPlan): readonly string[] {
  const { hold, stepDown, stepUp, lateDose, evaluation, stop } = rules;
  return [
    `No dose above ${formatDose(ceiling)}; no rise of more than ${formatDose(maximumStep)} at once.`,
    `Step up only with a screening of the last ${dayCount(stepUp.screeningWithinDays)} and ${stepUp.dosesTakenPercent} in 100 doses of the step taken.`,
    `Hold at a side effect of grade ${hold.sideEffectGrade} or more, or when sleep is worse by ${hold.sleepWorsePoints} points or more on ${hold.sleepWorseNights} of ${hold.sleepWindowNights} nights.`,
    `Step down when such a side effect has lasted ${dayCount(stepDown.afterDays)}.`,
    `A dose more than ${lateDose.withinHours} hours late is skipped. ${dayCount(lateDose.rescreenAfterMissedDays)} missed in a row ask for a new screening.`,
    `Judged only after ${dayCount(evaluation.minimumDays)} at one dose.`,
    `Ends at once at: ${stop.map((rule) => STOP_RULE[rule]).join('; ')}.`,
  ];
}

export const clinicPlanWords = {
  inForce: 'In force',
  noPlan: 'No plan is in force.',
  waiting: 'Waiting for a second signature',
  drafts: 'Drafts',
  earlier: (count: number) => `Earlier plans (${count})`,
  status: STATUS,
  newPlan: 'Write a new plan',
  amend: 'Change it: write a new plan from this one',
  amendHelp: 'A plan in force is never edited. A new draft begins from it, and is signed as a whole.',
  edit: 'Go on writing',
  toSign: 'Read back and sign',
  toCosign: 'Read back and sign as the second',
  steps: (doses: readonly string[]) => doses.join(', '),
  valid: (from: string, to: string) => `Valid ${span(from, to)}.`,
  signedBy: (who: string, moment: string, method: 'passkey' | 'password') =>
    `Signed by ${who}, ${moment}, with a ${method}${method === 'password' ? ' (proves less: no key of their own)' : ''}.`,
  hash: (hash: string) => `Hash of what was signed: ${hash}`,
  restsOn: (on: string, list: string) => `Rests on the screening of ${dateInWords(on)}, list ${list}.`,
  transcribed: (by: string) => `Copied in, prescribed by ${by}. Nobody signed it here.`,
  endedOn: (day: string) => `No force from ${dateInWords(day)} on.`,
  details: 'The whole plan',
  rules: rulesInWords,
  rulesName: 'Its rules',
  timing: { evening: 'Taken in the evening.', morning: 'Taken in the morning.' },
  stepLine: (step: number, dose: Dose, days: number) =>
    `Step ${step}: ${formatDose(dose)} a day, ${dayCount(days)} or more`,
  baselineLine: (days: number) => (days === 0 ? 'No baseline.' : `Baseline: ${dayCount(days)} without the drug`),

  end: 'End this plan',
  endHelp: 'From that day on it may not be followed. What was taken before stays as it is.',
  endOn: 'From this day on',
  endButton: 'End the plan',

  begin: 'Start from',
  beginHelp: 'Published or customary schedules, to be edited. None is advice.',
  template: TEMPLATE,
  fromForce: 'the plan in force',

  editor: 'Draft',
  name: 'Name of the plan',
  step: (step: number) => `Step ${step}`,
  doseOf: (step: number) => `Dose of step ${step}`,
  doseHelp: 'With its unit, such as 1.5 mg or 750 ug.',
  daysOf: (step: number) => `Least days at step ${step}`,
  addStep: 'Add a step',
  removeStep: (step: number) => `Remove step ${step}`,
  remove: 'Remove',
  sort: 'Put the steps in order of dose',
  ceiling: 'Ceiling: the highest dose this plan may hold',
  maximumStep: 'Largest rise from one step to the next',
  number: NUMBER,
  range: (minimum: number, maximum: number) => (minimum === maximum ? `${minimum}` : `${minimum} to ${maximum}`),
  timeOfDay: 'Taken in the',
  times: { evening: 'evening', morning: 'morning' },
  rulesHeading: 'Rules for hold, step down, step up and stop',
  stopRules: 'Signs that end the therapy at once stand in every plan:',
  stopRule: STOP_RULE,
  fault: faultSentence,
  faults: (count: number) =>
    count === 0
      ? 'No fault found.'
      : count === 1
        ? 'One fault, beside its field.'
        : `${count} faults, each beside its field.`,
  cautions: 'To be read before signing',
  caution: (caution: PlanCaution) => say(PLAN_CAUTION, caution),
  kept: 'What you type stays in this browser window until it is saved.',
  calendar: 'If every step goes up as early as it may',
  calendarFrom: 'Beginning on',
  calendarHead: ['From', 'To', 'Place', 'Dose', 'Days'],
  calendarHelp: 'A calendar to read, not an order: each step up has to be earned, and taken by a person.',
  run: (kind: RunKind, step: number | undefined) => placeInWords(kind, step),
  doseInRun: (dose: Dose) => (dose === 0 ? 'no drug' : formatDose(dose)),
  day: (day: LocalDate) => longDate(day),
  saveAndRead: 'Save, then read back',
  discard: 'Forget what I typed',
  back: 'Back to the plans',
  lost: 'This plan is no draft any more, or is not there.',

  readBack: 'Read back',
  readBackSecond: 'Read back for the second signature',
  terms: 'Days and place',
  validFrom: 'First day',
  validTo: 'Last day',
  validToHelp: 'At most 366 days. After it no dose is shown.',
  startAt: 'It begins at',
  startPlace: (place: 'baseline' | number, dose: string) =>
    place === 'baseline' ? 'baseline' : `step ${place + 1}, ${dose}`,
  youSign: 'This is what you sign',
  forWhom: 'Patient',
  caseLabel: 'Case',
  runLine: (kind: RunKind, step: number | undefined, dose: string, from: string, to: string) =>
    `${span(from, to)} (${dayCount(daysFromTo(from, to))}): ${placeInWords(kind, step)}, ${drug(dose)}`,
  totals: (days: number, dose: string) =>
    `${dayCount(days)} with a dose; ${dose} altogether, up to the last valid day.`,
  noScreening: 'No look at the screening as a whole is on record.',
  needs: { 0: 'Nobody signs it.', 1: 'One signature gives it force.', 2: 'Two prescribers have to sign it.' },
  cannot: 'Nothing can be signed yet. In the way:',
  mend: {
    screening: 'go to the screening',
    plan: 'go to the draft',
    terms: 'see days and place',
    requests: 'go to the reports',
    people: 'go to the people of the case',
    record: 'go to the record',
  },
  ...signatureWords,
  sign: 'Sign this plan',
};
