/**
 * Der Bericht einer verblindeten Studie auf Deutsch, Punkte 13 bis 22 von CENT 2015: was getan wurde, was dabei herauskam
 * und was es nicht sagen kann. Jede Antwort steht mit ihrem Intervall; nichts gilt als bewiesen (H18, H19).
 */
import { primaryDose } from '../../../../src/report/trial/tables.ts';
import { armsOfReport, type TrialReport } from '../../../../src/report/trial/trial-report.ts';
import type { TrialWords } from '../../../../src/report/trial/trial-words.ts';
import { letterWords } from './letter.ts';
import { dayCount, dayCountDative, longDate, lowerOrHigher, outcomeName, rangeInWords } from './number.ts';
import { arm, blind, periods, reading, refusal, verdict, worthwhile } from './trial-report-answer.ts';

type Say = TrialWords['say'];

export const STOP_WHY: TrialWords['stopWhy'] = {
  'escape-rule': 'die Ausstiegsregel bot es an',
  'patient-wish': 'die Person wünschte es',
  'side-effect': 'eine Nebenwirkung',
  safety: 'Sicherheit',
  'consent-withdrawn': 'die Einwilligung wurde zurückgenommen',
  other: 'ein anderer Grund',
};

function stopped({ stopped: end, consent }: TrialReport): readonly string[] {
  if (end) {
    const note = end.note === '' ? '' : ` (${end.note})`;
    return [
      `Vorzeitig beendet am ${longDate(end.on)} durch ${end.by ?? 'die Person selbst'}: ${STOP_WHY[end.why]}${note}.`,
    ];
  }
  if (consent.withdrawnOn !== undefined)
    return [`Vorzeitig beendet am ${longDate(consent.withdrawnOn)}: Die Einwilligung wurde zurückgenommen.`];
  return ['Nein. Sie lief bis zu ihrem letzten Tag.'];
}

function completed({ periods: all }: TrialReport): string {
  const whole = all.filter(({ first, last, days }) => days === last - first + 1).length;
  return `${whole} von ${all.length} Perioden liefen in ganzer Länge, in der gezogenen Reihenfolge.`;
}

function leftOut({ periods: all, answer }: TrialReport): string {
  const under = all.filter(({ days, analysed }) => days > 0 && !analysed).map(({ period }) => period);
  const { leftOut: lost } = answer.taking;
  const told = [
    ...(under.length > 0 ? [`weniger als die Hälfte der Tage eingetragen in ${periods(under)}`] : []),
    ...(lost > 0 ? [`${dayCount(lost)}, an denen niemand weiß, was genommen wurde`] : []),
  ];
  return told.length === 0
    ? 'Keine Periode ging verloren. Tage ohne Wert fehlen und werden nicht ergänzt.'
    : `Verloren: ${told.join('; ')}. Tage ohne Wert fehlen und werden nicht ergänzt.`;
}

function analysed(report: TrialReport): string {
  const parts = armsOfReport(report).map((each) => {
    const own = report.periods.filter((period) => period.arm === each);
    const good = own.filter((period) => period.analysed);
    return `${arm(each)} ${good.length} von ${own.length} Perioden (${good.reduce((sum, { kept }) => sum + kept, 0)} Tage eingetragen)`;
  });
  return `Für ${outcomeName(report.answer.primary.outcome)}: ${parts.join('; ')}.`;
}

