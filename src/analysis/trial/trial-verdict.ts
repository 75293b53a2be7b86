/**
 * Was the one question settled by the rule that stood before day 1? Refuses a verdict where days, protocol or model are
 * not what was settled on, and leaves open what rests on periods in which the person knew what they took, because belief
 * improves a score as a drug does, and what a sceptic would not say. A false "it works" is a defect (H13, H18).
 */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import { armsOf } from '../../trial/design.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import { protocolHash } from '../../trial/protocol-json.ts';
import type { Change } from '../finding.ts';
import type { Priors } from '../prior.ts';
import { REVISION } from '../revision.ts';
import { priorsHash } from './protocol-analysis.ts';
import type {
  Blinding,
  NoVerdictReason,
  OutcomeAnswer,
  PeriodScores,
  Sensitivity,
  TrialRefusal,
  TrialVerdict,
} from './trial-answer.ts';
import type { TrialRun } from './trial-run.ts';

/** A period shorter than this, cut short by an early end, is not judged by how it was kept. */
const JUDGED_DAYS = 7;

/** What the verdict is read from; `primary` is undefined where the primary outcome was refused. */
export type Evidence = {
  readonly run: TrialRun;
  readonly priors: Priors;
  readonly primary: OutcomeAnswer | TrialRefusal | undefined;
  readonly periods: readonly PeriodScores[];
  readonly blinding: Blinding;
};

export function trialVerdictOf(evidence: Evidence): TrialVerdict {
  const { run, primary, blinding } = evidence;
  const reasons = [...modelReasons(evidence), ...dayReasons(evidence)];
  if (reasons.length > 0) return { word: 'no-verdict', reasons };
  if (primary === undefined || 'code' in primary)
    return { word: 'no-verdict', reasons: [{ code: 'not-answered', refusal: primary?.code ?? 'too-few-days' }] };
  const asked = primary.doses.find((dose) => dose.primary);
  if (!asked) return { word: 'no-verdict', reasons: [{ code: 'not-answered', refusal: 'too-few-days' }] };
  const { settledAt } = run.protocol.rule;
  const word = sideOf(asked.blinded, settledAt);
  if (!word) return { word: 'open', reason: { code: 'not-clear' } };
  const { withoutUnblinded, sceptic } = asked;
  if (word !== sideLeft(withoutUnblinded, settledAt))
    return {
      word: 'open',
      reason: { code: 'blind-not-held', periods: blinding.unblinded, ...benefitLeft(withoutUnblinded) },
    };
  if (word !== sideLeft(sceptic, settledAt))
    return { word: 'open', reason: { code: 'sceptic-unsure', ...benefitLeft(sceptic) } };
  return { word };
}

type Side = 'better' | 'worse' | undefined;

function sideOf({ pBenefit }: Change, settledAt: number): Side {
  if (pBenefit > settledAt) return 'better';
  return pBenefit < 1 - settledAt ? 'worse' : undefined;
}

const sideLeft = (left: Sensitivity, settledAt: number): Side =>
  left.kind === 'answered' ? sideOf(left.change, settledAt) : undefined;

const benefitLeft = (left: Sensitivity): { readonly pBenefit?: number } =>
  left.kind === 'answered' ? { pBenefit: left.change.pBenefit } : {};

/** Protocol, model and priors are those that were settled on. */
function modelReasons({ run: { protocol, protocolHash: signed }, priors }: Evidence): NoVerdictReason[] {
  const reasons: NoVerdictReason[] = [];
  const own = protocolHash(protocol);
  if (own !== signed) reasons.push({ code: 'protocol-hash-differs', settled: signed, found: own });
  const { revision, priors: settled } = protocol.analysis;
  if (revision !== REVISION) reasons.push({ code: 'revision-differs', settled: revision, found: REVISION });
  const found = priorsHash(priors);
  if (settled !== found) reasons.push({ code: 'priors-differ', settled, found });
  return reasons;
}

/** Both arms of the question were held for a whole period, and every period was half kept. */
function dayReasons({ run: { protocol }, periods }: Evidence): NoVerdictReason[] {
  const sparse = periods
    .filter(({ days, kept }) => days >= JUDGED_DAYS && 2 * kept < days)
    .map(({ period, kept, days }): NoVerdictReason => ({ code: 'period-under-half-kept', period, kept, days }));
  return [...sparse, ...armReasons(protocol, periods)];
}

function armReasons({ design, primary }: TrialProtocol, periods: readonly PeriodScores[]): NoVerdictReason[] {
  const needed = design.periodDays;
  const longest = (arm: Dose): number =>
    Math.max(0, ...periods.filter((period) => period.arm === arm).map(({ days }) => days));
  return armsOf(design)
    .filter((arm) => arm === NO_DOSE || arm === primary.dose)
    .filter((arm) => longest(arm) < needed)
    .map((dose) => ({ code: 'ended-before-both-arms', dose, days: longest(dose), needed }));
}
