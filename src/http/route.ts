/**
 * What is a route? A line of a table: where it stands, who may ask, what it reads, the one service function it calls, and
 * the strict schema its answer must fit. A route decides nothing. What does not fit is a fault, never an answer (H16).
 */
import type { Context } from 'hono';
import { z } from 'zod';
import type { Language } from '../../web/kit/words/language.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Actor } from '../service/authority.ts';
import type { Ports } from '../service/ports.ts';
import type { Visit } from '../service/sessions.ts';
import type { AppEnv } from './app-env.ts';
import type { FieldFault, FieldFaultCode } from './frame-refusal.ts';
import { BODY_BYTES, isBroken, readJsonBody, refuseBody } from './json-body.ts';
import { type InLanguages, inEach } from './language.ts';
import type { Metrics } from './metrics.ts';
import type { Refused } from './refused.ts';
import { PARAM, type ParamsOf } from './schema/param.ts';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

export const TAGS = [
  'Set-up',
  'Sign-in',
  'Me',
  'People',
  'Cases',
  'Diary',
  'Screening',
  'Plans',
  'Titration',
  'Supply',
  'Trials',
  'Findings',
  'Record',
] as const;
export type Tag = (typeof TAGS)[number];

/** The session of the browser that asks. */
export type SessionHand = {
  /** Gives the browser this session from now on. */
  readonly start: (token: string, lasting: boolean) => void;
  readonly end: () => void;
};

/** Where entries of a device are counted. */
export type EntryCount = Pick<Metrics, 'appended' | 'entryRefused'>;

/** Everything a call may know of the request. */
export type Asked<Path extends string, Q, B> = {
  readonly params: ParamsOf<Path>;
  readonly query: Q;
  readonly body: B;
  readonly visit: Visit;
  readonly session: SessionHand;
  readonly count: EntryCount;
  /** In which the reader wants sentences. */
  readonly language: Language;
};

const NO_QUERY = z.strictObject({});

/** An answer that is a file. Its name is ours, and says neither whom nor what it is about (H31). */
export const FILE = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{1,60}\.[a-z]{3}$/),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type FileAnswer = z.output<typeof FILE>;

type Face = {
  readonly method: Method;
  readonly tag: Tag;
  /** Names the operation for clients: "openCase". */
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly status?: 200 | 201;
  /** Its media type where the answer is a `FILE` and not JSON. */
  readonly file?: 'application/pdf';
  /** false: changes nothing, so that it is answered while nothing can be written. */
  readonly writes?: boolean;
  readonly limitBytes?: number;
};

type Spec<Path extends string, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, Who> = Face & {
  readonly path: Path;
  readonly query?: Q;
  readonly body?: B;
  /** Missing: 204 without a body. One for each language where it carries sentences. */
  readonly answer?: A | InLanguages<A>;
  readonly call: (
    ports: Ports,
    asked: Asked<Path, z.output<Q>, z.output<B>> & Who,
  ) => Promise<Result<z.output<A>, Refused>>;
};

export type Route = Face & {
  readonly path: string;
  readonly who: 'anyone' | 'signed-in';
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  /** As it is described: the same in every language. */
  readonly answer: z.ZodType | undefined;
  /** Reads the request. `actor` is undefined only where anyone may ask. */
  readonly run: (c: Context<AppEnv>, ports: Ports, who: Asker) => Promise<Result<unknown, Refused>>;
};

/** Who stands behind a request, as the frame found out. */
export type Asker = {
  readonly actor: Actor | undefined;
  readonly visit: Visit;
  readonly session: SessionHand;
  readonly count: EntryCount;
};

/** A route for anyone. */
export function openRoute<
  const Path extends string,
  A extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = typeof NO_QUERY,
  B extends z.ZodType = z.ZodUndefined,
>(spec: Spec<Path, Q, B, A, unknown>): Route {
  return routeOf(spec, 'anyone', (ports, asked) => spec.call(ports, asked));
}

