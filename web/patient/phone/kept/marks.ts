/**
 * What does the phone remember besides entries? Who it belongs to, what the clinic last told, and when. Two small marks
 * stand in the browser's other store as well: whose phone it is, so that it opens offline, and that there was data, so
 * that a device that was wiped is known for one (H15).
 */
import { formatLocalDate, type LocalDate, parseLocalDate } from '../../../../src/base/calendar.ts';
import type { CaseId, ClinicId, PersonId } from '../../../../src/base/ids.ts';
import type { CaseItemJson, PermittedJson, ToldFindingJson } from '../../../../src/http/schema/case-json.ts';
import type { MeJson } from '../../../../src/http/schema/people-json.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { isDemonstration } from '../../../kit/ask.ts';

/** In which capacity the diary is kept. */
export type KeptAs = 'patient' | 'patient-alone' | 'carer';

/** A case as the clinic told it, up to and with event `cursor`. `form`: which code folded it. */
export type Told = {
  readonly form: number;
  readonly cursor: number;
  readonly state?: CaseState;
  readonly as: KeptAs;
  readonly people: Readonly<Record<string, string>>;
  readonly openedAt: number;
};

/** Those with a case in their name are kept by case; `news:` counts whatever the clinic told, so that tabs notice. */
export type Marks = {
  readonly me: MeJson;
  readonly cases: readonly CaseItemJson[];
  readonly chosen: CaseId;
  /** When everything was last sent and fetched. */
  readonly lastOk: number;
  /** This phone had data and has lost it; `lastDay`: the last day the clinic has. Until somebody has read it. */
  readonly wiped: { readonly lastDay?: LocalDate };
  /** A stop made without a connection counts for the clinic from the day on which it arrived. */
  readonly stopLate: { readonly asked: LocalDate; readonly told: LocalDate };
  readonly [news: `news:${string}`]: number;
  readonly [told: `told:${string}`]: Told;
  readonly [permitted: `permitted:${string}`]: KeptPermitted;
  readonly [finding: `finding:${string}`]: KeptFinding;
};
/** When it was told, by the phone's clock. */
export type KeptPermitted = { readonly answer: PermittedJson; readonly checkedAt: number };
/** In words and pictures, as the clinic's computer told it; `language` is the one it was told in. */
export type KeptFinding = {
  readonly told: ToldFindingJson['told'];
  readonly language: ToldFindingJson['language'];
  readonly at: number;
  readonly findingId: string;
};

export type Owner = {
  readonly clinic: ClinicId;
  readonly person: PersonId;
  /** Last day kept here. */
  readonly lastDay?: string;
};

const key = (): string => (isDemonstration() ? 'titrial-demonstration-owner' : 'titrial-phone-owner');

/** Whose phone this is; undefined = nobody's yet, or the browser has forgotten. */
export function readOwner(): Owner | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? 'null');
    return isOwner(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

const isOwner = (kept: unknown): kept is Owner =>
  typeof kept === 'object' && kept !== null && 'clinic' in kept && 'person' in kept;

export function markOwner(owner: Owner): void {
  try {
    localStorage.setItem(key(), JSON.stringify(owner));
  } catch {
    // Without it the page needs a connection to know whose phone it is.
  }
}

export function forgetOwner(): void {
  try {
    localStorage.removeItem(key());
  } catch {
    // Nothing was kept, then.
  }
}

/** That a day was kept here. */
export function markLastDay(day: LocalDate): void {
  const owner = readOwner();
  const text = formatLocalDate(day);
  if (owner && (owner.lastDay === undefined || owner.lastDay < text)) markOwner({ ...owner, lastDay: text });
}

export function lastDayOf(owner: Owner | undefined): LocalDate | undefined {
  const day = parseLocalDate(owner?.lastDay ?? '');
  return day.ok ? day.value : undefined;
}
