/** The numbers of each dose taken: change, interval, chances, days; every one can be opened. */
import type { ToldDose } from '../../../../src/report/told-number.ts';
import { OpenNumber } from './number.tsx';

type Props = { doses: readonly ToldDose[]; help: string };

export function DoseNumbers({ doses, help }: Props) {
  return (
    <>
      <p class="quiet">{help}</p>
      <div class="doses">
        {doses.map(({ dose, numbers, logged }) => (
          <section class="dose" key={dose}>
            <h3>{dose}</h3>
            {numbers.map((number) => (
              <OpenNumber key={number.label} number={number} />
            ))}
            <p class="quiet">{logged}</p>
          </section>
        ))}
      </div>
    </>
  );
}
