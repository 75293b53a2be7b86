/**
 * The supply of a case in the clinic's page, in English: how long it lasts, what was handed out, what to make at the least
 * cost, and days without a dose (H2, H26, H27, H28). Orders nothing; mass and volume stand together.
 */
import { doseInVolume, formatVolume, microlitres } from '../../../../src/medicine/concentration.ts';
import { type Dose, formatDose } from '../../../../src/medicine/dose.ts';
import type { PackContent, Storage } from '../../../../src/medicine/stock/pack.ts';
import type { Making, SupplyFault } from '../../../../src/medicine/supply.ts';
import type { InterruptionWhy, WithdrawnWhy } from '../../../../src/records/event-supply.ts';
import { dayCount } from './number.ts';
import { packInWords } from './pack.ts';
import { LDN_DOSE, say, type Words } from './plan.ts';

const STORAGE: Readonly<Record<Storage, string>> = { room: 'below 25 °C', refrigerator: 'refrigerator' };
const GONE: Readonly<Record<WithdrawnWhy, string>> = {
  'entered-wrongly': 'entered wrongly, never there',
  lost: 'lost',
  returned: 'given back',
};
const WHY: Readonly<Record<InterruptionWhy, string>> = {
  'supply-gap': 'the supply runs out',
  operation: 'an operation',
  other: 'another reason',
};

const money = (smallest: number): string => `${Math.floor(smallest / 100)}.${String(smallest % 100).padStart(2, '0')}`;

/** Why no set of capsules was found. */
const FAULT: Words<SupplyFault> = {
  'need-empty': () => 'No day with a dose lies ahead.',
  'days-out-of-range': ({ days }) => `A stretch of ${days} days cannot be supplied: 1 to 731 are possible.`,
  'offers-empty': () => 'No price yet, so nothing is compared.',
  'too-many-offers': ({ offers, limit }) => `${offers} strengths are too many to compare: at most ${limit}.`,
  'offer-twice': ({ strength }) => `${formatDose(strength)} stands twice.`,
  'offer-strength-refused': ({ why }) => say(LDN_DOSE, why),
  'price-unreadable': ({ strength }) => `The price of ${formatDose(strength)} must be above 0.`,
  'price-looks-like-a-slip': ({ strength, price, ratio }) =>
    `${money(price)} for ${formatDose(strength)} is ${Math.round(ratio)} times away from the other prices. Is the point in its place?`,
  'dose-cannot-be-made': ({ dose, strengths }) =>
    `${formatDose(dose)} cannot be made up exactly from ${strengths.map(formatDose).join(', ')} with ten capsules at most and three strengths.`,
  'terms-out-of-range': () => 'The cost of one more strength must not be below 0.',
};

function left(content: PackContent, amount: number): string {
  if (content.form !== 'liquid') return `${amount} of ${content.units}`;
  const volume = microlitres(amount);
  const mass = doseInVolume(volume, content.concentration);
  return `${formatVolume(volume)}${mass === undefined ? '' : ` = ${formatDose(mass)}`} of ${formatVolume(content.volume)}`;
}

