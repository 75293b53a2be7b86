/** English on the charts: titles, descriptions for a screen reader, axis names and table headings. */
import type { Finding } from '../../../../src/analysis/finding.ts';
import type { ChartLabel, ChartWords } from '../../../../src/chart/words.ts';
import * as say from './finding.ts';
import { capital, doseInWords, hundredths, longDate, points, shortDate } from './number.ts';

const label: Readonly<Record<ChartLabel, string>> = {
  'day-logged': 'a logged day',
  fitted: 'likely level (90 % band)',
  without: 'without the drug (90 % band)',
  'too-ill': 'too ill to log',
  blinded: 'dose (blinded)',
  'no-change': 'no change',
  worthwhile: 'worthwhile change',
  better: 'better',
  worse: 'worse',
  'change-axis': 'change, points',
  'at-least-axis': 'better by at least this many points',
  'chance-axis': 'chance in 100',
  'more-days-axis': 'further days',
  from: 'From',
  to: 'To',
  dose: 'Dose',
  'days-logged': 'Days logged',
  'mean-score': 'Mean score',
  'mean-fitted': 'Likely level',
  'mean-without': 'Without the drug',
  symptom: 'Symptom',
  change: 'Change, points',
  interval: '90 % interval',
  'p-benefit': 'Better, in 100',
  'p-worthwhile': 'Worthwhile, in 100',
  'at-least': 'Better by at least',
  drift: 'Usual drift in 30 days',
  used: 'used here',
  way: 'Way of going on',
  days: 'Further days',
  best: 'Best, in 100',
  'lowest-near-best': 'Lowest near the best, in 100',
  none: 'none',
};

const scoreAxis = ({ outcome: { label: name, scale, better } }: Finding): string =>
  `${capital(name)}, ${scale.minimum} to ${scale.maximum}, ${better} is better`;

/** Everything English says on a chart. */
export const chartWords: ChartWords = {
  caption: {
    timeline: (finding) => ({
      title: `${capital(finding.outcome.label)}, day by day, with the dose beneath`,
      description: `${say.data(finding)}. ${say.sentence(finding)} The solid line is the likely level, the dashed lines what the same days would likely have been without the drug.`,
    }),
    intervals: (finding) => ({
      title: `Change in ${finding.outcome.label} at each dose`,
      description: `${say.sentence(finding)} ${say.worthwhile(finding)} Thin bar: 90 % interval; thick bar: 50 %.`,
    }),
    exceedance: (finding) => ({
      title: `Chance that ${finding.outcome.label} is better by at least so many points`,
      description: `One line for each dose. ${say.worthwhile(finding)}`,
    }),
    trend: (finding) => ({
      title: `Change in ${finding.outcome.label} under weaker and stronger drift`,
      description: finding.trendStrip
        .map((row) => `Drift of ${row.trendPriorSd}: change ${points(row.mean, finding.outcome.scale)}.`)
        .join(' '),
    }),
    decision: (finding) => ({ title: 'Chance that more days settle it', description: say.settle(finding) }),
    'best-dose': (finding) => ({ title: 'Chance of being the best dose', description: say.best(finding) }),
  },
  intervalsTogether: (findings) => ({
    title: 'Change at each dose, for each symptom',
    description: `${findings.map(say.sentence).join(' ')} One worthwhile change is the same length for every symptom. Thin bar: 90 % interval; thick bar: 50 %.`,
  }),
  scoreAxis,
  doseAxis: (unit) => (unit === 'mg' ? 'Dose, mg' : 'Level'),
  dose: doseInWords,
  doseTick: (dose) => String(dose),
  points,
  hundredths,
  day: shortDate,
  longDay: longDate,
  continuation: say.findingWords.continuation,
  trendPrior: (sd) => `${sd} ${sd === 1 ? 'point' : 'points'} of 10`,
  label,
};
