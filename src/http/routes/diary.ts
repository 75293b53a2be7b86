/** The diary of a case: what devices send, what they ask for since a cursor, and requests to the prescriber. */
import { z } from 'zod';
import { ok } from '../../base/result.ts';
import { LARGEST_BATCH, syncDiary } from '../../service/keep-diary.ts';
import { readEvents } from '../../service/read-case.ts';
import { answerRequest, listRequests, makeRequest } from '../../service/requests.ts';
import { BATCH_BYTES } from '../json-body.ts';
import { type Route, signedRoute } from '../route.ts';
import { EVENT_PAGE, REQUEST } from '../schema/case.ts';
import { DATE, INSTANT, id, list, NOTE } from '../schema/field.ts';
import { inLanguages } from '../schema/reason.ts';

const whole = (digits: number, least: number, most: number) =>
  z
    .codec(z.string().regex(new RegExp(`^\\d{1,${digits}}$`)), z.number().int().min(least).max(most), {
      decode: (text) => Number(text),
      encode: (value) => String(value),
    })
    .meta({ type: 'integer', minimum: least, maximum: most });

const KEPT = inLanguages(({ entryRefusal }) =>
  z.strictObject({
    answers: list(
      z.union([
        z.strictObject({ id: z.string(), outcome: z.enum(['kept', 'already']), seq: z.int() }),
        z.strictObject({
          id: z.string(),
          outcome: z.literal('refused'),
          again: z.boolean(),
          keepAs: z.enum(['unplanned-dose-reported', 'kit-dose-taken-anyway']).exactOptional(),
          refusal: entryRefusal,
        }),
      ]),
      5_000,
    ),
    skew: z.int(),
    clockOff: z.boolean(),
    seq: z.int(),
  }),
);

const REQUESTS: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/requests',
    tag: 'Diary',
    name: 'listRequests',
    summary: 'What was asked of the prescriber, in the order it was asked.',
    answer: z.strictObject({ requests: list(REQUEST, 100_000) }),
    call: async (ports, { actor, params }) => {
      const requests = await listRequests(ports, actor, params.case);
      return requests.ok ? ok({ requests: requests.value }) : requests;
    },
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/requests',
    tag: 'Diary',
    name: 'makeRequest',
    summary: 'Asks the prescriber. No dose moves by it.',
    status: 201,
    body: z.strictObject({
      request: id<'request'>().exactOptional(),
      wish: z.enum(['hold', 'step-up', 'step-down', 'resume', 'other']),
      note: NOTE,
      day: DATE,
    }),
    answer: z.strictObject({ request: id<'request'>(), seq: z.int() }),
    call: (ports, { actor, params, body }) => makeRequest(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/requests/{request}/answer',
    tag: 'Diary',
    name: 'answerRequest',
    summary: 'Answers a request. No dose moves by it: a move is taken, or another plan signed.',
    body: z.strictObject({ answer: z.enum(['agreed', 'declined']), note: NOTE }),
    answer: z.strictObject({ request: id<'request'>(), seq: z.int() }),
    call: (ports, { actor, params, body }) =>
      answerRequest(ports, actor, params.case, { request: params.request, ...body }),
  }),
];

export const DIARY_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/events',
    tag: 'Diary',
    name: 'readEvents',
    summary: 'Events after a cursor, oldest first, of the kinds one may see.',
    query: z.strictObject({
      after: whole(9, 0, 999_999_999).exactOptional(),
      limit: whole(4, 1, 1_000).exactOptional(),
    }),
    answer: EVENT_PAGE,
    call: (ports, { actor, params, query }) =>
      readEvents(ports, actor, params.case, { after: 0, limit: 500, ...query }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/events',
    tag: 'Diary',
    name: 'syncDiary',
    summary:
      'Takes the entries of a device. Each gets its own answer; what is known is recognised, so sending again is safe.',
    description: `At most ${LARGEST_BATCH} entries. "kept" and "already" are safe here; "refused" is not, and says whether the same entry may pass later and what a dose that was taken can be kept as.`,
    limitBytes: BATCH_BYTES,
    body: z.strictObject({
      sentAt: INSTANT,
      events: z
        .array(z.strictObject({ id: z.string().max(100), event: z.unknown() }))
        .max(5_000)
        .readonly(),
    }),
    answer: KEPT,
    call: async (ports, { actor, params, body, count }) => {
      const synced = await syncDiary(ports, actor, params.case, body);
      if (!synced.ok) return synced;
      for (const answer of synced.value.answers) {
        if (answer.outcome === 'kept') count.appended(1);
        if (answer.outcome === 'refused') count.entryRefused(answer.refusal.code);
      }
      return synced;
    },
  }),
  ...REQUESTS,
];
