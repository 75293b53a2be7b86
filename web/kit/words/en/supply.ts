/** What `titrial supply` says: which strengths, how each dose is made up, what it costs, and why nothing was worked out. */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { Making, SupplyChoice, SupplyFault } from '../../../../src/medicine/supply.ts';
import { LDN_DOSE, say, type Words } from './plan.ts';

export const SUPPLY_FAULT: Words<SupplyFault> = {
  'need-empty': () => 'The plan has no day with a dose, so nothing has to be made.',
  'days-out-of-range': ({ days }) => `A stretch of ${days} days cannot be supplied: 1 to 731 whole days are possible.`,
  'offers-empty': () => 'Say which strengths can be had and what one capsule costs, such as --offer "1.5 mg=0.80".',
  'too-many-offers': ({ offers, limit }) => `${offers} strengths are too many to compare: at most ${limit}.`,
  'offer-twice': ({ strength }) => `${formatDose(strength)} stands twice. Give each strength one price.`,
  'offer-strength-refused': ({ why }) => `A strength cannot be used. ${say(LDN_DOSE, why)}`,
  'price-unreadable': ({ strength }) => `The price of ${formatDose(strength)} must be above 0.`,
  'price-looks-like-a-slip': ({ strength, price, ratio }) =>
    `${money(price)} for ${formatDose(strength)} is ${Math.round(ratio)} times away from the other prices. Is the point in its place?`,
  'dose-cannot-be-made': ({ dose, strengths }) =>
    `${formatDose(dose)} cannot be made up exactly from ${strengths.map(formatDose).join(', ')} with ten capsules at most and as few strengths as allowed.`,
  'terms-out-of-range': () => 'The fee must not be below 0, and at least one strength must be allowed.',
};

/** Smallest units of the currency as the amount people write; the currency is whatever the prices were in. */
export const money = (smallest: number): string =>
  `${Math.floor(smallest / 100)}.${String(smallest % 100).padStart(2, '0')}`;

/** The choice as text for a terminal. */
export function supplyText(choice: SupplyChoice, days: number): string {
  const { strengths, capsules, makings, units, cost } = choice;
  return [
    `For ${days} days with a dose: ${units} capsules, ${money(cost)} in all.`,
    '',
    ...strengths.map(
      (strength, i) => `  ${formatDose(strength).padEnd(8)} ${String(capsules[i]).padStart(5)} capsules`,
    ),
    '',
    'Each dose',
    ...makings.map((making) => `  ${formatDose(making.dose).padEnd(8)} ${unitsText(making)}`),
    '',
    'Capsules are taken whole. What is ordered, a prescriber and a pharmacist decide.',
  ].join('\n');
}

const unitsText = ({ units }: Making): string =>
  units.map(({ strength, count }) => `${count} x ${formatDose(strength)}`).join(' + ');

export const offerUnreadable = (text: string): string =>
  `--offer ${JSON.stringify(text.slice(0, 40))} cannot be read. Write strength and price of one capsule as "1.5 mg=0.80", with a point.`;
export const priceUnreadable = (option: string, text: string): string =>
  `${option} ${JSON.stringify(text.slice(0, 40))} cannot be read. Write an amount as 12.50, with a point and two digits.`;
export const wholeNeeded = (option: string, text: string): string =>
  `${option} ${JSON.stringify(text.slice(0, 40))} cannot be read: a whole number is needed.`;
