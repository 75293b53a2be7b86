/** A code with its data, as our decisions give their reasons: over the wire with a sentence beside it, for whoever shows it. */
import { z } from 'zod';
import { PLAN_CAUTION, REASON, say } from '../../../web/kit/words/en/plan.ts';
import { DIARY_REFUSED } from '../../../web/kit/words/en/refused-diary.ts';
import { GATE_FAULT, NO_PLAN } from '../../../web/kit/words/en/refused-plan.ts';
import type { Reason } from '../../medicine/moves.ts';
import type { PlanCaution } from '../../medicine/titration.ts';
import type { NoPlan } from '../../records/case-state.ts';
import type { DiaryRefusal } from '../../records/entry-rules.ts';
import type { GateFault } from '../../service/titration-gates.ts';
import { toldWith } from '../problem.ts';

/** `detail` is the sentence; the other members are the data of that code. */
function coded<T extends { readonly code: string }>(sentence: (value: T) => string) {
  const isCoded = (value: unknown): boolean => typeof value === 'object' && value !== null && 'code' in value;
  return z.codec(z.looseObject({ code: z.string(), detail: z.string() }), z.custom<T>(isCoded), {
    decode: (_, context) => {
      context.issues.push({ code: 'custom', input: undefined, params: { fault: 'unreadable' } });
      return z.NEVER;
    },
    encode: (value) => toldWith(value, sentence(value)),
  });
}

export const MOVE_REASON = coded<Reason>((reason) => say(REASON, reason));
export const GATE = coded<GateFault>((fault) => say(GATE_FAULT, fault));
export const NO_PLAN_REASON = coded<NoPlan>((why) => say(NO_PLAN, why));
export const CAUTION = coded<PlanCaution>((caution) => say(PLAN_CAUTION, caution));
export const ENTRY_REFUSAL = coded<DiaryRefusal>((refusal) => say(DIARY_REFUSED, refusal));
