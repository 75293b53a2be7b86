/**
 * What was handed out, how long it lasts and when to order: for who takes it, makes it and answers for it. Handing out is
 * written down by whoever does it; it changes no dose. A slip is taken back by name, and both stay on record (H27, H28).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, EventId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Dose } from '../medicine/dose.ts';
import type { SupplyOutlook } from '../medicine/stock/outlook.ts';
import { checkPack, type PackContent, type PackFault, type Storage } from '../medicine/stock/pack.ts';
import type { CaseState } from '../records/case-state.ts';
import type { WithdrawnWhy } from '../records/event-supply.ts';
import { dosesAhead, LEAD_DAYS, orderBy, outlookOf } from '../records/supply-days.ts';
import type { InterruptionRecord, SupplyRecord } from '../records/supply-state.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent, readCase } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';

/** `left`: units or microlitres before the next dose; absent where nothing is counted. */
export type SupplyShown = SupplyRecord & { readonly left?: number };

/** One course of doses ahead; of `SupplyOutlook` what a page tells. */
export type ToldOutlook = Pick<SupplyOutlook, 'daysLeft' | 'coveredThrough' | 'gap' | 'orderBy'>;

export type SupplyRead = {
  readonly supply: readonly SupplyShown[];
  /** undefined, and `why` says so, where nothing can be counted. */
  readonly outlook?: {
    /** Last day that was looked at. */
    readonly until: LocalDate;
    readonly held: ToldOutlook;
    readonly earliest: ToldOutlook;
    readonly orderBy?: LocalDate;
    readonly leadDays: number;
    /** Days of which nobody said whether a dose was taken; they count as taken. */
    readonly untold: number;
    /** Doses that what was handed out could not have made. */
    readonly fromElsewhere: number;
    readonly spoils: readonly { readonly supply: EventId; readonly beyondUse: LocalDate }[];
  };
  readonly why?: 'amount-not-known' | 'no-dose-ahead';
  /** Doses of the plan from the next one on, if every step is taken early. */
  readonly ahead: readonly { readonly dose: Dose; readonly days: number }[];
  readonly interruptions: readonly InterruptionRecord[];
  /** What the screening says about an allergy to a filler (H26); undefined = never asked. */
  readonly fillerAllergy?: 'yes' | 'no' | 'unknown';
};

type PackRefused =
  | { readonly code: 'pack-refused'; readonly faults: readonly PackFault[] }
  | { readonly code: 'case-not-open' };
type NoSupply = { readonly code: 'supply-unknown' };
export type DispenseRefusal = PackRefused | Denial | DayImplausible | CaseBusy;
export type WithdrawRefusal = NoSupply | Denial | DayImplausible | CaseBusy;

/** The supply on the civil day a page shows. */
export async function readSupply(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
): Promise<Result<SupplyRead, Denial | DayImplausible>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'supply.read');
  if (!opened.ok) return opened;
  return ok(supplyOn(opened.value.state, day));
}

function supplyOn(state: CaseState, day: LocalDate): SupplyRead {
  const allergy = state.answers?.answers['hypersensitive-to-excipient'];
  const known = {
    ahead: dosesAhead(state, day),
    interruptions: state.interruptions.filter(({ until }) => until >= day),
    ...(allergy === undefined ? {} : { fillerAllergy: allergy }),
  };
  const found = outlookOf(state, day);
  if (!found.ok) return { ...known, supply: state.supply, why: found.error.code };
  const { packs, held, earliest, until, untold } = found.value;
  const left = new Map(packs.map(({ supply }, place) => [supply, held.left[place] ?? 0]));
  const last = orderBy(found.value);
  return {
    ...known,
    supply: state.supply.map((record) => {
      const amount = left.get(record.supply);
      return amount === undefined ? record : { ...record, left: amount };
    }),
    outlook: {
      ...{ until, untold, held: told(held), earliest: told(earliest), leadDays: LEAD_DAYS },
      ...(last === undefined ? {} : { orderBy: last }),
      fromElsewhere: held.fromElsewhere,
      spoils: held.spoils.flatMap(({ pack, beyondUse }) => {
        const record = packs[pack];
        return record ? [{ supply: record.supply, beyondUse }] : [];
      }),
    },
  };
}

function told({ daysLeft, coveredThrough, gap, orderBy: last }: SupplyOutlook): ToldOutlook {
  return {
    daysLeft,
    ...(coveredThrough === undefined ? {} : { coveredThrough }),
    ...(gap === undefined ? {} : { gap }),
    ...(last === undefined ? {} : { orderBy: last }),
  };
}

export type DispenseInput = {
  readonly content: PackContent;
  readonly lot: string;
  readonly filler: string;
  readonly storage: Storage;
  readonly beyondUse: LocalDate;
  /** The civil day their page shows; from it on the pack is at hand. */
  readonly day: LocalDate;
};

/** Writes down what was handed out. */
export async function dispense(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { day: on, ...input }: DispenseInput,
): Promise<Result<Acted<{ readonly supply: EventId }>, DispenseRefusal>> {
  const plausible = checkDay(on, ports.clock.now());
  if (!plausible.ok) return plausible;
  type Decided = Result<Decision<{ readonly supply: EventId }>, PackRefused>;
  return actOnCase(ports, actor, id, 'supply.dispense', ({ state }): Decided => {
    if (state.status !== 'open') return err({ code: 'case-not-open' });
    const checked = checkPack({ content: input.content, on, beyondUse: input.beyondUse });
    if (!checked.ok) return err({ code: 'pack-refused', faults: checked.error });
    const said = { ...input, on, decidedBy: actor.person };
    const event = newEvent(ports, { kind: 'supply-dispensed', version: 1, ...said });
    return ok({ events: [event], value: { supply: event.id } });
  });
}

/** Takes back what was handed out: a slip, lost, or given back. */
export async function withdraw(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  {
    supply: dispensed,
    why,
    day: on,
  }: { readonly supply: EventId; readonly why: WithdrawnWhy; readonly day: LocalDate },
): Promise<Result<Acted<{ readonly supply: EventId }>, WithdrawRefusal>> {
  const plausible = checkDay(on, ports.clock.now());
  if (!plausible.ok) return plausible;
  type Decided = Result<Decision<{ readonly supply: EventId }>, NoSupply>;
  return actOnCase(ports, actor, id, 'supply.dispense', ({ state }): Decided => {
    const record = state.supply.find(({ supply }) => supply === dispensed);
    if (!record || record.withdrawn) return err({ code: 'supply-unknown' });
    const said = { dispensed, why, on, decidedBy: actor.person };
    return ok({
      events: [newEvent(ports, { kind: 'supply-withdrawn', version: 1, ...said })],
      value: { supply: dispensed },
    });
  });
}