/** A route for somebody signed in. */
export function signedRoute<
  const Path extends string,
  A extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = typeof NO_QUERY,
  B extends z.ZodType = z.ZodUndefined,
>(spec: Spec<Path, Q, B, A, { readonly actor: Actor }>): Route {
  return routeOf(spec, 'signed-in', (ports, asked, actor) => {
    if (!actor) throw new RangeError('a route for somebody signed in was called for nobody');
    return spec.call(ports, { ...asked, actor });
  });
}

function routeOf<Path extends string, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, Who>(
  spec: Spec<Path, Q, B, A, Who>,
  who: Route['who'],
  call: (
    ports: Ports,
    asked: Asked<Path, z.output<Q>, z.output<B>>,
    actor: Actor | undefined,
  ) => Promise<Result<z.output<A>, Refused>>,
): Route {
  const { call: _, query, body, answer: given, ...face } = spec;
  const answers = given instanceof z.ZodType ? inEach(() => given) : given;
  const run: Route['run'] = async (c, ports, { actor, ...asker }) => {
    const params = readParams<Path>(c, spec.path);
    if (!params.ok) return params;
    const asked = read<z.output<Q>>(query ?? NO_QUERY, queryOf(c));
    if (!asked.ok) return asked;
    const sent = await readBody<z.output<B>>(c, body, spec.limitBytes ?? BODY_BYTES);
    if (!sent.ok) return sent;
    const { value } = sent;
    const language = c.get('language');
    const done = await call(
      ports,
      { params: params.value, query: asked.value, body: value, language, ...asker },
      actor,
    );
    return done.ok && answers ? ok(z.encode(answers[language], done.value)) : done;
  };
  return { ...face, who, query, body, answer: answers?.en, run };
}

/** An id that is none names nothing, so the answer is that of a thing that is not there. */
function readParams<Path extends string>(c: Context<AppEnv>, path: Path): Result<ParamsOf<Path>, Refused> {
  const found: Record<string, unknown> = {};
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    const schema = PARAM[name as keyof typeof PARAM];
    if (!schema) throw new RangeError(`no schema for {${name}}`);
    const value = schema.safeParse(c.req.param(name));
    if (!value.success) return err({ code: 'not-found' });
    found[name] = value.data;
  }
  return ok(found as ParamsOf<Path>);
}

/**
 * What stands twice, or holds what no text should hold, is refused with the rest: nothing fits where a text is wanted.
 */
function queryOf(c: Context<AppEnv>): Record<string, unknown> {
  const all = Object.entries(c.req.queries());
  return Object.fromEntries(
    all.map(([name, values]) => [name, values.length === 1 && !isBroken(values[0] ?? '') ? values[0] : values]),
  );
}

async function readBody<T>(
  c: Context<AppEnv>,
  schema: z.ZodType | undefined,
  limitBytes: number,
): Promise<Result<T, Refused>> {
  if (!schema) {
    const none = await refuseBody(c.req.raw);
    return none.ok ? ok(undefined as T) : none;
  }
  const value = await readJsonBody(c.req.raw, limitBytes);
  return value.ok ? read<T>(schema, value.value) : value;
}

function read<T>(schema: z.ZodType, value: unknown): Result<T, Refused> {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return ok(read.data as T);
  return err({ code: 'fields-refused', faults: read.error.issues.slice(0, 50).flatMap(faultsOf) });
}

const FAULT: Readonly<Record<string, FieldFaultCode>> = {
  invalid_type: 'wrong-kind',
  too_big: 'too-large',
  too_small: 'too-small',
  invalid_value: 'not-one-of',
  invalid_union: 'not-one-of',
  unrecognized_keys: 'unknown',
};

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  const pointer = issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const short = pointer.slice(0, 200);
  if (issue.code === 'invalid_type' && issue.input === undefined) return [{ pointer: short, fault: 'missing' }];
  return [{ pointer: short, fault: FAULT[issue.code] ?? 'unreadable' }];
}
