/**
 * What is a report of a blinded trial made from? The case, the trial as it stands in the record, what it was answered
 * from and the answer. Only a trial whose allocation was opened can be reported: until then nothing here may be asked
 * what a period held (H13). No name of the patient.
 */
import type { TrialAnswer } from '../../analysis/trial/trial-answer.ts';
import type { TrialRun } from '../../analysis/trial/trial-run.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CaseState } from '../../records/case-state.ts';
import type { TrialRecord } from '../../records/trial-state.ts';
import type { Evidence } from '../evidence.ts';

type Finished = 'signed' | 'consent' | 'sealed' | 'started' | 'opened';

/** A trial with everything a report needs. Only `openedTrial` gives one. */
export type OpenedTrial = TrialRecord & { readonly [K in Finished]-?: NonNullable<TrialRecord[K]> };

export type TrialFacts = {
  /** The day on the report. */
  readonly day: LocalDate;
  readonly state: CaseState;
  readonly trial: OpenedTrial;
  readonly run: TrialRun;
  readonly answer: TrialAnswer;
  readonly evidence: Evidence;
  /** Names of people by id: who designed, signed, sealed, dispensed, stopped and opened. */
  readonly names: Readonly<Record<string, string>>;
  readonly clinic?: string;
  /** Everybody in it is invented. */
  readonly synthetic?: boolean;
};

/** 'trial-not-opened': what the periods held is still sealed, so there is nothing to report. */
export type NotOpened = { readonly code: 'trial-not-opened' };

export function openedTrial(trial: TrialRecord): Result<OpenedTrial, NotOpened> {
  const { signed, consent, sealed, started, opened } = trial;
  if (!(signed && consent && sealed && started && opened)) return err({ code: 'trial-not-opened' });
  return ok({ ...trial, signed, consent, sealed, started, opened });
}
