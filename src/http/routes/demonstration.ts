/** The demonstration's own two routes: how far it is, and coming in as somebody invented. No other application has them. */
import { z } from 'zod';
import { ok } from '../../base/result.ts';
import { type Demonstration, ENTRANTS } from '../../service/demonstration/demonstration.ts';
import { openRoute, type Route } from '../route.ts';
import { id, list } from '../schema/field.ts';
import { SIGNED_IN } from '../schema/people.ts';
import { startSession } from './set-up.ts';

const ENTRANT = z.enum(ENTRANTS);

export const DEMONSTRATION_STATE = z.strictObject({
  state: z.enum(['absent', 'building', 'ready', 'failed']),
  done: z.int(),
  of: z.int(),
  password: z.string(),
  entrants: list(ENTRANT),
  first: id<'case'>().exactOptional(),
});

/** Over one demonstration. */
export const demonstrationRoutes = (of: Demonstration): readonly Route[] => [
  openRoute({
    method: 'get',
    path: '/demo/state',
    tag: 'Set-up',
    name: 'readDemonstration',
    summary: 'How much of the demonstration stands, and as whom one may come in.',
    answer: DEMONSTRATION_STATE,
    call: async () => ok(of.state()),
  }),
  openRoute({
    method: 'post',
    path: '/demo/enter',
    tag: 'Sign-in',
    name: 'enterDemonstration',
    summary: 'Signs in as somebody invented; builds the demonstration first where it is not there.',
    body: z.strictObject({ as: ENTRANT }),
    answer: SIGNED_IN,
    call: async (_, { body, visit, session }) => startSession(await of.enter(body.as, visit), session),
  }),
];
