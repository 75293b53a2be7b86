/** German on the charts: titles, descriptions for a screen reader, axis names and table headings. Doses keep their point. */
import type { Finding } from '../../../../src/analysis/finding.ts';
import type { ChartLabel, ChartWords } from '../../../../src/chart/words.ts';
import * as say from './finding.ts';
import { doseInWords, hundredths, longDate, outcomeName, points, shortDate, withComma } from './number.ts';

const label: Readonly<Record<ChartLabel, string>> = {
  'day-logged': 'ein eingetragener Tag',
  fitted: 'wahrscheinlicher Verlauf (90\u2011%\u2011Band)',
  without: 'ohne das Medikament (90\u2011%\u2011Band)',
  'too-ill': 'zu krank für einen Eintrag',
  blinded: 'Dosis (verblindet)',
  'no-change': 'keine Änderung',
  worthwhile: 'lohnende Änderung',
  better: 'besser',
  worse: 'schlechter',
  'change-axis': 'Änderung, Punkte',
  'at-least-axis': 'besser um mindestens so viele Punkte',
  'chance-axis': 'Wahrscheinlichkeit von 100',
  'more-days-axis': 'weitere Tage',
  from: 'Von',
  to: 'Bis',
  dose: 'Dosis',
  'days-logged': 'Tage mit Eintrag',
  'mean-score': 'Mittlerer Wert',
  'mean-fitted': 'Wahrscheinlicher Verlauf',
  'mean-without': 'Ohne das Medikament',
  symptom: 'Beschwerde',
  change: 'Änderung, Punkte',
  interval: '90\u2011%\u2011Intervall',
  'p-benefit': 'Besser, von 100',
  'p-worthwhile': 'Lohnend, von 100',
  'at-least': 'Besser um mindestens',
  drift: 'Üblicher Verlauf in 30 Tagen',
  used: 'hier verwendet',
  way: 'Art, weiterzumachen',
  days: 'Weitere Tage',
  best: 'Beste Dosis, von 100',
  'lowest-near-best': 'Niedrigste nahe der besten, von 100',
  none: 'keine',
};

const BETTER: Readonly<Record<Finding['outcome']['better'], string>> = {
  lower: 'niedriger ist besser',
  higher: 'höher ist besser',
};

const name = ({ outcome }: Finding): string => outcomeName(outcome.label);

const scoreAxis = (finding: Finding): string => {
  const { minimum, maximum } = finding.outcome.scale;
  return `${name(finding)}, ${withComma(minimum)} bis ${withComma(maximum)}, ${BETTER[finding.outcome.better]}`;
};

/** Everything German says on a chart. */
export const chartWords: ChartWords = {
  caption: {
    timeline: (finding) => ({
      title: `${name(finding)}, Tag für Tag, darunter die Dosis`,
      description: `${say.data(finding)}. ${say.sentence(finding)} Die durchgezogene Linie ist der wahrscheinliche Verlauf. Die gestrichelten Linien zeigen, wie dieselben Tage ohne das Medikament wohl gewesen wären.`,
    }),
    intervals: (finding) => ({
      title: `Änderung bei jeder Dosis: ${name(finding)}`,
      description: `${say.sentence(finding)} ${say.worthwhile(finding)} Dünner Balken: 90\u2011%\u2011Intervall; dicker Balken: 50 %.`,
    }),
    exceedance: (finding) => ({
      title: `Wahrscheinlichkeit einer Besserung um mindestens so viele Punkte: ${name(finding)}`,
      description: `Eine Linie für jede Dosis. ${say.worthwhile(finding)}`,
    }),
    trend: (finding) => ({
      title: `Änderung bei schwächerem und stärkerem natürlichem Verlauf: ${name(finding)}`,
      description: finding.trendStrip
        .map((row) => `Verlauf ${withComma(row.trendPriorSd)}: Änderung ${points(row.mean, finding.outcome.scale)}.`)
        .join(' '),
    }),
    decision: (finding) => ({
      title: 'Wahrscheinlichkeit, dass weitere Tage es klären',
      description: say.settle(finding),
    }),
    'best-dose': (finding) => ({
      title: 'Wahrscheinlichkeit, die beste Dosis zu sein',
      description: say.best(finding),
    }),
  },
  intervalsTogether: (findings) => ({
    title: 'Änderung bei jeder Dosis, für jede Beschwerde',
    description: `${findings.map(say.sentence).join(' ')} Eine lohnende Änderung ist für jede Beschwerde gleich lang gezeichnet. Dünner Balken: 90\u2011%\u2011Intervall; dicker Balken: 50 %.`,
  }),
  scoreAxis,
  doseAxis: (unit) => (unit === 'mg' ? 'Dosis, mg' : 'Stufe'),
  dose: doseInWords,
  doseTick: (dose) => String(dose),
  points,
  hundredths,
  day: shortDate,
  longDay: longDate,
  continuation: say.findingWords.continuation,
  trendPrior: (sd) => `${withComma(sd)} ${sd === 1 ? 'Punkt' : 'Punkte'} von 10`,
  label,
};
