/** Plans of a case: templates, drafts, read-back, one or two signatures, copying in, ending. */
import { z } from 'zod';
import { ok } from '../../base/result.ts';
import { checkPlanDraft, planTemplates, saveDraft } from '../../service/plan-drafts.ts';
import { readBack, readBackAgain } from '../../service/plan-read-back.ts';
import {
  endPlan,
  finishCosigning,
  finishSigning,
  startCosigning,
  startSigning,
  transcribePlan,
} from '../../service/sign-plan.ts';
import { type Route, signedRoute } from '../route.ts';
import { REASON_TEXT } from '../schema/case.ts';
import { DATE, HASH, id, list } from '../schema/field.ts';
import { CHECKED_DRAFT, DRAFT, PROOF, READ_BACK, SAVED_DRAFT, SIGNED, STARTED, TERMS } from '../schema/plan.ts';

const SIGN = { ...TERMS, readBackHash: HASH };
const COSIGN = { day: DATE, readBackHash: HASH };

const DRAFTS: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/plan-templates',
    tag: 'Plans',
    name: 'planTemplates',
    summary: 'Schedules to start a draft from.',
    answer: z.strictObject({ templates: list(z.strictObject({ name: z.string(), plan: DRAFT })) }),
    call: async () => ok({ templates: planTemplates() }),
  }),
  signedRoute({
    method: 'post',
    path: '/plans/check',
    tag: 'Plans',
    name: 'checkPlanDraft',
    summary: 'Checks a draft under the ceiling of the clinic. Nothing is kept.',
    writes: false,
    body: z.strictObject({ content: DRAFT }),
    answer: CHECKED_DRAFT,
    call: (ports, { actor, body }) => checkPlanDraft(ports, actor, body.content),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans',
    tag: 'Plans',
    name: 'saveDraft',
    summary: 'Keeps a draft with the case; with `plan`, in place of an earlier one. It has no force.',
    status: 201,
    body: z.strictObject({ plan: id<'plan'>().exactOptional(), content: DRAFT }),
    answer: SAVED_DRAFT,
    call: (ports, { actor, params, body }) => saveDraft(ports, actor, params.case, body),
  }),
];

const SIGNING: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/read-back',
    tag: 'Plans',
    name: 'readBack',
    writes: false,
    summary: 'Exactly what would be signed, what stands against it, and the hash a signature binds.',
    body: z.strictObject(TERMS),
    answer: READ_BACK,
    call: (ports, { actor, params, body }) => readBack(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/signature/options',
    tag: 'Plans',
    name: 'startSigning',
    summary: 'What a browser needs to sign with a passkey.',
    body: z.strictObject(SIGN),
    answer: STARTED,
    call: (ports, { actor, params, body }) => startSigning(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/signature',
    tag: 'Plans',
    name: 'finishSigning',
    summary: 'Signs. Everything is asked again at this moment.',
    status: 201,
    body: z.strictObject({ ...SIGN, proof: PROOF }),
    answer: SIGNED,
    call: (ports, { actor, params, body }) => finishSigning(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
];

const COSIGNING: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/cosignature/read-back',
    tag: 'Plans',
    name: 'readBackAgain',
    writes: false,
    summary: 'The same for the second prescriber of a plan that waits for one.',
    body: z.strictObject({ day: DATE }),
    answer: READ_BACK,
    call: (ports, { actor, params, body }) => readBackAgain(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/cosignature/options',
    tag: 'Plans',
    name: 'startCosigning',
    summary: 'What a browser needs to sign as the second.',
    body: z.strictObject(COSIGN),
    answer: STARTED,
    call: (ports, { actor, params, body }) => startCosigning(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/cosignature',
    tag: 'Plans',
    name: 'finishCosigning',
    summary: 'Signs as the second; the plan has force from then on.',
    status: 201,
    body: z.strictObject({ ...COSIGN, proof: PROOF }),
    answer: SIGNED,
    call: (ports, { actor, params, body }) =>
      finishCosigning(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
];

export const PLAN_ROUTES: readonly Route[] = [
  ...DRAFTS,
  ...SIGNING,
  ...COSIGNING,
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/transcription',
    tag: 'Plans',
    name: 'transcribePlan',
    summary: 'A patient alone copies in a plan that was prescribed elsewhere. Nobody signs it here, and it says so.',
    status: 201,
    body: z.strictObject({ ...SIGN, prescribedBy: z.string().max(500) }),
    answer: SIGNED,
    call: (ports, { actor, params, body }) => transcribePlan(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/plans/{plan}/end',
    tag: 'Plans',
    name: 'endPlan',
    summary: 'Ends a plan from a day on, with a reason.',
    body: z.strictObject({ on: DATE, reason: REASON_TEXT, day: DATE }),
    answer: z.strictObject({ plan: id<'plan'>(), seq: z.int() }),
    call: (ports, { actor, params, body }) => endPlan(ports, actor, params.case, { plan: params.plan, ...body }),
  }),
];
