/** The day's capsule as it stands, and putting it right: a correction, never a second capsule (H9, H10). */
import { useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { countingEvent } from '../../../../src/records/diary-entries.ts';
import type { KitDoseStatus } from '../../../../src/records/event-trial.ts';
import type { KitSlot, TrialRecord } from '../../../../src/records/trial-state.ts';
import { correct, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { timeText } from '../moment.ts';
import { say } from '../said.ts';
import { OtherKits } from './kit-choice.tsx';
import { sayTrial } from './said.ts';

type KeptKitProps = {
  readonly record: TrialRecord;
  /** The kit of the day, which need not be the one that was taken. */
  readonly kit: string;
  readonly slot: KitSlot;
  readonly state: CaseState;
  readonly date: LocalDate;
};

export function KeptKit({ record, kit, slot, state, date }: KeptKitProps) {
  const words = sayTrial().kit;
  const dose = say().today.dose;
  const [changing, setChanging] = useState(false);
  const isToday = date === today.value;
  const isTaken = slot.status !== 'not-taken';
  return (
    <>
      <p class="mass kept">
        {words.slot[slot.status](slot.kit)}{' '}
        {isToday && isTaken && <span class="when">{dose.slotAt(timeText(slot.instant))}</span>}
      </p>
      {slot.conflict && <p class="fault">{words.conflict}</p>}
      {isToday && isTaken && <p>{words.never}</p>}
      <p class="act">
        <button type="button" class="button" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {dose.change}
        </button>
      </p>
      {changing && <Putting {...{ record, kit, slot, state }} done={() => setChanging(false)} />}
    </>
  );
}

type PuttingProps = Omit<KeptKitProps, 'date'> & { readonly done: () => void };

function Putting({ record, kit, slot, state, done }: PuttingProps) {
  const words = sayTrial().kit;
  const { changeHelp, correction } = say().today.dose;
  const { run, busy, trouble } = useActing();
  const entry = state.entries[slot.entry];
  const event = entry && countingEvent(entry);
  if (event?.kind !== 'kit-dose-recorded') return null;
  const put = async (status: KitDoseStatus, from = kit): Promise<void> => {
    if (await run(() => correct(slot.entry, { ...event, status, kit: from }, correction))) done();
  };
  const button = { type: 'button', class: 'button', 'aria-disabled': busy } as const;
  return (
    <fieldset class="ask">
      <legend>{changeHelp}</legend>
      <div class="act">
        <button {...button} onClick={() => void put('taken')}>
          {words.slot.taken(kit)}
        </button>
        <button {...button} onClick={() => void put('not-taken')}>
          {words.notTaken}
        </button>
      </div>
      <OtherKits {...{ record, kit, busy }} choose={(other) => void put('taken-anyway', other)} />
      <Trouble text={trouble} />
    </fieldset>
  );
}
