/** Which blinded trials are played in the demonstration? What each compares, settled before its first day and by no result (H13). */
import { micrograms } from '../../medicine/dose.ts';
import type { TypedProtocol } from '../trial/design.ts';
import type { DemonstrationTexts } from './texts.ts';

type Purposes = DemonstrationTexts['purpose'];

/** Pairs of placebo and one dose; pain decides, fatigue and sleep are reported beside it. */
function pairs(
  dose: number,
  length: { readonly weeks: number; readonly blocks: number; readonly leftOut: number },
  purpose: string,
): TypedProtocol {
  const amount = micrograms(dose);
  return {
    design: {
      ...{ kind: 'paired-blocks', doses: [amount], maximumRise: amount },
      ...{ periodDays: 7 * length.weeks, blocks: length.blocks },
      runIn: { how: 'discarded', days: length.leftOut },
    },
    primary: { outcome: 'pain', dose: amount },
    others: ['fatigue', 'sleep'],
    rule: { worthwhile: 1, settledAt: 0.9 },
    escapeRule: { outcome: 'pain', atLeast: 10, days: 3 },
    spareCapsules: 4,
    purpose,
  };
}

/** D1: six weeks each, twice. */
export const responderTrial = ({ responder }: Purposes): TypedProtocol =>
  pairs(3000, { weeks: 6, blocks: 2, leftOut: 14 }, responder);

/** D2: four weeks each, three times. */
export const nonResponderTrial = ({ nonResponder }: Purposes): TypedProtocol =>
  pairs(4500, { weeks: 4, blocks: 3, leftOut: 7 }, nonResponder);

/** D5: eight weeks each, twice, because what it does comes slowly. */
export const slowTrial = ({ slow }: Purposes): TypedProtocol => pairs(6000, { weeks: 8, blocks: 2, leftOut: 14 }, slow);
