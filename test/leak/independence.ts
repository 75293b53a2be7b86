/**
 * Are letters drawn by chance the same for drug and placebo? Pearson's chi-square over two rows of counts, turned into a
 * z by Wilson and Hilferty's cube root: what byte for byte cannot tell of values that are drawn anew each time (H13).
 */

export type Counts = {
  readonly add: (row: 'drug' | 'placebo', letter: string) => void;
  readonly result: () => {
    readonly counted: number;
    readonly chiSquare: number;
    readonly freedom: number;
    readonly z: number;
  };
};

export function counts(): Counts {
  const table = new Map<string, { drug: number; placebo: number }>();
  return {
    add: (row, letter) => {
      const cell = table.get(letter) ?? { drug: 0, placebo: 0 };
      cell[row]++;
      table.set(letter, cell);
    },
    result: () => judged([...table.values()]),
  };
}

function judged(cells: readonly { readonly drug: number; readonly placebo: number }[]) {
  const drug = cells.reduce((sum, cell) => sum + cell.drug, 0);
  const placebo = cells.reduce((sum, cell) => sum + cell.placebo, 0);
  const counted = drug + placebo;
  const chiSquare = cells.reduce((sum, cell) => {
    const all = cell.drug + cell.placebo;
    const part = (seen: number, row: number): number => (seen - (all * row) / counted) ** 2 / ((all * row) / counted);
    return sum + part(cell.drug, drug) + part(cell.placebo, placebo);
  }, 0);
  const freedom = Math.max(1, cells.length - 1);
  return { counted, chiSquare, freedom, z: normalised(chiSquare, freedom) };
}

/** Wilson and Hilferty 1931: the cube root of a chi-square over its freedom is nearly normal. */
function normalised(chiSquare: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
}
