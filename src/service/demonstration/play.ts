/**
 * How does one invented case live through its days? A play knows the person's truth, keeps the diary that follows from it
 * day by day, and does each act at its hour of its day. Scores follow from doses taken so far and never from later ones,
 * so that a step that was not permitted yet simply comes later (H11, H18).
 */

import { simulateDiary } from '../../analysis/generator.ts';
import type { JourneyPlan } from '../../analysis/journey-course.ts';
import { formatLocalDate, type LocalDate } from '../../base/calendar.ts';
import { type CaseId, idFrom, type TrialId } from '../../base/ids.ts';
import type { Rng } from '../../base/rng.ts';
import { micrograms, NO_DOSE } from '../../medicine/dose.ts';
import type { DeviceClock, DiaryEvent, EventOf } from '../../records/event.ts';
import { eventToJson } from '../../records/event-json.ts';
import type { DiaryDay } from '../../trial/diary.ts';
import { DAILY_OUTCOMES } from '../../trial/outcome.ts';
import type { Actor } from '../authority.ts';
import { syncDiary } from '../keep-diary.ts';
import { openCase } from '../open-case.ts';
import { bringPatient } from './people.ts';
import { type Cast, dayAt, done, instantOf, MINUTE, type Stage } from './stage.ts';

export type Person = {
  /** "D1": names the person everywhere. */
  readonly code: string;
  readonly label: string;
  readonly indications: readonly string[];
  readonly truth: Pick<JourneyPlan, 'symptoms' | 'missing'>;
  /** Whole days from the first one to today. */
  readonly days: number;
  readonly rng: Rng;
};

/** What a patient in a trial knows of a day: the code on the kit. */
export type TrialKit = { readonly trial: TrialId; readonly kit: string };

type Entry = { readonly id: string; readonly event: unknown };

export class Play {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly id: CaseId;
  readonly patient: Actor;
  readonly today: LocalDate;
  /** Who sends the diary: the patient, or a carer, who marks what they keep. */
  keeper: Actor;
  /** The next civil day to be kept. */
  day: LocalDate;
  /** Hour at which the dose is taken, 0-24. */
  doseHour = 21;
  /** The dose of yesterday is told this morning, so that today's can be told at any hour by whoever looks. */
  tellsYesterdayToday = false;
  /** The patient leaves the drug out and says so every day. */
  pausing = false;
  /** The kit of a day in a blinded trial; undefined = the plan's own dose is taken. */
  kitOn: (day: LocalDate) => TrialKit | undefined = () => undefined;
  /** Name of the zone the person's clock shows on a day; undefined = that of the clinic. */
  zoneOn: (day: LocalDate) => string | undefined = () => undefined;
  /** When the screening was last answered, and what is done when that is a month ago. */
  answeredOn: LocalDate | undefined;
  monthly: (() => Promise<void>) | undefined;
  readonly #person: Person;
  readonly #first: LocalDate;
  readonly #dose: number[];
  /** Was any capsule taken, whatever it held? */
  readonly #capsule: boolean[];
  /** Two draws a day, 0-1: is it entered late, is the dose forgotten? */
  readonly #habits: readonly number[];
  #waiting: { entry: Entry; instant: number }[] = [];

  private constructor(
    stage: Stage,
    cast: Cast,
    person: Person,
    opened: { readonly id: CaseId; readonly patient: Actor },
  ) {
    this.stage = stage;
    this.cast = cast;
    this.id = opened.id;
    this.patient = opened.patient;
    this.keeper = opened.patient;
    this.today = dayAt(stage, stage.now);
    this.day = (this.today - person.days) as LocalDate;
    this.#first = this.day;
    this.#person = person;
    this.#dose = Array<number>(person.days).fill(NO_DOSE);
    this.#capsule = Array<boolean>(person.days).fill(false);
    const chance = person.rng.split('habits');
    this.#habits = Array.from({ length: 2 * person.days }, () => chance.uniform());
  }

