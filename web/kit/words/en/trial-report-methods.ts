/**
 * The report of a blinded trial in plain English, items 1 to 12 and 23 to 25 of CENT 2015: what was asked, planned, sealed
 * and settled before day 1. States what the record holds; what it cannot know is for the clinic to add.
 */

import { inGroups, type TrialReport } from '../../../../src/report/trial/trial-report.ts';
import type { TrialWords } from '../../../../src/report/trial/trial-words.ts';
import type { DesignKind } from '../../../../src/trial/design.ts';
import { indication, letterWords } from './letter.ts';
import { capital, dayCount, longDate, pointsInWords } from './number.ts';
import { QUESTION_WORDS } from './screening.ts';
import { arm, shortly, verdict } from './trial-report-answer.ts';

type Say = TrialWords['say'];

const KIND: Readonly<Record<DesignKind, string>> = {
  'paired-blocks':
    'Paired blocks: each block holds placebo and the drug, one period each, in an order drawn by chance.',
  'dose-finding':
    'Dose finding: each block holds placebo and every dose, one period each, in an order drawn by chance.',
  'randomised-start': 'Randomised start: placebo until a period drawn by chance, the drug from then on.',
  'randomised-withdrawal': 'Randomised withdrawal: the drug until a period drawn by chance, placebo from then on.',
};

const RESTRICTION: Readonly<Record<DesignKind, string>> = {
  'paired-blocks': 'By blocks of two periods: each arm once in every block.',
  'dose-finding': 'By blocks: each arm once in every block, and no step up larger than the protocol admits.',
  'randomised-start': 'By the day of change: only the period in which the drug begins is drawn.',
  'randomised-withdrawal': 'By the day of change: only the period in which placebo begins is drawn.',
};

