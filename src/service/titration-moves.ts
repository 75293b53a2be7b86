/**
 * What may be done about the dose today, and doing it: over the case, for the patient's phone and the prescriber's page.
 * Takes only what the signed plan permits on that day, from the place the person saw; everything else is a request to
 * the prescriber. Stopping is never refused to the patient (H8, H11, H12).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, PlanId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import type { Move, MoveName, Reason } from '../medicine/moves.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import type { NoPlan } from '../records/case-state.ts';
import { planOn } from '../records/course.ts';
import type { PlanPlace } from '../records/event.ts';
import { interruptionOn } from '../records/interruption.ts';
import { currentTrial } from '../records/trial-attention.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, newEvent, readCase } from './case-record.ts';
import { screenCase } from './case-record-row.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';
import { decideMove, decideStopping, openMoves } from './titration.ts';
import type { MoveCommand, MoveRefusal, StopRefusal } from './titration-commands.ts';
import type { GateFault } from './titration-gates.ts';
import { isLive } from './titration-plans.ts';

/** `plan` undefined: none may be followed on that day, and `why` says so; stopping may be open all the same. */
export type PermittedToday = {
  readonly day: LocalDate;
  readonly plan?: {
    readonly plan: PlanId;
    readonly place: PlanPlace;
    readonly since: LocalDate;
    readonly validTo: LocalDate;
  };
  readonly why?: NoPlan;
  /** Of that place: what the plan has for the day, 0 in the baseline, in a planned interruption and without a plan. */
  readonly dose: Dose;
  readonly moves: readonly Move[];
  readonly reasons: readonly Reason[];
  /** Hard findings and red flags that leave only stopping open. */
  readonly standing: readonly GateFault[];
  /** What the plan's own rules ask a person to do. */
  readonly asks?: Exclude<MoveName, 'step-up'>;
  readonly canStop: boolean;
  readonly screening: Pick<Screening, 'openHard' | 'openSoft' | 'clearFrom'>;
};

export type PermittedTodayRefusal = Denial | DayImplausible;
export type TakeMoveRefusal = MoveRefusal | Denial | DayImplausible | CaseBusy;
export type StopTherapyRefusal = StopRefusal | Denial | DayImplausible | CaseBusy;

/** What the signed plan permits on the civil day a page shows, with every reason. */
export async function permittedToday(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
): Promise<Result<PermittedToday, PermittedTodayRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'move.read');
  if (!opened.ok) return opened;
  const { state } = opened.value;
  const full = screenCase(state, ports.drugs, day);
  const { openHard, openSoft, clearFrom } = full;
  const screening = { openHard, openSoft, ...(clearFrom === undefined ? {} : { clearFrom }) };
  const canStop = state.plans.some((record) => isLive(record, day)) || currentTrial(state, day) !== undefined;
  const inForce = planOn(state, day);
  const known = { day, canStop, screening };
  if (!inForce.ok) return ok({ ...known, dose: NO_DOSE, why: inForce.error, moves: [], reasons: [], standing: [] });
  const { plan, place, since, validTo, content } = inForce.value;
  const isWithout = place === 'baseline' || interruptionOn(state, day) !== undefined;
  const dose = isWithout ? NO_DOSE : (content.steps[place]?.dose ?? NO_DOSE);
  const { moves, reasons, standing, asks } = openMoves(state, inForce.value, day, full);
  const asked = asks === undefined ? {} : { asks };
  return ok({ ...known, dose, plan: { plan, place, since, validTo }, moves, reasons, standing, ...asked });
}

/** Takes a permitted hold, step up or step down, decided by this person, from that day on. */
export async function takeMove(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: Omit<MoveCommand, 'decidedBy'> & { readonly day: LocalDate },
): Promise<Result<Acted<{ readonly to: PlanPlace | 'stopped'; readonly dose: Dose }>, TakeMoveRefusal>> {
  const plausible = checkDay(input.day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'move.take', ({ state }) => {
    const screening = screenCase(state, ports.drugs, input.day);
    const decided = decideMove(state, { ...input, decidedBy: actor.person }, input.day, screening);
    if (!decided.ok) return decided;
    const { to, dose } = decided.value;
    return ok({ events: [newEvent(ports, decided.value)], value: { to, dose } });
  });
}

/** Stops the drug from that day on, whatever plan lives; only a plan signed afterwards opens anything again. */
export async function stopTherapy(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { day }: { readonly day: LocalDate },
): Promise<Result<Acted<{ readonly plan: PlanId }>, StopTherapyRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'move.stop', ({ state }) => {
    const decided = decideStopping(state, { decidedBy: actor.person }, day);
    if (!decided.ok) return decided;
    const { plan, events } = decided.value;
    return ok({ events: events.map((event) => newEvent(ports, event)), value: { plan } });
  });
}
