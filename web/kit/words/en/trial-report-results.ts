/**
 * The report of a blinded trial in plain English, items 13 to 22 of CENT 2015: what was done, what came of it, and what it
 * cannot tell. Every answer stands with its interval; nothing is proved (H18, H19).
 */
import { primaryDose } from '../../../../src/report/trial/tables.ts';
import { armsOfReport, type TrialReport } from '../../../../src/report/trial/trial-report.ts';
import type { TrialWords } from '../../../../src/report/trial/trial-words.ts';
import { letterWords } from './letter.ts';
import { capital, dayCount, longDate, lowerOrHigher, rangeInWords } from './number.ts';
import { arm, blind, periods, reading, refusal, verdict, worthwhile } from './trial-report-answer.ts';

type Say = TrialWords['say'];

export const STOP_WHY: TrialWords['stopWhy'] = {
  'escape-rule': 'the escape rule offered it',
  'patient-wish': 'the patient wished it',
  'side-effect': 'a side effect',
  safety: 'safety',
  'consent-withdrawn': 'consent was withdrawn',
  other: 'another reason',
};

function stopped({ stopped: end, consent }: TrialReport): readonly string[] {
  if (end) {
    const note = end.note === '' ? '' : ` (${end.note})`;
    return [`Stopped early on ${longDate(end.on)} by ${end.by ?? 'the patient'}: ${STOP_WHY[end.why]}${note}.`];
  }
  if (consent.withdrawnOn !== undefined)
    return [`Stopped early on ${longDate(consent.withdrawnOn)}: consent was withdrawn.`];
  return ['No. It ran to its last day.'];
}

function completed({ periods: all }: TrialReport): string {
  const whole = all.filter(({ first, last, days }) => days === last - first + 1).length;
  return `${whole} of ${all.length} periods ran their whole length, in the order drawn.`;
}

function leftOut({ periods: all, answer }: TrialReport): string {
  const under = all.filter(({ days, analysed }) => days > 0 && !analysed).map(({ period }) => period);
  const { leftOut: lost } = answer.taking;
  const told = [
    ...(under.length > 0 ? [`under half of the days kept in ${periods(under)}`] : []),
    ...(lost > 0 ? [`${dayCount(lost)} on which nobody knows what was taken`] : []),
  ];
  return told.length === 0
    ? 'No period was lost. Days without a score are missing and not made up.'
    : `Lost: ${told.join('; ')}. Days without a score are missing and not made up.`;
}

function analysed(report: TrialReport): string {
  const parts = armsOfReport(report).map((each) => {
    const own = report.periods.filter((period) => period.arm === each);
    const good = own.filter((period) => period.analysed);
    return `${arm(each)} ${good.length} of ${own.length} periods (${good.reduce((sum, { kept }) => sum + kept, 0)} days kept)`;
  });
  return `For ${report.answer.primary.outcome}: ${parts.join('; ')}.`;
}

function otherAnalyses(report: TrialReport): readonly string[] {
  const asked = primaryDose(report);
  if (!asked) return [blind(report)];
  const { outcome, drift, onset, blocks, expectancy } = asked.outcome;
  const { quantiles: q } = onset;
  const days = (value: number): number => Math.round(value);
  return [
    'The primary comparison again with other days or columns stands in the table. Two rows may keep the answer open, the one without periods given away and the sceptic’s; none of them can settle it.',
    blind(report),
    `Period effect: in 30 days ${outcome.label} drifted by itself: ${lowerOrHigher(drift.mean, outcome.scale)} (90 % interval: ${rangeInWords(drift.low, drift.high, outcome.scale)}).`,
    `Carry-over: two thirds of a change builds up or fades in about ${dayCount(days(q['0.5']))} (90 % interval: ${days(q['0.05'])} to ${days(q['0.95'])}).`,
    ...(blocks.length === 0
      ? []
      : [
          `Order: drug less placebo, block by block as kept: ${blocks.map(({ difference, first, dose }) => `${arm(dose)} ${lowerOrHigher(difference, outcome.scale)} (${first === 'drug' ? 'drug' : 'placebo'} first)`).join('; ')}.`,
        ]),
    ...(expectancy
      ? [
          `Taking any capsule at all: ${lowerOrHigher(expectancy.mean, outcome.scale)} (90 % interval: ${rangeInWords(expectancy.quantiles['0.05'], expectancy.quantiles['0.95'], outcome.scale)}).`,
        ]
      : []),
  ];
}

function harms({ harms: all }: TrialReport): readonly string[] {
  if (all.length === 0) return ['No side effect was recorded on any arm.'];
  const before = all.filter((each) => each.before).length;
  return [
    'Days with a side effect by what was really taken. Days are few: a difference between arms need not be the drug.',
    ...(before > 0 ? [`${before} of these ${all.length} were there before day 1.`] : []),
  ];
}

function limits({ answer, periods: all }: TrialReport): readonly string[] {
  const missed = all.reduce((sum, { days, kept }) => sum + days - kept, 0);
  return [
    'One person, daily ratings in words of our own, capsules from one pharmacy whose likeness nobody tested, and a model whose priors are ours. The whole effect of a drug with slow onset may be larger than what periods of this length show.',
    ...(missed > 0 ? [`${dayCount(missed)} of the trial have no score; bad days may be among them.`] : []),
    ...(answer.endedEarly ? ['It ended before its last day, so less is known than was planned.'] : []),
    ...(answer.verdict.word === 'open' && answer.verdict.reason.code === 'blind-not-held'
      ? ['The blind did not hold, so belief cannot be parted from the drug.']
      : []),
  ];
}

/** Items of results and discussion. */
export const RESULTS = {
  '13a.1': (r) => [completed(r)],
  '13a.2': () => [],
  '13b': (r) => [leftOut(r)],
  '14a': (r) => [
    `Consent ${longDate(r.consent.on)}; day 1 ${longDate(r.firstDay)}; last day ${longDate(r.lastDay)}; opened ${longDate(r.opened.on)}.`,
  ],
  '14b': stopped,
  '15': () => ['The 28 days before day 1, on what was openly taken then.'],
  '16': (r) => [analysed(r)],
  '17a.1': (r) => [
    'Each day, and each period as it was kept.',
    ...r.answer.refusals.map((each) => refusal({ ...each, outcome: capital(each.outcome) })),
  ],
  '17a.2': (r) => {
    const size = worthwhile(r);
    return [verdict(r), ...(size === undefined ? [] : [size])];
  },
  '17b': () => [],
  '18': otherAnalyses,
  '19': harms,
  '20': limits,
  '21': () => [
    'It speaks of this person, these doses and these weeks. It says nothing of others, of other doses, or of years.',
  ],
  '22': (r) => [reading(r), letterWords.what[1] ?? '', 'What follows from it is for the patient and the prescriber.'],
} as const satisfies Partial<Say>;
