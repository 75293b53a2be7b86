/** What the comparisons share: flags, a table in columns, medians, and ending red when a bar is missed. */

/** `--name value` from the command line as a whole number, or `otherwise`. @throws RangeError for anything else. */
export function countFlag(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return otherwise;
  const value = Number(process.argv[at + 1]);
  if (!(Number.isInteger(value) && value > 0)) throw new RangeError(`--${name} needs a whole number above 0`);
  return value;
}

export const hasFlag = (name: string): boolean => process.argv.includes(`--${name}`);

/** Prints rows under their heads, numbers to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const text = rows.map((row) => row.map(String));
  const width = heads.map((head, j) => Math.max(head.length, ...text.map((row) => row[j]?.length ?? 0)));
  const line = (cells: readonly string[], isHead: boolean): string =>
    cells
      .map((cell, j) =>
        isHead || j === 0 || /[a-z]{3}/i.test(cell) ? cell.padEnd(width[j] ?? 0) : cell.padStart(width[j] ?? 0),
      )
      .join('  ')
      .trimEnd();
  console.log(line(heads, true));
  console.log(width.map((w) => '-'.repeat(w)).join('  '));
  for (const row of text) console.log(line(row, false));
}

/** Middle value; mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** "pass" or "FAIL"; a fail makes the process end with code 1. */
export function verdict(passes: boolean): 'pass' | 'FAIL' {
  if (!passes) process.exitCode = 1;
  return passes ? 'pass' : 'FAIL';
}

/** 4.2 -> "4.2", 1234.5 -> "1,235". */
export function formatRatio(ratio: number): string {
  return ratio >= 100 ? Math.round(ratio).toLocaleString('en') : ratio.toPrecision(2);
}
