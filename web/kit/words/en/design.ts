/** What `titrial design` says: the design in one look, what it could tell, what it keeps, and why a draft is none. */
import type { DosePower, Power, PowerQuestion } from '../../../../src/analysis/power.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import { type DesignFault, type DesignKind, periodsOf, type TrialDesign } from '../../../../src/trial/design.ts';
import type { SequenceFault } from '../../../../src/trial/sequence.ts';
import type { Words } from './plan.ts';

export const DESIGN_KIND: Readonly<Record<DesignKind, string>> = {
  'paired-blocks': 'blocks of placebo and one dose, each pair in an order drawn by chance',
  'dose-finding': 'blocks of placebo and every dose, in an order drawn by chance',
  'randomised-start': 'placebo until a period drawn by chance, then the dose',
  'randomised-withdrawal': 'the dose until a period drawn by chance, then placebo',
};

export const DESIGN_FAULT: Words<DesignFault | SequenceFault> = {
  'doses-missing': () => 'Name the dose to compare with placebo, such as --dose "3 mg".',
  'one-dose-needed': ({ doses }) =>
    `This kind of trial compares one dose with placebo, not ${doses}. Several go with --kind dose-finding.`,
  'too-many-doses': ({ doses, limit }) => `${doses} doses are too many for one person: at most ${limit}.`,
  'doses-not-rising': ({ place }) =>
    `Dose ${place + 1} is not above the one before. Name each dose once, rising; placebo is always there.`,
  'blocks-out-of-range': ({ blocks, minimum, maximum }) =>
    `${blocks} blocks: ${minimum} to ${maximum} are possible. One alone cannot tell the drug from the weeks it was taken in.`,
  'period-out-of-range': ({ days, minimum, maximum }) =>
    `Periods of ${days} days: ${minimum} to ${maximum} are possible. A drug that takes weeks shows little in less.`,
  'run-in-out-of-range': ({ days, maximum }) =>
    `A run-in of ${days} days: 0 to ${maximum} are possible, so that at least a week of every period counts.`,
  'trial-too-long': ({ days, limit }) =>
    `The trial would take ${days} days, more than ${limit}. Take fewer blocks or shorter periods.`,
  'nothing-to-randomise': ({ sequences }) =>
    `Only ${sequences} order of the periods keeps the largest rise, so nothing would be left to chance. Allow a larger --max-rise.`,
};

const percent = (share: number): string => `${Math.round(100 * share)} of 100`;

/** The whole answer as text for a terminal. */
export function designText(design: TrialDesign, power: Power, question: PowerQuestion): string {
  const { periodDays, runIn, blocks } = design;
  const counted = runIn.how === 'discarded' && runIn.days > 0 ? `, the first ${runIn.days} of each left out` : '';
  return [
    `${DESIGN_KIND[design.kind]}`,
    `  doses      placebo, ${design.doses.map(formatDose).join(', ')}`,
    `  periods    ${periodsOf(design)} of ${periodDays} days (${blocks} blocks)${counted}; ${power.days} days in all`,
    `  sequences  ${power.sequences} admissible, each as likely as the other`,
    '',
    `If the true change were ${points(question.effect)}, of 100 such trials`,
    ...power.doses.map((dose) => powerLine(dose)),
    'Settled means a probability above ' +
      `${question.settledAt} for one side, for a sceptic too. Rough: the days are drawn from what is believed before,`,
    `${percent(question.kept)} of them kept, and onset and day-to-day wandering are taken to be known in each.`,
    '',
    'What the periods keep of a true difference between placebo and a dose',
    ...power.kept.map(
      ({ onsetDays, share }) => `  onset of ${String(onsetDays).padStart(2)} days  ${Math.round(100 * share)} %`,
    ),
    'The onset of low-dose naltrexone is unknown: days in the blood, two to three months in what clinicians tell.',
  ].join('\n');
}

const points = (effect: number): string =>
  effect === 0
    ? 'nothing'
    : `${Math.abs(effect)} point${Math.abs(effect) === 1 ? '' : 's'} ${effect < 0 ? 'better' : 'worse'}`;

function powerLine({ dose, better, worse, open, sd }: DosePower): string {
  const whole = (share: number): string => String(Math.round(100 * share)).padStart(3);
  return `  ${formatDose(dose).padEnd(7)} settle for better ${whole(better)}, for worse ${whole(worse)}, leave it open ${whole(open)}   (sd of the answer ${sd.toFixed(2)} points)`;
}

export const optionRefused = (option: string, text: string, wanted: string): string =>
  `${option} ${JSON.stringify(text.slice(0, 40))} cannot be read: ${wanted}. Nothing was computed.`;
