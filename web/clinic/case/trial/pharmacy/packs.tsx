/**
 * What goes into each kit? For the pharmacist alone, and said so on the sheet; asked for anew every time and kept nowhere.
 * Labels and handing out stand below, without any content (H13).
 */
import { formatLocalDate } from '../../../../../src/base/calendar.ts';
import type { PackListJson } from '../../../../../src/http/schema/trial-json.ts';
import { type Dose, formatDose } from '../../../../../src/medicine/dose.ts';
import { RowsTable } from '../../../../kit/part/rows-table.tsx';
import { useAnswer } from '../../../frame/remote.ts';
import { Told } from '../../../part/notice.tsx';
import { Title } from '../../../plan/title.tsx';
import { doseFrom } from '../../view-state.ts';
import { pathOf } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';
import { Dispense } from './dispense.tsx';
import { Given } from './given.tsx';

export type Pack = { readonly kit: string; readonly period: number; readonly dose: Dose; readonly capsules: number };

/** Read from the server's answer. */
export const packsOf = ({ kits }: PackListJson): readonly Pack[] =>
  kits.map(({ dose, ...rest }) => ({ ...rest, dose: doseFrom(dose) }));

export function Packs(props: TrialProps) {
  const { pharmacist } = props.words;
  const answer = useAnswer<PackListJson>(`${pathOf(props)}/packs`);
  return (
    <>
      <Title id="packs" text={pharmacist.packs} />
      <p class="standing">{pharmacist.only}</p>
      <Told answer={answer}>{(told) => <List {...props} packs={packsOf(told)} />}</Told>
      <Given {...props} />
      <Dispense {...props} />
    </>
  );
}

function List({ here, words, trial, packs }: TrialProps & { readonly packs: readonly Pack[] }) {
  const { pharmacist } = words;
  const givenOn = (kit: string): string => {
    const last = trial.record.dispensed.findLast(({ kits }) => kits.includes(kit));
    return last ? pharmacist.handedOut(formatLocalDate(last.on)) : pharmacist.notYet;
  };
  const rows = packs.map(({ kit, period, dose, capsules }) => [
    kit,
    String(period + 1),
    pharmacist.arm(dose),
    String(capsules),
    givenOn(kit),
  ]);
  const arms = [...Map.groupBy(packs, ({ dose }) => dose)].sort(([a], [b]) => a - b);
  return (
    <>
      <RowsTable rows={{ head: pharmacist.packHead, rows }} name={here.words.tableOf(pharmacist.packs)} />
      <h3>{pharmacist.makes}</h3>
      <ul>
        {arms.map(([dose, own]) => (
          <li key={formatDose(dose)}>
            {pharmacist.making(
              pharmacist.arm(dose),
              own.length,
              own.reduce((sum, { capsules }) => sum + capsules, 0),
            )}
          </li>
        ))}
      </ul>
      <p>{pharmacist.alike}</p>
    </>
  );
}
