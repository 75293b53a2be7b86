/**
 * A finding told whole in one language, for a reader that computes and draws nothing, such as a phone: sentences, pictures
 * with their tables, and every number with what it means (H18, H19). Plain values; the pictures are SVG as text, in which
 * every text is escaped.
 */
import type { Analysis, Finding } from '../analysis/finding.ts';
import { intervalsSvg, intervalsTable } from '../chart/intervals.ts';
import type { Rows } from '../chart/rows.ts';
import { timelineSvg, timelineTable } from '../chart/timeline.ts';
import type { TellingWords } from './telling-words.ts';
import { type ToldDose, toldDoses } from './told-number.ts';

/** The answer first; then how much it is worth and where it may be worse or less clear than it looks. */
export type ToldSentences = {
  readonly sentence: string;
  readonly further: readonly string[];
  /** The grade, with what placebo did beside it. */
  readonly grade: readonly string[];
  readonly settle: string;
};

export type ToldPicture = { readonly svg: string; readonly title: string; readonly rows: Rows };

export type ToldFinding = {
  readonly outcome: string;
  readonly heading: string;
  readonly symptom: string;
  readonly sentences: ToldSentences;
  readonly timeline: ToldPicture;
  readonly intervals: ToldPicture;
  readonly doses: readonly ToldDose[];
};

export type ToldFindings = {
  readonly findings: readonly ToldFinding[];
  /** Why there is no finding for a symptom. */
  readonly refusals?: { readonly heading: string; readonly sentences: readonly string[] };
  readonly labels: Readonly<Record<(typeof LABELS)[number], string>>;
  readonly notAdvice: string;
};

/** Labels a reader needs beside what is told. */
export const LABELS = ['asTable', 'more', 'numbersHelp', 'model', 'data', 'revision', 'hash', 'close'] as const;

/** Narrowest and widest picture, CSS pixels. */
export const NARROWEST = 280;
export const WIDEST = 680;

/** `width`: of the pictures, CSS pixels. @throws RangeError for a width nobody's picture has */
export function tellFindings({ findings, refusals }: Analysis, words: TellingWords, width: number): ToldFindings {
  if (!(width >= NARROWEST && width <= WIDEST)) throw new RangeError('no picture is that wide');
  const { finding: say, answer } = words;
  const unit = findings[0]?.unit;
  const heading = findings.length > 0 ? answer.refusals : answer.noFinding;
  const sentences = refusals.map((refusal) => say.refusal(refusal, unit));
  return {
    findings: findings.map((finding, i) => told(finding, words, { width, id: `finding-${i + 1}` })),
    ...(sentences.length > 0 ? { refusals: { heading, sentences } } : {}),
    labels: Object.fromEntries(LABELS.map((label) => [label, answer[label]])) as ToldFindings['labels'],
    notAdvice: say.notAdvice,
  };
}

function told(finding: Finding, words: TellingWords, { width, id }: { width: number; id: string }): ToldFinding {
  const { chart, answer } = words;
  return {
    outcome: finding.outcome.id,
    heading: answer.heading(finding),
    symptom: answer.symptomName(finding),
    sentences: toldSentences(finding, words),
    timeline: {
      svg: timelineSvg(finding, chart, { width, id: `${id}-timeline` }),
      title: chart.caption.timeline(finding).title,
      rows: timelineTable(finding, chart),
    },
    intervals: {
      svg: intervalsSvg([finding], chart, { width, id: `${id}-intervals` }),
      title: chart.caption.intervals(finding).title,
      rows: intervalsTable([finding], chart),
    },
    doses: toldDoses(finding, words),
  };
}

export function toldSentences(finding: Finding, { finding: say }: Pick<TellingWords, 'finding'>): ToldSentences {
  const there = (texts: readonly (string | undefined)[]): string[] => texts.filter((text) => text !== undefined);
  return {
    sentence: say.sentence(finding),
    further: there([say.worthwhile(finding), say.harm(finding), say.doubt(finding)]),
    grade: there([say.grade(finding), say.placebo(finding)]),
    settle: say.settle(finding),
  };
}
