/**
 * The day: dose, three scores, anything new, in this order and nothing before them. Yesterday and the day before can be
 * filled in and are marked; older days are closed, with the reason.
 */
import { formatLocalDate, type LocalDate, parseLocalDate } from '../../../../src/base/calendar.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { planOn, slotOn } from '../../../../src/records/course.ts';
import { trialOn } from '../../../../src/records/course-trial.ts';
import { course, doseGrounds, permitted, plan, today } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Fetched } from '../fetched.tsx';
import { Heading } from '../heading.tsx';
import { AnythingNew } from '../new/anything-new.tsx';
import { say } from '../said.ts';
import { TRIAL_PARTS } from '../trial/load.ts';
import { DoseCard } from './dose-card.tsx';
import { type DoseOfDay, doseOfDay, isDoseOpen, kitOfDay } from './dose-of-day.ts';
import { DayScores, keptScores } from './scores.tsx';

/** Days back that may still be kept, as at the clinic. */
const BACK_FILL_DAYS = 2;

export function TodayPage() {
  const state = course.value;
  const date = today.value;
  return (
    <>
      <Day state={state} date={date} heading={say().today.heading} />
      <EmptyDays state={state} date={date} />
    </>
  );
}

/** `#/day/2026-11-27`. */
export function DayPage({ argument }: { argument: string }) {
  const words = say().today;
  const read = parseLocalDate(argument);
  const back = read.ok ? today.value - read.value : -1;
  if (!read.ok || back < 1 || back > BACK_FILL_DAYS)
    return (
      <>
        <Heading>{words.heading}</Heading>
        <p>{words.back.closed}</p>
        <ToToday />
      </>
    );
  return (
    <>
      <Day state={course.value} date={read.value} heading={dayName(back)} />
      <p class="quiet">{words.back.later}</p>
      <ToToday />
    </>
  );
}

const dayName = (back: number): string =>
  back === 1 ? say().today.dayHeading.yesterday : say().today.dayHeading.before;

function ToToday() {
  return (
    <p>
      <a class="button" href={addressOf('today')}>
        {say().today.back.toToday}
      </a>
    </p>
  );
}

type DayProps = { readonly state: CaseState; readonly date: LocalDate; readonly heading: string };

function Day({ state, date, heading }: DayProps) {
  const of = doseNow(state, date);
  const isOfTrial = date === today.value && state.trials.some(({ signed }) => signed);
  return (
    <>
      <div class="day-head">
        <Heading>{heading}</Heading>
        <p class="quiet">{say().today.date(date)}</p>
      </div>
      <DoseCard of={of} state={state} date={date} />
      {isOfTrial && <Fetched load={TRIAL_PARTS.beside} with={{ state }} quiet />}
      <DayScores key={date} state={state} date={date} doseSettled={!isDoseOpen(of)} />
      {isOfTrial && <Fetched load={TRIAL_PARTS.guess} with={{ state }} quiet />}
      <AnythingNew state={state} date={date} />
    </>
  );
}

function doseNow(state: CaseState, date: LocalDate): DoseOfDay {
  const isToday = date === today.value;
  const trial = trialOn(state, date);
  if (trial) return kitOfDay(trial, { state, date, now: isToday ? Date.now() : undefined, grounds: doseGrounds() });
  const told = permitted.value?.answer.screening;
  return doseOfDay({
    ...{ state, date, plan: isToday ? plan.value : planOn(state, date) },
    ...{ now: isToday ? Date.now() : undefined, openHard: told?.openHard ?? 0, openSoft: told?.openSoft ?? 0 },
  });
}

/** Only days within reach, and only once there is a diary. */
function EmptyDays({ state, date }: { state: CaseState; date: LocalDate }) {
  const words = say().today;
  const first = Object.keys(state.days).sort()[0];
  const days = [1, 2]
    .map((back) => ({ back, day: (date - back) as LocalDate }))
    .filter(({ day }) => first !== undefined && first < formatLocalDate(day) && isEmpty(state, day));
  if (days.length === 0) return null;
  return (
    <section aria-label={words.back.name} class="empty-days">
      {days.map(({ back, day }) => (
        <p key={day} class="act apart">
          <span>{words.back.empty(dayName(back))}</span>
          <a class="button" href={addressOf('day', formatLocalDate(day))}>
            {words.back.add}
            <span class="spoken"> {words.date(day)}</span>
          </a>
        </p>
      ))}
    </section>
  );
}

const isEmpty = (state: CaseState, day: LocalDate): boolean =>
  Object.keys(keptScores(state, day)).length === 0 || (slotOn(state, day) === undefined && hasDose(state, day));

function hasDose(state: CaseState, day: LocalDate): boolean {
  if (trialOn(state, day)) return state.kitDoses[formatLocalDate(day)] === undefined;
  const then = planOn(state, day);
  return then.ok && then.value.place !== 'baseline';
}
