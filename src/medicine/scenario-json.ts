/**
 * How is a scenario read from a file? Strictly, as a plan is: every key of `given` is needed, because what is left out
 * would have to be guessed, and a guess about a side effect or a screening is the hazard itself (H4, H12).
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import {
  type JsonFault,
  type JsonField,
  parseJson,
  readDate,
  readDose,
  readFlag,
  readList,
  readObject,
  readOneOf,
  readText,
  readWhole,
} from './json-fields.ts';
import type { LateDose, LateDoseReason } from './late-dose.ts';
import type { Course, Move, MoveName, ScreeningState, SideEffect } from './moves.ts';
import { type PlanTextFault, readPlan } from './plan-json.ts';
import type { Expectation, Scenario } from './scenario.ts';
import { isTemplateName, TEMPLATE_NAMES, templatePlan } from './templates.ts';
import { STOP_RULES, type TitrationPlan } from './titration.ts';

export type ScenarioFault =
  | PlanTextFault
  | ({ readonly path: string } & (
      | { readonly code: 'template-unknown'; readonly name: string; readonly names: readonly string[] }
      | { readonly code: 'step-not-in-plan'; readonly step: number; readonly steps: number }
      | { readonly code: 'date-after-day'; readonly day: LocalDate }
      | { readonly code: 'days-impossible'; readonly days: number; readonly most: number }
      | { readonly code: 'late-dose-not-asked' }
    ));

/** Every reason a scenario may expect; the compiler keeps it complete. */
const REASONS: Readonly<Record<LateDoseReason['code'], 'day' | 'late'>> = {
  'plan-expired': 'day',
  'plan-expiry-unknown': 'day',
  'stop-rule-met': 'day',
  'screening-forbids': 'day',
  'interruption-planned': 'day',
  'rescreen-before-resuming': 'day',
  'days-served': 'day',
  'days-not-served': 'day',
  'screening-missing': 'day',
  'screening-in-future': 'day',
  'screening-stale': 'day',
  'screening-open': 'day',
  'screening-clear': 'day',
  'side-effect-open': 'day',
  'side-effect-lasting': 'day',
  'side-effects-below-rule': 'day',
  'sleep-worse': 'day',
  'sleep-not-worse': 'day',
  'doses-taken': 'day',
  'too-few-doses-taken': 'day',
  'labs-pending': 'day',
  'last-step': 'day',
  'no-step-below': 'day',
  'late-within-window': 'late',
  'too-late': 'late',
  'taken-already': 'late',
  'no-dose-in-baseline': 'late',
};
const LATE_REASONS = Object.keys(REASONS) as [LateDoseReason['code'], ...LateDoseReason['code'][]];
const DAY_REASONS = LATE_REASONS.filter((code) => REASONS[code] === 'day') as [DayReason, ...DayReason[]];
type DayReason = Expectation['reasons'][number];

const MOVES: readonly MoveName[] = ['hold', 'step-up', 'step-down', 'stop'];
const MANY = 100_000;

/** Reads `{scenario, given, when, expect}`; every fault at once, each with its path. */
export function parseScenario(text: string): Result<Scenario, readonly ScenarioFault[]> {
  const value = parseJson(text);
  if (!value.ok) return err([value.error]);
  const faults: JsonFault[] = [];
  const top = readObject({ value: value.value, path: '$', faults }, ['scenario', 'given', 'when'], ['expect']);
  const given = top && readObject(top.given, ['plan', 'course']);
  const when = top && readObject(top.when, ['day'], ['lateDose']);
  if (!top || !given || !when) return err(faults);
  const plan = readScenarioPlan(given.plan);
  const course = readCourse(given.course);
  const late = when.lateDose && readLateDose(when.lateDose);
  const expect = top.expect && readExpectation(top.expect);
  const title = readText(top.scenario);
  const day = readDate(when.day);
  if (!plan.ok) return err([...faults, ...plan.error]);
  if (faults.length > 0 || !course) return err(faults);
  const wrong = [...courseFaults(course, plan.value, day)];
  if (expect?.lateDose && !late) wrong.push({ path: '$.expect.lateDose', code: 'late-dose-not-asked' });
  if (wrong.length > 0) return err(wrong);
  return ok({
    title,
    plan: plan.value,
    course,
    day,
    ...(late ? { lateDose: late } : {}),
    ...(expect ? { expect } : {}),
  });
}

/** A template by name, or a whole plan. */
function readScenarioPlan(field: JsonField): Result<TitrationPlan, readonly ScenarioFault[]> {
  const { value, path } = field;
  if (typeof value !== 'string') return readPlan(field);
  if (isTemplateName(value)) return ok(templatePlan(value));
  return err([{ path, code: 'template-unknown', name: value.slice(0, 40), names: TEMPLATE_NAMES }]);
}

