/** Diaries as files for the page tests: one invented person as CSV, and a file with three faults. */
import { simulateJourney } from '../../src/analysis/journey.ts';
import { formatLocalDate } from '../../src/base/calendar.ts';

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
