/**
 * May these kits leave the pharmacy? Whole blocks only, all alike in number, filler and last day, so that neither when nor
 * how they are handed out tells what they hold; the lots, which would, are sealed to the pharmacy in a text of one length
 * (H13, H27). Refuses kits that expire before their block can be over.
 */

import type { LocalDate } from '../../base/calendar.ts';
import { canonicalJson } from '../../base/canonical.ts';
import type { CaseId, TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Dose, formatDose } from '../../medicine/dose.ts';
import type { EventOf } from '../../records/event.ts';
import type { TrialRecord } from '../../records/trial-state.ts';
import { blockLastDay, blocksOf } from '../../trial/blocks.ts';
import { armsOf } from '../../trial/design.ts';
import { kitsOf } from '../../trial/kits.ts';
import type { Actor, Denial } from '../authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from '../case-record.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import type { Ports } from '../ports.ts';
import { type OtherPhase, type TrialUnknown, trialAt } from './gates.ts';

/** `dose` 0 = placebo. */
export type ArmLot = { readonly dose: Dose; readonly lot: string };

export type DispenseInput = {
  readonly trial: TrialId;
  readonly kits: readonly string[];
  readonly filler: string;
  readonly usableUntil: LocalDate;
  /** One for each arm, placebo too. */
  readonly lots: readonly ArmLot[];
  readonly day: LocalDate;
};
export type Dispensed = { readonly trial: TrialId; readonly kits: readonly string[]; readonly capsulesEach: number };

type DispensingFault =
  | TrialUnknown
  | OtherPhase
  | { readonly code: 'kits-not-whole-blocks' }
  | { readonly code: 'kits-dispensed-already'; readonly kits: readonly string[] }
  | { readonly code: 'kits-expire-too-soon'; readonly earliest: LocalDate }
  | { readonly code: 'lots-not-of-the-arms' };
export type DispenseKitsRefusal = DispensingFault | Denial | DayImplausible | CaseBusy;

/** Longest lot and the length every sealed text is filled up to: seven arms with lots of any length are one length. */
export const LONGEST_LOT = 40;
const SEALED_BYTES = 2_048;

/** Hands out whole blocks. A block is handed out again only after a kit was reported lost. */
export async function dispenseKits(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: DispenseInput,
): Promise<Result<Acted<Dispensed>, DispenseKitsRefusal>> {
  const { trial, day } = input;
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  return actOnCase(ports, actor, id, 'trial.dispense', ({ state }): Result<Decision<Dispensed>, DispensingFault> => {
    const known = trialAt(state, trial, day, ['sealed', 'ready', 'running']);
    if (!known.ok) return known;
    const fault = dispensingFault(known.value, input);
    if (fault) return err(fault);
    const event = dispensing(ports, actor, known.value, input);
    const { kits, capsulesEach } = event;
    return ok({ events: [newEvent(ports, event)], value: { trial, kits, capsulesEach } });
  });
}

function dispensingFault(record: TrialRecord, input: DispenseInput): DispensingFault | undefined {
  const { protocol, kits, started } = record;
  const blocks = blocksOf(protocol.design).filter((block) => hasAny(record, block, input.kits));
  const whole = blocks.flat().map((period) => kits[period] ?? '');
  const isWhole = whole.length === input.kits.length && whole.every((kit) => input.kits.includes(kit));
  if (!isWhole || whole.length === 0) return { code: 'kits-not-whole-blocks' };
  const again = whole.filter((kit) => isOut(record, kit));
  if (again.length > 0) return { code: 'kits-dispensed-already', kits: again };
  const startOn = started?.on ?? input.day;
  const last = blocks.map((block) => blockLastDay(protocol, startOn, block)).at(-1) ?? input.day;
  if (input.usableUntil < last) return { code: 'kits-expire-too-soon', earliest: last };
  const arms = armsOf(protocol.design);
  const named = input.lots.map(({ dose }) => dose);
  const each = named.length === arms.length && arms.every((arm) => named.includes(arm));
  return each ? undefined : { code: 'lots-not-of-the-arms' };
}

function hasAny({ kits }: TrialRecord, block: readonly number[], asked: readonly string[]): boolean {
  return block.some((period) => asked.includes(kits[period] ?? ''));
}

/** Handed out, and no kit lost since. */
function isOut({ dispensed, deviations }: TrialRecord, kit: string): boolean {
  const last = dispensed.findLast(({ kits }) => kits.includes(kit));
  return last !== undefined && !deviations.some(({ what, on }) => what === 'kit-lost' && on >= last.on);
}

function dispensing(
  { pharmacy }: Pick<Ports, 'pharmacy'>,
  { clinic, person }: Actor,
  { trial, protocol, kits }: TrialRecord,
  { kits: asked, filler, usableUntil, lots, day }: DispenseInput,
): EventOf<'kits-dispensed'> {
  // In the order of the periods, whatever order they were typed in.
  const ordered = kits.filter((kit) => asked.includes(kit));
  const { capsules: capsulesEach } = kitsOf(protocol.design, protocol.spareCapsules)[0] ?? { capsules: 0 };
  const sealed = pharmacy.sealerFor(clinic).seal(lotsText(lots), aboutLots(trial, ordered));
  const terms = { trial, kits: ordered, capsulesEach, filler: filler.trim(), usableUntil, lots: sealed };
  return { kind: 'kits-dispensed', version: 1, ...terms, on: day, decidedBy: person };
}

/** What a sealed list of lots belongs to. */
export const aboutLots = (trial: TrialId, kits: readonly string[]): string => `lots ${trial} ${kits.join(' ')}`;

/** One length in bytes for all lots there can be. */
function lotsText(lots: readonly ArmLot[]): string {
  const listed = [...lots].sort((a, b) => a.dose - b.dose).map(({ dose, lot }) => ({ dose: formatDose(dose), lot }));
  const text = canonicalJson({ format: 'titrial-lots', version: 1, lots: listed });
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > SEALED_BYTES) throw new RangeError(`lots of ${bytes} bytes`);
  return text + ' '.repeat(SEALED_BYTES - bytes);
}
