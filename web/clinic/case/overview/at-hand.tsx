/** What makes up today's dose? What the patient has at hand, each with its last day, and what to take of it (H2, H27). */
import { parseDose } from '../../../../src/medicine/dose.ts';
import { requiredTake, usableProducts } from '../../../../src/medicine/product.ts';
import { today } from '../../part/day.ts';
import type { Here } from '../here.ts';
import { productsFrom } from '../view-state.ts';
import type { OverviewWords } from './overview.tsx';

export function AtHand({ here, words }: { here: Here; words: OverviewWords }) {
  const products = productsFrom(here.view?.products ?? []);
  const dose = parseDose(here.permitted?.dose ?? '');
  return (
    <section aria-labelledby="at-hand">
      <h2 id="at-hand">{words.products}</h2>
      {products.length === 0 && <p>{words.noProducts}</p>}
      {products.length > 0 && (
        <ul>
          {products.map((each, i) => (
            <li key={`${i} ${each.product.form}`}>{words.product(each)}</li>
          ))}
        </ul>
      )}
      {dose.ok && dose.value > 0 && products.length > 0 && (
        <p>
          {takeText(words, requiredTake(dose.value, usableProducts(products, today())), here.permitted?.dose ?? '')}
        </p>
      )}
    </section>
  );
}

function takeText(words: OverviewWords, take: ReturnType<typeof requiredTake>, dose: string): string {
  return take.ok ? words.take(dose, words.takeInWords(take.value)) : words.takeRefused(take.error);
}