function otherAnalyses(report: TrialReport): readonly string[] {
  const asked = primaryDose(report);
  if (!asked) return [blind(report)];
  const { outcome, drift, onset, blocks, expectancy } = asked.outcome;
  const { quantiles: q } = onset;
  const days = (value: number): number => Math.round(value);
  return [
    'Der eine Vergleich noch einmal mit anderen Tagen oder Spalten steht in der Tabelle. Zwei Zeilen können die Antwort offen halten, die ohne verratene Perioden und die mit skeptischem Blick; entscheiden kann keine.',
    blind(report),
    `Zeit: In 30 Tagen änderte sich ${outcomeName(outcome.label)} von selbst: ${lowerOrHigher(drift.mean, outcome.scale)} (90-%-Intervall: ${rangeInWords(drift.low, drift.high, outcome.scale)}).`,
    `Nachwirkung: Zwei Drittel einer Änderung bauen sich in etwa ${dayCountDative(days(q['0.5']))} auf oder ab (90-%-Intervall: ${days(q['0.05'])} bis ${days(q['0.95'])}).`,
    ...(blocks.length === 0
      ? []
      : [
          `Reihenfolge: Medikament minus Placebo, Block für Block wie eingetragen: ${blocks.map(({ difference, first, dose }) => `${arm(dose)} ${lowerOrHigher(difference, outcome.scale)} (${first === 'drug' ? 'Medikament' : 'Placebo'} zuerst)`).join('; ')}.`,
        ]),
    ...(expectancy
      ? [
          `Überhaupt eine Kapsel zu nehmen: ${lowerOrHigher(expectancy.mean, outcome.scale)} (90-%-Intervall: ${rangeInWords(expectancy.quantiles['0.05'], expectancy.quantiles['0.95'], outcome.scale)}).`,
        ]
      : []),
  ];
}

function harms({ harms: all }: TrialReport): readonly string[] {
  if (all.length === 0) return ['In keinem Arm ist eine Nebenwirkung eingetragen.'];
  const before = all.filter((each) => each.before).length;
  return [
    'Tage mit einer Nebenwirkung nach dem, was wirklich genommen wurde. Es sind wenige Tage: Ein Unterschied muss nicht am Medikament liegen.',
    ...(before > 0 ? [`${before} von diesen ${all.length} gab es schon vor Tag 1.`] : []),
  ];
}

function limits({ answer, periods: all }: TrialReport): readonly string[] {
  const missed = all.reduce((sum, { days, kept }) => sum + days - kept, 0);
  return [
    'Eine Person, tägliche Einschätzungen in eigenen Worten, Kapseln aus einer Apotheke, deren Gleichheit niemand geprüft hat, und ein Modell mit unseren Vorannahmen. Bei langsamem Eintritt kann die ganze Wirkung größer sein, als Perioden dieser Länge zeigen.',
    ...(missed > 0 ? [`${dayCount(missed)} der Studie haben keinen Wert; schlechte Tage können darunter sein.`] : []),
    ...(answer.endedEarly ? ['Sie endete vor ihrem letzten Tag; darum ist weniger bekannt, als geplant war.'] : []),
    ...(answer.verdict.word === 'open' && answer.verdict.reason.code === 'blind-not-held'
      ? ['Die Verblindung hielt nicht; darum lässt sich Glaube nicht vom Medikament trennen.']
      : []),
  ];
}

/** Items of results and discussion. */
export const RESULTS = {
  '13a.1': (r) => [completed(r)],
  '13a.2': () => [],
  '13b': (r) => [leftOut(r)],
  '14a': (r) => [
    `Einwilligung ${longDate(r.consent.on)}; Tag 1 ${longDate(r.firstDay)}; letzter Tag ${longDate(r.lastDay)}; geöffnet ${longDate(r.opened.on)}.`,
  ],
  '14b': stopped,
  '15': () => ['Die 28 Tage vor Tag 1, mit dem, was damals offen genommen wurde.'],
  '16': (r) => [analysed(r)],
  '17a.1': (r) => ['Jeder Tag, und jede Periode, wie sie eingetragen ist.', ...r.answer.refusals.map(refusal)],
  '17a.2': (r) => {
    const size = worthwhile(r);
    return [verdict(r), ...(size === undefined ? [] : [size])];
  },
  '17b': () => [],
  '18': otherAnalyses,
  '19': harms,
  '20': limits,
  '21': () => [
    'Es gilt für diese Person, diese Dosen und diese Wochen. Über andere, andere Dosen oder Jahre sagt es nichts.',
  ],
  '22': (r) => [
    reading(r),
    letterWords.what[1] ?? '',
    'Was daraus folgt, entscheiden die Person und die verordnende Person.',
  ],
} as const satisfies Partial<Say>;