/** "placebo and 4.5 mg". */
export function arms({ protocol }: TrialReport): string {
  return ['placebo', ...protocol.design.doses.map(arm)].join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** "6 periods of 28 days, 168 days in all". */
export function lengths({ protocol, periods }: TrialReport): string {
  const { periodDays } = protocol.design;
  return `${periods.length} periods of ${dayCount(periodDays)}, ${dayCount(periods.length * periodDays)} in all`;
}

function runIn({ protocol }: TrialReport): string {
  const { how, days } = protocol.design.runIn;
  if (days === 0) return 'No first days are set apart.';
  return how === 'discarded'
    ? `The first ${dayCount(days)} of every period are left out of the comparison.`
    : `The first ${dayCount(days)} of every period count; the model allows for onset and carry-over.`;
}

const question = ({ answer }: TrialReport): string => answer.primary.outcome;

function designed(report: TrialReport): readonly string[] {
  const { design } = report.protocol;
  return [
    `${KIND[design.kind]} ${capital(lengths(report))}; arms: ${arms(report)}.`,
    `${runIn(report)} There is no wash-out between periods. The dose rises by at most ${arm(design.maximumRise)} from one period to the next.`,
  ];
}

function escapeRuleOf({ protocol: { escapeRule } }: TrialReport): string {
  if (!escapeRule) return 'No escape rule was set; the person could stop on any day.';
  const { outcome, atLeast, days } = escapeRule;
  return `Escape rule: after ${outcome} of ${atLeast} or more on ${dayCount(days)} in a row the person is offered to stop. A person acts; nothing ends by itself. They could also stop on any day.`;
}

function interventions(report: TrialReport): readonly string[] {
  const { dispensed, periods, answer } = report;
  const { taken, days, assumed, fromOtherKit } = answer.taking;
  const made = dispensed.map(
    ({ kits, capsulesEach, filler, usableUntil, by, on }) =>
      `${longDate(on)}, by ${by}: ${kits.length} kits of ${capsulesEach} capsules, filler ${filler}, usable until ${longDate(usableUntil)}.`,
  );
  return [
    `One capsule by mouth once a day from the kit of the period, with ${arms(report)}. The kits bear a code that says nothing of what they hold: ${periods.map(({ kit }) => kit).join(', ')}.`,
    ...(made.length > 0 ? [`Handed out: ${made.join(' ')}`] : ['No hand-out of kits stands in the record.']),
    `Taken on ${taken} of ${dayCount(days)}${assumed > 0 ? `; ${dayCount(assumed)} without an entry were taken to be as the day before` : ''}${fromOtherKit > 0 ? `; ${dayCount(fromOtherKit)} from the kit of another period` : ''}.`,
  ];
}

function participant({ indications, conditions, medicines }: TrialReport): readonly string[] {
  return [
    `Recorded diagnosis: ${indications.length === 0 ? 'none' : indications.map(indication).join('; ')}.`,
    conditions.length === 0
      ? 'Other illnesses that screening asks for: none answered with yes.'
      : `Answered with yes at screening: ${conditions.map((each) => QUESTION_WORDS[each]).join(' ')}`,
    letterWords.medicines(medicines.slice(0, 12), Math.max(0, medicines.length - 12)),
  ];
}

/** Items of title, introduction, methods and the rest. */
export const METHODS = {
  '1a': () => ['The title names it an N-of-1 trial.'],
  '1b': (r) => [
    `Design: one person compared with themselves, in random order and blinded; ${lengths(r)}; ${arms(r)}.`,
    `Result: ${verdict(r)}`,
    `Meaning: ${shortly(r).join(' ')} It speaks of this person only.`,
  ],
  '2a.1': () => [letterWords.what[0] ?? '', letterWords.what[1] ?? ''],
  '2a.2': () => [
    'A mean over many people can hide that a few are helped. An open diary cannot part the drug from hope and from time. The same person, in random order and blinded, can.',
  ],
  '2b': (r) => [
    `One question was settled before day 1: is ${question(r)} different on ${arm(r.answer.primary.dose)} than on placebo, in this person? It is settled for the better when the chance of a change for the better is above ${Math.round(r.answer.rule.settledAt * 100)} in 100, and for the worse when it is below ${Math.round((1 - r.answer.rule.settledAt) * 100)} in 100. That must also hold without periods in which the blind did not hold, and for a sceptic (12a).`,
    `Why it was asked: ${r.protocol.purpose}`,
  ],
  '3a': designed,
  '3b': (r) => [
    'None. The protocol could not be changed after it was signed; what went otherwise is a deviation.',
    r.deviations.length === 0 ? 'No deviation is recorded.' : `Deviations recorded: ${r.deviations.length}.`,
  ],
  '4a': participant,
  '4b': (r) => [`At home: the person keeps the diary on their own phone. Care: ${r.clinic ?? 'no clinic is named'}.`],
  '4c': () => [],
  '5': interventions,
  '6a.1': (r) => [
    `Primary: ${question(r)}, once a day from 0 to 10, 10 is worst. A worthwhile change: ${pointsInWords(r.protocol.rule.worthwhile, { minimum: 0, maximum: 10 })}.`,
    `Others, never the verdict: ${r.protocol.others.length === 0 ? 'none' : r.protocol.others.join(', ')}. Side effects by name and grade whenever there were any. At the end of each period a guess of what it held.`,
  ],
  '6a.2': () => [
    'Daily ratings from 0 to 10 in words of our own. Ratings of this form are in wide use for pain; these words have not been validated, and for daily fatigue and sleep no worthwhile change is established. For pain, 1 point is “slightly better” (Salaffi 2004).',
  ],
  '6b': () => ['None: the symptoms stand in the protocol that was frozen before day 1.'],
  '7a': (r) => [`The length was set in the signed protocol: ${lengths(r)}.`],
  '7b': (r) => ['No interim analysis: nothing was opened before the end.', escapeRuleOf(r)],
  '8a': (r) => [
    `Yes, so that time and hope fall on all arms alike. The order was drawn by the server from the chance of its operating system, each of the ${r.sequences} admissible orders with the same chance.`,
  ],
  '8b': (r) => [RESTRICTION[r.protocol.design.kind]],
  '8c': (r) => [`As drawn: ${r.allocation.sequence.map(arm).join(', ')}.`],
  '9': (r) => [
    `Sealed to the pharmacy’s key at the moment it was drawn. Its fingerprint (SHA-256 over order, kits, protocol and a random number) has stood in the record since then; day 1 was ${longDate(r.firstDay)}. The section “How to check” tells how to hold one against the other.`,
  ],
  '10': (r) => [
    `Designed by ${r.designedBy}; signed by ${r.signed.by}, ${longDate(r.signed.on)}; drawn by the server in one act. Consent by the patient, ${longDate(r.consent.on)}. Begun by ${r.started.by}. Opened by ${r.opened.by}, ${longDate(r.opened.on)}.`,
  ],
  '11a': (r) => [
    'Blinded: the patient, the prescriber, the coordinator and the administrator. Not blinded: the pharmacy, from its pack list. Whoever owns the server and its key file could have opened the allocation.',
    r.codeBroken.length === 0
      ? 'No code was broken.'
      : `Codes broken: ${r.codeBroken.map(({ period: place, by, on, reason }) => `period ${place + 1} by ${by}, ${longDate(on)} (${reason})`).join('; ')}.`,
  ],
  '11b': (r) => [
    `Placebo and drug were to look alike: same shell, same filler${r.dispensed[0] ? ` (${r.dispensed[0].filler})` : ''}, same number. Nobody tested how alike they were.`,
  ],
  '12a': (r) => [
    `One model of all daily scores of a symptom: level, drift, weekend, and a steady change for each dose with gradual onset. All statements are posterior; intervals hold 90 %. Revision ${r.answer.engine.revision}; the priors were frozen with the protocol. The sceptic is the same model with small effects, twice the drift, and without the first two weeks.`,
  ],
  '12b': () => [],
  '12c': () => [
    'Onset and carry-over have a time constant that is estimated with the effect and kept in its interval. Drift is a line in time, weekends a shift, and days are correlated (an autoregressive part beside day noise).',
  ],
  '23': () => [],
  '24': (r) => [
    `The whole protocol stands in the record and in the JSON of this report. Its SHA-256, without the spaces: ${inGroups(r.protocolHash, 16)}`,
  ],
  '25': () => [],
} as const satisfies Partial<Say>;
