/**
 * A code with its data, as our decisions give their reasons: over the wire with a sentence beside it, for whoever shows it.
 * A schema that holds one is made once for each language; the frame encodes an answer by the one of the reader.
 */
import { z } from 'zod';
import type { HttpWords } from '../../../web/kit/words/http.ts';
import type { Reason } from '../../medicine/moves.ts';
import type { PlanCaution } from '../../medicine/titration.ts';
import type { NoPlan } from '../../records/case-state.ts';
import type { DiaryRefusal } from '../../records/entry-rules.ts';
import type { KitRefusal } from '../../records/kit-rules.ts';
import type { GateFault } from '../../service/titration-gates.ts';
import type { TrialGate } from '../../service/trial/gates.ts';
import { HTTP_WORDS, type InLanguages, inEach } from '../language.ts';
import { toldWith } from '../problem.ts';

/** `detail` is the sentence; the other members are the data of that code. */
function coded<T extends { readonly code: string }>(sentence: (value: T) => string) {
  const isCoded = (value: unknown): boolean => typeof value === 'object' && value !== null && 'code' in value;
  return z.codec(z.looseObject({ code: z.string(), detail: z.string() }), z.custom<T>(isCoded), {
    decode: (_, context) => {
      context.issues.push({ code: 'custom', input: undefined, params: { fault: 'unreadable' } });
      return z.NEVER;
    },
    encode: (value, context) => {
      // Asked for a part that is absent inside a list, zod tries this with undefined, and keeps nothing of it.
      if (isCoded(value)) return toldWith(value, sentence(value));
      context.issues.push({ code: 'custom', input: undefined, params: { fault: 'unreadable' } });
      return z.NEVER;
    },
  });
}

const reasonsIn = (words: HttpWords) => ({
  moveReason: coded<Reason>(words.moveReason),
  gate: coded<GateFault>(words.gate),
  noPlan: coded<NoPlan>(words.noPlan),
  caution: coded<PlanCaution>(words.caution),
  entryRefusal: coded<DiaryRefusal>(words.entryRefused),
  kitRefusal: coded<KitRefusal>(words.entryRefused),
  trialGate: coded<TrialGate>(words.trialGate),
});

/** The same schema once for each language, with the reasons of that language in it. */
export const inLanguages = <A>(made: (reasons: ReturnType<typeof reasonsIn>) => A): InLanguages<A> =>
  inEach((language) => made(reasonsIn(HTTP_WORDS[language])));
