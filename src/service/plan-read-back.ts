/**
 * What exactly is about to be signed? The whole decision as data, read anew from the case: the steps, the days, the
 * patient's name, what stands against it, and the hash a signature binds. A page shows this and sends the hash back, so
 * that nobody signs anything but what they saw (H16, H17).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, PersonId, PlanId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, micrograms } from '../medicine/dose.ts';
import { type PlanRun, planRuns } from '../medicine/plan-days.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import { type PlanCaution, planCautions, requiredSignatures, type TitrationPlan } from '../medicine/titration.ts';
import type { CaseState, PlanRecord } from '../records/case-state.ts';
import type { PlanPlace } from '../records/event.ts';
import type { Actor, Denial } from './authority.ts';
import { readCase } from './case-record.ts';
import { screenCase } from './case-record-row.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import { siteOf } from './plan-drafts.ts';
import type { Ports } from './ports.ts';
import {
  cosigningFaults,
  type GateFault,
  type Grounds,
  signingFaults,
  transcriptionFaults,
} from './titration-gates.ts';
import { decisionHash, knownPlan, type PlanTerms, type SignedTerms, signedTerms } from './titration-plans.ts';

/** Days in a row with one dose, by civil date, if every step goes up as early as the plan allows. */
export type ReadBackRun = Pick<PlanRun, 'kind' | 'step' | 'dose'> & {
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export type ReadBack = {
  readonly plan: PlanId;
  readonly label: string;
  readonly patient: { readonly person: PersonId; readonly name: string };
  readonly signer: PersonId;
  readonly content: TitrationPlan;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly startAt: PlanPlace;
  readonly calendar: readonly ReadBackRun[];
  /** Of that calendar up to the last valid day: days with a dose, and all doses together. */
  readonly totals: { readonly doseDays: number; readonly dose: Dose };
  readonly screening: SignedTerms['screening'] | undefined;
  /** 0: copied in by a patient alone. */
  readonly signatures: 0 | 1 | 2;
  readonly cautions: readonly PlanCaution[];
  /** What stands against it now; nothing can be signed while there is one. */
  readonly faults: readonly GateFault[];
  /** What the signature binds; undefined while something stands against it. */
  readonly hash: string | undefined;
};

export type ReadBackRefusal =
  | Denial
  | DayImplausible
  | { readonly code: 'plan-unknown' | 'plan-not-half-signed' | 'place-not-in-plan' };

/** The read-back for a first signature, or for copying in where a patient is alone. */
export async function readBack(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  input: PlanTerms & { readonly day: LocalDate },
): Promise<Result<ReadBack, ReadBackRefusal>> {
  const { policy, solo } = await siteOf(ports, actor.clinic);
  const opened = await openOn(ports, actor, id, input.day, solo ? 'plan.transcribe' : 'plan.sign');
  if (!opened.ok) return opened;
  const { state, screening } = opened.value;
  const { plan, validFrom, validTo, startAt, day } = input;
  const known = knownPlan(state, plan);
  if (!known.ok) return known;
  const terms = { plan, validFrom, validTo, startAt };
  const faultsOf = state.solo ? transcriptionFaults : signingFaults;
  const faults = faultsOf(state, terms, actor.person, { day, screening, policy });
  return shown(ports, actor, state, known.value, { ...terms, screening: state.screened }, faults);
}

/** The read-back for the second signature: the terms are those of the first. */
export async function readBackAgain(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { plan, day }: { readonly plan: PlanId; readonly day: LocalDate },
): Promise<Result<ReadBack, ReadBackRefusal>> {
  const { policy } = await siteOf(ports, actor.clinic);
  const opened = await openOn(ports, actor, id, day, 'plan.sign');
  if (!opened.ok) return opened;
  const { state, screening } = opened.value;
  const known = knownPlan(state, plan);
  if (!known.ok) return known;
  const terms = signedTerms(known.value);
  if (known.value.status !== 'half-signed' || !terms) return err({ code: 'plan-not-half-signed' });
  const faults = cosigningFaults(state, known.value, terms, actor.person, { day, screening, policy });
  return shown(ports, actor, state, known.value, terms, faults);
}

/** Opens the case with its screening on that day, for somebody who may do this. */
async function openOn(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
  action: 'plan.sign' | 'plan.transcribe',
): Promise<Result<{ readonly state: CaseState } & Pick<Grounds, 'screening'>, Denial | DayImplausible>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, action);
  if (!opened.ok) return opened;
  const { state } = opened.value;
  const screening: Screening = screenCase(state, ports.drugs, day);
  return ok({ state, screening });
}

type ShownTerms = PlanTerms & { readonly screening: SignedTerms['screening'] | undefined };

async function shown(
  ports: Ports,
  actor: Actor,
  state: CaseState,
  { content }: PlanRecord,
  terms: ShownTerms,
  faults: readonly GateFault[],
): Promise<Result<ReadBack, ReadBackRefusal>> {
  const { plan, validFrom, validTo, startAt } = terms;
  if (startAt !== 'baseline' && !content.steps[startAt]) return err({ code: 'place-not-in-plan' });
  const screening = terms.screening && { on: terms.screening.on, listVersion: terms.screening.listVersion };
  const patient = await ports.storage.people.person(actor.clinic, state.patient);
  const calendar = calendarOf(content, startAt, validFrom);
  const bound = screening && faults.length === 0 ? { ...terms, screening } : undefined;
  return ok({
    ...{ plan, label: state.label, content, validFrom, validTo, startAt, calendar, screening, faults },
    patient: { person: state.patient, name: patient?.name ?? '' },
    signer: actor.person,
    totals: totalsOf(calendar, validTo),
    signatures: state.solo ? 0 : requiredSignatures(content),
    cautions: planCautions(content),
    hash: bound && decisionHash(state, bound, content, actor.person),
  });
}

/** The earliest calendar from the place the plan begins at. */
function calendarOf(content: TitrationPlan, startAt: PlanPlace, first: LocalDate): readonly ReadBackRun[] {
  const isAhead = ({ kind, step }: PlanRun): boolean =>
    startAt === 'baseline' || kind === 'endline' || (step !== undefined && step >= startAt);
  const ahead = planRuns(content).filter(isAhead);
  let from: number = first;
  return ahead.map(({ kind, step, dose, days }) => {
    const run = { kind, ...(step === undefined ? {} : { step }), dose, from: from as LocalDate };
    from += days;
    return { ...run, to: (from - 1) as LocalDate };
  });
}

function totalsOf(calendar: readonly ReadBackRun[], validTo: LocalDate): ReadBack['totals'] {
  let doseDays = 0;
  let all = 0;
  for (const { dose, from, to } of calendar) {
    const days = Math.max(0, Math.min(to, validTo) - from + 1);
    if (dose > 0) doseDays += days;
    all += dose * days;
  }
  return { doseDays, dose: micrograms(all) };
}
