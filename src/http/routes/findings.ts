/** Findings of a case, its whole record to take away, and its erasure. */
import { z } from 'zod';
import { findingPack as german } from '../../../web/kit/words/de/finding-pack.ts';
import { findingPack as english } from '../../../web/kit/words/en/finding-pack.ts';
import { ok } from '../../base/result.ts';
import { eraseCase } from '../../service/erase-case.ts';
import { exportCase } from '../../service/export-case.ts';
import { computeNow, listFindings, readFinding } from '../../service/find.ts';
import { tellFinding } from '../../service/tell-finding.ts';
import { type Route, signedRoute } from '../route.ts';
import { FINDING_HEAD, REASON_TEXT } from '../schema/case.ts';
import { CURSOR, HASH, INSTANT, id, LIMIT, list } from '../schema/field.ts';
import { PICTURE_WIDTH, TOLD_FINDING } from '../schema/told.ts';

const WORDS = { en: english, de: german } as const;

/** Plain data of another document with its own format; described there. */
function documented<T>(description: string) {
  return z.custom<T>((value) => typeof value === 'object' && value !== null).meta({ type: 'object', description });
}

type Exported = Extract<Awaited<ReturnType<typeof exportCase>>, { readonly ok: true }>['value'];
type Found = Extract<Awaited<ReturnType<typeof readFinding>>, { readonly ok: true }>['value'];

const EXPORT = z.strictObject({
  format: z.literal('titrial-case'),
  version: z.literal(1),
  exportedAt: z.int(),
  clinic: z.strictObject({ clinic: id<'clinic'>(), name: z.string() }),
  case: id<'case'>(),
  head: documented<Exported['head']>('The signed head of the chain.'),
  state: documented<Exported['state']>('What the events add up to; days counted from 1970-01-01, doses in micrograms.'),
  events: documented<Exported['events']>('Every event as in docs/formats/events.md.'),
  findings: documented<Exported['findings']>('Findings as in docs/formats/finding.md.'),
  accesses: documented<Exported['accesses']>('Who read the case.'),
  people: documented<Exported['people']>('Everybody named by id.'),
  hash: HASH,
});

export const FINDING_ROUTES: readonly Route[] = [
  signedRoute({
    method: 'get',
    path: '/cases/{case}/findings',
    tag: 'Findings',
    name: 'listFindings',
    summary: 'Findings of the case, newest first.',
    query: z.strictObject({ after: CURSOR.exactOptional(), limit: LIMIT.exactOptional() }),
    answer: z.strictObject({ findings: list(FINDING_HEAD), next: CURSOR.exactOptional() }),
    call: (ports, { actor, params, query }) => listFindings(ports, actor, params.case, { limit: 50, ...query }),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/findings',
    tag: 'Findings',
    name: 'computeNow',
    summary: 'Computes a finding now. The same days give no second one.',
    answer: z.strictObject({ outcome: z.enum(['computed', 'known']), finding: FINDING_HEAD }),
    call: (ports, { actor, params }) => computeNow(ports, actor, params.case),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/findings/{finding}',
    tag: 'Findings',
    name: 'readFinding',
    summary: 'One finding with its answer, as it was when it was made.',
    answer: z.strictObject({
      ...FINDING_HEAD.shape,
      at: INSTANT,
      analysis: documented<Found['analysis']>('As in docs/formats/finding.md.'),
    }),
    call: (ports, { actor, params }) => readFinding(ports, actor, params.case, params.finding),
  }),
  signedRoute({
    method: 'get',
    path: '/cases/{case}/findings/{finding}/told',
    tag: 'Findings',
    name: 'tellFinding',
    summary:
      'One finding in words and pictures, for a reader that draws nothing; in the language of `Accept-Language`.',
    description:
      '`width`: of the pictures, in CSS pixels; 320 where nothing is said. Pictures are SVG, with a table of the same.',
    query: z.strictObject({ width: PICTURE_WIDTH.exactOptional() }),
    answer: TOLD_FINDING,
    call: async (ports, { actor, params, query: { width = 320 }, language }) => {
      const told = await tellFinding(ports, actor, params.case, params.finding, { words: WORDS[language], width });
      return told.ok ? ok({ ...told.value, language }) : told;
    },
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/export',
    tag: 'Record',
    name: 'exportCase',
    summary: 'The whole record of one person as one document; that it was made is put on record.',
    answer: EXPORT,
    call: (ports, { actor, params }) => exportCase(ports, actor, params.case),
  }),
  signedRoute({
    method: 'post',
    path: '/cases/{case}/erasure',
    tag: 'Record',
    name: 'eraseCase',
    summary: 'Destroys the key of the case. Cannot be undone.',
    body: z.strictObject({ reason: REASON_TEXT }),
    answer: z.strictObject({ case: id<'case'>(), seq: z.int(), person: z.enum(['erased', 'kept']) }),
    call: (ports, { actor, params, body }) => eraseCase(ports, actor, params.case, body),
  }),
];
