/**
 * May the drug be thought of again after a sign that ended it? Only when a prescriber has looked into every report they
 * clear, by name, and says why; a report they had not seen stands. Opens no dose by itself (H4, H8, H35).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, EventId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { StopRule } from '../medicine/titration.ts';
import type { CaseState } from '../records/case-state.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';
import { SHORTEST_REASON } from './titration.ts';
import { enderFaults, type GateFault } from './titration-gates.ts';

export type ClearFlagInput = {
  readonly rule: StopRule;
  /** The reports that were looked into, by event id. */
  readonly flags: readonly EventId[];
  readonly reason: string;
  /** The civil day their page shows. */
  readonly day: LocalDate;
};

type Clearing =
  | { readonly code: 'clearing-not-allowed'; readonly faults: readonly GateFault[] }
  /** One of them is not an open report of that sign, up to this day. */
  | { readonly code: 'flag-not-open' }
  | { readonly code: 'reason-too-short'; readonly needed: number };
export type ClearFlagRefusal = Clearing | Denial | DayImplausible | CaseBusy;

/** `open`: reports of the same sign that still stand. */
export type FlagCleared = { readonly rule: StopRule; readonly open: number };

/** Clears the named reports of a sign from that day on. */
export async function clearFlag(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: ClearFlagInput,
): Promise<Result<Acted<FlagCleared>, ClearFlagRefusal>> {
  const plausible = checkDay(input.day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'flag.clear', ({ state }): Result<Decision<FlagCleared>, Clearing> => {
    const faults = enderFaults(state, actor.person);
    if (faults.length > 0) return err({ code: 'clearing-not-allowed', faults });
    const open = openFlags(state, input.rule);
    const flags = [...new Set(input.flags)].sort();
    const known = flags.every((flag) => open.some(({ entry, date }) => entry === flag && date <= input.day));
    if (flags.length === 0 || !known) return err({ code: 'flag-not-open' });
    const reason = input.reason.trim();
    if (reason.length < SHORTEST_REASON) return err({ code: 'reason-too-short', needed: SHORTEST_REASON });
    const { rule, day: on } = input;
    const event = { kind: 'red-flag-cleared', version: 1, rule, flags, on, reason, decidedBy: actor.person } as const;
    return ok({ events: [newEvent(ports, event)], value: { rule, open: open.length - flags.length } });
  });
}

function openFlags({ redFlags }: CaseState, rule: StopRule): CaseState['redFlags'] {
  return redFlags.filter((flag) => flag.rule === rule && flag.clearedOn === undefined);
}
