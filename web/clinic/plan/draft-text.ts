/**
 * What has somebody typed of a plan? Text as it stands in the fields, kept in this window until it is saved, and read by
 * the rules a plan file is read by: nothing is mended or filled in on the way (H1).
 */
import { err, ok, type Result } from '../../../src/base/result.ts';
import type { Dose } from '../../../src/medicine/dose.ts';
import { formatDose } from '../../../src/medicine/dose.ts';
import { PLAN_FORMAT, PLAN_VERSION, type PlanTextFault, readPlan } from '../../../src/medicine/plan-json.ts';
import {
  type DraftPlan,
  PLAN_RANGES,
  type PlanNumber,
  STOP_RULES,
  type TimeOfDay,
  type TitrationPlan,
} from '../../../src/medicine/titration.ts';

export type StepText = { readonly dose: string; readonly days: string };
export type DraftText = {
  readonly name: string;
  readonly steps: readonly StepText[];
  readonly ceiling: string;
  readonly maximumStep: string;
  readonly numbers: Readonly<Record<PlanNumber, string>>;
  readonly timeOfDay: TimeOfDay;
};

export const PLAN_NUMBERS = Object.keys(PLAN_RANGES) as readonly PlanNumber[];

export function textOfPlan({ name, steps, ceiling, maximumStep, timeOfDay, ...rest }: DraftPlan): DraftText {
  return {
    name,
    steps: steps.map(({ dose, minimumDays }) => ({ dose: formatDose(dose), days: String(minimumDays) })),
    ...{ ceiling: formatDose(ceiling), maximumStep: formatDose(maximumStep), timeOfDay },
    numbers: Object.fromEntries(PLAN_NUMBERS.map((field) => [field, String(valueAt(rest, field))])) as Numbers,
  };
}

type Numbers = DraftText['numbers'];

/** "rules.hold.sideEffectGrade" of a plan. */
function valueAt(plan: unknown, field: string): unknown {
  return field.split('.').reduce((value, key) => (value as Readonly<Record<string, unknown>>)[key], plan);
}

/** The plan file it amounts to; a number that is none stays text, and is refused where it stands. */
export function draftJson({ name, steps, ceiling, maximumStep, numbers, timeOfDay }: DraftText): object {
  const whole = (text: string): unknown => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : text);
  const rules: Record<string, Record<string, unknown>> = {};
  for (const field of PLAN_NUMBERS) {
    const [, part, key] = field.split('.');
    if (part !== undefined && key !== undefined) rules[part] = { ...rules[part], [key]: whole(numbers[field]) };
  }
  return {
    ...{ format: PLAN_FORMAT, version: PLAN_VERSION, name },
    steps: steps.map(({ dose, days }) => ({ dose: dose.trim(), minimumDays: whole(days) })),
    ...{ ceiling: ceiling.trim(), maximumStep: maximumStep.trim() },
    ...{ baselineDays: whole(numbers.baselineDays), endlineDays: whole(numbers.endlineDays) },
    ...{ timeOfDay, blinded: false, rules: { ...rules, stop: STOP_RULES } },
  };
}

/** By the rules the server reads it with, under the clinic's ceiling. The paths of faults begin at the plan. */
export function checkDraft(draft: DraftText, maximumCeiling: Dose): Result<TitrationPlan, readonly PlanTextFault[]> {
  const read = readPlan({ value: draftJson(draft), path: '', faults: [] }, { maximumCeiling });
  return read.ok ? ok(read.value) : err(read.error);
}

const keyOf = (id: string, plan: string | undefined): string => `titrial-draft ${id} ${plan ?? 'new'}`;

/** Lasts as long as the window, through a reload and through signing in again. */
export function keepDraft(id: string, plan: string | undefined, draft: DraftText | undefined): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(id, plan), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(id, plan));
  } catch {
    // Storage may be off; the draft then lasts as long as the page.
  }
}

export function keptDraft(id: string, plan: string | undefined): DraftText | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(id, plan));
    const kept: unknown = text === null ? undefined : JSON.parse(text);
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What an earlier build of the page kept may be of another shape; it is then not used. */
function isDraft(value: unknown): value is DraftText {
  if (typeof value !== 'object' || value === null) return false;
  const { steps, numbers, ...rest } = value as Partial<DraftText>;
  const texts = [rest.name, rest.ceiling, rest.maximumStep, rest.timeOfDay];
  return (
    texts.every((text) => typeof text === 'string') &&
    Array.isArray(steps) &&
    steps.every((step) => typeof step?.dose === 'string' && typeof step?.days === 'string') &&
    typeof numbers === 'object' &&
    PLAN_NUMBERS.every((field) => typeof numbers?.[field] === 'string')
  );
}
