/**
 * What did the client send? Strict JSON in UTF-8, of bounded size and depth, where every key stands once. Refuses the
 * rest before any schema sees it: NUL, lone surrogates, numbers beyond range, keys that could reach a prototype.
 */
import { err, ok, type Result } from '../base/result.ts';
import { parseJson } from '../medicine/json-fields.ts';
import type { BodyRefusal } from './frame-refusal.ts';

export const BODY_BYTES = 64_000;
/** A day of diary is about 400 bytes; 500 of them and room to spare. */
export const BATCH_BYTES = 1_000_000;
export const BODY_LEVELS = 32;

/** Reads at most `limitBytes`; gives up at the first byte more, whatever the header promised. */
export async function readJsonBody(request: Request, limitBytes: number): Promise<Result<unknown, BodyRefusal>> {
  const head = checkHead(request.headers, limitBytes);
  if (!head.ok) return head;
  const bytes = await readBytes(request, limitBytes);
  if (bytes === undefined) return err({ code: 'body-too-large', limitBytes });
  if (bytes.length === 0) return err({ code: 'body-missing' });
  return readJsonBytes(bytes);
}

/** Is a body there where none is wanted? An empty one passes. */
export async function refuseBody(request: Request): Promise<Result<undefined, BodyRefusal>> {
  if (request.body === null || request.headers.get('content-length') === '0') return ok(undefined);
  const bytes = await readBytes(request, 0);
  return bytes?.length === 0 ? ok(undefined) : err({ code: 'body-not-wanted' });
}

function checkHead(headers: Headers, limitBytes: number): Result<undefined, BodyRefusal> {
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding.trim().toLowerCase() !== 'identity') return err({ code: 'body-encoded' });
  const type = headers.get('content-type') ?? '';
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(type)) return err({ code: 'body-not-json' });
  if (Number(headers.get('content-length') ?? 0) > limitBytes) return err({ code: 'body-too-large', limitBytes });
  return ok(undefined);
}

async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limitBytes) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The checks on the bytes alone, so that they can be tried without a server. Total: no bytes make it throw. */
export function readJsonBytes(bytes: Uint8Array): Result<unknown, BodyRefusal> {
  const text = decode(bytes);
  if (text === undefined) return err({ code: 'body-not-utf8' });
  if (levelsOf(text) > BODY_LEVELS) return err({ code: 'body-too-deep', limitLevels: BODY_LEVELS });
  const parsed = parseJson(text);
  if (parsed.ok) {
    const fault = valueFault(parsed.value);
    return fault === undefined ? parsed : err({ code: fault });
  }
  if (parsed.error.code === 'json-key-twice') return err({ code: 'body-key-twice' });
  return err({ code: 'body-unreadable' });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The deepest nesting of brackets outside text; by hand, as a pattern would go over an unended text again and again. */
function levelsOf(text: string): number {
  let level = 0;
  let deepest = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inText) {
      if (c === '\\') i++;
      else if (c === '"') inText = false;
    } else if (c === '"') inText = true;
    else if (c === '{' || c === '[') deepest = Math.max(deepest, ++level);
    else if (c === '}' || c === ']') level--;
  }
  return deepest;
}

type ValueFault = Extract<BodyRefusal['code'], 'body-key-forbidden' | 'body-text-broken' | 'body-number-too-large'>;

function valueFault(value: unknown): ValueFault | undefined {
  if (typeof value === 'string') return isBroken(value) ? 'body-text-broken' : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'body-number-too-large';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') return 'body-key-forbidden';
    const fault = isBroken(key) ? 'body-text-broken' : valueFault(inner);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** NUL, which databases refuse, or half of a surrogate pair, which has no bytes. */
export const isBroken = (text: string): boolean => text.includes('\0') || !text.isWellFormed();
