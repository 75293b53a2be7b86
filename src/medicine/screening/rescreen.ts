/**
 * Must somebody look at the screening again before this act? At signing, at each step up, when resuming after missed
 * days, after a new medicine was reported, when the list has changed, and every month (H4, H12).
 */
import type { LocalDate } from '../../base/calendar.ts';

/** "Monthly", in whole days. */
export const RESCREEN_AFTER_DAYS = 30;
/** Signing and resuming need a screening of that day or the day before, as moves.ts asks. */
const FRESH_DAYS = 1;

export type RescreenInput = {
  readonly act: 'sign' | 'step-up' | 'resume' | 'go-on';
  readonly day: LocalDate;
  /** The last time a person looked at the screening as a whole; undefined = never. */
  readonly lastScreened: LocalDate | undefined;
  /** Version of the list then, and of the list now. */
  readonly lastListVersion: string | undefined;
  readonly listVersion: string;
  /** Days without the dose, up to the day before. */
  readonly missedDaysInARow: number;
  /** Missed days from which resuming needs a screening: the plan's `rescreenAfterMissedDays`. */
  readonly missedDaysLimit: number;
  /** Age in days a screening may have at a step up: the plan's `screeningWithinDays`. */
  readonly stepUpWithinDays: number;
  /** Latest report of a new medicine or an operation that the last screening did not have in sight; undefined = none. */
  readonly newReportOn: LocalDate | undefined;
};

export type RescreenReason =
  | { readonly code: 'never-screened' }
  | { readonly code: 'screened-in-future'; readonly on: LocalDate }
  | { readonly code: 'screen-at-signing' | 'screen-at-step-up'; readonly ageDays: number; readonly limit: number }
  | { readonly code: 'screen-after-missed-days'; readonly missedDays: number; readonly limit: number }
  | { readonly code: 'screen-new-report'; readonly reportedOn: LocalDate }
  | { readonly code: 'screen-new-list'; readonly version: string }
  | { readonly code: 'screen-monthly'; readonly ageDays: number; readonly limit: number };

/** Every reason to screen again, none when the last screening holds. */
export function rescreenReasons(input: RescreenInput): readonly RescreenReason[] {
  const { act, day, lastScreened, missedDaysInARow: missedDays, missedDaysLimit: limit, newReportOn } = input;
  if (lastScreened === undefined) return [{ code: 'never-screened' }];
  const ageDays = day - lastScreened;
  if (ageDays < 0) return [{ code: 'screened-in-future', on: lastScreened }];
  const reasons: RescreenReason[] = [];
  if (act === 'sign' && ageDays > FRESH_DAYS) reasons.push({ code: 'screen-at-signing', ageDays, limit: FRESH_DAYS });
  if (act === 'step-up' && ageDays > input.stepUpWithinDays)
    reasons.push({ code: 'screen-at-step-up', ageDays, limit: input.stepUpWithinDays });
  if (missedDays >= limit && ageDays > FRESH_DAYS)
    reasons.push({ code: 'screen-after-missed-days', missedDays, limit });
  if (newReportOn !== undefined) reasons.push({ code: 'screen-new-report', reportedOn: newReportOn });
  if (input.lastListVersion !== input.listVersion)
    reasons.push({ code: 'screen-new-list', version: input.listVersion });
  if (ageDays > RESCREEN_AFTER_DAYS) reasons.push({ code: 'screen-monthly', ageDays, limit: RESCREEN_AFTER_DAYS });
  return reasons;
}
