/**
 * What became of the capsule? Taken, not taken, or something else: a capsule of another kit, or a dose outside the trial.
 * Chosen, never typed (H34). Once filled the day takes no second one (H9, H10).
 */
import { useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { KitDoseStatus } from '../../../../src/records/event-trial.ts';
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import { recordKit, reportUnplannedDose } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { OtherDose } from '../today/other-dose.tsx';
import { sayTrial } from './said.ts';

type KitChoiceProps = { readonly record: TrialRecord; readonly kit: string; readonly date: LocalDate };

export function KitChoice({ record, kit, date }: KitChoiceProps) {
  const words = sayTrial().kit;
  const [different, setDifferent] = useState(false);
  const { run, busy, trouble } = useActing();
  const button = { type: 'button', 'aria-disabled': busy } as const;
  const keep = (status: KitDoseStatus, from = kit) => void run(() => recordKit(record, date, from, status));
  return (
    <>
      <div class="act dose-act">
        <button {...button} class="button first" onClick={() => keep('taken')}>
          {words.taken}
        </button>
        <button {...button} class="button" onClick={() => keep('not-taken')}>
          {words.notTaken}
        </button>
        <button {...button} class="button" aria-expanded={different} onClick={() => setDifferent(!different)}>
          {words.different}
        </button>
      </div>
      {different && (
        <fieldset class="ask">
          <legend>{words.differentHelp}</legend>
          <OtherKits {...{ record, kit, busy }} choose={(other) => keep('taken-anyway', other)} />
          <h3>{words.outside}</h3>
          <OtherDose busy={busy} keep={(dose) => void run(() => reportUnplannedDose(date, dose, ''))} />
        </fieldset>
      )}
      <Trouble text={trouble} />
    </>
  );
}

type OtherKitsProps = {
  readonly record: TrialRecord;
  readonly kit: string;
  readonly busy: boolean;
  readonly choose: (kit: string) => void;
};

/** Kits that were handed out, but for the one of the day. */
export function OtherKits({ record, kit, busy, choose }: OtherKitsProps) {
  const words = sayTrial().kit;
  const others = record.kits.filter(
    (other) => other !== kit && record.dispensed.some(({ kits }) => kits.includes(other)),
  );
  if (others.length === 0) return null;
  return (
    <>
      <div class="act">
        {others.map((other) => (
          <button
            {...{ type: 'button', class: 'button', 'aria-disabled': busy }}
            key={other}
            onClick={() => choose(other)}
          >
            {words.fromKit(other)}
          </button>
        ))}
      </div>
      <p class="quiet">{words.fromKitHelp}</p>
    </>
  );
}
