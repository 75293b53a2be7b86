/** Titration over HTTP: what the signed plan permits on a day, taking one of those moves, and stopping, which is always open. */
import { z } from 'zod';
import { permittedToday, stopTherapy, takeMove } from '../../service/titration-moves.ts';
import { type Route, signedRoute } from '../route.ts';
import { DATE, DOSE, id } from '../schema/field.ts';
import { PERMITTED, PLACE, PLACE_OR_STOPPED } from '../schema/plan.ts';

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
];
