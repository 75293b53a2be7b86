/**
 * A blinded trial for the pharmacist, in English: what goes into each kit, handing out, emergency codes. It is the one
 * place that knows, and says so on every sheet (H13, H14).
 */
import { dateInWords } from './clinic-case.ts';
import { dayCount } from './number.ts';
import { armInWords } from './trial-sentences.ts';

const capsules = (count: number): string => `${count} ${count === 1 ? 'capsule' : 'capsules'}`;

export const trialPharmacyWords = {
  heading: 'For the pharmacy',
  only: 'For the pharmacy only. Whoever reads this knows what every kit holds. It goes to no prescriber, no patient and into no file of the clinic. Reading it stands in the record.',
  notSealed: 'The order is not drawn yet; there is nothing to make.',
  packs: 'Pack list',
  toPacks: 'Open the pack list',
  toCodes: 'Emergency codes to print',
  toTrial: 'Back to the trial',
  packHead: ['Kit', 'Period', 'Holds', 'Capsules', 'Handed out'],
  arm: armInWords,
  handedOut: (on: string) => dateInWords(on),
  notYet: 'not yet',
  makes: 'To be made',
  making: (dose: string, kits: number, count: number) => `${dose}: ${kits} kits, ${capsules(count)}`,
  alike: 'All of one shell, one size and one filler, one capsule a day. A label shows the code and never the content.',
  labels: 'Save the labels (PDF)',
  labelsMaking: 'Making the labels …',
  labelsFile: 'titrial-kit-labels',

  dispense: 'Hand out a block',
  dispenseHelp:
    'Always a whole block, with one number and one date for all of it: nothing then tells one kit from another.',
  block: 'Block',
  blockOf: (block: number, kits: readonly string[], isOut: boolean) =>
    `Block ${block + 1}: ${kits.join(', ')}${isOut ? ' (handed out already)' : ''}`,
  eachIs: (count: number) => `${capsules(count)} in each kit, by the protocol.`,
  filler: 'Filler',
  fillerHelp: 'Such as microcrystalline cellulose. It is shown to all, so it must be one for all.',
  usableUntil: 'Usable until',
  usableHelp: 'The earliest of the kits.',
  lotOf: (arm: string) => `Lot of ${arm}`,
  lotHelp: 'Encrypted for the pharmacy; nobody else reads it.',
  dispenseButton: 'Record it as handed out',
  given: 'Handed out so far',
  noneGiven: 'Nothing yet.',
  givenLine: (on: string, kits: readonly string[], each: number, filler: string, until: string, who: string) =>
    `${dateInWords(on)}: kits ${kits.join(', ')}, ${capsules(each)} each, ${filler}, usable until ${dateInWords(until)}; by ${who}`,
  allOut: 'Every block is handed out.',

  codes: 'Emergency codes',
  codesHelp:
    'One sheet for each period. Print, fold twice so that nothing shows through, seal, and keep where an emergency finds them. Opening one is written down.',
  codeTitle: 'Emergency code of a blinded trial',
  codeCase: 'Case',
  codeKit: 'Kit',
  codePeriod: 'Period',
  codeDays: (from: string, to: string) => `${dateInWords(from)} to ${dateInWords(to)}`,
  codeLength: (days: number) => `${dayCount(days)}, not begun`,
  codeFirst:
    'In any emergency treat as on naltrexone, whatever stands below. Open only where knowing changes what is done.',
  codeFold: 'Fold here, so that the lower part lies inside.',
  codeHolds: 'This kit holds',
  codeNote: 'Who opened it, when and why:',
};
