/**
 * What is in the cupboard? Strengths and labels are chosen from what is customary, never typed (H1, H2); a product past its
 * last day is shown as such, and how long the rest lasts (H27, H28); the tablet of the other therapy is not in the list (H3).
 */
import { useState } from 'preact/hooks';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { DraftProduct, ProductAtHand } from '../../../../src/medicine/product.ts';
import { orderBy, outlookOf } from '../../../../src/records/supply-days.ts';
import { course, plan, recordProducts, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';
import { takeOrWhy } from '../today/take-line.tsx';
import { NewProduct } from './new-product.tsx';

export function ProductsPage() {
  const words = say().more.products;
  const products = course.value.products ?? [];
  const [adding, setAdding] = useState(products.length === 0);
  const { run, busy, trouble } = useActing();
  const record = async (next: readonly ProductAtHand[]): Promise<boolean> => run(() => recordProducts(next));
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.help}</p>
      {products.length === 0 && <p>{words.none}</p>}
      <ul class="plain">
        {products.map((item) => (
          <li key={keyOf(item)}>
            <Item item={item} />
            <button
              {...{ type: 'button', class: 'button small', 'aria-disabled': busy }}
              aria-label={`${words.remove}: ${words.product(item.product)}`}
              onClick={() => void record(products.filter((other) => other !== item))}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      <Lasts />
      <Makes products={products} />
      {adding ? (
        <NewProduct
          busy={busy}
          keep={(item) => void record([...products, item]).then((done) => done && setAdding(false))}
        />
      ) : (
        <button type="button" class="button first" onClick={() => setAdding(true)}>
          {words.add}
        </button>
      )}
      <Trouble text={trouble} />
    </>
  );
}

function Item({ item: { product, usableUntil } }: { item: ProductAtHand }) {
  const words = say().more.products;
  const past = usableUntil !== undefined && usableUntil < today.value;
  return (
    <span>
      {words.product(product)}
      {usableUntil !== undefined && <span class="quiet">, {past ? words.past : words.until(usableUntil)}</span>}
    </span>
  );
}

/** Days left and when to order, where the pharmacy's handing out is on record; without one nothing is told (H28). */
function Lasts() {
  const words = say().more.products;
  const found = outlookOf(course.value, today.value);
  if (!found.ok) return null;
  const { held, earliest } = found.value;
  const last = orderBy(found.value);
  return (
    <section>
      <h2>{words.lasts}</h2>
      {last === undefined && <p>{words.enough}</p>}
      {last !== undefined && (
        <>
          <p>{held.coveredThrough === undefined ? words.nothingLeft : words.through(held.coveredThrough)}</p>
          {earliest.coveredThrough !== undefined && earliest.coveredThrough !== held.coveredThrough && (
            <p>{words.early(earliest.coveredThrough)}</p>
          )}
          <p>
            <strong>{last <= today.value ? words.orderNow : words.order(last)}</strong>
          </p>
        </>
      )}
      <p class="quiet">{words.lastsHelp}</p>
    </section>
  );
}

/** For every dose of the plan, so that a gap is seen before its day comes. */
function Makes({ products }: { products: readonly ProductAtHand[] }) {
  const words = say().more.products;
  if (!plan.value.ok || products.length === 0) return null;
  return (
    <section>
      <h2>{words.makes}</h2>
      <ul class="plain">
        {plan.value.value.content.steps.map(({ dose }) => (
          <li key={dose}>
            <strong>{formatDose(dose)}</strong>
            <span>{takeOrWhy(dose, products, today.value)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = ({ product, usableUntil }: ProductAtHand): string =>
  `${say().more.products.product(product as DraftProduct)}/${usableUntil ?? ''}`;
