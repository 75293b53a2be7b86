/** What may a page know of the answers about blinded trials? The types of the JSON as it is sent, and nothing that runs. */
import type { z } from 'zod';
import type {
  CODE_BROKEN,
  DESIGNED,
  DISPENSE,
  DISPENSED,
  GUESS,
  KIT_SLOT,
  PACK_LIST,
  PROTOCOL,
  TRIAL,
  TRIAL_OPENED,
  TRIAL_READ_BACK,
  TRIAL_SEALED,
  TRIALS_TODAY,
  TYPED_PROTOCOL,
} from './trial.ts';

export type TrialJson = z.input<typeof TRIAL>;
export type ProtocolJson = z.input<typeof PROTOCOL>;
/** What is sent to keep a draft. */
export type TypedProtocolJson = z.input<typeof TYPED_PROTOCOL>;
export type KitSlotJson = z.input<typeof KIT_SLOT>;
export type GuessJson = z.input<typeof GUESS>;
export type TrialsTodayJson = z.input<(typeof TRIALS_TODAY)['en']>;
export type DesignedTrialJson = z.input<typeof DESIGNED>;
export type TrialReadBackJson = z.input<(typeof TRIAL_READ_BACK)['en']>;
export type SealedTrialJson = z.input<typeof TRIAL_SEALED>;
export type DispenseJson = z.input<typeof DISPENSE>;
export type DispensedJson = z.input<typeof DISPENSED>;
export type PackListJson = z.input<typeof PACK_LIST>;
export type BrokenCodeJson = z.input<typeof CODE_BROKEN>;
export type OpenedTrialJson = z.input<typeof TRIAL_OPENED>;
