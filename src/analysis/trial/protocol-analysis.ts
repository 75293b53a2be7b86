/**
 * Which model and which priors does a protocol settle on before day 1? A hash of them stands in it, so that neither can
 * be chosen by what came out (H18).
 */
import { hashOf } from '../../base/hash.ts';
import type { DraftProtocol } from '../../trial/protocol.ts';
import { DEFAULT_PRIORS, type Priors } from '../prior.ts';
import { REVISION } from '../revision.ts';

/** SHA-256 of the priors' canonical JSON, 64 hexadecimal digits. */
export function priorsHash(priors: Priors): string {
  return hashOf({ format: 'titrial-priors', version: 1, priors });
}

/** What a protocol says of its analysis when it is left to this engine as it is. */
export function customaryProtocolAnalysis(): DraftProtocol['analysis'] {
  return { revision: REVISION, priors: priorsHash(DEFAULT_PRIORS) };
}
