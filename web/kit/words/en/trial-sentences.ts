/**
 * The protocol of a blinded trial in English sentences: what is compared, what is asked, when it counts as answered, who
 * may end it early (H13, H19).
 */
import { type Dose, formatDose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import { type DesignKind, periodsOf } from '../../../../src/trial/design.ts';
import { daysOf, type EscapeRule, type TrialProtocol } from '../../../../src/trial/protocol.ts';
import { dayCount } from './number.ts';

export const DESIGN_KIND: Readonly<Record<DesignKind, string>> = {
  'paired-blocks': 'Pairs',
  'dose-finding': 'Dose finding',
  'randomised-start': 'Start at a hidden time',
  'randomised-withdrawal': 'Withdrawal at a hidden time',
};

export const OUTCOME: Readonly<Record<string, string>> = { pain: 'Pain', fatigue: 'Fatigue', sleep: 'Sleep' };

/** "placebo", "4.5 mg". */
export const armInWords = (dose: Dose): string => (dose === NO_DOSE ? 'placebo' : formatDose(dose));

/** "80 in 100". */
export const inHundred = (share: number): string => `${Math.round(100 * share)} in 100`;

const outcomeName = (id: string): string => (OUTCOME[id] ?? id).toLowerCase();
const list = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

export const escapeInWords = ({ outcome, atLeast, days }: EscapeRule): string =>
  `${outcomeName(outcome)} of ${atLeast} or more on ${dayCount(days)} in a row`;

function comparison({ kind, doses, blocks }: TrialProtocol['design']): string {
  const named = list(doses.map(formatDose));
  switch (kind) {
    case 'paired-blocks':
      return `${blocks} pairs of placebo and ${named}, each pair in an order drawn by chance.`;
    case 'dose-finding':
      return `${blocks} blocks of placebo, ${named}, each block in an order drawn by chance.`;
    case 'randomised-start':
      return `Placebo, then ${named} from a period on that is drawn by chance.`;
    case 'randomised-withdrawal':
      return `${named}, then placebo from a period on that is drawn by chance.`;
  }
}

/** Everything that is settled, in the order a reader asks. */
export function protocolInWords(protocol: TrialProtocol): readonly string[] {
  const { design, primary, others, rule, escapeRule, spareCapsules } = protocol;
  const { runIn, periodDays } = design;
  return [
    comparison(design),
    `${periodsOf(design)} periods of ${dayCount(periodDays)}, ${dayCount(daysOf(protocol))} in all. One capsule a day, all alike.`,
    runIn.how === 'discarded'
      ? `The first ${dayCount(runIn.days)} of each period are left out of the comparison.`
      : 'Every day counts; onset and carry-over are left to the model.',
    `The one question that decides: ${outcomeName(primary.outcome)} at ${formatDose(primary.dose)} against placebo.`,
    others.length === 0
      ? 'Nothing else is reported.'
      : `Reported beside it, never the verdict: ${list(others.map(outcomeName))}.`,
    `Settled when it is for the better, or for the worse, with more than ${inHundred(rule.settledAt)}. Worth having: ${rule.worthwhile} ${rule.worthwhile === 1 ? 'point' : 'points'} of 10.`,
    escapeRule
      ? `The patient may end it at any time; they are asked to consider it after ${escapeInWords(escapeRule)}.`
      : 'The patient may end it at any time; no rule offers it.',
    `${spareCapsules} spare capsules in each kit.`,
  ];
}
