/**
 * What became of the dose? Taken, not taken, or another one: chosen, never typed (H1, H34). Another than the plan's lower
 * doses is kept as a report. Once filled the day takes no second dose (H9, H10).
 */
import { useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { type Dose, formatDose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import type { PlanInForce } from '../../../../src/records/case-state.ts';
import { recordDose, reportUnplannedDose } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { say } from '../said.ts';
import { lowerDoses } from './dose-of-day.ts';
import { OtherDose } from './other-dose.tsx';

type DoseChoiceProps = { readonly dose: Dose; readonly inForce: PlanInForce; readonly date: LocalDate };

export function DoseChoice({ dose, inForce, date }: DoseChoiceProps) {
  const words = say().today.dose;
  const [different, setDifferent] = useState(false);
  const { run, busy, trouble } = useActing();
  const button = { type: 'button', 'aria-disabled': busy } as const;
  return (
    <>
      <div class="act dose-act">
        <button {...button} class="button first" onClick={() => void run(() => recordDose(date, 'taken', dose))}>
          {words.taken}
        </button>
        <button {...button} class="button" onClick={() => void run(() => recordDose(date, 'not-taken', NO_DOSE))}>
          {words.notTaken}
        </button>
        <button {...button} class="button" aria-expanded={different} onClick={() => setDifferent(!different)}>
          {words.different}
        </button>
      </div>
      {different && (
        <fieldset class="ask">
          <legend>{words.differentHelp}</legend>
          <div class="act">
            {lowerDoses(inForce).map((lower) => (
              <button
                {...button}
                key={lower}
                class="button"
                onClick={() => void run(() => recordDose(date, 'less', lower))}
              >
                {words.lower(formatDose(lower))}
              </button>
            ))}
          </div>
          <OtherDose busy={busy} keep={(other) => void run(() => reportUnplannedDose(date, other, ''))} />
        </fieldset>
      )}
      <Trouble text={trouble} />
    </>
  );
}
