/**
 * Who may learn what a kit holds, and when? The pharmacist who packs it, a prescriber in an emergency for one period, and
 * everybody after the trial, when the opened allocation is held against its commitment. The only place that opens what was
 * sealed; each opening is on record, and nothing learnt here is kept anywhere else (H13, H14).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, TrialId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, parseDose } from '../medicine/dose.ts';
import type { CaseState } from '../records/case-state.ts';
import { guessesAwaited, phaseOn } from '../records/course-trial.ts';
import type { Relation } from '../records/person.ts';
import type { Dispensing, TrialRecord } from '../records/trial-state.ts';
import { type Allocation, type UnsealFault, unseal } from '../trial/allocation.ts';
import { kitsOf } from '../trial/kits.ts';
import type { Sequence } from '../trial/sequence.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent, readCase } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';
import { SHORTEST_REASON } from './titration.ts';
import { type ArmLot, aboutLots } from './trial/dispense.ts';
import { knownTrial, type OtherPhase, type TrialUnknown, trialAt } from './trial/gates.ts';

/** `dose` 0 = placebo. For the pharmacist alone. */
export type PackList = {
  readonly trial: TrialId;
  readonly kits: readonly {
    readonly kit: string;
    readonly period: number;
    readonly dose: Dose;
    readonly capsules: number;
  }[];
  readonly dispensings: readonly (Omit<Dispensing, 'lots' | 'decidedBy'> & { readonly lots: readonly ArmLot[] })[];
};
export type BrokenCode = {
  readonly trial: TrialId;
  readonly period: number;
  readonly kit: string;
  readonly dose: Dose;
};
export type OpenedTrial = {
  readonly trial: TrialId;
  readonly sequence: Sequence;
  readonly kits: readonly string[];
  readonly nonce: string;
  readonly commitment: string;
};

type Unsealing = UnsealFault | { readonly code: 'allocation-not-sealed' };
type BreakingFault =
  | TrialUnknown
  | OtherPhase
  | Unsealing
  | { readonly code: 'period-unknown' }
  | { readonly code: 'reason-too-short'; readonly needed: number };
type OpeningFault =
  | TrialUnknown
  | OtherPhase
  | Unsealing
  /** 0 = first. */
  | { readonly code: 'guesses-awaited'; readonly periods: readonly number[] };
/** They also treat, coordinate, take part in, or have designed or signed the trial: reading it would end the blind. */
type BlindWouldEnd = { readonly code: 'blind-would-end' };
export type PackListRefusal = TrialUnknown | OtherPhase | Unsealing | BlindWouldEnd | Denial;
export type BreakCodeRefusal = BreakingFault | Denial | DayImplausible | CaseBusy;
export type OpenAllocationRefusal = OpeningFault | Denial | DayImplausible | CaseBusy;

/** What the pharmacist packs; that it was read stands among the accesses of the case. */
export async function packList(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  trial: TrialId,
): Promise<Result<PackList, PackListRefusal>> {
  const opened = await readCase(ports, actor, id, 'trial.packs');
  if (!opened.ok) return opened;
  const known = knownTrial(opened.value.state, trial);
  if (!known.ok) return known;
  const record = known.value;
  if (record.dropped) return err({ code: 'trial-not-at-this-point', phase: 'dropped' });
  if (!record.opened && isNear(opened.value.relations, record, actor)) return err({ code: 'blind-would-end' });
  const unsealed = allocationOf(ports, opened.value.state, record);
  if (!unsealed.ok) return unsealed;
  const { sequence, kits } = unsealed.value;
  const dispensings = dispensingsOf(ports, record, actor);
  if (!dispensings) return err({ code: 'allocation-unreadable' });
  const made = kitsOf(record.protocol.design, record.protocol.spareCapsules);
  return ok({
    trial,
    kits: made.map(({ period, capsules }) => ({
      ...{ kit: of(kits, period), period, capsules },
      dose: of(sequence, period),
    })),
    dispensings,
  });
}

/** Does this person do anything in the case or the trial but pack it? */
function isNear(relations: readonly Relation[], { designedBy, signed }: TrialRecord, { person }: Actor): boolean {
  return relations.some((relation) => relation !== 'pharmacist') || designedBy === person || signed?.by === person;
}

