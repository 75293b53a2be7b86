/** Diaries as files for the page tests: one invented person as CSV, and a file with three faults. */
import { simulateJourney } from '../../src/analysis/journey.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '../../src/base/calendar.ts';

/** The open-label weeks of the responder: date, dose in mg, three scores; unlogged scores are empty. */
export function responderCsv(days = 98): string {
  const { diary } = simulateJourney('responder', { days });
  const lines = diary.days.map(({ date, taken, scores }) => {
    const cells = diary.outcomes.map(({ id }) => {
      const score = scores[id];
      return score?.kind === 'value' ? String(score.value) : '';
    });
    return [formatLocalDate(date), (taken ?? 0) / 1000, ...cells].join(',');
  });
  return `${['date,dose_mg', ...diary.outcomes.map(({ id }) => id)].join(',')}\n${lines.join('\n')}\n`;
}

/** Line 3: a day the calendar does not have; line 4: a score off the scale; line 5: a comma in a dose. */
export const FAULTY_CSV = 'date;dose_mg;pain\n2026-03-01;0;6\n2026-02-30;0;6\n2026-03-03;0;77\n2026-03-04;4,5,0;6\n';

/** So many score columns over so many days: more than a second's work. Scores go up and down without meaning. */
export function manyScoresCsv(columns: number, days: number): string {
  const first = parseLocalDate('2025-01-06');
  if (!first.ok) throw new RangeError('the first day is in the calendar');
  const names = Array.from({ length: columns }, (_, k) => `pain_${k + 1}`);
  const rows = Array.from({ length: days }, (_, t) => {
    const scores = names.map((_, k) => (t * 7 + k * 3 + ((t * t) % 11)) % 11);
    return [formatLocalDate((first.value + t) as LocalDate), t < days / 2 ? 0 : 3, ...scores].join(',');
  });
  return `${['date', 'dose_mg', ...names].join(',')}\n${rows.join('\n')}\n`;
}
