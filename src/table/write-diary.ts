/** A diary as CSV that `readDiaryTable` reads back equal, and that a spreadsheet or R reads without being told how. */
import { formatLocalDate } from '../base/calendar.ts';
import type { Diary, Score } from '../trial/diary.ts';
import { formatCsv } from './csv.ts';
import { formatDecimal } from './number.ts';

/**
 * Columns: `date` (ISO 8601), `dose_mg` (`dose_ug` where a dose is not a multiple of 10 ug, `treatment` where the unit is
 * 'none'), `capsule` (1, 0) where any day has one, then one column an outcome named by its id. A day without an entry is
 * blank; "skipped" and "too ill" are words. An outcome with such a name moves the other aside with an underscore. The
 * scale, direction and worthwhile change are not in the file: the reader is told them again.
 */
export function writeDiaryCsv(diary: Diary): string {
  const ids = diary.outcomes.map(({ id }) => id);
  const fine = diary.unit === 'ug' && diary.days.some(({ taken = 0 }) => taken % 10 !== 0);
  const doseName = diary.unit === 'none' ? 'treatment' : fine ? 'dose_ug' : 'dose_mg';
  const hasCapsule = diary.days.some(({ capsule }) => capsule !== undefined);
  const header = [freeName('date', ids), freeName(doseName, ids)];
  if (hasCapsule) header.push(freeName('capsule', ids));
  const rows = diary.days.map(({ date, taken, capsule, scores }) => [
    formatLocalDate(date),
    taken === undefined ? '' : formatDecimal(diary.unit === 'none' || fine ? taken : taken / 1000),
    ...(hasCapsule ? [capsule === undefined ? '' : capsule ? '1' : '0'] : []),
    ...ids.map((id) => formatScore(Object.hasOwn(scores, id) ? scores[id] : undefined)),
  ]);
  return formatCsv([[...header, ...ids], ...rows]);
}

function freeName(name: string, ids: readonly string[]): string {
  return ids.includes(name) ? freeName(`${name}_`, ids) : name;
}

function formatScore(score: Score | undefined): string {
  if (score?.kind === 'value') return formatDecimal(score.value);
  return score?.kind === 'skipped' ? 'skipped' : score?.kind === 'too-ill' ? 'too ill' : '';
}
