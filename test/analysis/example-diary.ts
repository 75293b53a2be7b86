/** Small invented diaries for the tests of the analysis: a titration with autocorrelated scores, and day-by-day ones. */
import assert from 'node:assert/strict';
import { type AnalysisRequest, analyseDiary } from '../../src/analysis/analyse.ts';
import type { Analysis, Finding } from '../../src/analysis/finding.ts';
import type { LocalDate } from '../../src/base/calendar.ts';
import { seededRng } from '../../src/base/rng.ts';
import { checkDiary, type Diary, type DiaryDay, type Score } from '../../src/trial/diary.ts';
import { checkOutcome, type Direction, type Outcome } from '../../src/trial/outcome.ts';

const START = 20_000 as LocalDate;

export function outcomeOf(better: Direction = 'lower', maximum = 10): Outcome {
  const checked = checkOutcome({
    id: 'pain',
    label: 'pain',
    scale: { minimum: 0, maximum },
    better,
    worthwhile: maximum / 10,
  });
  assert.ok(checked.ok);
  return checked.value;
}

export type Day = { readonly taken?: number; readonly score: number | 'too-ill' | undefined };

export function diaryOf(days: readonly Day[], outcome: Outcome = outcomeOf(), unit: Diary['unit'] = 'ug'): Diary {
  const kept = days.map(({ taken, score }, t): DiaryDay => {
    const entry: Score | undefined =
      score === undefined ? undefined : score === 'too-ill' ? { kind: 'too-ill' } : { kind: 'value', value: score };
    return {
      date: (START + t) as LocalDate,
      ...(taken === undefined ? {} : { taken }),
      scores: entry ? { [outcome.id]: entry } : {},
    };
  });
  const diary = checkDiary({ unit, outcomes: [outcome], days: kept });
  assert.ok(diary.ok, JSON.stringify(diary));
  return diary.value;
}

/** A titration 0 / 1.5 / 3 / 4.5 mg with one decimal per score, about 15 % of days missing. */
export function titration(seed: number, effect = -1, days = 90): Day[] {
  const rng = seededRng(seed);
  let u = 0;
  return Array.from({ length: days }, (_, t) => {
    u = 0.6 * u + 0.8 * rng.normal();
    const taken = t < 21 ? 0 : Math.min(4500, 1500 * (1 + Math.floor((t - 21) / 10)));
    const score = Math.min(9.9, Math.max(0.1, 6 + (effect * taken) / 4500 + u + 0.5 * rng.normal()));
    return { taken, score: rng.uniform() < 0.15 ? undefined : Math.round(score * 10) / 10 };
  });
}

export const ask = (diary: Diary, more: Partial<AnalysisRequest> = {}): Analysis =>
  analyseDiary({ diary, likelihood: 'auto', blinded: false, randomised: false, ...more });

export function found(diary: Diary, more: Partial<AnalysisRequest> = {}): Finding {
  const { findings, refusals } = ask(diary, more);
  assert.ok(findings[0], JSON.stringify(refusals));
  return findings[0];
}
