/** The day's dose as it stands, and putting it right: a correction, never a second dose (H9, H10). */
import { useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { Result } from '../../../../src/base/result.ts';
import { type Dose, formatDose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import type { CaseState, DoseSlot, PlanInForce } from '../../../../src/records/case-state.ts';
import { countingEvent } from '../../../../src/records/diary-entries.ts';
import { correct, recordDose, reportUnplannedDose, today } from '../../phone/phone.ts';
import { type Fault, Trouble, useActing } from '../acting.tsx';
import { timeText } from '../moment.ts';
import { say } from '../said.ts';
import { Version } from './dose-card.tsx';
import { lowerDoses, plannedDose } from './dose-of-day.ts';
import { OtherDose } from './other-dose.tsx';

type KeptDoseProps = {
  readonly slot: DoseSlot;
  readonly inForce: PlanInForce | undefined;
  readonly state: CaseState;
  readonly date: LocalDate;
};

export function KeptDose({ slot, inForce, state, date }: KeptDoseProps) {
  const words = say().today.dose;
  const [changing, setChanging] = useState(false);
  const isToday = date === today.value;
  return (
    <>
      <p class="mass kept">
        {words.slot[slot.status](formatDose(slot.dose))}{' '}
        {isToday && slot.dose > 0 && <span class="when">{words.slotAt(timeText(slot.instant))}</span>}
      </p>
      {slot.conflict && <p class="fault">{words.conflict}</p>}
      {isToday && slot.dose > 0 && <p>{words.never}</p>}
      <p class="act">
        <button type="button" class="button" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {words.change}
        </button>
      </p>
      {changing && <Putting {...{ slot, inForce, state, date }} done={() => setChanging(false)} />}
      {inForce && <Version inForce={inForce} state={state} />}
    </>
  );
}

function Putting({ slot, inForce, state, date, done }: KeptDoseProps & { done: () => void }) {
  const words = say().today.dose;
  const { run, busy, trouble } = useActing();
  const { taken, less, notTaken, other } = putRight(slot, state, date);
  const act = (what: () => Promise<Result<unknown, Fault>>) => async (): Promise<void> => {
    if (await run(what)) done();
  };
  const button = { type: 'button', class: 'button', 'aria-disabled': busy } as const;
  const ofPlan = inForce && inForce.place !== 'baseline' ? inForce : undefined;
  return (
    <fieldset class="ask">
      <legend>{words.changeHelp}</legend>
      <div class="act">
        {ofPlan && (
          <button {...button} onClick={act(() => taken(plannedDose(ofPlan)))}>
            {words.slot.taken(formatDose(plannedDose(ofPlan)))}
          </button>
        )}
        {ofPlan &&
          lowerDoses(ofPlan).map((lower) => (
            <button {...button} key={lower} onClick={act(() => less(lower))}>
              {words.slot.less(formatDose(lower))}
            </button>
          ))}
        <button {...button} onClick={act(notTaken)}>
          {words.notTaken}
        </button>
      </div>
      <OtherDose busy={busy} keep={(dose) => void act(() => other(dose))()} />
      <Trouble text={trouble} />
    </fieldset>
  );
}

/** A correction keeps kind and day; from a dose of the plan to one outside it the first entry is taken back. */
function putRight(slot: DoseSlot, state: CaseState, date: LocalDate) {
  const reason = say().today.dose.correction;
  const entry = state.entries[slot.entry];
  const event = entry && countingEvent(entry);
  const instead = async (act: () => Promise<Result<unknown, Fault>>): Promise<Result<unknown, Fault>> => {
    const withdrawn = await correct(slot.entry, undefined, reason);
    return withdrawn.ok ? act() : withdrawn;
  };
  const planned = (status: 'taken' | 'less' | 'not-taken') => (dose: Dose) =>
    event?.kind === 'dose-recorded'
      ? correct(slot.entry, { ...event, status, dose }, reason)
      : instead(() => recordDose(date, status, dose));
  return {
    taken: planned('taken'),
    less: planned('less'),
    notTaken: () => planned('not-taken')(NO_DOSE),
    other: (dose: Dose) =>
      event?.kind === 'unplanned-dose-reported'
        ? correct(slot.entry, { ...event, dose }, reason)
        : instead(() => reportUnplannedDose(date, dose, '')),
  };
}
