/** What a language must be able to say on a chart. Types only; numbers, doses and dates are written by the language too. */
import type { Continuation, Finding } from '../analysis/finding.ts';

type Unit = Finding['unit'];
type Scale = Finding['outcome']['scale'];

/** The title and the long description a screen reader speaks. */
export type Caption = { readonly title: string; readonly description: string };

export type ChartName = 'timeline' | 'intervals' | 'exceedance' | 'trend' | 'decision' | 'best-dose';

export type ChartWords = {
  readonly caption: Readonly<Record<ChartName, (finding: Finding) => Caption>>;
  readonly intervalsTogether: (findings: readonly Finding[]) => Caption;
  /** "pain, points", for a vertical axis. */
  readonly scoreAxis: (finding: Finding) => string;
  readonly doseAxis: (unit: Unit) => string;
  readonly dose: (dose: number, unit: Unit) => string;
  /** Dose as an axis tick without its unit. */
  readonly doseTick: (dose: number) => string;
  readonly points: (value: number, scale: Scale) => string;
  /** Whole hundredths, "58". */
  readonly hundredths: (probability: number) => string;
  readonly day: (day: number) => string;
  readonly longDay: (day: number) => string;
  readonly continuation: (continuation: Continuation, finding: Finding) => string;
  readonly trendPrior: (sd: number) => string;
  readonly label: Readonly<Record<ChartLabel, string>>;
};

/** Every fixed label on a chart or in its table. */
export type ChartLabel =
  | 'day-logged'
  | 'fitted'
  | 'without'
  | 'too-ill'
  | 'blinded'
  | 'no-change'
  | 'worthwhile'
  | 'better'
  | 'worse'
  | 'change-axis'
  | 'at-least-axis'
  | 'chance-axis'
  | 'more-days-axis'
  | 'from'
  | 'to'
  | 'dose'
  | 'days-logged'
  | 'mean-score'
  | 'mean-fitted'
  | 'mean-without'
  | 'symptom'
  | 'change'
  | 'interval'
  | 'p-benefit'
  | 'p-worthwhile'
  | 'at-least'
  | 'drift'
  | 'used'
  | 'way'
  | 'days'
  | 'best'
  | 'lowest-near-best'
  | 'none';
