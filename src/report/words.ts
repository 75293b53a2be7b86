/**
 * What a language must be able to say about a finding and a refusal. Types only: the sentences are in web/kit/words, so
 * a new grade, verdict, assumption or refusal code does not compile until every language has words for it.
 */
import type { Assumption, Continuation, Finding, Grade, Refusal, Verdict } from '../analysis/finding.ts';

/** Every number a reader may open to see what it means. */
export type NumberName =
  | 'change'
  | 'interval'
  | 'p-benefit'
  | 'p-worthwhile'
  | 'best-dose'
  | 'lowest-near-best'
  | 'monotone'
  | 'onset'
  | 'contrast'
  | 'expectancy'
  | 'decision'
  | 'trend-strip'
  | 'missing-days-worse'
  | 'log-evidence'
  | 'lattice'
  | 'frontier-mass'
  | 'ep-sweeps'
  | 'theta'
  | 'data-hash'
  | 'revision';

export type Definition = { readonly name: string; readonly meaning: string };

export type FindingWords = {
  /** The whole answer in plain words: verdict, size, natural frequency. */
  readonly sentence: (finding: Finding) => string;
  readonly worthwhile: (finding: Finding) => string;
  /** Grade of evidence with what it can and cannot tell. */
  readonly grade: (finding: Finding) => string;
  /** What placebo alone did in a trial; undefined only where the person did not know what they took. */
  readonly placebo: (finding: Finding) => string | undefined;
  /** Why days that look clear are not called so; undefined where they are, or do not. */
  readonly doubt: (finding: Finding) => string | undefined;
  /** Doses on which it looks worse, beside the one spoken of. */
  readonly harm: (finding: Finding) => string | undefined;
  readonly settle: (finding: Finding) => string;
  readonly best: (finding: Finding) => string;
  readonly lowest: (finding: Finding) => string;
  readonly onset: (finding: Finding) => string;
  readonly expectancy: (finding: Finding) => string | undefined;
  readonly missing: (finding: Finding) => string | undefined;
  readonly model: (finding: Finding) => string;
  /** "84 of 98 days logged, 3 too ill to log". */
  readonly data: (finding: Finding) => string;
  readonly assumption: (assumption: Assumption) => string;
  readonly likelihoodReason: Readonly<Record<Finding['diagnostics']['likelihoodReason'], string>>;
  readonly gradeName: Readonly<Record<Grade, string>>;
  readonly verdictName: Readonly<Record<Verdict, string>>;
  readonly continuation: (continuation: Continuation, finding: Finding) => string;
  readonly definition: Readonly<Record<NumberName, Definition>>;
  readonly refusal: (refusal: Refusal, unit?: Finding['unit']) => string;
  /** Titrial advises no dose: the line that stands under every finding. */
  readonly notAdvice: string;
};

/** Fixed text of the exported page. */
export type ReportWords = {
  /** BCP 47 tag of the language, "en". */
  readonly language: string;
  readonly title: string;
  readonly heading: (finding: Finding) => string;
  readonly synthetic: string;
  readonly label: Readonly<Record<ReportLabel, string>>;
};

export type ReportLabel =
  | 'all-doses'
  | 'as-table'
  | 'best-dose'
  | 'trend'
  | 'exceedance'
  | 'decision'
  | 'assumptions'
  | 'no-assumptions'
  | 'made'
  | 'data-hash'
  | 'refusals';
