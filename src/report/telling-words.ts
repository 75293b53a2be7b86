/** What must a language be able to say so that a finding can be told whole? Types only. */
import type { Finding } from '../analysis/finding.ts';
import type { ChartWords } from '../chart/words.ts';
import type { FindingWords } from './words.ts';

/** Names of the parts that open nothing by themselves: the same for every finding. */
export type ToldLabel =
  | 'asTable'
  | 'more'
  | 'numbersHelp'
  | 'model'
  | 'data'
  | 'revision'
  | 'hash'
  | 'close'
  | 'change'
  | 'interval'
  | 'better'
  | 'worthwhile'
  | 'refusals'
  | 'noFinding';

/** What stands around a finding: headings, labels, and short forms of its numbers. */
export type AroundWords = Readonly<Record<ToldLabel, string>> & {
  readonly heading: (finding: Finding) => string;
  readonly symptomName: (finding: Finding) => string;
  readonly changeSize: (points: string) => string;
  readonly range: (low: string, high: string) => string;
  readonly chance: (probability: number) => string;
  readonly logged: (logged: number, taken: number) => string;
};

export type TellingWords = {
  readonly finding: FindingWords;
  readonly chart: ChartWords;
  readonly answer: AroundWords;
};
