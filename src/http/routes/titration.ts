/** Titration over HTTP: what the signed plan permits on a day, taking one of those moves, and stopping, which is always open. */
import { z } from 'zod';
import { answerLaboratory, askLaboratory } from '../../service/laboratory.ts';
import { clearFlag } from '../../service/red-flags.ts';
import { permittedToday, stopTherapy, takeMove } from '../../service/titration-moves.ts';
import { type Route, signedRoute } from '../route.ts';
import { REASON_TEXT } from '../schema/case.ts';
import { DATE, DOSE, id, line, list } from '../schema/field.ts';
import { PERMITTED, PLACE, PLACE_OR_STOPPED, STOP_RULE } from '../schema/plan.ts';

const TEST = z.strictObject({ test: line(80), day: DATE });
const NOTED = z.strictObject({ test: z.string(), waiting: z.int(), seq: z.int() });

const SIGNS: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/flags/{rule}/clear',
    tag: 'Titration',
    name: 'clearFlag',
    summary: 'Clears the named reports of a sign that ended the therapy, with a reason. Others of the same sign stand.',
    body: z.strictObject({ flags: list(id<'event'>()), reason: REASON_TEXT, day: DATE }),
    answer: z.strictObject({ rule: STOP_RULE, open: z.int(), seq: z.int() }),
    call: (ports, { actor, params, body }) => clearFlag(ports, actor, params.case, { rule: params.rule, ...body }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/laboratory',
    tag: 'Titration',
    name: 'askLaboratory',
    summary: 'Notes that a test was asked for; a step up waits for its result.',
    status: 201,
    body: TEST,
    answer: NOTED,
    call: (ports, { actor, params, body }) => askLaboratory(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/laboratory/answer',
    tag: 'Titration',
    name: 'answerLaboratory',
    summary: 'Notes that the result of a test has come.',
    body: TEST,
    answer: NOTED,
    call: (ports, { actor, params, body }) => answerLaboratory(ports, actor, params.case, body),
  }),
];

export const TITRATION_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/titration',
    tag: 'Titration',
    name: 'permittedToday',
    summary: 'What the signed plan permits on the civil day a page shows, with every reason.',
    query: z.strictObject({ day: DATE }),
    answer: PERMITTED,
    call: (ports, { actor, params, query }) => permittedToday(ports, actor, params.case, query.day),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/moves',
    tag: 'Titration',
    name: 'takeMove',
    summary: 'Takes a hold, step up or step down that the plan permits, from the place the person saw.',
    status: 201,
    body: z.strictObject({
      plan: id<'plan'>(),
      move: z.enum(['hold', 'step-up', 'step-down']),
      from: PLACE,
      day: DATE,
    }),
    answer: z.strictObject({ to: PLACE_OR_STOPPED, dose: DOSE, seq: z.int() }),
    call: (ports, { actor, params, body }) => takeMove(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/stop',
    tag: 'Titration',
    name: 'stopTherapy',
    summary: 'Stops the drug on that day; only a newly signed plan opens it again.',
    status: 201,
    body: z.strictObject({ day: DATE }),
    answer: z.strictObject({ plan: id<'plan'>(), seq: z.int() }),
    call: (ports, { actor, params, body }) => stopTherapy(ports, actor, params.case, body),
  }),
  ...SIGNS,
];
