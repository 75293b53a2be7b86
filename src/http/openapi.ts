/**
 * What does the interface offer? An OpenAPI 3.1 document made from the routes themselves and the schemas they read and
 * write by, so that it cannot say anything else than what the server does.
 */
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import { z } from 'zod';
import type { AppEnv } from './app-env.ts';
import { METHODS, type Route } from './route.ts';
import { PARAM } from './schema/param.ts';

const INFO = {
  title: 'Titrial',
  version: '1',
  description:
    'The record of a clinic that follows low-dose naltrexone therapy: cases, screening, signed plans, diaries, findings. Doses are text with their unit, days are civil dates, instants are UTC.',
};

const PROBLEM = z
  .looseObject({
    type: z.string().meta({ examples: ['urn:titrial:problem:not-found'] }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
  })
  .meta({ description: 'RFC 9457. Further members are the data of the refusal.' });

type Schema = Record<string, unknown>;

/** Adds the document at /openapi.json. It is made once, when it is first asked for. */
export function addDocument(app: OpenAPIHono<AppEnv>, routes: readonly Route[], base: string): void {
  app.openAPIRegistry.registerComponent('schemas', 'Problem', schemaOf(PROBLEM));
  for (const route of routes) app.openAPIRegistry.registerPath(operation(route, base));
  let text: string | undefined;
  app.get('/openapi.json', (c) => {
    c.set('route', '/openapi.json');
    text ??= JSON.stringify(documentOf(app));
    return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
}

/** The document as data, for the page that shows it and for tests. */
export function documentOf(app: OpenAPIHono<AppEnv>) {
  return app.getOpenAPI31Document({ openapi: '3.1.0', info: INFO, servers: [{ url: '/' }] });
}

function operation(route: Route, base: string): RouteConfig {
  const { method, path, tag, name, summary, description, who } = route;
  const status = route.answer ? (route.status ?? 200) : 204;
  const answer = route.answer ? { content: route.file ? fileOf(route.file) : json(schemaOf(route.answer)) } : {};
  return {
    method,
    path: `${base}${path}`,
    operationId: name,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: who === 'anyone' ? [] : [{ session: [] }],
    parameters: [...pathParameters(path), ...queryParameters(route.query)],
    ...(route.body ? { requestBody: { required: true, content: json(schemaOf(route.body)) } } : {}),
    responses: {
      [status]: { description: 'Done.', ...answer },
      default: {
        description: 'Not done, and why.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  } as unknown as RouteConfig;
}

const fileOf = (type: string) => ({ [type]: { schema: { type: 'string', contentMediaType: type } } });

const json = (schema: Schema) => ({ 'application/json': { schema } });

/** The JSON a schema reads and writes: for codecs the side that goes over the wire. */
function schemaOf(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    // "Nobody changes it" in our code; to a client it would say that it may not be sent.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return rest as Schema;
}

function pathParameters(path: string): Schema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(PARAM[name as keyof typeof PARAM]),
  }));
}

function queryParameters(query: z.ZodType | undefined): Schema[] {
  if (!(query instanceof z.ZodObject)) return [];
  return Object.entries(query.shape).map(([name, field]) => ({
    name,
    in: 'query',
    required: !(field as z.ZodType).safeParse(undefined).success && !isLeftOut(field as z.ZodType),
    schema: schemaOf(field as z.ZodType),
  }));
}

const isLeftOut = (field: z.ZodType): boolean => z.object({ field }).safeParse({}).success;

/** Every operation of the document in order: path, method, and what it says. */
export function operationsOf(app: OpenAPIHono<AppEnv>) {
  return Object.entries(documentOf(app).paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method];
      return found ? [{ path, method, operation: found }] : [];
    }),
  );
}
