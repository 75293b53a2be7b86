/** How does a code become a sentence? By a table with a line for every code of its union: a missing one does not compile. */

/** The members of a union that may carry this code. */
type OfCode<F extends { readonly code: string }, C> = F extends unknown ? (C extends F['code'] ? F : never) : never;

/** One sentence for each code of a union of faults or reasons. */
export type Words<F extends { readonly code: string }> = {
  readonly [C in F['code']]: (fault: OfCode<F, C>) => string;
};

/** The sentence for this fault. */
export function say<F extends { readonly code: string }>(words: Words<F>, fault: F): string {
  const sentence = words[fault.code as F['code']] as (f: F) => string;
  return sentence(fault);
}