  /** The prescriber opens the case in the morning of its first day, and the patient comes in by a link. */
  static async begin(stage: Stage, cast: Cast, person: Person): Promise<Play> {
    const day = (dayAt(stage, stage.now) - person.days) as LocalDate;
    stage.clock.set(instantOf(stage, day, 8));
    const { code, label, indications } = person;
    const opened = done(
      await openCase(stage.ports, cast.prescriber, {
        patient: { name: stage.texts.patient(code) },
        ...{ label, indications, washout: 'label' },
      }),
    );
    const patient = await bringPatient(stage, cast, opened.patient, `demo-${code.toLowerCase()}`);
    return new Play(stage, cast, person, { id: opened.case, patient });
  }

  /** An act of this morning: what the diary holds is sent first, and the clock goes on by some minutes. */
  async act<T>(doing: () => Promise<T>): Promise<T> {
    await this.send();
    const { clock, now } = this.stage;
    const morning = instantOf(this.stage, this.day, 9);
    clock.set(Math.min(now, Math.max(morning, clock.now() + 7 * MINUTE)));
    return doing();
  }

  /** The dose of every day to come, until another is said. */
  takes(dose: number): void {
    this.#dose.fill(dose, this.day - this.#first);
  }

  /** Leaves the drug out for so many days, and takes it up again at the same dose after a new screening. */
  async pause(days: number, resume: () => Promise<void>): Promise<void> {
    const before = this.dose;
    this.takes(NO_DOSE);
    this.pausing = true;
    await this.keep(days);
    this.pausing = false;
    await resume();
    this.takes(before);
  }

  /** Days to come on which a capsule is taken whatever it holds, and the dose it holds: only nature looks at that. */
  takesCapsules(dose: number, days: number): void {
    const from = this.day - this.#first;
    this.#dose.fill(dose, from, from + days);
    this.#capsule.fill(true, from, from + days);
  }

