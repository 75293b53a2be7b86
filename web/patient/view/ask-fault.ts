/** What a refused question to the server means on this page: its own sentence, or that there is no connection. */
import { err, type Result } from '../../../src/base/result.ts';
import type { Refusal } from '../../kit/ask.ts';
import type { Fault } from './acting.tsx';

export function faultOfAsk(refusal: Refusal): Result<never, Fault> {
  if (refusal.from === 'page') return err({ code: refusal.code });
  return err({ code: refusal.code, detail: refusal.detail });
}
