/**
 * How is what a patient has at hand written and read? Capsules and tablets by strength, a liquid by its label and the marks
 * of its syringe: in the words of the label, exactly. What is no product of this therapy is read as a fault (H2, H3).
 */
import type { Result } from '../base/result.ts';
import { formatConcentration, formatVolume, parseConcentration, parseVolume } from '../medicine/concentration.ts';
import { readText } from '../medicine/json-fields.ts';
import {
  checkProduct,
  type DraftProduct,
  type Liquid,
  type ProductAtHand,
  type SolidForm,
} from '../medicine/product.ts';
import { type Codec, date, dose, oneOf, optional, plain, record, type TextForm } from './event-fields.ts';
import { choice } from './event-parts.ts';

/** A quantity written as on a label and read back exactly. */
function labelled<T>(
  form: TextForm,
  parse: (text: string) => Result<T, unknown>,
  write: (value: T) => string,
  told: string,
): Codec<T> {
  return {
    read: (field) => {
      const before = field.faults.length;
      const read = parse(readText(plain(field)).slice(0, 40));
      if (read.ok) return read.value;
      if (field.faults.length === before) field.faults.push({ path: field.path, code: 'text-not-in-form', form });
      return undefined;
    },
    write,
    told,
  };
}

const concentration = labelled('concentration', parseConcentration, formatConcentration, 'as labelled, "1 mg/mL"');
const volume = labelled('volume', parseVolume, formatVolume, 'distance between two marks of the syringe, "0.1 mL"');

type Solid<F extends SolidForm['form']> = Omit<SolidForm, 'form'> & { readonly form: F };
type Form = Solid<'capsule'> | Solid<'tablet'> | Liquid;

const draft: Codec<DraftProduct> = choice<Form, 'form'>(
  'form',
  {
    capsule: { form: oneOf('capsule'), strength: dose },
    tablet: { form: oneOf('tablet'), strength: dose },
    liquid: { form: oneOf('liquid'), concentration, graduation: volume },
  },
  '`form`: "capsule" or "tablet" with its `strength`, or "liquid" with `concentration` and `graduation`',
);

const product: Codec<DraftProduct> = {
  ...draft,
  read: (field) => {
    const before = field.faults.length;
    const read = draft.read(field);
    if (!read || field.faults.length > before) return undefined;
    if (checkProduct(read).ok) return read;
    field.faults.push({ path: field.path, code: 'text-not-in-form', form: 'product' });
    return undefined;
  },
};

export const productAtHand: Codec<ProductAtHand> = record<ProductAtHand>(
  { product, usableUntil: optional(date) },
  'a product, and the last civil day on which it may be used where one is known',
);
