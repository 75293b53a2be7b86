/**
 * Will there be enough, what was handed out, and what is to be made? For the pharmacist and the prescriber of a case; days
 * without a dose are the prescriber's to plan. Orders nothing (H26, H27, H28).
 */
import type { SupplyJson } from '../../../../src/http/schema/case-json.ts';
import type { supplyPageWords } from '../../../kit/words/en/supply-page.ts';
import { useAnswer } from '../../frame/remote.ts';
import { todayText } from '../../part/day.ts';
import { Told } from '../../part/notice.tsx';
import type { Here } from '../here.ts';
import type { TabProps } from '../tab.tsx';
import { Dispense } from './dispense.tsx';
import { Interruptions } from './interruptions.tsx';
import { Makes } from './makes.tsx';
import { Outlook } from './outlook.tsx';
import { Packs } from './packs.tsx';
import './supply.css';

export type SupplyWords = typeof supplyPageWords;
export type SupplyProps = {
  readonly here: Here;
  readonly words: SupplyWords;
  readonly supply: SupplyJson;
  /** Looks again after something was done. */
  readonly again: () => Promise<void>;
};

export function SupplyTab({ here, words }: TabProps<SupplyWords>) {
  const answer = useAnswer<SupplyJson>(`/cases/${here.id}/supply?day=${todayText()}`);
  const again = async (): Promise<void> => {
    await Promise.all([answer.reload(), here.reload()]);
  };
  return (
    <Told answer={answer}>
      {(supply) => {
        const props = { here, words, supply, again };
        return (
          <>
            <Outlook {...props} />
            <Packs {...props} />
            <Dispense {...props} />
            <Interruptions {...props} />
            <Makes {...props} />
          </>
        );
      }}
    </Told>
  );
}
