/** What may stand in an address? One schema for each {name}; what does not fit it names nothing (H16). */
import { z } from 'zod';
import { STOP_RULES } from '../../medicine/titration.ts';
import { id } from './field.ts';

export const PARAM = {
  case: id<'case'>(),
  person: id<'person'>(),
  medicine: id<'medicine'>(),
  plan: id<'plan'>(),
  request: id<'request'>(),
  finding: id<'finding'>(),
  supply: id<'event'>(),
  interruption: id<'event'>(),
  trial: id<'trial'>(),
  session: z.string().regex(/^[\w-]{1,64}$/),
  credential: z.string().regex(/^[\w-]{1,1400}$/),
  token: z.string().regex(/^[\w.-]{1,200}$/),
  rule: z.enum(STOP_RULES),
  relation: z.enum(['carer', 'prescriber', 'pharmacist', 'coordinator']),
} as const;

type NamesOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesOf<Rest> : never;

/** The values in the address of a path, by name. A name without a schema does not compile. */
export type ParamsOf<Path extends string> = {
  readonly [Name in NamesOf<Path>]: Name extends keyof typeof PARAM ? z.output<(typeof PARAM)[Name]> : never;
};
