/** A frame around routes a test brings itself: what the bodies' and the frame's own tests share. */
import assert from 'node:assert/strict';
import { z } from 'zod';
import { ok } from '../../src/base/result.ts';
import { clinicApp } from '../../src/http/clinic-app.ts';
import type { LogLine } from '../../src/http/log.ts';
import { openRoute, type Route } from '../../src/http/route.ts';
import { DATE, DOSE, list } from '../../src/http/schema/field.ts';
import type { Storage } from '../../src/records/ports.ts';
import type { Ports } from '../../src/service/ports.ts';
import { memoryStorage } from '../../src/storage/memory.ts';

export const ORIGIN = 'https://clinic.example';
export const ANSWER = z.strictObject({ on: DATE, doses: list(DOSE) });
export const HELD = { on: 20_541, doses: [1500, 125] };

/** A store whose `check` does what the test says. */
export function storageThat(check: () => void): Storage {
  return { ...memoryStorage(), check: async () => check() };
}

export type Tried = { readonly lines: LogLine[]; readonly app: ReturnType<typeof clinicApp>; time: number };

export function appWith(routes: readonly Route[], storage: Storage = memoryStorage(), stopping = () => false): Tried {
  const tried = { lines: [] as LogLine[], time: 1_800_000_000_000 };
  const ports = {
    storage,
    clock: { now: () => tried.time },
    settings: { origin: ORIGIN },
  } as unknown as Ports;
  const options = {
    log: (line: LogLine) => void tried.lines.push(line),
    isStopping: stopping,
    metricsToken: 'figures',
  };
  return Object.assign(tried, { app: clinicApp(ports, options, routes) });
}

export function echo(value: unknown): Route {
  return openRoute({
    ...{ method: 'get', path: '/echo', tag: 'Me', name: 'echo', summary: 'Gives a value.', answer: ANSWER },
    call: async () => ok(value as z.output<typeof ANSWER>),
  });
}

export const written: unknown[] = [];
export const write = openRoute({
  ...{ method: 'post', path: '/things', tag: 'Me', name: 'write', summary: 'Takes a value.', status: 201 },
  body: z.strictObject({
    name: z.string().max(10),
    dose: DOSE,
    on: DATE.exactOptional(),
    more: z.unknown().optional(),
  }),
  answer: z.strictObject({ dose: DOSE }),
  call: async (_, { body }) => {
    written.push(body);
    return ok({ dose: body.dose });
  },
});

export function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
}
export const GOOD = '{"name":"a","dose":"1.5 mg"}';

export async function problemIn(answer: Response): Promise<Record<string, unknown>> {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  const problem = (await answer.json()) as Record<string, unknown>;
  assert.equal(problem.type, `urn:titrial:problem:${problem.code}`);
  assert.equal(problem.status, answer.status);
  assert.equal(problem.instance, `urn:uuid:${answer.headers.get('x-request-id')}`);
  assert.ok(String(problem.title).length > 3 && /[.]$/.test(String(problem.detail)));
  return problem;
}
