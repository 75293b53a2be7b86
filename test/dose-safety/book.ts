/**
 * What is known of a case, kept by a bookkeeper who has never heard of the fold: plain lists of who signed what, from
 * when to when, what was taken on which day, what is open. Reads nothing of `src/records` but the events' own types.
 */
import { type LocalDate, localDate } from '../../src/base/calendar.ts';
import type { EventId, PersonId, PlanId } from '../../src/base/ids.ts';
import type { TitrationPlan } from '../../src/medicine/titration.ts';
import type { CaseEvent, EventOf, PlanPlace } from '../../src/records/event.ts';
import { TrialBook } from './trial-book.ts';

const LAST_DAY_OF_LIST = localDate(2027, 11, 22);
/** Naltrexone label: 7 to 10 opioid-free days, tramadol among them; slow forms 14. */
const FREE_DAYS = { 'immediate-release': 10, 'extended-release': 14 } as const;
const NEVER = Number.POSITIVE_INFINITY;

export type Plan = {
  readonly content: TitrationPlan;
  readonly signers: Set<PersonId>;
  readonly needed: number;
  readonly validFrom: number;
  readonly validTo: number;
  readonly startAt: PlanPlace;
  readonly moves: { readonly on: number; readonly to: PlanPlace }[];
  /** First day with force, and first without; NEVER and NEVER while it waits for its second signature. */
  from: number;
  until: number;
};
export type Kept = EventOf<'dose-recorded' | 'unplanned-dose-reported'>;
export type InForce = { readonly plan: PlanId; readonly place: PlanPlace; readonly since: number };

export class Book {
  readonly patient: PersonId;
  readonly solo: boolean;
  readonly prescribers = new Set<PersonId>();
  readonly plans = new Map<PlanId, Plan>();
  readonly slots = new Map<number, Map<EventId, Kept>>();
  readonly medicines = new Map<string, EventOf<'medicine-recorded'>['medicine']>();
  readonly flags = new Map<EventId, { readonly date: number; cleared: number }>();
  readonly grades = new Map<string, { readonly instant: number; readonly grade: number }>();
  answered = false;
  review: { readonly on: number } | undefined;
  newSince = false;
  /** Civil days on which the patient answered that nothing is new. */
  readonly nothingNew: number[] = [];
  open = true;
  readonly trials = new TrialBook();

  constructor(patient: PersonId, solo: boolean) {
    this.patient = patient;
    this.solo = solo;
  }

  /** Keeps an event nothing has to be asked about. */
  note(event: CaseEvent, id: EventId): void {
    if (event.kind === 'tie-made' && event.relation === 'prescriber') this.prescribers.add(event.person);
    else if (event.kind === 'case-closed') this.open = false;
    else if (event.kind === 'case-reopened') this.open = true;
    else if (event.kind === 'unplanned-dose-reported') this.fill(event.date, id, event);
    else this.#noteMedicine(event);
    this.trials.note(event);
    if (event.kind === 'red-flag-reported') this.flags.set(id, { date: event.date, cleared: NEVER });
    if (event.kind === 'red-flag-cleared') for (const flag of event.flags) this.#clear(flag, event.on);
    if (event.kind === 'side-effect-reported') {
      const { name, grade, clock } = event;
      const { instant } = this.grades.get(name) ?? { instant: -1 };
      if (instant <= clock.instant) this.grades.set(name, { instant: clock.instant, grade });
    }
  }

