/** Which fields do the events of the supply have? Their rows of the table in event-codecs.ts; a version is never changed. */
import { STORAGES } from '../medicine/stock/pack.ts';
import { date, id, line, listOf, oneOf } from './event-fields.ts';
import { packContent, productAtHand } from './event-product.ts';
import { INTERRUPTION_WHYS, WITHDRAWN_WHYS } from './event-supply.ts';

const decidedBy = id<'person'>('person');

export const supplyRows = {
  'products-recorded': [
    {
      by: 'patient, carer, prescriber or pharmacist',
      told: 'What the patient has at hand, in place of what was said before.',
      fields: { products: listOf(productAtHand, 20), on: date },
    },
  ],
  'supply-dispensed': [
    {
      by: 'pharmacist or prescriber, or the patient of a solo case',
      told: 'Something was handed out. `beyondUse`: last day on which anything may be taken from it.',
      fields: {
        content: packContent,
        lot: line(40),
        filler: line(80),
        storage: oneOf(...STORAGES),
        beyondUse: date,
        on: date,
        decidedBy,
      },
    },
  ],
  'supply-withdrawn': [
    {
      by: 'pharmacist or prescriber, or the patient of a solo case',
      told: 'What was handed out is not there any more from `on` on; "entered-wrongly": it never was.',
      fields: { dispensed: id<'event'>('event'), why: oneOf(...WITHDRAWN_WHYS), on: date, decidedBy },
    },
  ],
  'interruption-planned': [
    {
      by: 'prescriber',
      told: 'From `from` to `until` no dose is taken, by plan.',
      fields: { plan: id<'plan'>('plan'), from: date, until: date, why: oneOf(...INTERRUPTION_WHYS), decidedBy },
    },
  ],
  'interruption-ended': [
    {
      by: 'prescriber',
      told: 'From `on` on the plan is followed again; on or before the first day: the interruption does not happen.',
      fields: { interruption: id<'event'>('event'), on: date, decidedBy },
    },
  ],
} as const;
