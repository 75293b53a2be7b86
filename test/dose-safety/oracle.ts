/**
 * What must never happen to a dose: a look at every accepted event before it counts. Sources: the hazard log (H4, H8, H9,
 * H11, H12, H17, H35), the signed plan itself, 18 hours between doses, one week and 1.5 mg between steps.
 */
import { formatLocalDate, type LocalDate } from '../../src/base/calendar.ts';
import type { EventId, PersonId } from '../../src/base/ids.ts';
import type { CaseState } from '../../src/records/case-state.ts';
import { planOn } from '../../src/records/course.ts';
import type { EventOf, PlanPlace, Recorded } from '../../src/records/event.ts';
import { Book, type InForce, type Kept, type Plan } from './book.ts';

const SITE_CEILING_UG = 7_000;
const TWO_SIGNATURES_ABOVE_UG = 6_000;
const LARGEST_RISE_UG = 1_500;
const REVIEW_DAYS = 7;
const LONGEST_VALID_DAYS = 366;
const LEAST_GAP_MS = 18 * 3_600_000;

/** `today` in UTC; `day` the civil day the person decided on. */
export type When = { readonly today: LocalDate; readonly day: LocalDate };

/** Something that must never happen was accepted. */
export class Violation extends Error {}

export class Oracle {
  readonly #book: Book;

  constructor(patient: PersonId, solo: boolean) {
    this.#book = new Book(patient, solo);
  }

  /** Looks at an accepted event, then keeps it. @throws Violation */
  observe({ event, id }: Recorded, when: When): void {
    if (event.kind === 'plan-signed' || event.kind === 'plan-transcribed') this.#signed(event, when);
    else if (event.kind === 'plan-cosigned') this.#cosigned(event);
    else if (event.kind === 'plan-ended') this.#ended(event, when);
    else if (event.kind === 'move-taken') this.#moved(event, when);
    else if (event.kind === 'entry-corrected') this.#corrected(event, when);
    else if (event.kind === 'dose-recorded') {
      this.#dose(event, when, undefined);
      this.#book.fill(event.date, id, event);
    } else if (event.kind === 'kit-dose-recorded') {
      this.#capsule(event, when);
      this.#book.trials.fill(event.date, id, event);
    } else this.#book.note(event, id);
  }

  /** The fold and the bookkeeper must tell the same plan, place and dose. @throws Violation */
  compare(state: CaseState, days: readonly LocalDate[]): void {
    for (const day of days) {
      const told = planOn(state, day);
      const kept = this.#book.open ? this.#inForce(day) : undefined;
      const same = told.ok ? kept?.plan === told.value.plan && kept.place === told.value.place : kept === undefined;
      if (!same) this.#fail(`on ${formatLocalDate(day)} the fold tells another plan or place`, { told, kept });
      const ofTrial = state.kitDoses[formatLocalDate(day)];
      if (ofTrial?.status !== this.#book.trials.effective(day)?.status)
        this.#fail(`on ${formatLocalDate(day)} the fold tells another capsule`, { ofTrial });
      const slot = state.slots[formatLocalDate(day)];
      const shown = this.#book.effective(day);
      if (slot?.dose !== shown?.dose)
        this.#fail(`on ${formatLocalDate(day)} the fold tells another dose`, { slot, shown });
    }
  }

  #fail(why: string, about: unknown): never {
    throw new Violation(`${why}: ${JSON.stringify(about)}`);
  }

