/**
 * What is the state of a case, and what holds on a given day? Events fold into state with the same code on phone, server
 * and in tests; a plan may be followed only as `planOn` says, and the rules of medicine/moves.ts get their `Course` here
 * and nowhere else (H8, H9, H10, H12). Moves no dose.
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { ScreeningInput } from '../medicine/screening/screening.ts';
import type { CaseState, NoPlan, PlanInForce } from './case-state.ts';
import { type ClinicEvent, openedCase, takeEvent } from './course-case.ts';
import { addEntries, isDiaryEntry } from './course-diary.ts';
import { followedOn, whyNoPlan } from './course-plans.ts';
import type { DiaryEvent, EventOf, Recorded } from './event.ts';

export { diaryOf } from './analysis-diary.ts';
export { attentionOf } from './course-attention.ts';
export {
  courseOn,
  isOfItsDay,
  lastDiaryDay,
  leastGapHours,
  newMedicineReports,
  openSideEffects,
  redFlagsOn,
  slotOn,
} from './course-day.ts';

/**
 * The state after these events. Events of the clinic count in the order given; entries of devices may come in any order
 * and more than once.
 *
 * @param state  undefined before the first event, which opens the case
 * @throws RangeError when the first event of a case is not `case-opened`, or a later one is
 */
export function foldEvents(state: CaseState | undefined, events: readonly Recorded[]): CaseState {
  const [first, ...rest] = events;
  if (state === undefined) {
    if (!first || !isOpening(first)) throw new RangeError(`a case begins with case-opened, not ${first?.event.kind}`);
    return foldEvents(openedCase(first), rest);
  }
  let next = state;
  const entries: Recorded<DiaryEvent>[] = [];
  for (const recorded of events) {
    if (isDiaryEntry(recorded)) entries.push(recorded);
    else if (isOpening(recorded)) throw new RangeError(`case ${state.case} was opened twice`);
    else next = takeEvent(next, recorded as Recorded<ClinicEvent>);
  }
  return entries.length > 0 ? addEntries(next, entries) : next;
}

function isOpening(recorded: Recorded): recorded is Recorded<EventOf<'case-opened'>> {
  return recorded.event.kind === 'case-opened';
}

/** The plan that may be followed on a civil day, past or present, with the patient's place in it; or why there is none. */
export function planOn(state: CaseState, day: LocalDate): Result<PlanInForce, NoPlan> {
  if (state.status !== 'open') return err({ code: 'case-not-open' });
  const found = followedOn(state, day);
  if (!found) return err(whyNoPlan(state, day));
  const { followed, place, since, validTo } = found;
  return ok({ plan: followed.plan, content: followed.content, place, since, validTo } as PlanInForce);
}

/** What screening is asked about this case. */
export function screeningInput({ medicines, answers, overrides }: CaseState): ScreeningInput {
  return { medicines, answers, overrides };
}

/** First civil day of the latest stop, of any plan; undefined = never stopped. */
export function lastStopOn({ moves }: CaseState): LocalDate | undefined {
  return moves.findLast(({ to }) => to === 'stopped')?.on;
}

/** Requests nobody has answered, oldest first. */
export function openRequests({ requests }: CaseState): CaseState['requests'] {
  return requests.filter(({ answer }) => answer === undefined);
}
