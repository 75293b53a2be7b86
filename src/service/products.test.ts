/** What a patient has at hand: recorded as it stands on the box, replaced as a whole, and refused where it is another therapy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, got, newCaseWorld } from '../../test/server/case-world.ts';
import { localDate } from '../base/calendar.ts';
import { microgramsPerMillilitre, microlitres } from '../medicine/concentration.ts';
import { micrograms } from '../medicine/dose.ts';
import { requiredTake, usableProducts } from '../medicine/product.ts';
import { recordProducts } from './products.ts';
import { readState } from './read-case.ts';

const capsule = (strength: number) => ({ product: { form: 'capsule', strength: micrograms(strength) } }) as const;
const day = localDate(2026, 11, 1);

test('what is recorded replaces what was said before, and says what to take until its last day', async () => {
  const { ports, patient, prescriber, case: id } = await newCaseWorld();
  const products = [capsule(1500), { ...capsule(3000), usableUntil: day }];
  got(await recordProducts(ports, patient, id, { products: [capsule(4500)], day }));
  got(await recordProducts(ports, prescriber, id, { products, day }));
  const { view, people } = got(await readState(ports, patient, id));
  assert.deepEqual(view.products, products);
  assert.equal(people[prescriber.person], 'Dr Amina Yusuf');
  const take = (on: number) => requiredTake(micrograms(3000), usableProducts(view.products ?? [], on as typeof day));
  assert.deepEqual(got(take(day)), {
    kind: 'units',
    dose: 3000,
    units: [{ form: 'capsule', strength: 3000, count: 1 }],
  });
  assert.deepEqual(got(take(day + 1)), {
    kind: 'units',
    dose: 3000,
    units: [{ form: 'capsule', strength: 1500, count: 2 }],
  });
});

test('a 50 mg tablet, a liquid without marks and a crowded cupboard are refused, and nothing is recorded', async () => {
  const { ports, patient, case: id } = await newCaseWorld();
  const tablet = { product: { form: 'tablet', strength: micrograms(50_000) } } as const;
  const liquid = { form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(0) } as const;
  const refused = async (products: Parameters<typeof recordProducts>[3]['products']) =>
    codeOf(await recordProducts(ports, patient, id, { products, day }));
  assert.equal(await refused([capsule(1500), tablet]), 'product-refused');
  assert.equal(await refused([{ product: liquid }]), 'product-refused');
  assert.equal(await refused(Array.from({ length: 21 }, () => capsule(1500))), 'too-many-products');
  assert.equal(got(await readState(ports, patient, id)).view.products, undefined);
});
