/**
 * The tables of a report: what each drawing shows, to be read in rows, and what no drawing shows. Counts stand as "of how
 * many"; what nobody recorded is "-" and never zero.
 */

import type { Change } from '../../analysis/finding.ts';
import type { ArmGuesses, OutcomeAnswer, Sensitivity, TrialDose } from '../../analysis/trial/trial-answer.ts';
import type { TrialReport } from './trial-report.ts';
import { type ReportTable, SENSITIVITIES, type TrialWords } from './trial-words.ts';

export type Table = {
  readonly head: readonly string[];
  /** Parts of the whole. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

const NOTHING = '–';
const ofAll = (some: number, all: number): string => `${some} / ${all}`;

type Rows = (report: TrialReport, words: TrialWords) => readonly (readonly string[])[];

const ROWS: Readonly<Record<ReportTable, { readonly widths: readonly number[]; readonly rows: Rows }>> = {
  periods: { widths: [13, 24, 13, 13, 13, 13, 11], rows: periodRows },
  baseline: { widths: [26, 18, 18, 18, 20], rows: baselineRows },
  scores: { widths: [18, 16, 18, 16, 16, 16], rows: scoreRows },
  contrasts: { widths: [18, 12, 14, 22, 18, 16], rows: contrastRows },
  sensitivity: { widths: [38, 14, 14, 20, 14], rows: sensitivityRows },
  guesses: { widths: [14, 14, 16, 16, 26, 14], rows: guessRows },
  blinding: { widths: [16, 12, 12, 12, 14, 14, 20], rows: blindingRows },
  harms: { widths: [26, 16, 18, 16, 24], rows: harmRows },
  deviations: { widths: [18, 26, 56], rows: deviationRows },
};

export function tableOf(name: ReportTable, report: TrialReport, words: TrialWords): Table {
  const { widths, rows } = ROWS[name];
  return { head: words.tableHead[name], widths, rows: rows(report, words) };
}

function periodRows({ periods }: TrialReport, words: TrialWords): string[][] {
  return periods.map(({ period, arm, kit, first, last, days, kept, taken, analysed }) => [
    words.period(period),
    `${words.shortDate(first)} – ${words.date(last)}`,
    kit,
    words.arm(arm),
    days === 0 ? words.label.notReached : ofAll(kept, days),
    days === 0 ? NOTHING : ofAll(taken, days),
    analysed ? words.label.yes : words.label.no,
  ]);
}

function baselineRows({ baseline }: TrialReport, words: TrialWords): string[][] {
  return baseline.map(({ outcome, logged, tooIll, mean, lowest, highest, doses }) => [
    words.symptom(outcome),
    String(logged),
    String(tooIll),
    mean === undefined ? NOTHING : `${words.points(mean, outcome.scale)} (${lowest} – ${highest})`,
    doses.length === 0 ? NOTHING : doses.map((dose) => (dose === 0 ? words.label.none : words.arm(dose))).join(', '),
  ]);
}

function scoreRows({ answer }: TrialReport, words: TrialWords): string[][] {
  return answer.outcomes.flatMap(({ outcome, periods }) =>
    periods.map(({ period, arm, kept, missed, tooIll, mean, sd }) => [
      words.symptom(outcome),
      words.period(period),
      words.arm(arm),
      ofAll(kept, kept + missed),
      String(tooIll),
      mean === undefined
        ? NOTHING
        : `${words.points(mean, outcome.scale)} (${sd === undefined ? NOTHING : words.points(sd, outcome.scale)})`,
    ]),
  );
}

function changeCells(
  change: Change,
  { outcome }: Pick<OutcomeAnswer, 'outcome'>,
  words: TrialWords,
): readonly string[] {
  const { mean, quantiles: q, pBenefit } = change;
  return [words.points(mean, outcome.scale), words.range(q['0.05'], q['0.95'], outcome.scale), words.chance(pBenefit)];
}

function contrastRows({ answer }: TrialReport, words: TrialWords): string[][] {
  return answer.outcomes.flatMap((each) =>
    each.doses.map(({ dose, blinded, primary }) => {
      const name = words.symptom(each.outcome);
      return [
        primary && each.primary ? `${name} *` : name,
        words.arm(dose),
        ...changeCells(blinded, each, words),
        words.chance(blinded.pWorthwhile),
      ];
    }),
  );
}

/** Of the primary question only: more would be read as more evidence. */
export function primaryDose({
  answer,
}: Pick<TrialReport, 'answer'>): { readonly outcome: OutcomeAnswer; readonly dose: TrialDose } | undefined {
  const outcome = answer.outcomes.find(({ primary }) => primary);
  const dose = outcome?.doses.find(({ primary }) => primary);
  return outcome && dose ? { outcome, dose } : undefined;
}

function sensitivityRows(report: TrialReport, words: TrialWords): string[][] {
  const asked = primaryDose(report);
  if (!asked) return [];
  const { outcome, dose } = asked;
  return [
    [words.label.settled, String(dose.daysCounted), ...changeCells(dose.blinded, outcome, words)],
    ...SENSITIVITIES.map((name) => [words.sensitivity[name], ...sensitivityCells(dose[name], outcome, words)]),
  ];
}

function sensitivityCells(asked: Sensitivity, outcome: OutcomeAnswer, words: TrialWords): readonly string[] {
  if (asked.kind === 'too-few') return [NOTHING, NOTHING, words.label.tooFew, NOTHING];
  return [String(asked.days), ...changeCells(asked.change, outcome, words)];
}

function guessRows({ periods }: TrialReport, words: TrialWords): string[][] {
  return periods
    .filter(({ days }) => days > 0)
    .map(({ period, arm, guess }) => [
      words.period(period),
      words.arm(arm),
      guess ? words.guess[guess.guess] : NOTHING,
      guess && guess.guess !== 'no-idea' ? words.confidence(guess.confidence) : NOTHING,
      guess ? words.guessReason[guess.reason] : NOTHING,
      guess && guess.guess !== 'no-idea' ? (guess.right ? words.label.yes : words.label.no) : NOTHING,
    ]);
}

function blindingRows({ answer: { blinding } }: TrialReport, words: TrialWords): string[][] {
  return blinding.arms.map((arm) => [
    words.arm(arm.arm),
    ...[arm.periods, arm.drug, arm.placebo, arm.noIdea, arm.missing].map(String),
    bang(arm, words),
  ]);
}

function bang({ bang: told }: ArmGuesses, words: TrialWords): string {
  return told === undefined
    ? NOTHING
    : `${words.index(told.index)} (${words.index(told.low)} … ${words.index(told.high)})`;
}

function harmRows({ harms }: TrialReport, words: TrialWords): string[][] {
  return harms.flatMap(({ name, arms }) =>
    arms.map(({ arm, days, withIt, began, worst }) => [
      words.sideEffect(name),
      words.arm(arm),
      ofAll(withIt, days),
      String(began),
      words.grade[worst],
    ]),
  );
}

function deviationRows({ deviations }: TrialReport, words: TrialWords): string[][] {
  return deviations.map(({ on, what, note }) => [words.date(on), words.deviation[what], note]);
}
