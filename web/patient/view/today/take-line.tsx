/**
 * What is taken for this dose, from what the patient has at hand? Whole capsules, or millilitres to a mark of the syringe.
 * Says nothing to take where a product is past its last day, unknown, or does not make the dose exactly (H2, H27).
 */
import { useEffect, useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { type Dose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import {
  type DraftProduct,
  type ProductAtHand,
  requiredTake,
  type Take,
  usableProducts,
} from '../../../../src/medicine/product.ts';
import { addressOf } from '../../route.ts';
import { say } from '../said.ts';
import type { DrawnSyringe } from './drawn-syringe.tsx';

type TakeLineProps = { readonly dose: Dose; readonly products: readonly ProductAtHand[]; readonly date: LocalDate };

export function TakeLine({ dose, products, date }: TakeLineProps) {
  const words = say().today.dose;
  const take = takeOf(dose, products, date);
  if ('fault' in take)
    return (
      <p>
        {words.takeFault[take.fault]} <a href={addressOf('products')}>{words.sayProducts}</a>
      </p>
    );
  return (
    <>
      <p class="take">{words.equals(words.take(take.value))}</p>
      <Syringe take={take.value} products={usableProducts(products, date)} />
    </>
  );
}

type SyringeProps = { readonly take: Take; readonly products: readonly DraftProduct[] };

/** Only for a liquid, and only once its drawing is there: the words above say the same. */
function Syringe({ take, products }: SyringeProps) {
  const [Drawn, setDrawn] = useState<typeof DrawnSyringe>();
  const isLiquid = take.kind === 'liquid';
  useEffect(() => {
    if (isLiquid) void import('./drawn-syringe.tsx').then(({ DrawnSyringe: drawn }) => setDrawn(() => drawn));
  }, [isLiquid]);
  const liquid = products.find((product) => product.form === 'liquid');
  if (!Drawn || take.kind !== 'liquid' || !liquid) return null;
  return <Drawn fill={{ volume: take.volume, graduation: liquid.graduation, dose: take.dose }} />;
}

/** In words, for a sentence: "one 3 mg capsule"; undefined where it cannot be said. */
export function takeText(dose: Dose, products: readonly ProductAtHand[], date: LocalDate): string | undefined {
  const take = takeOf(dose, products, date);
  return dose === NO_DOSE || 'fault' in take ? undefined : say().today.dose.take(take.value);
}

/** The same, or the sentence why it cannot be said. */
export function takeOrWhy(dose: Dose, products: readonly ProductAtHand[], date: LocalDate): string {
  const take = takeOf(dose, products, date);
  const words = say().today.dose;
  return 'fault' in take ? words.takeFault[take.fault] : words.take(take.value);
}

function takeOf(dose: Dose, products: readonly ProductAtHand[], date: LocalDate) {
  const usable = usableProducts(products, date);
  if (usable.length === 0 && products.length > 0) return { fault: 'all-past-use' } as const;
  const take = requiredTake(dose, usable);
  return take.ok ? { value: take.value } : { fault: take.error.code };
}