  #noteMedicine(event: CaseEvent): void {
    if (event.kind === 'medicine-recorded') {
      this.medicines.set(event.medicine.id, event.medicine);
      this.newSince = true;
    } else if (event.kind === 'medicine-use-changed') {
      const entered = this.medicines.get(event.medicine);
      if (entered) this.medicines.set(event.medicine, { ...entered, use: event.use });
    } else if (event.kind === 'change-reported' && event.what === 'new-medicine') this.newSince = true;
    else if (event.kind === 'change-reported' && event.what === 'nothing-new') this.nothingNew.push(event.date);
    else if (event.kind === 'screening-answered') this.answered = event.answers.answers.adult === 'yes';
    else if (event.kind === 'case-screened') {
      this.review = { on: event.on };
      this.newSince = false;
    }
  }

  #clear(flag: EventId, on: number): void {
    const known = this.flags.get(flag);
    if (known) known.cleared = Math.min(known.cleared, on);
  }

  /** Nothing here waits for a rule of ours: an opioid taken, too recent, or unknown; questions open; the list too old. */
  isHard(day: number): boolean {
    if (!this.answered || day > LAST_DAY_OF_LIST) return true;
    for (const { text, use, form } of this.medicines.values()) {
      if (text === 'paracetamol') continue;
      if (text !== 'tramadol') return true;
      const free = form === 'extended-release' ? FREE_DAYS['extended-release'] : FREE_DAYS['immediate-release'];
      if (use.kind !== 'stopped' || day - use.lastTaken <= free) return true;
    }
    return false;
  }

  isFlagged(day: number): boolean {
    return [...this.flags.values()].some(({ date, cleared }) => date <= day && cleared > day);
  }

  /** Every plan with force on the day; more than one is a fault of its own. */
  inForce(day: number): readonly InForce[] {
    const found: InForce[] = [];
    for (const [plan, { from, until, validTo, startAt, moves }] of this.plans) {
      if (!(from <= day && day < until && day <= validTo) || this.trials.replaces(from, day)) continue;
      let place = startAt;
      let since = from;
      for (const move of moves) {
        if (move.on > day || move.to === place) continue;
        place = move.to;
        since = Math.max(from, move.on);
      }
      found.push({ plan, place, since });
    }
    return found;
  }

  /** The dose of the day's one entry, the latest by the device's clock. */
  effective(day: number): Kept | undefined {
    const entries = this.slots.get(day);
    if (!entries || entries.size < 2) return entries?.values().next().value;
    const sorted = [...entries].sort(([a, x], [b, y]) => x.clock.instant - y.clock.instant || (a < b ? -1 : 1));
    return sorted.at(-1)?.[1];
  }

  /** The highest dose the patient has been on in the eight days before, by plan or by entry. */
  recent(day: number): number {
    let highest = 0;
    for (let d = day - 8; d < day; d++) {
      const kept = this.effective(d);
      for (const { plan, place } of this.inForce(d))
        if (place !== 'baseline') highest = Math.max(highest, this.plans.get(plan)?.content.steps[place]?.dose ?? 0);
      if (kept?.kind === 'dose-recorded') highest = Math.max(highest, kept.dose);
    }
    return highest;
  }

  fill(date: LocalDate, id: EventId, event: Kept): void {
    const day = this.slots.get(date) ?? new Map<EventId, Kept>();
    day.set(id, event);
    this.slots.set(date, day);
  }

  sign(
    plan: PlanId,
    terms: Pick<Plan, 'content' | 'validFrom' | 'validTo' | 'startAt' | 'needed'>,
    by: PersonId,
  ): void {
    this.plans.set(plan, { ...terms, signers: new Set([by]), moves: [], from: NEVER, until: NEVER });
    if (terms.needed === 1) this.gain(plan, terms.validFrom);
  }

  /** The newest decision closes all others from its first day on, and for ever those that never had force. */
  gain(plan: PlanId, from: number): void {
    for (const [other, each] of this.plans) if (other !== plan) this.close(each, from);
    const known = this.plans.get(plan);
    if (known) known.from = from;
  }

  close(plan: Plan, on: number): void {
    plan.until = plan.from === NEVER ? Number.NEGATIVE_INFINITY : Math.min(plan.until, on);
  }

  /** Waits for its second signature, and nothing has overtaken it. */
  waits({ from, until }: Plan): boolean {
    return from === NEVER && until === NEVER;
  }
}
