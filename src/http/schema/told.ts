/** A finding told whole, as it goes out: texts, pictures as SVG, tables as rows of texts. */
import { z } from 'zod';
import { LANGUAGES } from '../../../web/kit/words/language.ts';
import { LABELS, NARROWEST, WIDEST } from '../../report/told-finding.ts';
import { FINDING_HEAD } from './case.ts';
import { list } from './field.ts';

/** Width of pictures in CSS pixels, from a query string. */
export const PICTURE_WIDTH = z
  .codec(z.string().regex(/^\d{3}$/), z.number().int().min(NARROWEST).max(WIDEST), {
    decode: (text) => Number(text),
    encode: (width) => String(width),
  })
  .meta({ type: 'integer', minimum: NARROWEST, maximum: WIDEST });

const TEXTS = list(z.string());
/** A diary has no more runs of days than days. */
const ROWS = z.strictObject({ head: TEXTS, rows: list(TEXTS, 10_000) });
const PICTURE = z.strictObject({ svg: z.string(), title: z.string(), rows: ROWS });

const NUMBER = z.strictObject({
  label: z.string(),
  value: z.string(),
  name: z.string(),
  meaning: z.string(),
  model: z.string(),
  data: z.string(),
  revision: z.string(),
  hash: z.string(),
});

const FINDING = z.strictObject({
  outcome: z.string(),
  heading: z.string(),
  symptom: z.string(),
  sentences: z.strictObject({ sentence: z.string(), further: TEXTS, grade: TEXTS, settle: z.string() }),
  timeline: PICTURE,
  intervals: PICTURE,
  doses: list(z.strictObject({ dose: z.string(), numbers: list(NUMBER), logged: z.string() })),
});

export const TOLD_FINDING = z.strictObject({
  ...FINDING_HEAD.shape,
  language: z.enum(LANGUAGES),
  told: z.strictObject({
    findings: list(FINDING),
    refusals: z.strictObject({ heading: z.string(), sentences: TEXTS }).exactOptional(),
    labels: z.strictObject(
      Object.fromEntries(LABELS.map((label) => [label, z.string()])) as Record<(typeof LABELS)[number], z.ZodString>,
    ),
    notAdvice: z.string(),
  }),
});
