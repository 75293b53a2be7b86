/** The pieces a letter is made of, and the numbers of its references in the order in which they are first named. */
import { SOURCE_IDS, type SourceId } from '../evidence.ts';

/** Text; text that stands out; or the numbers of sources. */
export type Run = string | { readonly strong: string } | { readonly cite: readonly number[] };
export type Line = readonly Run[];

export type Part =
  /** `level` 2 = within a section. */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 2 }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly quiet?: true }
  | { readonly kind: 'list'; readonly numbered?: true; readonly items: readonly Line[] }
  /** `widths` in parts of the whole; the first column names its row; a `caption` stays on the page of its table. */
  | {
      readonly kind: 'table';
      readonly caption?: string;
      readonly head: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Line[])[];
    }
  /** A `caption` stays beneath it. */
  | { readonly kind: 'figure'; readonly svg: string; readonly alt: string; readonly caption?: string }
  /** Framed, so that it is found again in a hurry. */
  | { readonly kind: 'box'; readonly parts: readonly Part[] }
  | { readonly kind: 'references'; readonly items: readonly string[] };

/** Longest text of the record in a letter, characters: a plan's or a medicine's name, not a note. */
const LONGEST = 60;

/** A text of the record, cut where it would fill the page, and seen to be cut. */
export function brief(text: string, longest = LONGEST): string {
  const characters = [...text.trim()];
  return characters.length <= longest ? text.trim() : `${characters.slice(0, longest - 1).join('')}…`;
}

export const heading = (text: string): Part => ({ kind: 'heading', text });
export const paragraph = (...line: Line): Part => ({ kind: 'paragraph', line });
export const quiet = (...line: Line): Part => ({ kind: 'paragraph', line, quiet: true });

/** Gives each source its number when it is first cited. */
export type Citations = {
  readonly of: (...sources: readonly SourceId[]) => Run;
  /** Sources in the order of their numbers. */
  readonly all: () => readonly SourceId[];
};

export function citations(): Citations {
  const named: SourceId[] = [];
  const numberOf = (source: SourceId): number => {
    if (!SOURCE_IDS.includes(source)) throw new RangeError(`not a source: ${source}`);
    if (!named.includes(source)) named.push(source);
    return named.indexOf(source) + 1;
  };
  return { of: (...sources) => ({ cite: sources.map(numberOf) }), all: () => [...named] };
}
