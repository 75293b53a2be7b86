/**
 * Which medicines does the patient take? Recorded as somebody wrote them, by text or code; changed when a use ends;
 * resolved by a prescriber where the list does not know the text. Nothing is interpreted on the way in, nothing is
 * deleted, and what is not recognised goes on blocking (H4, H6).
 */
import type { LocalDate } from '../base/calendar.ts';
import { type CaseId, idFrom, type MedicineId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type MedicineMatch, matchMedicine } from '../medicine/screening/drug-list.ts';
import type { EnteredMedicine, MedicineResolution, MedicineUse } from '../medicine/screening/screening.ts';
import type { CaseEvent } from '../records/event.ts';
import { type Actor, authoriseInClinic, type Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent, readCase } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';
import { SHORTEST_REASON } from './titration.ts';

const MOST_MEDICINES = 200;

export type LastTakenInFuture = { readonly code: 'last-taken-in-future'; readonly lastTaken: LocalDate };
export type MedicineUnknown = { readonly code: 'medicine-unknown' };

type Written = Denial | CaseBusy;
export type RecordMedicineRefusal =
  | { readonly code: 'medicine-empty' }
  | { readonly code: 'too-many-medicines'; readonly limit: number }
  | LastTakenInFuture
  | DayImplausible
  | Written;
export type ChangeUseRefusal = MedicineUnknown | LastTakenInFuture | DayImplausible | Written;
export type ResolveMedicineRefusal =
  | MedicineUnknown
  | { readonly code: 'medicine-recognised' }
  | { readonly code: 'ingredient-not-on-list'; readonly ingredient: string }
  | { readonly code: 'reason-too-short'; readonly needed: number }
  | Written;

/** As somebody enters it. */
export type NewMedicine = Omit<EnteredMedicine, 'id' | 'resolution'>;
/** As it is kept, with what the list makes of it. */
export type MatchedMedicine = EnteredMedicine & { readonly id: MedicineId; readonly match: MedicineMatch };
export type RecordedMedicine = { readonly medicine: MedicineId; readonly match: MedicineMatch };

/** What the list of this installation makes of a text or code; nothing is kept. */
export function matchText(
  ports: Ports,
  actor: Actor,
  medicine: Pick<EnteredMedicine, 'text' | 'code'>,
): Result<MedicineMatch, Denial> {
  const may = authoriseInClinic('medicine.match', actor);
  return may.ok ? ok(matchMedicine(ports.drugs, medicine)) : may;
}

/** Records a medicine as it was entered. A new one asks for a new look at the screening. */
export async function recordMedicine(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { medicine, day }: { readonly medicine: NewMedicine; readonly day: LocalDate },
): Promise<Result<Acted<RecordedMedicine>, RecordMedicineRefusal>> {
  const plausible = plausibleUse(ports, medicine.use, day);
  if (!plausible.ok) return plausible;
  const name: MedicineId = idFrom(ports.clock.now(), ports.entropy.bytes(10));
  const match = matchMedicine(ports.drugs, medicine);
  return actOnCase(ports, actor, id, 'medicine.record', ({ state }): Result<Kept<RecordedMedicine>, MedicineFault> => {
    if (medicine.text.trim() === '' && !medicine.code) return err({ code: 'medicine-empty' });
    if (state.medicines.length >= MOST_MEDICINES) return err({ code: 'too-many-medicines', limit: MOST_MEDICINES });
    return keep(
      ports,
      { kind: 'medicine-recorded', version: 1, medicine: { ...medicine, id: name } },
      { medicine: name, match },
    );
  });
}

/** A medicine is taken, or not any more; the last day of a use starts its washout. */
export async function changeMedicineUse(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: { readonly medicine: MedicineId; readonly use: MedicineUse; readonly day: LocalDate },
): Promise<Result<Acted<{ readonly medicine: MedicineId }>, ChangeUseRefusal>> {
  const { medicine, use, day } = input;
  const plausible = plausibleUse(ports, use, day);
  if (!plausible.ok) return plausible;
  return actOnCase(
    ports,
    actor,
    id,
    'medicine.record',
    ({ state }): Result<Kept<{ readonly medicine: MedicineId }>, MedicineUnknown> => {
      if (!state.medicines.some((each) => each.id === medicine)) return err({ code: 'medicine-unknown' });
      return keep(ports, { kind: 'medicine-use-changed', version: 1, medicine, use }, { medicine });
    },
  );
}

/** A prescriber says what a medicine is that the list does not know. What the list knows cannot be talked away. */
export async function resolveMedicine(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { medicine, resolution }: { readonly medicine: MedicineId; readonly resolution: MedicineResolution },
): Promise<Result<Acted<{ readonly medicine: MedicineId }>, ResolveMedicineRefusal>> {
  const { drugs } = ports;
  return actOnCase(ports, actor, id, 'medicine.resolve', ({ state }): Result<Kept<Resolved>, ResolvingFault> => {
    const entered = state.medicines.find((each) => each.id === medicine);
    if (!entered) return err({ code: 'medicine-unknown' });
    if (matchMedicine(drugs, entered).status === 'recognised') return err({ code: 'medicine-recognised' });
    if (resolution.kind === 'ingredient' && !drugs.ingredients.has(resolution.ingredient))
      return err({ code: 'ingredient-not-on-list', ingredient: resolution.ingredient.slice(0, 60) });
    if (resolution.reason.trim().length < SHORTEST_REASON)
      return err({ code: 'reason-too-short', needed: SHORTEST_REASON });
    const decided = { medicine, resolution, decidedBy: actor.person };
    return keep(ports, { kind: 'medicine-resolved', version: 1, ...decided }, { medicine });
  });
}

/** The medicines of the case in the order they were recorded, each with what the list makes of it today. */
export async function listMedicines(
  ports: Ports,
  actor: Actor,
  id: CaseId,
): Promise<Result<readonly MatchedMedicine[], Denial>> {
  const opened = await readCase(ports, actor, id, 'screening.read');
  if (!opened.ok) return opened;
  return ok(opened.value.state.medicines.map((each) => ({ ...each, match: matchMedicine(ports.drugs, each) })));
}

type Kept<T> = Decision<T>;
type Resolved = { readonly medicine: MedicineId };
type MedicineFault = Exclude<RecordMedicineRefusal, Denial | CaseBusy | LastTakenInFuture | DayImplausible>;
type ResolvingFault = Exclude<ResolveMedicineRefusal, Denial | CaseBusy>;

function keep<T>(ports: Ports, event: CaseEvent, value: T): Result<Kept<T>, never> {
  return ok({ events: [newEvent(ports, event)], value });
}

/** The day somebody says it is, and a last day of use that has been. */
function plausibleUse(
  ports: Ports,
  use: MedicineUse,
  day: LocalDate,
): Result<LocalDate, DayImplausible | LastTakenInFuture> {
  if (use.kind === 'stopped' && use.lastTaken > day)
    return err({ code: 'last-taken-in-future', lastTaken: use.lastTaken });
  return checkDay(day, ports.clock.now());
}
