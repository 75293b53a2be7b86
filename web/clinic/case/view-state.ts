/**
 * What the interface tells of a case, as the values our own code works with: days as numbers, doses as micrograms. The
 * server checked it before it left; what cannot be read here is a bug, and is thrown.
 */
import { type LocalDate, parseLocalDate } from '../../../src/base/calendar.ts';
import type { ClinicId } from '../../../src/base/ids.ts';
import type { Result } from '../../../src/base/result.ts';
import type { CaseViewJson, PlanJson, ProductsJson } from '../../../src/http/schema/case-json.ts';
import type { TrialJson } from '../../../src/http/schema/trial-json.ts';
import { parseConcentration, parseVolume } from '../../../src/medicine/concentration.ts';
import { type Dose, parseDose } from '../../../src/medicine/dose.ts';
import { SITE_MAXIMUM } from '../../../src/medicine/ldn-range.ts';
import { readPlan } from '../../../src/medicine/plan-json.ts';
import type { ProductAtHand } from '../../../src/medicine/product.ts';
import type { TitrationPlan } from '../../../src/medicine/titration.ts';
import type { CaseState, PlanRecord } from '../../../src/records/case-state.ts';
import type { TrialRecord } from '../../../src/records/trial-state.ts';
import { checkProtocol, type DraftProtocol, type TrialProtocol } from '../../../src/trial/protocol.ts';

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
    trials: trialsFrom(view.trials ?? []),
    kitDoses: Object.fromEntries(
      Object.entries(view.kitDoses ?? {}).map(([date, { instant, ...slot }]) => [
        date,
        { ...slot, instant: new Date(instant).getTime() },
      ]),
    ),
    guesses: {},
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

/** The trials of a case as they are shown: without anything sealed. */
export function trialsFrom(trials: readonly TrialJson[]): readonly TrialRecord[] {
  return trials.map(trialRecord);
}

function trialRecord({ signed, dropped, consent, sealed, started, stopped, opened, ...rest }: TrialJson): TrialRecord {
  const on = <T extends { readonly on: string }>(act: T) => ({ ...act, on: dayFrom(act.on) });
  const at = <T extends { readonly at: string }>(act: T) => ({ ...act, at: new Date(act.at).getTime() });
  return {
    ...rest,
    protocol: protocolFrom(rest.protocol),
    dispensed: rest.dispensed.map((each) => ({ ...on(each), usableUntil: dayFrom(each.usableUntil) })),
    ...{ deviations: rest.deviations.map(on), codeBroken: rest.codeBroken.map(on) },
    ...(signed ? { signed: { ...at(signed), screening: on(signed.screening) } } : {}),
    ...(consent ? { consent: consentFrom(consent) } : {}),
    ...(sealed ? { sealed: at(sealed) } : {}),
    ...(dropped ? { dropped: on(dropped) } : {}),
    ...(started ? { started: on(started) } : {}),
    ...(stopped ? { stopped: on(stopped) } : {}),
    ...(opened ? { opened: { ...on(opened), sequence: opened.sequence.map(doseFrom) } } : {}),
  };
}

function consentFrom({ withdrawnOn, ...rest }: NonNullable<TrialJson['consent']>): NonNullable<TrialRecord['consent']> {
  const given = { ...rest, on: dayFrom(rest.on) };
  return withdrawnOn === undefined ? given : { ...given, withdrawnOn: dayFrom(withdrawnOn) };
}

function protocolFrom({ design, primary, ...rest }: TrialJson['protocol']): TrialProtocol {
  const { doses, maximumRise } = design;
  const draft: DraftProtocol = {
    ...rest,
    design: { ...design, doses: doses.map(doseFrom), maximumRise: doseFrom(maximumRise) },
    primary: { ...primary, dose: doseFrom(primary.dose) },
  };
  const { outcome } = draft.primary;
  const kept = [outcome, ...draft.others, ...(draft.escapeRule ? [draft.escapeRule.outcome] : [])];
  // The clinic's own least length was checked when it was signed.
  return sent(checkProtocol(draft, kept, { minimumPeriodDays: 7 }), draft);
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
