/** The page `titrial plan` prints: the plan in one look, its rules in words, and the earliest calendar day by day. */
import { dayOfWeek, formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import { type PlanDay, type PlanRun, planDays, planRuns } from '../../../../src/medicine/plan-days.ts';
import { TEMPLATE_NAMES } from '../../../../src/medicine/templates.ts';
import { planCautions, type TitrationPlan } from '../../../../src/medicine/titration.ts';
import { PLAN_CAUTION, STOP_RULE, say, TEMPLATE } from './plan.ts';

/** Every template with a line on where it comes from. */
export function templateListText(): string {
  const width = Math.max(...TEMPLATE_NAMES.map((name) => name.length));
  return TEMPLATE_NAMES.map((name) => `${name.padEnd(width)}  ${TEMPLATE[name]}`).join('\n');
}

/** The whole plan as text for a terminal; days are relative unless `start` gives the first. */
export function planText(plan: TitrationPlan, about: string | undefined, start?: LocalDate): string {
  const cautions = planCautions(plan).map((caution) => `  ! ${say(PLAN_CAUTION, caution)}`);
  return [
    about ? `${plan.name}: ${about}` : plan.name,
    '',
    ...summary(plan),
    ...(cautions.length > 0 ? ['', 'Before signing', ...cautions] : []),
    '',
    'Rules',
    ...ruleLines(plan),
    '',
    'Earliest calendar. Each step up must be earned, and a person takes it.',
    ...runTable(plan, start),
    '',
    'Day by day',
    ...dayLines(planDays(plan, start)),
  ].join('\n');
}

function summary(plan: TitrationPlan): readonly string[] {
  const doses = plan.steps.map(({ dose }) => formatDose(dose)).join(', ');
  return [
    `  doses     ${doses}`,
    `  taken     once a day, in the ${plan.timeOfDay}`,
    `  ceiling   ${formatDose(plan.ceiling)}; no step up by more than ${formatDose(plan.maximumStep)}`,
    ...(plan.blinded ? ['  blinded   the person taking them is not told which dose they hold'] : []),
  ];
}

function ruleLines({ rules }: TitrationPlan): readonly string[] {
  const { hold, stepDown, stepUp, lateDose, evaluation, stop } = rules;
  return [
    `  step up     after the step's days, with screening clear within ${days(stepUp.screeningWithinDays)} and`,
    `              ${stepUp.dosesTakenPercent} in 100 doses taken, and no reason to hold`,
    `  hold        at a side effect of grade ${hold.sideEffectGrade} or more, or sleep worse by ${hold.sleepWorsePoints} points`,
    `              on ${hold.sleepWorseNights} of ${hold.sleepWindowNights} nights`,
    `  step down   when such a side effect lasts ${days(stepDown.afterDays)}`,
    ...stop.map((rule, i) => `  ${(i === 0 ? 'stop' : '').padEnd(12)}${STOP_RULE[rule]}`),
    '              and at any time the person wishes',
    `  late dose   up to ${lateDose.withinHours} hours; later, skip it; never two in a day`,
    `  missed      after ${days(lateDose.rescreenAfterMissedDays)} in a row, screening before the next dose`,
    `  judge       not before ${days(evaluation.minimumDays)} at one dose`,
  ];
}

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

function runTable(plan: TitrationPlan, start?: LocalDate): readonly string[] {
  const runs = planRuns(plan);
  return runs.map((run) => {
    const last = run.firstDay + run.days - 1;
    const range = `${String(run.firstDay).padStart(4)} - ${String(last).padEnd(4)}`;
    const dates = start === undefined ? '' : `  ${dateOf(start, run.firstDay)} - ${dateOf(start, last)}`;
    return `  day ${range}${dates}  ${doseName(run).padEnd(8)}  ${days(run.days).padStart(8)}  ${runNote(run, plan)}`.trimEnd();
  });
}

const dateOf = (start: LocalDate, day: number): string => formatLocalDate((start + day - 1) as LocalDate);
const doseName = ({ dose }: { readonly dose: PlanRun['dose'] }): string => (dose === 0 ? 'no drug' : formatDose(dose));

function runNote({ kind, step }: PlanRun, { steps }: TitrationPlan): string {
  if (kind === 'baseline') return 'diary only';
  if (kind === 'endline') return 'diary only';
  return step === steps.length - 1 ? 'until judged' : '';
}

const WEEKDAY = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** One line a day; a blank line where the dose changes, so that the eye finds the steps. */
function dayLines(list: readonly PlanDay[]): readonly string[] {
  return list.flatMap((each, i) => {
    const { day, date } = each;
    const dated = date === undefined ? '' : `  ${WEEKDAY[dayOfWeek(date)]} ${formatLocalDate(date)}`;
    const line = `  day ${String(day).padStart(4)}${dated}  ${doseName(each)}`;
    const before = list[i - 1];
    return before && (before.kind !== each.kind || before.step !== each.step) ? ['', line] : [line];
  });
}
