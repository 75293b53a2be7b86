/**
 * How is what a patient has at hand written and read? Capsules and tablets by strength, a liquid by its label and the marks
 * of its syringe: in the words of the label, exactly. What is no product of this therapy is read as a fault (H2, H3).
 */
import type { Result } from '../base/result.ts';
import {
  formatConcentration,
  formatVolume,
  parseConcentration,
  parseVolume,
  type Volume,
} from '../medicine/concentration.ts';
import { readText } from '../medicine/json-fields.ts';
import {
  checkProduct,
  type DraftProduct,
  type Liquid,
  type ProductAtHand,
  type SolidForm,
} from '../medicine/product.ts';
import { draftOf, MOST_PACK_UNITS, type PackContent } from '../medicine/stock/pack.ts';
import { type Codec, date, dose, oneOf, optional, plain, record, type TextForm, whole } from './event-fields.ts';
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
const volumeTold = (told: string) => labelled('volume', parseVolume, formatVolume, told);
const graduation = volumeTold('distance between two marks of the syringe, "0.1 mL"');

type Solid<F extends SolidForm['form']> = Omit<SolidForm, 'form'> & { readonly form: F };
type Form = Solid<'capsule'> | Solid<'tablet'> | Liquid;

const draft: Codec<DraftProduct> = choice<Form, 'form'>(
  'form',
  {
    capsule: { form: oneOf('capsule'), strength: dose },
    tablet: { form: oneOf('tablet'), strength: dose },
    liquid: { form: oneOf('liquid'), concentration, graduation },
  },
  '`form`: "capsule" or "tablet" with its `strength`, or "liquid" with `concentration` and `graduation`',
);

/** `codec` that lets through only what is a product of this therapy. */
function checkedProduct<T>(codec: Codec<T>, productIn: (value: T) => DraftProduct): Codec<T> {
  return {
    ...codec,
    read: (field) => {
      const before = field.faults.length;
      const read = codec.read(field);
      if (!read || field.faults.length > before) return undefined;
      if (checkProduct(productIn(read)).ok) return read;
      field.faults.push({ path: field.path, code: 'text-not-in-form', form: 'product' });
      return undefined;
    },
  };
}

const product = checkedProduct(draft, (read) => read);

export const productAtHand: Codec<ProductAtHand> = record<ProductAtHand>(
  { product, usableUntil: optional(date) },
  'a product, and the last civil day on which it may be used where one is known',
);

type Packed = SolidPack<'capsule'> | SolidPack<'tablet'> | (Liquid & { readonly volume: Volume });
type SolidPack<F extends SolidForm['form']> = Solid<F> & { readonly units: number };
const units = whole(1, MOST_PACK_UNITS, `how many, 1 to ${MOST_PACK_UNITS}`);

/** What was handed out at once. */
export const packContent: Codec<PackContent> = checkedProduct(
  choice<Packed, 'form'>(
    'form',
    {
      capsule: { form: oneOf('capsule'), strength: dose, units },
      tablet: { form: oneOf('tablet'), strength: dose, units },
      liquid: { form: oneOf('liquid'), concentration, graduation, volume: volumeTold('in the bottle, "100 mL"') },
    },
    '`form`: "capsule" or "tablet" with `strength` and `units`, or "liquid" with `concentration`, `graduation` and `volume`',
  ) as Codec<PackContent>,
  draftOf,
);