export const supplyPageWords = {
  outlook: 'How long it lasts',
  notKnown: 'Nothing was handed out here, so no number of days can be told.',
  noDoseAhead: 'No dose lies ahead, so nothing is needed.',
  held: (days: number, through: string | undefined) =>
    through === undefined
      ? 'At the dose as it stands there is nothing for the next day.'
      : `At the dose as it stands: ${dayCount(days)} with a dose, through ${through}.`,
  early: (days: number, through: string | undefined) =>
    through === undefined
      ? 'If every step is taken as early as the plan allows: nothing for the next day.'
      : `If every step is taken as early as the plan allows: ${dayCount(days)}, through ${through}.`,
  enough: (until: string) => `Enough to the last day of the plan, ${until}, however early its steps are taken.`,
  gap: (first: string, last: string) => `Days without: ${first} to ${last}.`,
  order: (day: string, leadDays: number) => `Order by ${day}: ${dayCount(leadDays)} before the first day without.`,
  orderNow: (leadDays: number) => `Order now. Getting it is counted as ${dayCount(leadDays)}.`,
  untold: (days: number) => `${dayCount(days)} without a word about the dose count as taken.`,
  elsewhere: (doses: number) =>
    `${doses} ${doses === 1 ? 'dose' : 'doses'} could not have come from what was handed out. Other boxes, or a number is wrong.`,
  spoils: (what: string, day: string) => `Not all of it can be used before its last day: ${what}, ${day}.`,
  allergy: {
    yes: 'The patient told of an allergy to a filler. Compare the filler before anything is made or handed out.',
    unknown: 'Whether there is an allergy to a filler is not known. Ask before anything is made or handed out.',
  },
  handedOut: 'Handed out',
  noPacks: 'Nothing yet.',
  packsHead: ['What', 'Lot', 'Filler', 'Kept', 'Use by', 'Given on', 'Left'],
  pack: packInWords,
  storage: STORAGE,
  left,
  notCounted: 'not counted',
  past: (day: string) => `${day}, past`,
  gone: GONE,
  label: 'Label as a PDF',
  labels: 'All labels as a PDF',
  labelFile: 'labels.pdf',
  makingLabels: 'Setting the labels …',
  takeBack: 'Take back',
  takeBackHelp: 'Both entries stay on record.',
  takeBackWhy: 'What happened',
  takeBackWhat: 'Which',
  takenBack: 'Taken back.',
  dispense: 'Write down what is handed out',
  form: 'Form',
  forms: { capsule: 'Capsules', tablet: 'Tablets', liquid: 'Liquid' },
  strength: 'Strength of one',
  units: 'How many',
  unitsHelp: 'A whole number, as counted.',
  concentration: 'Concentration on the label',
  graduation: 'Marks of the syringe, every',
  volume: 'Volume in mL',
  volumeHelp: 'Such as 100 or 62.5, with a point.',
  lot: 'Lot',
  filler: 'Filler and shell',
  fillerHelp: 'As on the label: it is what an allergy is compared with.',
  kept: 'Kept',
  beyondUse: 'Last day of use',
  dispenseButton: 'Write it down',
  amountUnreadable: 'This is no amount. Write digits only, with a point where one is needed.',
  dayMissing: 'The last day of use is needed. Past it, the phone shows nothing to take from this.',
  dispensed: (what: string) => `Written down: ${what}.`,
  makes: 'What to make',
  makesHelp:
    'The set of capsules that makes every dose ahead exactly, at the least cost or with the fewest capsules. Prices are yours, are used here only and kept nowhere.',
  makesNone: 'No dose lies ahead.',
  horizon: 'For the next',
  horizons: { '30': '30 days', '60': '60 days', '90': '90 days', all: 'whole plan' } as Readonly<
    Record<string, string>
  >,
  prices: 'Price of one capsule; leave empty what you do not make',
  price: (strength: Dose) => formatDose(strength),
  fee: 'What making one more strength costs',
  priceUnreadable: 'A price is written as 0.80, with a point and two digits.',
  noPrices: 'No price yet, so nothing is compared.',
  first: 'Look for',
  firsts: { cost: 'least cost', units: 'fewest capsules' },
  chosen: (capsules: number, cost: number, days: number) =>
    `${dayCount(days)} with a dose: ${capsules} capsules, ${money(cost)} in all.`,
  madeHead: ['Dose', 'Taken as'],
  made: ({ dose, units }: Making): readonly [string, string] => [
    formatDose(dose),
    units.map(({ strength, count }) => `${count} x ${formatDose(strength)}`).join(' + '),
  ],
  toMake: (strength: Dose, count: number) => `${count} capsules of ${formatDose(strength)}`,
  fault: (fault: SupplyFault) => say(FAULT, fault),
  interruptions: 'Days without a dose',
  interruptionsHelp:
    'Planned days are not missed days. No dose is shown on them, and the plan’s own rule says what comes before the next dose.',
  noInterruptions: 'None is planned.',
  interruption: (from: string, until: string, why: InterruptionWhy) => `${from} to ${until}: ${WHY[why]}`,
  from: 'First day without a dose',
  until: 'Last day without a dose',
  why: 'Because of',
  whys: WHY,
  plan: 'Plan these days',
  planned: (from: string, until: string) => `Planned: no dose from ${from} to ${until}.`,
  endNow: 'Follow the plan again from today',
  ended: 'The plan is followed again from today.',
};
