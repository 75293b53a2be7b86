/**
 * What the interface tells of a case, as the values our own code works with: days as numbers, doses as micrograms. The
 * server checked it before it left; what cannot be read here is a bug, and is thrown.
 */
import { type LocalDate, parseLocalDate } from '../../../src/base/calendar.ts';
import type { ClinicId } from '../../../src/base/ids.ts';
import type { Result } from '../../../src/base/result.ts';
import type { CaseViewJson, PlanJson, ProductsJson } from '../../../src/http/schema/case-json.ts';
import { parseConcentration, parseVolume } from '../../../src/medicine/concentration.ts';
import { type Dose, parseDose } from '../../../src/medicine/dose.ts';
import { SITE_MAXIMUM } from '../../../src/medicine/ldn-range.ts';
import { readPlan } from '../../../src/medicine/plan-json.ts';
import type { ProductAtHand } from '../../../src/medicine/product.ts';
import type { TitrationPlan } from '../../../src/medicine/titration.ts';
import type { CaseState, PlanRecord } from '../../../src/records/case-state.ts';

/** @throws RangeError for what the server cannot have sent */
function sent<T>(read: Result<T, unknown>, text: unknown): T {
  if (!read.ok) throw new RangeError(`not readable: ${JSON.stringify(text)}`);
  return read.value;
}

export const dayFrom = (text: string): LocalDate => sent(parseLocalDate(text), text);
export const doseFrom = (text: string): Dose => sent(parseDose(text), text);

/** Under the widest policy there is: a plan signed under an earlier one is still what it was. */
export const planFrom = (value: unknown): TitrationPlan =>
  sent(readPlan({ value, path: '$', faults: [] }, { maximumCeiling: SITE_MAXIMUM }), value);

export function productsFrom(products: ProductsJson): readonly ProductAtHand[] {
  return products.map(({ product, usableUntil }) => ({
    product:
      product.form === 'liquid'
        ? {
            form: product.form,
            concentration: sent(parseConcentration(product.concentration), product),
            graduation: sent(parseVolume(product.graduation), product),
          }
        : { form: product.form, strength: doseFrom(product.strength) },
    ...(usableUntil === undefined ? {} : { usableUntil: dayFrom(usableUntil) }),
  }));
}

/**
 * The case as far as it is shown, for drawings and counts. What is not shown is empty here: no rule is asked of it, that
 * is the server's.
 */
export function stateFrom(view: CaseViewJson): CaseState {
  const { case: id, label, status, solo, patient, washout, indications = [], ties = [], requests = [] } = view;
  return {
    ...{ case: id, label, status, solo, indications, ties, clinic: '' as ClinicId },
    patient: patient ?? ('' as CaseState['patient']),
    washout: washout ?? 'label',
    ...{ medicines: [], overrides: [], screenedOn: [], laboratory: [], supply: [], interruptions: [] },
    ...{ trials: [], kitDoses: {}, guesses: {} },
    ...{ entries: {}, corrections: {}, flagsCleared: {}, reportsSeen: {} },
    plans: (view.plans ?? []).map(planRecord),
    moves: (view.moves ?? []).map((move) => ({ ...move, dose: doseFrom(move.dose), on: dayFrom(move.on) })),
    slots: Object.fromEntries(
      Object.entries(view.slots ?? {}).map(([date, { instant, dose, ...slot }]) => [
        date,
        { ...slot, dose: doseFrom(dose), instant: new Date(instant).getTime() },
      ]),
    ),
    days: view.days ?? {},
    sideEffects: (view.sideEffects ?? []).map(({ since, ended, ...rest }) => ({
      ...{ ...rest, since: dayFrom(since) },
      ...(ended === undefined ? {} : { ended: dayFrom(ended) }),
    })),
    redFlags: (view.redFlags ?? []).map(({ date, clearedOn, ...rest }) => ({
      ...{ ...rest, date: dayFrom(date) },
      ...(clearedOn === undefined ? {} : { clearedOn: dayFrom(clearedOn) }),
    })),
    changes: (view.changes ?? []).map(({ date, ...rest }) => ({ ...rest, date: dayFrom(date) })),
    requests: requests.map(({ on, ...rest }) => ({ ...rest, on: dayFrom(on) })),
  };
}

function planRecord({ content, validFrom, validTo, screening, forceFrom, forceUntil, ...rest }: PlanJson): PlanRecord {
  return {
    ...rest,
    content: planFrom(content),
    signatures: rest.signatures.map(({ at, ...signed }) => ({ ...signed, at: new Date(at).getTime() })),
    ...(validFrom === undefined ? {} : { validFrom: dayFrom(validFrom) }),
    ...(validTo === undefined ? {} : { validTo: dayFrom(validTo) }),
    ...(screening === undefined ? {} : { screening: { ...screening, on: dayFrom(screening.on) } }),
    ...(forceFrom === undefined ? {} : { forceFrom: dayFrom(forceFrom) }),
    ...(forceUntil === undefined ? {} : { forceUntil: dayFrom(forceUntil) }),
  };
}