/** Tells a prescriber what one kit holds, and records that it was told. The other periods stay sealed. */
export async function breakCode(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: {
    readonly trial: TrialId;
    readonly period: number;
    readonly reason: string;
    readonly day: LocalDate;
  },
): Promise<Result<Acted<BrokenCode>, BreakCodeRefusal>> {
  const { trial, period, day } = input;
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.break-code', ({ state }): Result<Decision<BrokenCode>, BreakingFault> => {
    const known = trialAt(state, trial, day, ['sealed', 'ready', 'running', 'over']);
    if (!known.ok) return known;
    const reason = input.reason.trim();
    if (reason.length < SHORTEST_REASON) return err({ code: 'reason-too-short', needed: SHORTEST_REASON });
    const kit = known.value.kits[period];
    if (kit === undefined) return err({ code: 'period-unknown' });
    const unsealed = allocationOf(ports, state, known.value);
    if (!unsealed.ok) return unsealed;
    const decided = { trial, period, reason, on: day, decidedBy: actor.person };
    const dose = of(unsealed.value.sequence, period);
    const event = newEvent(ports, { kind: 'code-broken', version: 1, ...decided });
    return ok({ events: [event], value: { trial, period, kit, dose } });
  });
}

/** Opens the whole of it after the trial, once nobody's guess can be swayed any more. */
export async function openAllocation(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { trial, day }: { readonly trial: TrialId; readonly day: LocalDate },
): Promise<Result<Acted<OpenedTrial>, OpenAllocationRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.open', ({ state }): Result<Decision<OpenedTrial>, OpeningFault> => {
    const known = knownTrial(state, trial);
    if (!known.ok) return known;
    const phase = phaseOn(known.value, day);
    if (phase !== 'over') return err({ code: 'trial-not-at-this-point', phase });
    const periods = guessesAwaited(state, known.value, day);
    if (periods.length > 0) return err({ code: 'guesses-awaited', periods });
    const unsealed = allocationOf(ports, state, known.value);
    if (!unsealed.ok) return unsealed;
    const { sequence, nonce, kits } = unsealed.value;
    const opened = { trial, sequence, nonce, kits };
    const event = { ...opened, on: day, decidedBy: actor.person };
    const commitment = known.value.sealed?.commitment ?? '';
    return ok({
      events: [newEvent(ports, { kind: 'allocation-opened', version: 1, ...event })],
      value: { ...opened, commitment },
    });
  });
}

/** The allocation, as it was committed to; its protocol and kits must be those of the record as well. */
function allocationOf(
  { pharmacy }: Pick<Ports, 'pharmacy'>,
  { clinic }: CaseState,
  { trial, protocol, signed, sealed, kits }: TrialRecord,
): Result<Allocation, Unsealing> {
  if (!sealed || !signed) return err({ code: 'allocation-not-sealed' });
  const unsealed = unseal(protocol.design, trial, sealed, pharmacy.openerFor(clinic));
  if (!unsealed.ok) return unsealed;
  const { protocolHash, kits: own } = unsealed.value;
  const fits = protocolHash === signed.protocolHash && own.join() === kits.join();
  return fits ? unsealed : err({ code: 'allocation-unreadable' });
}

function of<T>(each: readonly T[], period: number): T {
  const found = each[period];
  if (found === undefined) throw new RangeError(`an allocation without period ${period}`);
  return found;
}

/** Each with its lots opened; undefined where one does not open. */
function dispensingsOf(
  { pharmacy }: Pick<Ports, 'pharmacy'>,
  { trial, dispensed }: TrialRecord,
  { clinic }: Actor,
): PackList['dispensings'] | undefined {
  const { open } = pharmacy.openerFor(clinic);
  const opened = dispensed.map(({ lots, decidedBy: _, ...told }) => {
    const text = open(lots, aboutLots(trial, told.kits));
    return { ...told, lots: text === undefined ? undefined : lotsIn(text) };
  });
  const whole = opened.flatMap(({ lots, ...told }) => (lots ? [{ ...told, lots }] : []));
  return whole.length === opened.length ? whole : undefined;
}

function lotsIn(text: string): readonly ArmLot[] {
  const { lots } = JSON.parse(text) as { readonly lots: readonly { readonly dose: string; readonly lot: string }[] };
  return lots.map(({ dose, lot }) => {
    const read = parseDose(dose);
    if (!read.ok) throw new RangeError(`a sealed lot is of no dose: ${dose}`);
    return { dose: read.value, lot };
  });
}
