/**
 * The engine, off the page's thread: reads a table or invents a journey, then analyses one symptom after the other and
 * tells each as it is done. It has no address to send anything to, and the page's policy forbids it to.
 */
import { analyseDiary } from '../../src/analysis/analyse.ts';
import { simulateJourney } from '../../src/analysis/journey.ts';
import type { LocalDate } from '../../src/base/calendar.ts';
import { preview } from '../../src/table/preview.ts';
import { readDiaryTable } from '../../src/table/read-diary.ts';
import type { Diary } from '../../src/trial/diary.ts';
import type { Ask, Tell, WarmUp } from './protocol.ts';

const tell = (answer: Tell): void => self.postMessage(answer);

self.addEventListener('message', ({ data: ask }: MessageEvent<Ask | WarmUp>) => {
  if (ask === 'warm-up') {
    warmUp();
    return;
  }
  try {
    const diary = diaryOf(ask);
    if (diary) analyseEach(diary, ask);
    tell({ id: ask.id, tell: 'end' });
  } catch (error) {
    tell({ id: ask.id, tell: 'bug', message: String(error) });
  }
});

function warmUp(): void {
  const { diary } = simulateJourney('withdrawn');
  analyseDiary({ diary, outcomes: ['pain'], likelihood: 'gaussian', blinded: false, randomised: false });
}

function diaryOf({ id, source, read, today }: Ask): Diary | undefined {
  if (source.kind === 'journey') return simulateJourney(source.name).diary;
  const seen = preview(source.text);
  const table = readDiaryTable(source.text, read, today as LocalDate);
  const shown = seen.ok ? { preview: seen.value } : {};
  if (!table.ok) {
    tell({ id, tell: 'table', table: { ...shown, stated: [], faults: table.error } });
    return undefined;
  }
  const { diary, stated, columns } = table.value;
  tell({ id, tell: 'table', table: { ...shown, mapping: columns, stated, faults: [] } });
  return diary;
}

function analyseEach(diary: Diary, { id, settings }: Ask): void {
  const total = diary.outcomes.length;
  for (const [i, outcome] of diary.outcomes.entries()) {
    const part = analyseDiary({ diary, outcomes: [outcome.id], ...settings });
    tell({ id, tell: 'part', part, done: i + 1, total });
  }
}
