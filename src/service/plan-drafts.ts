/**
 * What does a plan look like before anybody signs it? Templates to start from, a check of what somebody typed, and drafts
 * kept with the case. Nothing here gives a plan force; a faulty draft is refused with every fault at once (H1, H35).
 */
import { type CaseId, type ClinicId, idFrom, type PlanId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { micrograms } from '../medicine/dose.ts';
import { LDN_MAXIMUM } from '../medicine/ldn-range.ts';
import { type PlanRun, planRuns } from '../medicine/plan-days.ts';
import { type PlanTextFault, planToJson, readPlan } from '../medicine/plan-json.ts';
import { TEMPLATE_NAMES, type TemplateName, templatePlan } from '../medicine/templates.ts';
import {
  type PlanCaution,
  planCautions,
  requiredSignatures,
  type SitePolicy,
  type TitrationPlan,
} from '../medicine/titration.ts';
import type { PlanStatus } from '../records/case-state.ts';
import { type Actor, authoriseInClinic, type Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, newEvent } from './case-record.ts';
import type { Ports } from './ports.ts';

export type DraftFaulty = { readonly code: 'plan-draft-faulty'; readonly faults: readonly PlanTextFault[] };
export type PlanSigned = { readonly code: 'plan-not-a-draft'; readonly status: PlanStatus };

export type CheckDraftRefusal = DraftFaulty | Denial;
export type SaveDraftRefusal = DraftFaulty | PlanSigned | Denial | CaseBusy;

/** A plan that passed, with what to read before signing and the earliest calendar it allows. */
export type CheckedDraft = {
  readonly content: TitrationPlan;
  readonly cautions: readonly PlanCaution[];
  readonly signatures: 1 | 2;
  readonly runs: readonly PlanRun[];
};

/** The ready-made schedules, each as a draft in the plan file's JSON. */
export function planTemplates(): readonly { readonly name: TemplateName; readonly plan: unknown }[] {
  return TEMPLATE_NAMES.map((name) => ({ name, plan: planToJson(templatePlan(name)) }));
}

/** What a clinic allows, and whether it is one patient alone; there the ceiling is never above `LDN_MAXIMUM`. */
export async function siteOf(
  { storage }: Pick<Ports, 'storage'>,
  id: ClinicId,
): Promise<{ readonly policy: SitePolicy; readonly solo: boolean }> {
  const clinic = await storage.people.clinic(id);
  if (!clinic) throw new RangeError(`somebody is signed in to clinic ${id}, which is not there`);
  const solo = clinic.state === 'solo';
  const most = solo ? Math.min(clinic.maximumCeiling, LDN_MAXIMUM) : clinic.maximumCeiling;
  return { policy: { maximumCeiling: micrograms(most) }, solo };
}

/** Checks plan JSON as somebody typed it, under the ceiling of the clinic; keeps nothing. */
export async function checkPlanDraft(
  ports: Ports,
  actor: Actor,
  json: unknown,
): Promise<Result<CheckedDraft, CheckDraftRefusal>> {
  const { policy, solo } = await siteOf(ports, actor.clinic);
  const may = authoriseInClinic('plan.check', actor, solo);
  return may.ok ? readDraft(json, policy) : may;
}

/**
 * Keeps a draft with the case; with `plan`, in place of an earlier draft of that name. A patient alone keeps what they
 * copy in.
 */
export async function saveDraft(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { plan, content: json }: { readonly plan?: PlanId; readonly content: unknown },
): Promise<Result<Acted<CheckedDraft & { readonly plan: PlanId }>, SaveDraftRefusal>> {
  const { policy, solo } = await siteOf(ports, actor.clinic);
  const draft = readDraft(json, policy);
  const fresh: PlanId = plan ?? idFrom(ports.clock.now(), ports.entropy.bytes(10));
  const action = solo ? 'plan.transcribe' : 'plan.draft';
  return actOnCase(ports, actor, id, action, ({ state }): Result<Kept, DraftFaulty | PlanSigned> => {
    if (!draft.ok) return draft;
    const before = state.plans.find((record) => record.plan === fresh);
    if (before && before.status !== 'drafted') return err({ code: 'plan-not-a-draft', status: before.status });
    const { content } = draft.value;
    const event = newEvent(ports, { kind: 'plan-drafted', version: 1, plan: fresh, content });
    return ok({ events: [event], value: { ...draft.value, plan: fresh } });
  });
}

type Kept = {
  readonly events: readonly ReturnType<typeof newEvent>[];
  readonly value: CheckedDraft & { readonly plan: PlanId };
};

function readDraft(json: unknown, policy: SitePolicy): Result<CheckedDraft, DraftFaulty> {
  const read = readPlan({ value: json, path: '$', faults: [] }, policy);
  if (!read.ok) return err({ code: 'plan-draft-faulty', faults: read.error });
  const content = read.value;
  const signatures = requiredSignatures(content);
  return ok({ content, cautions: planCautions(content), signatures, runs: planRuns(content) });
}
