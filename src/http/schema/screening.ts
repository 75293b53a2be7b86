/** Medicines, questions and what screening finds, as JSON. What a person typed goes through as it was typed. */
import { z } from 'zod';
import { GROUPS, WASHOUTS } from '../../medicine/screening/drug-list.ts';
import {
  MEDICINE_FORMS,
  QUESTIONS,
  type ScreeningFinding,
  type ScreeningRule,
} from '../../medicine/screening/screening.ts';
import { HTTP_WORDS, inEach } from '../language.ts';
import { DATE, id, list } from './field.ts';

export const FORM = z.enum(MEDICINE_FORMS);
export const USE = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('current') }),
  z.strictObject({ kind: z.literal('stopped'), lastTaken: DATE }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export const CODE = z.strictObject({ system: z.enum(['rxnorm', 'atc']), code: z.string().max(40) });
export const MEDICINE_TEXT = z.string().max(500);
const REASON = z.string().max(2_000);
export const RESOLUTION = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ingredient'), ingredient: z.string().max(200), reason: REASON }),
  z.strictObject({ kind: z.literal('not-listed'), reason: REASON }),
]);

const ENTERED = {
  text: MEDICINE_TEXT,
  code: CODE.exactOptional(),
  form: FORM,
  use: USE,
  chronic: z.boolean().exactOptional(),
  beyondLabel: z.boolean().exactOptional(),
};
export const NEW_MEDICINE = z.strictObject(ENTERED);

export const MEDICINE = z.strictObject({ ...ENTERED, id: id<'medicine'>(), resolution: RESOLUTION.exactOptional() });

export const MATCH = z.strictObject({
  status: z.enum(['recognised', 'unresolved']),
  why: z
    .enum([
      ...(['nothing-entered', 'text-not-in-the-list', 'code-not-in-the-list', 'code-malformed'] as const),
      ...(['code-and-text-disagree', 'more-strengths-than-names', 'opioid-candidate'] as const),
      ...(['antagonist-candidate', 'combination-partners-unknown'] as const),
    ])
    .exactOptional(),
  hits: list(
    z.strictObject({
      ingredient: z.string(),
      group: z.enum(GROUPS),
      washout: z.enum(WASHOUTS).exactOptional(),
      lowDose: z.boolean(),
    }),
  ),
  form: FORM.exactOptional(),
});
export const MATCHED_MEDICINE = z.strictObject({ ...MEDICINE.shape, match: MATCH });

const ANSWER = z.enum(['yes', 'no', 'unknown']);
export const ANSWERS = z.strictObject({
  on: DATE,
  answers: z.record(z.enum(QUESTIONS), ANSWER).readonly(),
  liverTimesUpperLimit: z.number().min(0).max(1_000).exactOptional(),
  egfr: z.number().min(0).max(1_000).exactOptional(),
  operationOn: DATE.exactOptional(),
});

const RULE = z.custom<ScreeningRule>((value) => typeof value === 'string').meta({ type: 'string' });
const FINDING_FIELDS = {
  key: z.string(),
  rule: RULE,
  severity: z.enum(['hard', 'soft', 'info']),
  code: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  medicine: z.string().exactOptional(),
  clearFrom: DATE.exactOptional(),
  overridable: z.boolean(),
  overriddenBy: z.strictObject({ person: z.string(), reason: z.string(), on: DATE }).exactOptional(),
};

/** A finding with its sentence, `detail`, in the language of the reader. */
export const FINDING = inEach((language) =>
  z.codec(
    z.strictObject({ ...FINDING_FIELDS, detail: z.string() }),
    z.custom<ScreeningFinding>((value) => typeof value === 'object' && value !== null),
    {
      decode: (_, context) => {
        context.issues.push({ code: 'custom', input: undefined, params: { fault: 'unreadable' } });
        return z.NEVER;
      },
      encode: (finding) => ({ ...finding, detail: HTTP_WORDS[language].screeningFinding(finding) }),
    },
  ),
);

export const SCREENING = inEach((language) =>
  z.strictObject({
    on: DATE,
    listVersion: z.string(),
    findings: list(FINDING[language]),
    openHard: z.int(),
    openSoft: z.int(),
    clearFrom: DATE.exactOptional(),
  }),
);

export const OVERRIDE = z.strictObject({ key: z.string(), person: z.string(), reason: z.string(), on: DATE });

/** When somebody last looked at the screening as a whole. */
export const REVIEWED = z.strictObject({
  on: DATE,
  listVersion: z.string(),
  openHard: z.int(),
  openSoft: z.int(),
  stale: z.boolean(),
});

/** What is open after a change. */
export const OPEN_COUNTS = z.strictObject({ openHard: z.int(), openSoft: z.int(), seq: z.int() });
