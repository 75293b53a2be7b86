/**
 * What may a list show of a case without opening it? The row that stands beside the ledger in plain text, and the words
 * that say why somebody should look. Words that come with the calendar are told from the row when it is read: a patient
 * who has gone silent writes nothing that could bring a row up to date (H20).
 */
import { civilDateAt, formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { DrugList } from '../medicine/screening/drug-list.ts';
import { screen } from '../medicine/screening/rules.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import type { CaseState } from '../records/case-state.ts';
import { attentionOf, lastDiaryDay, planOn, screeningInput } from '../records/course.ts';
import { trialEndOn } from '../records/course-trial.ts';
import type { EventKind, Recorded } from '../records/event.ts';
import type { CaseRow } from '../records/ports.ts';
import { currentTrial } from '../records/trial-attention.ts';

/** Days without a diary day, under a plan, after which somebody should ask; and days' notice before a plan ends. */
const SILENT_DAYS = 3;
const EXPIRING_DAYS = 7;

/** Events that change what a finding is computed from. */
const FINDING_KINDS: readonly EventKind[] = [
  ...(['day-kept', 'dose-recorded', 'unplanned-dose-reported', 'entry-corrected'] as const),
];

/** What screening finds in the case on a day, with the list of this installation. */
export function screenCase(state: CaseState, drugs: DrugList, day: LocalDate): Screening {
  return screen(screeningInput(state), drugs, { washout: state.washout }, day);
}

/** The row after these events; `before` is the row they follow, undefined when they open the case. */
export function rowAfter(
  state: CaseState,
  drugs: DrugList,
  recorded: readonly Recorded[],
  at: number,
  before?: CaseRow,
): CaseRow {
  const day = civilDateAt(at);
  const lastDay = lastDiaryDay(state);
  const moved = recorded.filter(({ event }) => FINDING_KINDS.includes(event.kind)).at(-1);
  return {
    clinic: state.clinic,
    case: state.case,
    patient: state.patient,
    label: state.label,
    status: state.status,
    lastDay: lastDay === undefined ? '' : formatLocalDate(lastDay),
    planUntil: planUntil(state, day),
    attention: state.status === 'open' ? attentionOf(state, day, screenCase(state, drugs, day)) : [],
    openedAt: before?.openedAt ?? at,
    changedAt: at,
    diarySeq: moved?.seq ?? before?.diarySeq ?? 0,
  };
}

/**
 * Last day of the plan in force, and of those signed to follow it without a gap. '' as well when the force ends before
 * the plan's own days do: it was ended or stopped, and nothing runs out. A blinded trial takes the plan's place, and after
 * its last day somebody has to decide as well.
 */
function planUntil(state: CaseState, today: LocalDate): string {
  const trial = currentTrial(state, today);
  const end = trial && trialEndOn(trial);
  if (end !== undefined) return formatLocalDate((end - 1) as LocalDate);
  let day = today;
  let until = '';
  for (let plan = planOn(state, day); ; plan = planOn(state, day)) {
    if (!plan.ok)
      return until === '' && plan.error.code === 'plan-past-its-last-day' ? formatLocalDate(plan.error.validTo) : until;
    const { plan: id, validTo } = plan.value;
    const forceUntil = state.plans.find((record) => record.plan === id)?.forceUntil;
    const runsOut = forceUntil === undefined || forceUntil > validTo;
    until = runsOut ? formatLocalDate(validTo) : '';
    day = (runsOut ? validTo + 1 : forceUntil) as LocalDate;
  }
}

const OF_THE_CALENDAR: readonly string[] = ['plan-expired', 'plan-expiring', 'silent'];

/** Why somebody should look at the case on `day`: the row's own words, and those of the calendar; sorted. */
export function attentionOn(row: CaseRow, day: LocalDate): readonly string[] {
  if (row.status !== 'open') return [];
  const words = row.attention.filter((word) => !OF_THE_CALENDAR.includes(word));
  const iso = (date: number): string => formatLocalDate(date as LocalDate);
  if (row.planUntil !== '') {
    if (row.planUntil < iso(day)) words.push('plan-expired');
    else {
      if (row.planUntil <= iso(day + EXPIRING_DAYS)) words.push('plan-expiring');
      const heard = row.lastDay === '' ? iso(civilDateAt(row.changedAt)) : row.lastDay;
      if (heard < iso(day - SILENT_DAYS)) words.push('silent');
    }
  }
  return words.sort();
}
