/**
 * Days planned without a dose, because the supply runs out or an operation is near: planning them, and ending them early.
 * A prescriber's decision; it begins today at the earliest, and whatever screening comes before the next dose is the
 * signed plan's own rule (H11, H24, H28).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, EventId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { InterruptionWhy } from '../records/event-supply.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, newEvent } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';
import { decideInterruption, decideResuming } from './titration.ts';
import type { InterruptRefusal, ResumeRefusal } from './titration-commands.ts';

export type PlanInterruptionRefusal = InterruptRefusal | Denial | DayImplausible | CaseBusy;
export type EndInterruptionRefusal = ResumeRefusal | Denial | DayImplausible | CaseBusy;

export type InterruptionInput = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly why: InterruptionWhy;
  /** The civil day their page shows. */
  readonly day: LocalDate;
};

export async function planInterruption(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { day, ...asked }: InterruptionInput,
): Promise<Result<Acted<{ readonly interruption: EventId }>, PlanInterruptionRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'interruption.plan', ({ state }) => {
    const decided = decideInterruption(state, { ...asked, decidedBy: actor.person }, day);
    if (!decided.ok) return decided;
    const event = newEvent(ports, decided.value);
    return ok({ events: [event], value: { interruption: event.id } });
  });
}

/** `on`: the first day on which the plan is followed again. */
export async function endInterruption(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { day, ...asked }: { readonly interruption: EventId; readonly on: LocalDate; readonly day: LocalDate },
): Promise<Result<Acted<{ readonly interruption: EventId }>, EndInterruptionRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'interruption.plan', ({ state }) => {
    const decided = decideResuming(state, { ...asked, decidedBy: actor.person }, day);
    if (!decided.ok) return decided;
    return ok({ events: [newEvent(ports, decided.value)], value: { interruption: asked.interruption } });
  });
}
