/**
 * Which plan may be followed on a civil day, and at which of its doses? A plan gets force by its last needed signature;
 * a newer one takes its place from its own first day on; stopping closes all there are, and only a plan signed
 * afterwards opens anything again (H8, H11). Answers for past days too: what had force then stays so.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { PersonId, PlanId } from '../base/ids.ts';
import { requiredSignatures } from '../medicine/titration.ts';
import type { CaseState, MoveRecord, NoPlan, PlanRecord } from './case-state.ts';
import { isReplacedByTrial, trialBefore, trialEndOn, trialOn } from './course-trial.ts';
import type { EventOf, PlanPlace, Recorded } from './event.ts';

type Plans = CaseState['plans'];
type Ground = Pick<CaseState, 'plans' | 'moves' | 'trials'>;

/** A draft has no force, and drafting again replaces only a draft. */
export function draftPlan(plans: Plans, { plan, content }: EventOf<'plan-drafted'>): Plans {
  const known = plans.find((record) => record.plan === plan);
  if (known && known.status !== 'drafted') return plans;
  return latest(plans, { plan, content, status: 'drafted', transcribed: false, signatures: [] });
}

/** The first signature. A plan that had force once is never signed anew under the same name. */
export function signPlan(plans: Plans, { event, at }: Recorded<EventOf<'plan-signed'>>): Plans {
  const { plan, content, validFrom, validTo, startAt, screening, signature, decidedBy } = event;
  const status = plans.find((record) => record.plan === plan)?.status ?? 'drafted';
  if (status !== 'drafted' && status !== 'half-signed') return plans;
  const signatures = [{ by: decidedBy, at, signature }];
  const days = { validFrom, validTo, startAt, screening };
  const signed: PlanRecord = { plan, content, status: 'half-signed', transcribed: false, ...days, signatures };
  return enoughSignatures(signed) ? giveForce(plans, signed, validFrom) : latest(plans, signed);
}

/** The second signature, by another person than the first, and of force from its own day on at the earliest. */
export function cosignPlan(plans: Plans, { event, at }: Recorded<EventOf<'plan-cosigned'>>): Plans {
  const { plan, on, signature, decidedBy } = event;
  const half = plans.find((record) => record.plan === plan);
  if (half?.status !== 'half-signed' || half.validFrom === undefined) return plans;
  if (half.signatures.some(({ by }) => by === decidedBy)) return plans;
  const signed = { ...half, signatures: [...half.signatures, { by: decidedBy, at, signature }] };
  const from = Math.max(half.validFrom, on) as LocalDate;
  return enoughSignatures(signed) ? giveForce(plans, signed, from) : latest(plans, signed);
}

/** A plan ordered elsewhere: its signatures are not here, and it says so. */
export function transcribePlan(plans: Plans, event: EventOf<'plan-transcribed'>): Plans {
  const { plan, content, validFrom, validTo, startAt, prescribedBy, screening } = event;
  const known = plans.find((record) => record.plan === plan);
  if (known && known.status !== 'drafted') return plans;
  const days = { validFrom, validTo, startAt, prescribedBy, screening };
  return giveForce(plans, { plan, content, status: 'in-force', transcribed: true, ...days, signatures: [] }, validFrom);
}

/** From `on` on it may not be followed; a plan without force never will be. */
export function endPlan(plans: Plans, plan: PlanId, on: LocalDate): Plans {
  return plans.map((record) =>
    record.plan === plan ? { ...record, ...until(record, on), status: 'ended' as const } : record,
  );
}

/** Stopping closes every plan there is; drafts stay drafts. */
export function stopPlans(plans: Plans, on: LocalDate): Plans {
  return plans.map((record) => {
    if (record.status === 'drafted') return record;
    const status = record.status === 'superseded' ? record.status : 'ended';
    return { ...record, ...until(record, on), status };
  });
}

/** In order of `on`, then of the ledger. */
export function addMove(moves: CaseState['moves'], event: EventOf<'move-taken'>): CaseState['moves'] {
  const { plan, move, to, dose, on, decidedBy } = event;
  const after = moves.findIndex((other) => other.on > on);
  return moves.toSpliced(after < 0 ? moves.length : after, 0, { plan, move, to, dose, on, decidedBy });
}

function enoughSignatures({ content, signatures }: PlanRecord): boolean {
  const signers = new Set<PersonId>(signatures.map(({ by }) => by));
  return signers.size >= requiredSignatures(content);
}

