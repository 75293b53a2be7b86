/** A dose outside the plan: chosen from a list, so that no number is typed and no point goes missing (H1, H34). */
import { useId, useState } from 'preact/hooks';
import { type Dose, formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import { say } from '../said.ts';

/** What capsules, tablets and liquids of this therapy are made in, and the whole tablet of the other one (H3). */
const DOSES: readonly Dose[] = [
  ...[100, 250, 500, 750, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500, 5_000],
  ...[5_500, 6_000, 6_500, 7_000, 9_000, 12_000, 25_000, 50_000],
].map(micrograms);

export function OtherDose({ busy, keep }: { busy: boolean; keep: (dose: Dose) => void }) {
  const words = say().today.dose;
  const id = useId();
  const [chosen, setChosen] = useState<Dose>();
  return (
    <>
      <p class="quiet">{words.otherHelp}</p>
      <div class="field">
        <label for={id}>{words.otherDose}</label>
        <select id={id} onChange={({ currentTarget }) => setChosen(DOSES[currentTarget.selectedIndex - 1])}>
          <option value="">{words.choose}</option>
          {DOSES.map((dose) => (
            <option key={dose} value={dose}>
              {formatDose(dose)}
            </option>
          ))}
        </select>
      </div>
      {chosen !== undefined && (
        <button type="button" class="button" aria-disabled={busy} onClick={() => keep(chosen)}>
          {words.keepOther}: {formatDose(chosen)}
        </button>
      )}
    </>
  );
}