  #inForce(day: number): InForce | undefined {
    const [found, ...more] = this.#book.inForce(day);
    if (more.length > 0) this.#fail('two plans have force on one day', { day, found, more });
    return found;
  }

  #signed(event: EventOf<'plan-signed' | 'plan-transcribed'>, { day }: When): void {
    const { plan, content, validFrom, validTo, startAt, decidedBy } = event;
    const { solo, patient, plans } = this.#book;
    if (event.kind === 'plan-signed') this.#prescribes(decidedBy);
    else if (!solo || decidedBy !== patient) this.#fail('transcribed in a clinic', decidedBy);
    if (content.ceiling > SITE_CEILING_UG) this.#fail('above the ceiling of the site', content.ceiling);
    if (content.steps.some(({ dose }) => dose > content.ceiling)) this.#fail('a step above its ceiling', content.steps);
    if (validTo - validFrom > LONGEST_VALID_DAYS) this.#fail('signed for more than a year', { validFrom, validTo });
    if (plans.has(plan)) this.#fail('signed a second time', plan);
    this.#gates(day);
    const start = startAt === 'baseline' ? 0 : (content.steps[startAt]?.dose ?? Number.POSITIVE_INFINITY);
    if (start > this.#book.recent(day + 1) + LARGEST_RISE_UG) this.#fail('starts too high', { startAt, start });
    const needed = event.kind === 'plan-signed' && content.ceiling > TWO_SIGNATURES_ABOVE_UG ? 2 : 1;
    this.#book.sign(plan, { content, validFrom, validTo, startAt, needed }, decidedBy);
  }

  #cosigned({ plan, on, decidedBy }: EventOf<'plan-cosigned'>): void {
    this.#prescribes(decidedBy);
    const known = this.#book.plans.get(plan);
    if (!known || known.signers.has(decidedBy)) this.#fail('the second signature is not a second person’s', decidedBy);
    if (!this.#book.waits(known)) this.#fail('a plan is signed again that had or lost its force', plan);
    this.#gates(on);
    known.signers.add(decidedBy);
    this.#book.gain(plan, Math.max(known.validFrom, on));
  }

  #ended({ plan, on, decidedBy }: EventOf<'plan-ended'>, { day }: When): void {
    const { solo, patient, plans } = this.#book;
    if (!solo || decidedBy !== patient) this.#prescribes(decidedBy);
    const known = plans.get(plan);
    if (!known) this.#fail('a plan is ended that was never signed', plan);
    if (on < day) this.#fail('a plan is ended back in time, where doses stand', { on, day });
    this.#book.close(known, on);
  }

  #prescribes(person: PersonId): void {
    const { patient, prescribers } = this.#book;
    if (person === patient || !prescribers.has(person)) this.#fail('decided by no prescriber', person);
  }

  /** What must hold whenever more drug is opened. `asked`: the patient's own "nothing new" counts after a review. */
  #gates(day: number, asked: readonly number[] = []): void {
    const { review, newSince, flags } = this.#book;
    const last = Math.max(review?.on ?? Number.NaN, ...asked.filter((on) => on <= day));
    if (!review || newSince || day - last > REVIEW_DAYS)
      this.#fail('nobody has looked at the screening of late', { day, review, newSince });
    if (this.#book.isHard(day)) this.#fail('past an open hard finding', { day });
    if ([...flags.values()].some(({ cleared }) => cleared === Number.POSITIVE_INFINITY))
      this.#fail('past a red flag nobody has cleared', { day });
  }

  #moved(event: EventOf<'move-taken'>, { today }: When): void {
    const { plan, move, from, to, dose, on, decidedBy } = event;
    if (decidedBy !== this.#book.patient) this.#prescribes(decidedBy);
    if (Math.abs(on - today) > 1) this.#fail('a move of another day', { on, today });
    if (to === 'stopped') {
      for (const each of this.#book.plans.values()) this.#book.close(each, on);
      return;
    }
    const found = this.#inForce(on);
    const known = this.#book.plans.get(plan);
    if (!found || !known || found.plan !== plan || found.place !== from || !this.#book.open)
      this.#fail('a move from elsewhere', { event, found });
    if (doseAt(known, to) !== dose || dose > known.content.ceiling) this.#fail('a dose the plan does not have', event);
    if (this.#book.isHard(on) || this.#book.isFlagged(on)) this.#fail('moved, not stopped, past something hard', event);
    if (dose > doseAt(known, from)) this.#up(event, known, found.since);
    else if (move === 'step-up') this.#fail('a step up that does not rise', event);
    known.moves.push({ on, to });
    known.moves.sort((a, b) => a.on - b.on);
  }

  #up({ move, from, to, dose, on }: EventOf<'move-taken'>, known: Plan, since: number): void {
    const { content } = known;
    const about = { move, from, to, on, since };
    if (move !== 'step-up' || (from === 'baseline' ? to !== 0 : to !== from + 1))
      this.#fail('a step is skipped', about);
    if (dose - doseAt(known, from) > Math.min(LARGEST_RISE_UG, content.maximumStep))
      this.#fail('rises too much', about);
    const days = on - since;
    const least = from === 'baseline' ? content.baselineDays : (content.steps[from]?.minimumDays ?? 7);
    if (days < least) this.#fail('goes up too early', { ...about, least });
    let taken = 0;
    for (let d = since; d < on; d++) if (this.#book.effective(d)?.kind === 'dose-recorded') taken++;
    if (from !== 'baseline' && taken < 0.8 * days) this.#fail('goes up with too few doses taken', { ...about, taken });
    if ([...this.#book.grades.values()].some(({ grade }) => grade >= 2)) this.#fail('goes up on a side effect', about);
    this.#gates(on, this.#book.nothingNew);
  }

  #corrected({ entry, replacement }: EventOf<'entry-corrected'>, when: When): void {
    for (const entries of this.#book.slots.values()) {
      if (!entries.delete(entry)) continue;
      if (replacement?.kind === 'dose-recorded') this.#dose(replacement, when, entry);
      if (replacement && 'dose' in replacement) entries.set(entry, replacement);
      return;
    }
  }

  #dose(event: EventOf<'dose-recorded'>, when: When, replacing: EventId | undefined): void {
    const { date, status, dose } = event;
    const held = replacing === undefined ? this.#book.effective(date) : undefined;
    if (held && (held.kind !== event.kind || held.dose !== dose || held.status !== status))
      this.#fail('two doses on one civil day', { held, event });
    if (status !== 'not-taken') this.#taken(event, when);
    else if (dose !== 0) this.#fail('a dose that was not taken is not nothing', event);
  }

  #taken(event: EventOf<'dose-recorded'>, { today, day }: When): void {
    const { date, status, dose, clock } = event;
    if (date > Math.max(today, day) + 1) this.#fail('a dose of a day to come', event);
    const found = this.#inForce(date);
    const plan = found && this.#book.plans.get(found.plan);
    if (this.#book.trials.running(date).length > 0) this.#fail('a dose of a plan during a trial', event);
    if (this.#book.trials.hasCapsule(date)) this.#fail('a dose beside a capsule', event);
    if (!found || !plan || !this.#book.open) this.#fail('a dose without a plan in force', event);
    if (plan.signers.size < plan.needed) this.#fail('a dose on too few signatures', event);
    if (dose > plan.content.ceiling || dose > SITE_CEILING_UG) this.#fail('a dose above the ceiling', event);
    const doses = found.place === 'baseline' ? [] : plan.content.steps.slice(0, found.place + 1).map((s) => s.dose);
    if (!(status === 'taken' ? doses.at(-1) === dose : doses.includes(dose)))
      this.#fail('a dose that is not of the place', { event, found });
    if (dose > this.#book.recent(date) + LARGEST_RISE_UG) this.#fail('a dose that skips a step', event);
    if (this.#book.isHard(date) || this.#book.isHard(today)) this.#fail('a dose past an open hard finding', event);
    if (this.#book.isFlagged(date)) this.#fail('a dose past a red flag', event);
    if (isOfItsDay(event)) this.#gap(date, clock.instant);
  }

  /** A capsule that may be the drug is judged as the drug. */
  #capsule(event: EventOf<'kit-dose-recorded'>, { today, day }: When): void {
    const { date, status, kit, trial, clock } = event;
    const held = this.#book.trials.effective(date);
    if (held && (held.status !== status || held.kit !== kit))
      this.#fail('two capsules on one civil day', { held, event });
    const [running, ...more] = this.#book.trials.running(date);
    if (more.length > 0) this.#fail('two trials run on one day', { date });
    if (running?.trial !== trial) this.#fail('a capsule outside its trial', event);
    if (status !== 'taken') return;
    if (kit !== running.kit) this.#fail('a capsule of another kit', { event, running });
    if (date > running.usableUntil) this.#fail('a capsule past its date, or never handed out', event);
    if (date > Math.max(today, day) + 1) this.#fail('a capsule of a day to come', event);
    if ((this.#book.effective(date)?.dose ?? 0) > 0) this.#fail('a capsule beside a dose', event);
    if (this.#book.isHard(date) || this.#book.isHard(today)) this.#fail('a capsule past an open hard finding', event);
    if (this.#book.isFlagged(date)) this.#fail('a capsule past a red flag', event);
    if (isOfItsDay(event)) this.#gap(date, clock.instant);
  }

  #gap(date: number, instant: number): void {
    for (let d = date - 3; d <= date + 3; d++) {
      const capsule = d === date ? undefined : this.#book.trials.effective(d);
      if (capsule && capsule.status !== 'not-taken' && isOfItsDay(capsule))
        if (Math.abs(instant - capsule.clock.instant) < LEAST_GAP_MS)
          this.#fail('a dose within 18 hours of a capsule', { date, capsule });
      const near = d === date ? undefined : this.#book.effective(d);
      if (!near || near.dose === 0 || !isOfItsDay(near)) continue;
      if (Math.abs(instant - near.clock.instant) < LEAST_GAP_MS)
        this.#fail('two doses within 18 hours', { date, near });
    }
  }
}

function doseAt({ content }: Plan, place: PlanPlace): number {
  return place === 'baseline' ? 0 : (content.steps[place]?.dose ?? Number.NaN);
}

/** Entered on its own civil day, so that its instant says when it was taken. */
function isOfItsDay({ date, clock }: Pick<Kept, 'date' | 'clock'>): boolean {
  return Math.floor((clock.instant + clock.offsetMinutes * 60_000) / 86_400_000) === date;
}