  /** Mean of a symptom as it was kept from one day to another; undefined where nothing was. */
  meanOf(outcome: string, from: LocalDate, to: LocalDate): number | undefined {
    const scores = [...this.#simulated()].flatMap(([date, { scores: kept }]) => {
      const score = kept[outcome];
      return date >= from && date <= to && score?.kind === 'value' ? [score.value] : [];
    });
    return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }

  get dose(): number {
    return this.#dose[Math.min(this.day - this.#first, this.#dose.length - 1)] ?? NO_DOSE;
  }

  /** Keeps so many days, and ends in the morning after the last of them; today is left to whoever opens the page. */
  async keep(days: number, given: { readonly missed?: readonly number[] } = {}): Promise<void> {
    const kept = this.#simulated();
    for (let n = 0; n < days; n++) {
      if (this.day >= this.today) throw new RangeError(`${this.#person.code} has no day left to keep`);
      if (this.monthly && this.day - (this.answeredOn ?? this.day) >= MONTH) await this.monthly();
      this.#keepDay(kept.get(this.day), given.missed?.includes(n) === true);
      this.day = (this.day + 1) as LocalDate;
      if (this.#waiting.length >= LARGEST) await this.send();
    }
  }

  /** Keeps every day before the one that is so many days before today. */
  keepUntil(daysBefore: number): Promise<void> {
    return this.keep(this.today - daysBefore - this.day);
  }

  /** Adds something the patient tells this evening, or, on the last day, in the morning. */
  tell(event: Untimed): void {
    const isToday = this.day >= this.today;
    const clock = isToday ? this.#nowShown() : this.#clockAt(this.day, 20.75);
    this.#add({ ...event, date: this.day, clock } as DiaryEvent);
  }

  /** Sends what waits, a little after the last of it was entered. */
  async send(): Promise<void> {
    const last = this.#waiting.at(-1);
    if (!last) return;
    const { clock, now, ports, pause } = this.stage;
    clock.set(Math.min(now, Math.max(clock.now(), ...this.#waiting.map(({ instant }) => instant + MINUTE))));
    const events = this.#waiting.map(({ entry }) => entry);
    this.#waiting = [];
    const { answers } = done(await syncDiary(ports, this.keeper, this.id, { sentAt: clock.now(), events }));
    const refused = answers.find(({ outcome }) => outcome === 'refused');
    if (refused) throw new RangeError(`${this.#person.code}: ${JSON.stringify(refused)}`);
    await pause();
  }

  /** The diary that follows from the doses as they stand; days to come do not touch those before them. */
  #simulated(): ReadonlyMap<LocalDate, DiaryDay> {
    const { truth, rng } = this.#person;
    const symptoms = DAILY_OUTCOMES.map((outcome) => {
      const of = truth.symptoms[outcome.id as keyof JourneyPlan['symptoms']];
      if (!of) throw new RangeError(`no truth for ${outcome.id}`);
      return { outcome, truth: of };
    });
    const { skipped, tooIll } = truth.missing;
    const missing = tooIll === undefined ? { skipped } : { skipped, tooIll };
    const exposure = { dose: this.#dose, capsule: this.#dose.map((dose, t) => dose > 0 || this.#capsule[t] === true) };
    const diary = simulateDiary({ start: this.#first, exposure, symptoms, missing, marking: 'whole' }, rng);
    return new Map(diary.days.map((day) => [day.date, day]));
  }

  /** Scores where the day was kept; the dose on every day of a step, forgotten now and then; "nothing new" once a week. */
  #keepDay(day: DiaryDay | undefined, missed: boolean): void {
    const n = this.day - this.#first;
    const scores = Object.entries(day?.scores ?? {}).filter(([, { kind }]) => kind !== 'skipped');
    const late = (this.#habits[2 * n] ?? 1) < BACK_FILLED && this.day + 1 < this.today;
    const forgotten = (this.#habits[2 * n + 1] ?? 1) < FORGOTTEN;
    const inTrial = this.kitOn(this.day);
    const status = missed || forgotten || this.pausing ? 'not-taken' : 'taken';
    if (inTrial) {
      const clock = this.#clockAt(this.day, this.doseHour);
      this.#add({ kind: 'kit-dose-recorded', version: 1, ...inTrial, date: this.day, status, clock });
    } else if (this.dose > 0 || this.pausing) {
      const dose = micrograms(status === 'taken' ? this.dose : NO_DOSE);
      const isTold = this.tellsYesterdayToday && this.day + 1 === this.today;
      const clock = isTold ? this.#nowShown() : this.#clockAt(this.day, this.doseHour);
      this.#add({ kind: 'dose-recorded', version: 1, date: this.day, status, dose, clock });
    }
    if (scores.length > 0) {
      const clock = late ? this.#clockAt((this.day + 1) as LocalDate, 8) : this.#clockAt(this.day, 20.7);
      const proxy = this.keeper === this.patient ? [] : (['proxy'] as const);
      const how = late ? ([...proxy, 'back-filled'] as const) : proxy;
      const kept = { date: this.day, scores: Object.fromEntries(scores), note: '', how, clock };
      this.#add({ kind: 'day-kept', version: 1, ...kept });
    }
    if (n % 7 === 6) this.tell({ kind: 'change-reported', version: 1, what: 'nothing-new', text: '' });
  }

  #add(event: DiaryEvent): void {
    const { entropy } = this.stage.ports;
    const { instant } = event.clock;
    const entry = { id: idFrom<'event'>(instant, entropy.bytes(10)), event: eventToJson(event) };
    this.#waiting.push({ entry, instant });
  }

  #clockAt(day: LocalDate, hour: number): DeviceClock {
    const zone = this.zoneOn(day);
    const usual = instantOf(this.stage, day, hour);
    if (zone === undefined) return { instant: usual, offsetMinutes: this.stage.offsetMinutes };
    const offsetMinutes = this.stage.zoneOffset(zone, usual);
    return { instant: instantOf({ offsetMinutes }, day, hour), offsetMinutes, zone };
  }

  #nowShown(): DeviceClock {
    return { instant: this.stage.now - 30 * MINUTE, offsetMinutes: this.stage.offsetMinutes };
  }
}

/** Answers hold for thirty days. */
const MONTH = 28;
/** Entries of one sending; a phone that was away for some weeks sends about as many. */
const LARGEST = 80;
/** Shares of days: scores entered on the next morning, and doses forgotten. */
const BACK_FILLED = 0.04;
const FORGOTTEN = 0.02;

type Told = EventOf<'side-effect-reported' | 'change-reported' | 'red-flag-reported' | 'guess-given'>;
/** A report without its day and clock: both are those of the play. */
export type Untimed = Told extends infer E ? (E extends Told ? Omit<E, 'date' | 'clock'> : never) : never;

/** For what is told of a play in a fault. */
export const shownDay = ({ day }: Play): string => formatLocalDate(day);
