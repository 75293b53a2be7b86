/** The supply over HTTP: what was handed out and how long it lasts, its labels, and days planned without a dose. */
import { z } from 'zod';
import { labelWords as german } from '../../../web/kit/words/de/label.ts';
import { labelWords as english } from '../../../web/kit/words/en/label.ts';
import { endInterruption, planInterruption } from '../../service/interruptions.ts';
import { dispense, readSupply, withdraw } from '../../service/supply.ts';
import { makeLabels } from '../../service/supply-labels.ts';
import { FILE, type Route, signedRoute } from '../route.ts';
import { DATE, id } from '../schema/field.ts';
import { INTERRUPTION_WHY, NEW_PACK, SUPPLY, WITHDRAWN_WHY } from '../schema/supply.ts';

const LABELS = { en: english, de: german } as const;
const HANDED_OUT = z.strictObject({ supply: id<'event'>(), seq: z.int() });
const INTERRUPTED = z.strictObject({ interruption: id<'event'>(), seq: z.int() });

const INTERRUPTIONS: readonly Route[] = [
  signedRoute({
    method: 'post',
    path: '/cases/{case}/interruptions',
    tag: 'Supply',
    name: 'planInterruption',
    summary:
      'Plans days without a dose. They are not missed; the plan’s own rule says what comes before the next dose.',
    status: 201,
    body: z.strictObject({ from: DATE, until: DATE, why: INTERRUPTION_WHY, day: DATE }),
    answer: INTERRUPTED,
    call: (ports, { actor, params, body }) => planInterruption(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/interruptions/{interruption}/end',
    tag: 'Supply',
    name: 'endInterruption',
    summary: 'Ends planned days without a dose early, or before they begin. What lies behind stays.',
    body: z.strictObject({ on: DATE, day: DATE }),
    answer: INTERRUPTED,
    call: (ports, { actor, params, body }) =>
      endInterruption(ports, actor, params.case, { interruption: params.interruption, ...body }),
  }),
];

export const SUPPLY_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/supply',
    tag: 'Supply',
    name: 'readSupply',
    summary: 'What was handed out, how long it lasts, when to order, and which doses lie ahead.',
    query: z.strictObject({ day: DATE }),
    answer: SUPPLY,
    call: (ports, { actor, params, query }) => readSupply(ports, actor, params.case, query.day),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/supply',
    tag: 'Supply',
    name: 'dispense',
    summary: 'Writes down what was handed out, with its lot, its filler and its last day. Changes no dose.',
    status: 201,
    body: NEW_PACK,
    answer: HANDED_OUT,
    call: (ports, { actor, params, body }) => dispense(ports, actor, params.case, body),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/supply/{supply}/withdraw',
    tag: 'Supply',
    name: 'withdrawSupply',
    summary: 'Takes back what was handed out: entered wrongly, lost, or given back. Both stay on record.',
    body: z.strictObject({ why: WITHDRAWN_WHY, day: DATE }),
    answer: HANDED_OUT,
    call: (ports, { actor, params, body }) => withdraw(ports, actor, params.case, { supply: params.supply, ...body }),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/supply/labels.pdf',
    tag: 'Supply',
    name: 'makeLabels',
    summary: 'Labels of one pack, or of all that may still be used, as a PDF. No name of a person stands on them.',
    query: z.strictObject({ day: DATE, language: z.enum(['en', 'de']), supply: id<'event'>().exactOptional() }),
    file: 'application/pdf',
    answer: FILE,
    call: (ports, { actor, params, query: { language, ...query } }) =>
      makeLabels(ports, actor, params.case, { ...query, words: LABELS[language] }),
  }),
  ...INTERRUPTIONS,
];
