/** What the page asks of the engine in the worker, and what comes back. Plain values only. */
import type { Analysis } from '../../src/analysis/finding.ts';
import type { JourneyName } from '../../src/analysis/journey.ts';
import type { LocalDate } from '../../src/base/calendar.ts';
import type { Mapping } from '../../src/table/columns.ts';
import type { Stated, TableFault } from '../../src/table/fault.ts';
import type { Preview } from '../../src/table/preview.ts';
import type { ReadOptions } from '../../src/table/read-diary.ts';

export type Source =
  | { readonly kind: 'journey'; readonly name: JourneyName }
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

export type Settings = {
  readonly likelihood: 'gaussian' | 'rounded' | 'auto';
  readonly blinded: boolean;
  readonly randomised: boolean;
  /** First blinded day, where an open part came before. */
  readonly blindedFrom?: LocalDate;
};

export type Ask = {
  /** Answers carry it back, so that a late one is known. */
  readonly id: number;
  readonly source: Source;
  readonly read: ReadOptions;
  readonly settings: Settings;
  /** Civil day of this machine, days since 1970-01-01. */
  readonly today: number;
};

/** Asks for nothing: lets the engine run once on an invented diary, so that the first real answer comes sooner. */
export type WarmUp = 'warm-up';

/** How the table was read, as far as it could be. */
export type TableRead = {
  readonly preview?: Preview;
  readonly mapping?: Mapping;
  readonly stated: readonly Stated[];
  readonly faults: readonly TableFault[];
};

export type Tell = { readonly id: number } & (
  | { readonly tell: 'table'; readonly table: TableRead }
  | { readonly tell: 'part'; readonly part: Analysis; readonly done: number; readonly total: number }
  | { readonly tell: 'end' }
  | { readonly tell: 'bug'; readonly message: string }
);
