/** Recorded events for tests, counted from 1, and the plans and screenings most of them need. */
import { type LocalDate, parseLocalDate } from '../../src/base/calendar.ts';
import type { EventId, PersonId } from '../../src/base/ids.ts';
import { type Dose, parseDose } from '../../src/medicine/dose.ts';
import { SITE_MAXIMUM } from '../../src/medicine/ldn-range.ts';
import type { Screening } from '../../src/medicine/screening/screening.ts';
import { templatePlan } from '../../src/medicine/templates.ts';
import { checkPlan, type DraftPlan, type TitrationPlan } from '../../src/medicine/titration.ts';
import type { CaseEvent, DeviceClock, EventOf, Recorded } from '../../src/records/event.ts';
import { idOf } from './event-arbitrary.ts';

export const CLINIC = idOf<'clinic'>(0xc0);
export const CASE = idOf<'case'>(0xca);
export const PATIENT: PersonId = idOf(0xa1);
export const PRESCRIBER: PersonId = idOf(0xb1);
export const SECOND: PersonId = idOf(0xb2);
export const PLAN = idOf<'plan'>(0x91);
export const PLAN_2 = idOf<'plan'>(0x92);

/** "2026-03-29" as a civil day. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date.ok) throw new RangeError(text);
  return date.value;
}

/** "1.5 mg" as a dose. */
export function dose(text: string): Dose {
  const read = parseDose(text);
  if (!read.ok) throw new RangeError(text);
  return read.value;
}

/** Half past eight in the evening of a civil day, at UTC. */
export function evening(date: LocalDate): DeviceClock {
  return { instant: date * 86_400_000 + 20.5 * 3_600_000, offsetMinutes: 0 };
}

/** An event in the ledger; `n` names it and gives its place. */
export function recorded<E extends CaseEvent>(n: number, event: E, by: PersonId = PATIENT): Recorded<E> {
  return { clinic: CLINIC, case: CASE, seq: n, id: idOf<'event'>(n) as EventId, at: 1_774_800_000_000 + n, by, event };
}

/** The events as a ledger of their own, in the order given, opened first. */
export function ledgerOf(events: readonly CaseEvent[]): readonly Recorded[] {
  return [opening, ...events].map((event, i) => recorded(i + 1, event));
}

export const opening: EventOf<'case-opened'> = {
  kind: 'case-opened',
  version: 1,
  patient: PATIENT,
  label: 'case 1',
  indications: ['M79.7'],
  solo: false,
  washout: 'label',
};

/** 1.5, 3 and 4.5 mg, a week each, after 14 days of baseline. */
export const WEEKLY: TitrationPlan = templatePlan('seed-weekly');

/** A ladder whose ceiling needs two signatures. */
export const HIGH: TitrationPlan = checked({ ...templatePlan('final-6'), ceiling: dose('7 mg') });

function checked(draft: DraftPlan): TitrationPlan {
  const plan = checkPlan(draft, { maximumCeiling: SITE_MAXIMUM });
  if (!plan.ok) throw new RangeError(JSON.stringify(plan.error));
  return plan.value;
}

/** A plan signed by the prescriber, valid for 100 days from `from` unless said otherwise. */
export function signedPlan(
  from: string,
  change: Partial<Omit<EventOf<'plan-signed'>, 'kind' | 'version'>> = {},
): EventOf<'plan-signed'> {
  const validFrom = day(from);
  return {
    kind: 'plan-signed',
    version: 1,
    plan: PLAN,
    content: WEEKLY,
    validFrom,
    validTo: (validFrom + 99) as LocalDate,
    startAt: 'baseline',
    screening: { on: validFrom, listVersion: '1' },
    signature: { method: 'password', hash: '0'.repeat(64) },
    decidedBy: PRESCRIBER,
    ...change,
  };
}

export function cosigned(on: string, decidedBy: PersonId = SECOND): EventOf<'plan-cosigned'> {
  const signature = { method: 'password', hash: '1'.repeat(64) } as const;
  return { kind: 'plan-cosigned', version: 1, plan: PLAN, on: day(on), signature, decidedBy };
}

export function planEnded(on: string): EventOf<'plan-ended'> {
  return { kind: 'plan-ended', version: 1, plan: PLAN, on: day(on), reason: '', decidedBy: PRESCRIBER };
}

/** A move to a step of `WEEKLY`, or a stop. */
export function moved(on: string, to: EventOf<'move-taken'>['to']): EventOf<'move-taken'> {
  const move = to === 'stopped' ? 'stop' : 'step-up';
  const given = typeof to === 'number' ? WEEKLY.steps[to]?.dose : dose('0 mg');
  if (given === undefined) throw new RangeError(`no step ${to}`);
  const rest = { reasons: [], decidedBy: PATIENT };
  return { kind: 'move-taken', version: 1, plan: PLAN, move, from: 'baseline', to, dose: given, on: day(on), ...rest };
}

export function doseRecorded(
  on: string,
  text = '1.5 mg',
  status: EventOf<'dose-recorded'>['status'] = 'taken',
  clock: DeviceClock = evening(day(on)),
): EventOf<'dose-recorded'> {
  return { kind: 'dose-recorded', version: 1, date: day(on), status, dose: dose(text), clock };
}

export function dayKept(
  on: string,
  scores: Readonly<Record<string, number>>,
  clock: DeviceClock = evening(day(on)),
): EventOf<'day-kept'> {
  const kept = Object.fromEntries(Object.entries(scores).map(([id, value]) => [id, { kind: 'value', value } as const]));
  return { kind: 'day-kept', version: 1, date: day(on), scores: kept, note: '', how: [], clock };
}

export function sideEffect(on: string, name: string, grade: 0 | 1 | 2 | 3): EventOf<'side-effect-reported'> {
  return { kind: 'side-effect-reported', version: 1, name, grade, date: day(on), clock: evening(day(on)) };
}

/** A screening that finds nothing, or so many findings. */
export function screeningOf(on: string, openHard = 0, openSoft = 0): Screening {
  return { on: day(on), listVersion: '1', findings: [], openHard, openSoft };
}

export function screened(on: string, reports: readonly EventId[] = []): EventOf<'case-screened'> {
  const found = { openHard: 0, openSoft: 0, findings: [], reports };
  return { kind: 'case-screened', version: 1, on: day(on), listVersion: '1', ...found };
}
