/**
 * What does the server say? One request, one answer, or its refusal with the sentence it brings. An answer that does not
 * come, or is none of this server's, is a refusal of the page's own. Keeps nothing.
 */
import { err, ok, type Result } from '../../src/base/result.ts';
import type { doorWords } from '../kit/words/en/door.ts';

/** Why not: the server's own sentence, or a code the page has words for. */
export type Refusal =
  | { readonly from: 'server'; readonly code: string; readonly detail: string }
  | { readonly from: 'page'; readonly code: keyof (typeof doorWords)['refused'] };

export const pageRefusal = (code: keyof (typeof doorWords)['refused']): Refusal => ({ from: 'page', code });

type Method = 'GET' | 'POST' | 'DELETE';

/** Asks under /api/v1; the type of the answer is the one the route is written with. */
export async function ask<T = undefined>(method: Method, path: string, body?: object): Promise<Result<T, Refusal>> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  let answer: Response;
  try {
    answer = await fetch(`/api/v1${path}`, { method, cache: 'no-store', redirect: 'error', ...sent });
  } catch {
    return err(pageRefusal('unreachable'));
  }
  if (answer.status === 204) return ok(undefined as T);
  const told = await readJson(answer);
  if (answer.ok && told !== undefined) return ok(told as T);
  return err(problemFrom(told) ?? pageRefusal('answer-unreadable'));
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

function problemFrom(told: unknown): Refusal | undefined {
  if (typeof told !== 'object' || told === null || !('code' in told) || !('detail' in told)) return undefined;
  const { code, detail } = told;
  if (typeof code !== 'string' || typeof detail !== 'string') return undefined;
  return { from: 'server', code, detail };
}