function readCourse(field: JsonField): Course | undefined {
  const fields = readObject(field, [
    'step',
    'since',
    'daysTaken',
    'daysLogged',
    'missedDaysInARow',
    'screening',
    'sideEffects',
    'sleepWorseBy',
    'labsPending',
    'stopRulesMet',
    'planValidTo',
  ]);
  if (!fields) return undefined;
  const { step, planValidTo } = fields;
  return {
    step: step.value === 'baseline' ? 'baseline' : readWhole(step, 1, MANY) - 1,
    since: readDate(fields.since),
    daysTaken: readWhole(fields.daysTaken, 0, MANY),
    daysLogged: readWhole(fields.daysLogged, 0, MANY),
    missedDaysInARow: readWhole(fields.missedDaysInARow, 0, MANY),
    screening: readScreening(fields.screening),
    sideEffects: (readList(fields.sideEffects) ?? []).flatMap(readSideEffect),
    sleepWorseBy: (readList(fields.sleepWorseBy) ?? []).map(readNight),
    labsPending: readWhole(fields.labsPending, 0, MANY),
    stopRulesMet: (readList(fields.stopRulesMet) ?? []).map((rule) => readOneOf(rule, STOP_RULES)),
    planValidTo: planValidTo.value === 'unknown' ? undefined : readDate(planValidTo),
  };
}

/** "never", or when it was answered and what is open. */
function readScreening(field: JsonField): ScreeningState | undefined {
  if (field.value === 'never') return undefined;
  const fields = readObject(field, ['on', 'hardFindings', 'softFindings']);
  return (
    fields && {
      on: readDate(fields.on),
      hardFindings: readWhole(fields.hardFindings, 0, MANY),
      softFindings: readWhole(fields.softFindings, 0, MANY),
    }
  );
}

function readSideEffect(field: JsonField): readonly SideEffect[] {
  const fields = readObject(field, ['name', 'grade', 'since']);
  if (!fields) return [];
  const grade = readWhole(fields.grade, 1, 3) as SideEffect['grade'];
  return [{ name: readText(fields.name), grade, since: readDate(fields.since) }];
}

/** Points worse than baseline, -10 to 10, whole or not; "not logged" is missing. */
function readNight(field: JsonField): number {
  const { value, path, faults } = field;
  if (value === 'not logged') return Number.NaN;
  if (typeof value === 'number' && Math.abs(value) <= 10) return value;
  if (typeof value === 'number')
    faults.push({ path, code: 'json-number-out-of-range', value, minimum: -10, maximum: 10 });
  else faults.push({ path, code: 'json-not-one-of', allowed: ['-10 to 10', 'not logged'] });
  return Number.NaN;
}

function readLateDose(field: JsonField): LateDose | undefined {
  const fields = readObject(field, ['minutesLate', 'takenToday']);
  return fields && { minutesLate: readWhole(fields.minutesLate, 0, MANY), takenToday: readFlag(fields.takenToday) };
}

function readExpectation(field: JsonField): Expectation | undefined {
  const fields = readObject(field, ['moves', 'reasons'], ['asks', 'lateDose']);
  if (!fields) return undefined;
  const { asks, lateDose } = fields;
  const late = lateDose && readObject(lateDose, ['take', 'reasons']);
  return {
    moves: readMoves(fields.moves),
    reasons: (readList(fields.reasons) ?? []).map((reason) => readOneOf(reason, DAY_REASONS)),
    ...(asks ? { asks: readOneOf(asks, ['nothing', 'hold', 'step-down', 'stop']) } : {}),
    ...(late
      ? {
          lateDose: {
            take: readFlag(late.take),
            reasons: (readList(late.reasons) ?? []).map((reason) => readOneOf(reason, LATE_REASONS)),
          },
        }
      : {}),
  };
}

/** { "hold": "1.5 mg", "stop": "0 mg" }: which moves, and to which dose. */
function readMoves(field: JsonField): readonly Move[] {
  const fields = readObject(field, [], MOVES) ?? {};
  return MOVES.flatMap((move) => {
    const dose = fields[move];
    return dose ? [{ move, dose: readDose(dose) }] : [];
  });
}

/** What no real course can be: the rules would not answer it, so it is refused here with its path. */
function courseFaults(course: Course, plan: TitrationPlan, day: LocalDate): readonly ScenarioFault[] {
  const { step, since, daysTaken, daysLogged, sideEffects } = course;
  const path = '$.given.course';
  const faults: ScenarioFault[] = [];
  const { length } = plan.steps;
  if (step !== 'baseline' && step >= length)
    faults.push({ path: `${path}.step`, code: 'step-not-in-plan', step: step + 1, steps: length });
  if (since > day) faults.push({ path: `${path}.since`, code: 'date-after-day', day });
  for (const [i, effect] of sideEffects.entries())
    if (effect.since > day) faults.push({ path: `${path}.sideEffects[${i}].since`, code: 'date-after-day', day });
  const days = Math.max(0, day - since);
  if (daysLogged > days)
    faults.push({ path: `${path}.daysLogged`, code: 'days-impossible', days: daysLogged, most: days });
  const most = step === 'baseline' ? 0 : Math.min(daysLogged, days);
  if (daysTaken > most) faults.push({ path: `${path}.daysTaken`, code: 'days-impossible', days: daysTaken, most });
  return faults;
}
