/** What a patient has at hand, as JSON: strengths, labels and marks with their units, as they stand on the box (H2). */
import { z } from 'zod';
import type { Result } from '../../base/result.ts';
import {
  type Concentration,
  formatConcentration,
  formatVolume,
  parseConcentration,
  parseVolume,
  type Volume,
} from '../../medicine/concentration.ts';
import { DATE, DOSE, list } from './field.ts';

/** A quantity with its unit as text outside, a whole number inside. */
function labelled<T extends number>(
  parse: (text: string) => Result<T, unknown>,
  write: (value: T) => string,
  sample: string,
) {
  return z
    .codec(
      z.string().max(40),
      z.custom<T>((value) => Number.isSafeInteger(value)),
      {
        decode: (text, context) => {
          const read = parse(text);
          if (read.ok) return read.value;
          context.issues.push({ code: 'custom', input: text, params: { fault: 'unreadable' } });
          return z.NEVER;
        },
        encode: write,
      },
    )
    .meta({ type: 'string', examples: [sample] });
}

export const CONCENTRATION = labelled<Concentration>(parseConcentration, formatConcentration, '1 mg/mL');
export const GRADUATION = labelled<Volume>(parseVolume, formatVolume, '0.1 mL');

export const VOLUME = labelled<Volume>(parseVolume, formatVolume, '100 mL');

const PRODUCT = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(['capsule', 'tablet']), strength: DOSE }),
  z.strictObject({ form: z.literal('liquid'), concentration: CONCENTRATION, graduation: GRADUATION }),
]);

export const PRODUCTS = list(z.strictObject({ product: PRODUCT, usableUntil: DATE.exactOptional() }), 100);
