/**
 * How is a titration plan kept in a file? As JSON in which every dose carries its unit and nothing is left to a default.
 * Refuses unknown, missing and doubled keys, bare numbers as doses, other versions, and every plan `checkPlan` refuses.
 */
import { err, type Result } from '../base/result.ts';
import { formatDose } from './dose.ts';
import {
  type JsonFault,
  type JsonField,
  parseJson,
  readDose,
  readFlag,
  readList,
  readObject,
  readOneOf,
  readText,
  readWhole,
} from './json-fields.ts';
import {
  checkPlan,
  type DraftPlan,
  type PlanFault,
  type SitePolicy,
  STOP_RULES,
  type TitrationPlan,
  type TitrationRules,
  type TitrationStep,
} from './titration.ts';

export const PLAN_FORMAT = 'titrial-plan';
/** Version of the file format; a change of shape or meaning raises it. */
export const PLAN_VERSION = 1;

export type PlanTextFault = JsonFault | ({ readonly path: string } & PlanFault);

const PLAN_KEYS = [
  'format',
  'version',
  'name',
  'steps',
  'ceiling',
  'maximumStep',
  'baselineDays',
  'endlineDays',
  'timeOfDay',
  'blinded',
  'rules',
] as const;

/** Reads a plan file; every fault at once, each with its path. The plan is checked under `policy`. */
export function parsePlan(text: string, policy?: SitePolicy): Result<TitrationPlan, readonly PlanTextFault[]> {
  const value = parseJson(text);
  if (!value.ok) return err([value.error]);
  return readPlan({ value: value.value, path: '$', faults: [] }, policy);
}

/** Reads a plan that stands inside other JSON; paths start at the field's own. */
export function readPlan(field: JsonField, policy?: SitePolicy): Result<TitrationPlan, readonly PlanTextFault[]> {
  const faults: JsonFault[] = [];
  const draft = readDraft({ ...field, faults });
  if (!draft || faults.length > 0) return err(faults);
  const plan = checkPlan(draft, policy);
  if (plan.ok) return plan;
  return err(plan.error.map((fault) => ({ ...fault, path: `${field.path}${pathOf(fault)}` })));
}

/** The plan as a JSON value: plain data, doses as text. `parsePlan` reads it back to an equal plan. */
export function planToJson(plan: TitrationPlan) {
  const { name, steps, ceiling, maximumStep, baselineDays, endlineDays, timeOfDay, blinded, rules } = plan;
  return {
    format: PLAN_FORMAT,
    version: PLAN_VERSION,
    name,
    steps: steps.map(({ dose, minimumDays }) => ({ dose: formatDose(dose), minimumDays })),
    ceiling: formatDose(ceiling),
    maximumStep: formatDose(maximumStep),
    baselineDays,
    endlineDays,
    timeOfDay,
    blinded,
    rules,
  };
}

/** The plan as the text of a file, indented by two, with a last line end. */
export function formatPlan(plan: TitrationPlan): string {
  return `${JSON.stringify(planToJson(plan), undefined, 2)}\n`;
}

const WHOLE: readonly [number, number] = [-1_000_000, 1_000_000]; // the clinical range is checkPlan's to judge

function readDraft(field: JsonField): DraftPlan | undefined {
  const fields = readObject(field, PLAN_KEYS);
  if (!fields) return undefined;
  readOneOf(fields.format, [PLAN_FORMAT]);
  readWhole(fields.version, PLAN_VERSION, PLAN_VERSION);
  const steps = readList(fields.steps)?.map(readStep);
  const rules = readRules(fields.rules);
  const rest = {
    name: readText(fields.name),
    ceiling: readDose(fields.ceiling),
    maximumStep: readDose(fields.maximumStep),
    baselineDays: readWhole(fields.baselineDays, ...WHOLE),
    endlineDays: readWhole(fields.endlineDays, ...WHOLE),
    timeOfDay: readOneOf(fields.timeOfDay, ['evening', 'morning']),
    blinded: readFlag(fields.blinded),
  };
  return steps && rules ? { ...rest, steps: steps.filter((step) => step !== undefined), rules } : undefined;
}

function readStep(field: JsonField): TitrationStep | undefined {
  const fields = readObject(field, ['dose', 'minimumDays']);
  return fields && { dose: readDose(fields.dose), minimumDays: readWhole(fields.minimumDays, ...WHOLE) };
}

function readRules(field: JsonField): TitrationRules | undefined {
  const parts = readObject(field, ['hold', 'stepDown', 'stepUp', 'lateDose', 'evaluation', 'stop']);
  if (!parts) return undefined;
  const hold = readWholes(parts.hold, ['sideEffectGrade', 'sleepWorsePoints', 'sleepWorseNights', 'sleepWindowNights']);
  const stepDown = readWholes(parts.stepDown, ['afterDays']);
  const stepUp = readWholes(parts.stepUp, ['screeningWithinDays', 'dosesTakenPercent']);
  const lateDose = readWholes(parts.lateDose, ['withinHours', 'rescreenAfterMissedDays']);
  const evaluation = readWholes(parts.evaluation, ['minimumDays']);
  const stop = readList(parts.stop)?.map((entry) => readOneOf(entry, STOP_RULES));
  if (!(hold && stepDown && stepUp && lateDose && evaluation && stop)) return undefined;
  return { hold, stepDown, stepUp, lateDose, evaluation, stop };
}

function readWholes<K extends string>(field: JsonField, keys: readonly K[]): Record<K, number> | undefined {
  const fields = readObject(field, keys);
  if (!fields) return undefined;
  const read = keys.map((key) => [key, readWhole(fields[key], ...WHOLE)]);
  return Object.fromEntries(read) as Record<K, number>;
}

/** Where in the file the plan's fault stands. */
function pathOf(fault: PlanFault): string {
  switch (fault.code) {
    case 'plan-unnamed':
      return '.name';
    case 'plan-empty':
    case 'too-many-steps':
      return '.steps';
    case 'ceiling-refused':
    case 'ceiling-zero':
      return '.ceiling';
    case 'maximum-step-out-of-range':
      return '.maximumStep';
    case 'number-out-of-range':
      return `.${fault.field}`;
    case 'sleep-nights-exceed-window':
      return '.rules.hold.sleepWorseNights';
    case 'stop-rule-missing':
      return '.rules.stop';
    case 'step-too-short':
    case 'step-too-long':
      return `.steps[${fault.step}].minimumDays`;
    case 'site-ceiling-too-high':
      return '';
    default:
      return `.steps[${fault.step}].dose`;
  }
}
