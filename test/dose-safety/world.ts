/**
 * A case as the dose-safety courses know it: its people, clocks and events so far. Every accepted event goes into the
 * state by the fold under test, and past the oracle, which has never heard of the fold.
 */
import { civilDateAt, type LocalDate, localDate } from '../../src/base/calendar.ts';
import { type Id, parseId } from '../../src/base/ids.ts';
import type { Rng } from '../../src/base/rng.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import type { Screening } from '../../src/medicine/screening/screening.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { foldEvents } from '../../src/records/course.ts';
import type { CaseEvent, DeviceClock, Recorded } from '../../src/records/event.ts';
import { screenCase } from '../../src/service/case-record-row.ts';
import { Oracle } from './oracle.ts';
import type { Rules } from './rules.ts';

const HOUR = 3_600_000;

/** The nth name of its kind; unlike in earnest, in order. */
export function name<Of extends string>(of: number, n: number): Id<Of> {
  const id = parseId<Of>(`00000000-0000-7000-8${of.toString().padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`);
  if (!id.ok) throw new RangeError(`not a name: ${of} ${n}`);
  return id.value;
}

const CLINIC = name<'clinic'>(0, 0);
const CASE = name<'case'>(1, 0);
export const PEOPLE = {
  patient: name<'person'>(2, 1),
  first: name<'person'>(2, 2),
  second: name<'person'>(2, 3),
  carer: name<'person'>(2, 4),
  stranger: name<'person'>(2, 5),
} as const;
export type Who = keyof typeof PEOPLE;

export class World {
  readonly rng: Rng;
  readonly rules: Rules;
  readonly solo: boolean;
  readonly openedAt: number;
  readonly oracle: Oracle;
  readonly events: CaseEvent[] = [];
  state: CaseState;
  now: number;
  /** Minutes ahead of UTC: of the phone, and of the clinic's page. */
  zone: number;
  readonly clinicZone: number;
  #seq = 0;
  #names = 10;
  #screened: { of: readonly unknown[]; on: Map<LocalDate, Screening> } = { of: [], on: new Map() };

  constructor(rng: Rng, rules: Rules) {
    this.rng = rng;
    this.rules = rules;
    this.solo = rng.below(10) === 0;
    // One course in eight runs into the last day of the list of medicines.
    const first = rng.below(8) === 0 ? localDate(2027, 11, 5) : localDate(2026, 3, 10);
    this.openedAt = (first + rng.below(20)) * 24 * HOUR + rng.below(24 * 60) * 60_000;
    this.now = this.openedAt;
    this.zone = (rng.below(27) - 12) * 60;
    this.clinicZone = (rng.below(27) - 12) * 60;
    this.oracle = new Oracle(PEOPLE.patient, this.solo);
    const opened = {
      patient: PEOPLE.patient,
      label: 'one',
      indications: [],
      solo: this.solo,
      washout: 'label',
    } as const;
    this.state = foldEvents(undefined, [this.#recorded({ kind: 'case-opened', version: 1, ...opened }, 'patient')]);
    this.take({ kind: 'tie-made', version: 1, person: PEOPLE.patient, relation: 'patient' });
    this.take({ kind: 'tie-made', version: 1, person: PEOPLE.carer, relation: 'carer' });
    if (this.solo) return;
    this.take({ kind: 'tie-made', version: 1, person: PEOPLE.first, relation: 'prescriber' });
    this.take({ kind: 'tie-made', version: 1, person: PEOPLE.second, relation: 'prescriber' });
  }

  /**
   * Writes an accepted event: the oracle looks first, then the fold takes it, then both are compared. `day`: the civil
   * day the person decided on; undefined = the phone's.
   */
  take(event: CaseEvent, by: Who = 'first', day = this.day()): void {
    const recorded = this.#recorded(event, by);
    this.events.push(event);
    this.oracle.observe(recorded, { today: civilDateAt(this.now), day });
    this.state = foldEvents(this.state, [recorded]);
    this.oracle.compare(this.state, [this.day(), civilDateAt(this.now)]);
  }

  /** A name nothing else has. */
  fresh<Of extends string>(of: number): Id<Of> {
    this.#names++;
    return name<Of>(of, this.#names);
  }

  /** The civil day of the phone. */
  day(): LocalDate {
    return civilDateAt(this.now, this.zone);
  }

  /** The civil day of the clinic's page. */
  clinicDay(): LocalDate {
    return civilDateAt(this.now, this.clinicZone);
  }

  clock(agoHours = 0): DeviceClock {
    return { instant: this.now - agoHours * HOUR, offsetMinutes: this.zone };
  }

  pass(hours: number): void {
    this.now += Math.round(hours * HOUR);
  }

  /** As the service evaluates it, remembered while nothing it asks about changes. */
  screening(day: LocalDate): Screening {
    const { medicines, answers, overrides } = this.state;
    const of = [medicines, answers, overrides];
    if (of.some((part, i) => part !== this.#screened.of[i])) this.#screened = { of, on: new Map() };
    const known = this.#screened.on.get(day) ?? screenCase(this.state, BUILT_IN_LIST, day);
    this.#screened.on.set(day, known);
    return known;
  }

  pick<T>(of: readonly T[]): T {
    return of[this.rng.below(of.length)] as T;
  }

  chance(percent: number): boolean {
    return this.rng.below(100) < percent;
  }

  #recorded(event: CaseEvent, by: Who): Recorded {
    this.#seq++;
    const place = { clinic: CLINIC, case: CASE, seq: this.#seq, id: name<'event'>(3, this.#seq) };
    return { ...place, at: this.now, by: PEOPLE[by], event };
  }

  /** The name the next event will have. */
  nextEvent(): Id<'event'> {
    return name<'event'>(3, this.#seq + 1);
  }
}
