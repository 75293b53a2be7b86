/**
 * What does the server say? One request, one answer, or its refusal with the sentence it brings, in the language of the
 * page. An answer that does not come, or is none of this server's, is a refusal of the page's own. Keeps nothing.
 */
import { err, ok, type Result } from '../../src/base/result.ts';
import { language } from './language.ts';

/** What no server can say; each page has words for them. */
export type OwnRefusalCode =
  | 'unreachable'
  | 'answer-unreadable'
  | 'passkey-cancelled'
  | 'passkey-held-already'
  | 'passkey-impossible'
  | 'clinic-name-missing'
  | 'name-missing'
  | 'login-missing'
  | 'password-missing';

/** Why not: the server's own sentence with the data of its code, or a code the page has words for. */
export type Refusal =
  | {
      readonly from: 'server';
      readonly code: string;
      readonly detail: string;
      readonly status: number;
      /** The whole problem document. */
      readonly problem: Readonly<Record<string, unknown>>;
    }
  | { readonly from: 'page'; readonly code: OwnRefusalCode };

export const pageRefusal = (code: OwnRefusalCode): Refusal => ({ from: 'page', code });

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Is this the demonstration? It has data of its own, below /demo/. */
export const isDemonstration = (): boolean => location.pathname.startsWith('/demo/');

/** Where this page's interface stands. */
export const apiBase = (): string => (isDemonstration() ? '/demo/api/v1' : '/api/v1');

/** Asks for JSON; the type of the answer is the one the route is written with. */
export const ask = <T = undefined>(method: Method, path: string, body?: object): Promise<Result<T, Refusal>> =>
  askAt<T>(apiBase(), method, path, body);

/** The same of the interface that stands at `base`, which only the way into the demonstration has to say. */
export async function askAt<T = undefined>(
  base: string,
  method: Method,
  path: string,
  body?: object,
): Promise<Result<T, Refusal>> {
  const answer = await send(base, method, path, body);
  if (!answer.ok) return answer;
  const { value } = answer;
  if (value.status === 204) return ok(undefined as T);
  const told = await readJson(value);
  if (value.ok && told !== undefined) return ok(told as T);
  return err(problemFrom(told, value.status) ?? pageRefusal('answer-unreadable'));
}

/** Asks for a document that is no JSON, such as a letter. */
export async function askFile(method: Method, path: string, body?: object): Promise<Result<Blob, Refusal>> {
  const answer = await send(apiBase(), method, path, body);
  if (!answer.ok) return answer;
  if (answer.value.ok) return ok(await answer.value.blob());
  const told = await readJson(answer.value);
  return err(problemFrom(told, answer.value.status) ?? pageRefusal('answer-unreadable'));
}

async function send(base: string, method: Method, path: string, body?: object): Promise<Result<Response, Refusal>> {
  const headers: Record<string, string> = { 'accept-language': language.value };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  try {
    const init: RequestInit = { method, headers, cache: 'no-store', redirect: 'error', ...sent };
    return ok(await fetch(`${base}${path}`, init));
  } catch {
    return err(pageRefusal('unreachable'));
  }
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

function problemFrom(told: unknown, status: number): Refusal | undefined {
  if (typeof told !== 'object' || told === null || !('code' in told) || !('detail' in told)) return undefined;
  const { code, detail } = told;
  if (typeof code !== 'string' || typeof detail !== 'string') return undefined;
  return { from: 'server', code, detail, status, problem: { ...told } };
}
