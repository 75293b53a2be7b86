/** What must a page be able to say about a file it reads? Types only: one line a code, for every language. */
import type { FileFault, Stated, TableFault } from '../../../src/table/fault.ts';

/** What happened, and what to do next. */
export type FaultWords = { readonly happened: string; readonly next: string };

/** The members of a union whose code is `C`. */
type With<F extends { readonly code: string }, C> = F extends unknown ? (C extends F['code'] ? F : never) : never;
/** One entry a code of the union. */
export type WordsFor<F extends { readonly code: string }, W> = { readonly [C in F['code']]: (fault: With<F, C>) => W };

export type TableWords = {
  /** Stands once under every list of refusals: what was kept. */
  readonly nothingChanged: string;
  readonly fault: (fault: TableFault) => FaultWords;
  /** One decision taken while reading, as a sentence to disagree with. */
  readonly stated: (stated: Stated) => string;
  /** Why the file could not be opened as text, and what to do. */
  readonly fileFault: (fault: FileFault) => string;
};
