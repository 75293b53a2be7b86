/** A chart told as a table: the alternative every drawing carries. */

/** Heading cells and as many cells in every row; the first cell of a row names it. */
export type Rows = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
