/** Blinded trials of a case: design, signature, consent, sealing, beginning, conduct and opening. */
import { z } from 'zod';
import { DEVIATIONS, STOP_WHYS } from '../../records/event-trial.ts';
import { recordDeviation, startTrial, stopTrial } from '../../service/trial/conduct.ts';
import { giveConsent, withdrawConsent } from '../../service/trial/consent.ts';
import { designTrial, dropTrial } from '../../service/trial/design.ts';
import { sealTrial } from '../../service/trial/seal.ts';
import { finishSigningTrial, readTrialBack, startSigningTrial } from '../../service/trial/sign.ts';
import { trialsToday } from '../../service/trial/today.ts';
import { breakCode, openAllocation } from '../../service/unblind.ts';
import { type Route, signedRoute } from '../route.ts';
import { REASON_TEXT } from '../schema/case.ts';
import { DATE, HASH, id, line, NOTE } from '../schema/field.ts';
import { PROOF, STARTED } from '../schema/plan.ts';
import {
  CODE_BROKEN,
  DESIGNED,
  PERIOD,
  TRIAL_ACTED,
  TRIAL_OPENED,
  TRIAL_READ_BACK,
  TRIAL_SEALED,
  TRIAL_SIGNED,
  TRIAL_STARTED,
  TRIALS_TODAY,
  TYPED_PROTOCOL,
} from '../schema/trial.ts';

const DAY = z.strictObject({ day: DATE });
const REASONED = z.strictObject({ reason: REASON_TEXT, day: DATE });
const SIGN = { day: DATE, readBackHash: HASH };
const WHYS = z.enum(STOP_WHYS.filter((why) => why !== 'consent-withdrawn'));

const DESIGNING: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/trials',
    tag: 'Trials',
    name: 'trialsToday',
    summary: 'Where the blinded trials of a case stand on a day; their records are part of the case.',
    query: DAY,
    answer: TRIALS_TODAY,
    call: (ports, { actor, params, query }) => trialsToday(ports, actor, params.case, query.day),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials',
    tag: 'Trials',
    name: 'designTrial',
    summary: 'Keeps a draft with the case; with `trial`, in place of an earlier one. It has no force.',
    status: 201,
    body: z.strictObject({ trial: id<'trial'>().exactOptional(), protocol: TYPED_PROTOCOL, day: DATE }),
    answer: DESIGNED,
    call: (ports, { actor, params, body }) => designTrial(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/drop',
    tag: 'Trials',
    name: 'dropTrial',
    summary: 'Gives up a trial that has not begun.',
    body: REASONED,
    answer: TRIAL_ACTED,
    call: (ports, { actor, params, body }) => dropTrial(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
];

const SIGNING: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/read-back',
    tag: 'Trials',
    name: 'readTrialBack',
    writes: false,
    summary: 'Exactly what would be signed, what stands against it, and the hash a signature binds.',
    body: DAY,
    answer: TRIAL_READ_BACK,
    call: (ports, { actor, params, body }) =>
      readTrialBack(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/signature/options',
    tag: 'Trials',
    name: 'startSigningTrial',
    summary: 'What a browser needs to sign with a passkey.',
    body: z.strictObject(SIGN),
    answer: STARTED,
    call: (ports, { actor, params, body }) =>
      startSigningTrial(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/signature',
    tag: 'Trials',
    name: 'finishSigningTrial',
    summary: 'Signs the protocol; nothing of it changes after that.',
    status: 201,
    body: z.strictObject({ ...SIGN, proof: PROOF }),
    answer: TRIAL_SIGNED,
    call: (ports, { actor, params, body }) =>
      finishSigningTrial(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/consent',
    tag: 'Trials',
    name: 'giveConsent',
    summary: 'The patient agrees to the protocol as it was signed.',
    status: 201,
    body: z.strictObject({ protocolHash: HASH, text: line(40), day: DATE }),
    answer: TRIAL_ACTED,
    call: (ports, { actor, params, body }) => giveConsent(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/consent/withdrawal',
    tag: 'Trials',
    name: 'withdrawConsent',
    summary: 'The patient takes it back; a trial that runs ends with it.',
    body: z.strictObject({ reason: NOTE, day: DATE }),
    answer: TRIAL_ACTED,
    call: (ports, { actor, params, body }) =>
      withdrawConsent(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
];

const CONDUCT: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/seal',
    tag: 'Trials',
    name: 'sealTrial',
    summary: 'Draws which arm each period holds, seals it to the pharmacy and commits to it. Nobody is told.',
    status: 201,
    body: DAY,
    answer: TRIAL_SEALED,
    call: (ports, { actor, params, body }) => sealTrial(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/start',
    tag: 'Trials',
    name: 'startTrial',
    summary: 'Sets day 1, from which the kits are taken in place of the plan.',
    status: 201,
    body: z.strictObject({ on: DATE, day: DATE }),
    answer: TRIAL_STARTED,
    call: (ports, { actor, params, body }) => startTrial(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/stop',
    tag: 'Trials',
    name: 'stopTrial',
    summary: 'Ends the trial on that day; nothing of it is taken from then on.',
    status: 201,
    body: z.strictObject({ why: WHYS, note: NOTE, day: DATE }),
    answer: TRIAL_ACTED,
    call: (ports, { actor, params, body }) => stopTrial(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/deviations',
    tag: 'Trials',
    name: 'recordDeviation',
    summary: 'Notes what did not go as the protocol says.',
    status: 201,
    body: z.strictObject({ what: z.enum(DEVIATIONS), note: NOTE, on: DATE, day: DATE }),
    answer: TRIAL_ACTED,
    call: (ports, { actor, params, body }) =>
      recordDeviation(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/code-break',
    tag: 'Trials',
    name: 'breakCode',
    summary: 'Tells what the kit of one period holds, in an emergency, and records that it was told.',
    status: 201,
    body: z.strictObject({ period: PERIOD, reason: REASON_TEXT, day: DATE }),
    answer: CODE_BROKEN,
    call: (ports, { actor, params, body }) => breakCode(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/trials/{trial}/opening',
    tag: 'Trials',
    name: 'openAllocation',
    summary: 'Opens what was sealed, after the trial and its guesses, and holds it against the commitment.',
    status: 201,
    body: DAY,
    answer: TRIAL_OPENED,
    call: (ports, { actor, params, body }) =>
      openAllocation(ports, actor, params.case, { trial: params.trial, ...body }),
  }),
];

export const TRIAL_ROUTES: readonly Route[] = [...DESIGNING, ...SIGNING, ...CONDUCT];
