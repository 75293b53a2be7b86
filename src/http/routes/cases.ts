/** Cases: opening, listing, reading, closing, who has to do with one, and who has read it. */
import { z } from 'zod';
import { listCases, listCasesOf } from '../../service/case-list.ts';
import { addTie, endTie } from '../../service/case-ties.ts';
import { readInbox } from '../../service/inbox.ts';
import { closeCase, openCase, reopenCase } from '../../service/open-case.ts';
import { readAccesses, readState } from '../../service/read-case.ts';
import { type Route, signedRoute } from '../route.ts';
import {
  ACCESS_PAGE,
  CASE_LIST,
  CASE_READ,
  HAND_OVER_LIST,
  INDICATIONS,
  LABEL,
  REASON_TEXT,
  WASHOUT,
} from '../schema/case.ts';
import { CURSOR, id, LIMIT } from '../schema/field.ts';
import { NAME } from '../schema/people.ts';

const TIE_GIVEN = z.strictObject({
  person: id<'person'>(),
  relation: z.enum(['carer', 'prescriber', 'pharmacist', 'coordinator']),
});
const TIED = z.strictObject({ ...TIE_GIVEN.shape, seq: z.int() });
const PAGE = { after: CURSOR.exactOptional(), limit: LIMIT.exactOptional() };
const PAGE_ASKED = z.strictObject(PAGE);
const CLOSED = z.strictObject({ case: id<'case'>(), seq: z.int() });
const TRUTH = z.codec(z.enum(['true', 'false']), z.boolean(), {
  decode: (text) => text === 'true',
  encode: (value) => (value ? 'true' : 'false'),
});

const LISTS: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases',
    tag: 'Cases',
    name: 'listCases',
    summary: 'The cases one is tied to, a page at a time.',
    query: z.strictObject({
      ...PAGE,
      status: z.enum(['open', 'closed']).exactOptional(),
      labelStart: z.string().max(200).exactOptional(),
      attention: TRUTH.exactOptional(),
      order: z.enum(['label', 'changed']).exactOptional(),
    }),
    answer: CASE_LIST,
    call: (ports, { actor, query }) => listCases(ports, actor, { limit: 50, ...query }),
  }),
  signedRoute({
    method: 'get',
    path: '/inbox',
    tag: 'Cases',
    name: 'readInbox',
    summary: 'Open cases with something to look at, the most serious first.',
    query: PAGE_ASKED,
    answer: CASE_LIST,
    call: (ports, { actor, query }) => readInbox(ports, actor, { limit: 50, ...query }),
  }),
  signedRoute({
    method: 'get',
    path: '/people/{person}/cases',
    tag: 'Cases',
    name: 'listCasesOf',
    summary: 'The cases another person is tied to, for handing over: labels only.',
    query: PAGE_ASKED,
    answer: HAND_OVER_LIST,
    call: (ports, { actor, params, query }) => listCasesOf(ports, actor, params.person, { limit: 50, ...query }),
  }),
];

const TIES: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/ties',
    tag: 'Cases',
    name: 'addTie',
    summary: 'Ties somebody to the case; a tie that holds already is no fault.',
    status: 201,
    body: TIE_GIVEN,
    answer: TIED,
    call: (ports, { actor, params, body }) => addTie(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'delete',
    path: '/cases/{case}/ties/{person}/{relation}',
    tag: 'Cases',
    name: 'endTie',
    summary: 'Ends a tie: from now on the person sees nothing of the case.',
    answer: TIED,
    call: (ports, { actor, params: { case: id, ...tie } }) => endTie(ports, actor, id, tie),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/accesses',
    tag: 'Cases',
    name: 'readAccesses',
    summary: 'Who has read the case, newest first.',
    query: PAGE_ASKED,
    answer: ACCESS_PAGE,
    call: (ports, { actor, params, query }) => readAccesses(ports, actor, params.case, { limit: 50, ...query }),
  }),
];

export const CASE_ROUTES: readonly Route[] = [
  ...LISTS,
  signedRoute({
    method: 'post',
    path: '/cases',
    tag: 'Cases',
    name: 'openCase',
    summary: 'Opens a case for a patient of the clinic, or for somebody new.',
    description:
      'A patient alone gives no patient. An id made where the case is opened makes sending it twice harmless.',
    status: 201,
    body: z.strictObject({
      case: id<'case'>().exactOptional(),
      patient: z.union([z.strictObject({ person: id<'person'>() }), z.strictObject({ name: NAME })]).exactOptional(),
      label: LABEL,
      indications: INDICATIONS,
      washout: WASHOUT,
    }),
    answer: z.strictObject({ case: id<'case'>(), patient: id<'person'>(), seq: z.int() }),
    call: (ports, { actor, body }) => openCase(ports, actor, body),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}',
    tag: 'Cases',
    name: 'readCase',
    summary: 'The case as far as it is the reader’s to see; the reading is put on record.',
    answer: CASE_READ,
    call: (ports, { actor, params }) => readState(ports, actor, params.case),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/close',
    tag: 'Cases',
    name: 'closeCase',
    summary: 'Closes the case. Days still on their way are kept when they arrive.',
    body: z.strictObject({ reason: REASON_TEXT }),
    answer: CLOSED,
    call: (ports, { actor, params, body }) => closeCase(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/reopen',
    tag: 'Cases',
    name: 'reopenCase',
    summary: 'Opens a closed case again.',
    body: z.strictObject({ reason: REASON_TEXT }),
    answer: CLOSED,
    call: (ports, { actor, params, body }) => reopenCase(ports, actor, params.case, body),
  }),
  ...TIES,
];
