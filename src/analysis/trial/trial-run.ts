/**
 * What is an opened trial answered from? Protocol as it was settled, the sequence that was opened, the days as they were
 * kept and what was guessed: plain values, gathered by whoever opened it. Knows no kit, no key and no person (H13).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { TrialId } from '../../base/ids.ts';
import type { Dose } from '../../medicine/dose.ts';
import type { Score } from '../../trial/diary.ts';
import type { Guess } from '../../trial/guess.ts';
import type { Outcome } from '../../trial/outcome.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import type { Sequence } from '../../trial/sequence.ts';

/** One civil day, before the trial or in it. */
export type TrialDay = {
  readonly date: LocalDate;
  /** By outcome id; an outcome without an entry was not asked. */
  readonly scores: Readonly<Record<string, Score>>;
  /** Days of the trial: was a capsule of a kit taken? Absent = nobody recorded it. */
  readonly taken?: boolean;
  /** Days of the trial: the period whose kit it came from (0 = first), where that was not the day's own. */
  readonly kitOf?: number;
  /** Days before the trial: the open dose taken, 0 = none; absent = nobody recorded it. */
  readonly openDose?: Dose;
};

export type TrialRun = {
  readonly trial: TrialId;
  readonly protocol: TrialProtocol;
  /** As it stands in the record since the signature; held against the protocol's own. */
  readonly protocolHash: string;
  readonly commitment: string;
  /** Day 1. */
  readonly startOn: LocalDate;
  /** First day no longer under the trial; absent = it ran to its last day. */
  readonly endedOn?: LocalDate;
  /** The arm of each period as opened, 0 = placebo. */
  readonly sequence: Sequence;
  /** The primary and every other outcome of the protocol, in any order; more are ignored. */
  readonly outcomes: readonly Outcome[];
  /** In any order, none twice; days before the trial (baseline, open therapy) are welcome, days after it are ignored. */
  readonly days: readonly TrialDay[];
  /** At most one a period: the one that counts. */
  readonly guesses: readonly Guess[];
  /** Periods whose content became known in an emergency, 0 = first. */
  readonly codeBroken: readonly number[];
  /** How many of each kind were recorded. */
  readonly deviations: readonly { readonly what: string; readonly count: number }[];
};