/**
 * The newest decision holds: every other plan ends where this one begins. One that waited for its second signature has
 * been overtaken, or that signature would later put an older decision above a newer one.
 */
function giveForce(plans: Plans, record: PlanRecord, forceFrom: LocalDate): Plans {
  const others = plans.map((other) => {
    if (other.plan === record.plan || other.status === 'drafted') return other;
    const status = other.status === 'ended' ? other.status : 'superseded';
    return { ...other, ...until(other, forceFrom), status } as const;
  });
  return latest(others, { ...record, status: 'in-force', forceFrom });
}

/** Force ends at `on` unless it ended before; without force there is nothing to end. */
function until({ forceFrom, forceUntil }: PlanRecord, on: LocalDate): Pick<PlanRecord, 'forceUntil'> {
  if (forceFrom === undefined) return {};
  return { forceUntil: forceUntil === undefined || on < forceUntil ? on : forceUntil };
}

/** Plans in order of their latest signature or draft. */
function latest(plans: Plans, record: PlanRecord): Plans {
  return [...plans.filter(({ plan }) => plan !== record.plan), record];
}

export type Followed = {
  readonly followed: PlanRecord;
  readonly place: PlanPlace;
  readonly since: LocalDate;
  readonly validTo: LocalDate;
};

/** The plan that has force on the day, whether or not the case is open; at most one has. */
export function followedOn(state: Ground, day: LocalDate): Followed | undefined {
  const followed = state.plans.find((record) => hasForce(record, day));
  if (followed?.forceFrom !== undefined && isReplacedByTrial(state, followed.forceFrom, day)) return undefined;
  if (!followed) return undefined;
  const { plan, forceFrom, startAt, validTo } = followed;
  if (forceFrom === undefined || startAt === undefined || validTo === undefined) return undefined;
  let place = startAt;
  let since = forceFrom;
  for (const move of state.moves) {
    if (move.plan !== plan || move.on > day || move.to === 'stopped' || move.to === place) continue;
    place = move.to;
    since = Math.max(move.on, forceFrom) as LocalDate;
  }
  return { followed, place, since, validTo };
}

function hasForce({ forceFrom, forceUntil, validTo }: PlanRecord, day: LocalDate): boolean {
  if (forceFrom === undefined || validTo === undefined) return false;
  return forceFrom <= day && day <= validTo && (forceUntil === undefined || day < forceUntil);
}

/** Why none has force on the day. */
export function whyNoPlan(state: Ground, day: LocalDate): NoPlan {
  const { plans, moves } = state;
  const running = trialOn(state, day);
  if (running?.started) return { code: 'in-blinded-trial', trial: running.trial, from: running.started.on };
  const past = plans.filter(({ forceFrom }) => forceFrom !== undefined && forceFrom <= day);
  const last = past.reduce<PlanRecord | undefined>(
    (a, b) => (a && (a.forceFrom ?? 0) > (b.forceFrom ?? 0) ? a : b),
    undefined,
  );
  const half = plans.findLast(({ status }) => status === 'half-signed');
  const next = plans.find(
    ({ forceFrom, forceUntil }) =>
      forceFrom !== undefined && forceFrom > day && (forceUntil === undefined || forceUntil > forceFrom),
  );
  if (half && (!last || (half.validFrom ?? day) <= day))
    return { code: 'plan-waits-for-second-signature', plan: half.plan };
  if (next?.forceFrom !== undefined) return { code: 'plan-not-yet-valid', plan: next.plan, validFrom: next.forceFrom };
  const trial = trialBefore(state, day);
  const over = trial && trialEndOn(trial);
  if (trial && over !== undefined && (last?.forceFrom ?? over) <= over)
    return { code: 'trial-over', trial: trial.trial, on: over };
  return last ? whyOver(last, moves, day) : { code: 'no-plan-signed' };
}

function whyOver(last: PlanRecord, moves: readonly MoveRecord[], day: LocalDate): NoPlan {
  const { plan, forceUntil, validTo } = last;
  const stop = moves.findLast(({ to, on }) => to === 'stopped' && on === forceUntil && on <= day);
  if (stop) return { code: 'therapy-stopped', plan: stop.plan, on: stop.on };
  if (forceUntil !== undefined && day >= forceUntil && !(validTo !== undefined && validTo < forceUntil))
    return { code: 'plan-was-ended', plan, on: forceUntil };
  return { code: 'plan-past-its-last-day', plan, validTo: validTo ?? day };
}
