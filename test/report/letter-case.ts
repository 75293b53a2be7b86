/**
 * Cases for letters: invented people of the journeys as a ledger would hold them, with a plan, doses, a diary and what the
 * engine makes of it. No name is a person's.
 */

import { type JourneyName, simulateJourney } from '../../src/analysis/journey.ts';
import { formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import { formatDose, micrograms } from '../../src/medicine/dose.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import { screen } from '../../src/medicine/screening/rules.ts';
import { QUESTIONS, type ScreeningAnswers } from '../../src/medicine/screening/screening.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { diaryOf, foldEvents, screeningInput } from '../../src/records/course.ts';
import type { CaseEvent } from '../../src/records/event.ts';
import { EVIDENCE } from '../../src/report/evidence.ts';
import type { LetterFacts, LetterKind } from '../../src/report/letter/letter.ts';
import { analyseKeptDiary } from '../../src/service/analyse-diary.ts';
import { DAILY_OUTCOMES } from '../../src/trial/outcome.ts';
import {
  dayKept,
  doseRecorded,
  ledgerOf,
  moved,
  PLAN,
  PRESCRIBER,
  sideEffect,
  signedPlan,
  WEEKLY,
} from '../records/case-maker.ts';

/** All questions answered "no" but that the person is an adult, and what is given. */
export function answersOn(on: LocalDate, change: Partial<ScreeningAnswers['answers']> = {}): ScreeningAnswers {
  const all = Object.fromEntries(QUESTIONS.map((question) => [question, question === 'adult' ? 'yes' : 'no']));
  return { on, answers: { ...all, ...change } as ScreeningAnswers['answers'], liverTimesUpperLimit: 0.8, egfr: 92 };
}

/** A journey of the seed schedule, open days only, as events: answers, a signed plan, moves, doses, days, side effects. */
export function courseEvents(name: JourneyName, days: number): readonly CaseEvent[] {
  const { diary, truth } = simulateJourney(name, { days });
  const first = diary.days[0]?.date ?? (0 as LocalDate);
  const events: CaseEvent[] = [
    { kind: 'screening-answered', version: 1, answers: answersOn(first) },
    signedPlan(formatLocalDate(first), { validTo: (first + 700) as LocalDate }),
  ];
  let start: number = first;
  for (const { doseMg, days: length } of truth.course) {
    const step = WEEKLY.steps.findIndex(({ dose }) => dose === doseMg * 1000);
    if (step >= 0) events.push(moved(formatLocalDate(start as LocalDate), step));
    if (step > 0)
      events.push(sideEffect(formatLocalDate((start + 2) as LocalDate), 'vivid-dreams', step === 2 ? 2 : 1));
    if (step > 0) events.push(sideEffect(formatLocalDate((start + 6) as LocalDate), 'vivid-dreams', 0));
    start += length;
  }
  for (const { date, taken, scores } of diary.days) {
    const on = formatLocalDate(date);
    if (taken) events.push(doseRecorded(on, formatDose(micrograms(taken))));
    const kept = Object.entries(scores).flatMap(([id, score]) => (score.kind === 'value' ? [[id, score.value]] : []));
    if (kept.length > 0) events.push(dayKept(on, Object.fromEntries(kept) as Record<string, number>));
  }
  return events;
}

/** What a letter about these events is made from, on the last day of the diary. */
export function factsOf(
  kind: LetterKind,
  events: readonly CaseEvent[],
  change: Partial<LetterFacts> = {},
): LetterFacts {
  const state: CaseState = foldEvents(undefined, ledgerOf(events));
  const last = Object.keys(state.days).sort().at(-1);
  const day = (last === undefined ? 20_500 : Date.parse(last) / 86_400_000) as LocalDate;
  const diary = diaryOf(state, DAILY_OUTCOMES);
  const analysis =
    diary.days.length === 0 ? {} : { analysis: analyseKeptDiary({ diary, blinded: false, randomised: false }) };
  const screening = screen(screeningInput(state), BUILT_IN_LIST, { washout: state.washout }, day);
  const names = { [PRESCRIBER]: 'Dr Amina Yusuf' };
  return { kind, day, state, screening, ...analysis, evidence: EVIDENCE, names, clinic: 'Riverside', ...change };
}

/** Days of a diary without a plan. */
export function baselineEvents(days: number): readonly CaseEvent[] {
  return courseEvents('responder', 120)
    .filter(({ kind }) => kind === 'day-kept' || kind === 'screening-answered')
    .slice(0, days + 1);
}

export const A_PLAN = PLAN;
