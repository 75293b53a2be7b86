/**
 * Which column is what? A proposal with its reasons, for a person to accept or change; nothing is chosen in silence.
 * Looks at names and at a sample of rows, and proposes nothing where two columns would do equally well.
 */
import { dateParts } from './column/civil-date.ts';
import { directionInName, saysCapsule, saysDate, saysDose, saysNoScore, unitInName } from './column/name.ts';
import { scoreWord } from './column/score.ts';
import type { Row } from './csv.ts';
import type { ColumnReason, LeftOutReason } from './fault.ts';
import { isMissing } from './number.ts';

/** Rows enough to tell what a column holds. */
export const SAMPLE_ROWS = 500;

export type ColumnChoice = { readonly column: string; readonly reason: ColumnReason };

export type Proposal = {
  readonly date?: ColumnChoice;
  readonly dose?: ColumnChoice;
  /** More than one column could hold the dose: a person must say which. Empty otherwise. */
  readonly doseCandidates: readonly string[];
  /** Unit the dose column's name states. */
  readonly doseUnit?: 'mg' | 'ug';
  readonly capsule?: ColumnChoice;
  readonly outcomes: readonly ColumnChoice[];
  readonly leftOut: readonly { readonly column: string; readonly reason: LeftOutReason }[];
};

/** Columns a person has already named; they are not proposed for anything else. */
export type Named = {
  readonly date?: string | undefined;
  readonly dose?: string | undefined;
  readonly capsule?: string | undefined;
};

type Sampled = { readonly name: string; readonly cells: readonly string[] };

/** Proposes from the header and a sample of rows; `named` columns are taken as given. Total: any table has a proposal. */
export function guessColumns(header: readonly string[], sampleRows: readonly Row[], named: Named = {}): Proposal {
  const sampled = header
    .map((name, i) => ({ name, cells: sampleRows.map((row) => row.cells[i] ?? '').filter((cell) => !isMissing(cell)) }))
    .filter(({ name }) => name !== '');
  const taken = new Set([named.date, named.dose, named.capsule]);
  const free = sampled.filter(({ name }) => !taken.has(name));
  const date = named.date === undefined ? guessDate(free) : asked(named.date);
  const afterDate = free.filter(({ name }) => name !== date?.column);
  const capsule = named.capsule === undefined ? guessCapsule(afterDate) : asked(named.capsule);
  const afterCapsule = afterDate.filter(({ name }) => name !== capsule?.column);
  const doseCandidates = named.dose === undefined ? afterCapsule.filter(couldBeDose).map(({ name }) => name) : [];
  const only = doseCandidates.length === 1 ? doseCandidates[0] : undefined;
  const dose: ColumnChoice | undefined =
    named.dose !== undefined
      ? asked(named.dose)
      : only !== undefined
        ? { column: only, reason: 'name-says-dose' }
        : undefined;
  const unit = dose ? unitInName(dose.column) : undefined;
  const rest = afterCapsule.filter(({ name }) => name !== dose?.column && !doseCandidates.includes(name));
  return {
    ...(date ? { date } : {}),
    ...(dose ? { dose } : {}),
    doseCandidates: doseCandidates.length > 1 ? doseCandidates : [],
    ...(unit && unit !== 'ml' ? { doseUnit: unit } : {}),
    ...(capsule ? { capsule } : {}),
    ...guessOutcomes(rest),
  };
}

function asked(column: string): ColumnChoice {
  return { column, reason: 'asked' };
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/** Half of the cells, not all: one bad date must be named as a bad date, not hide the column. */
function holdsDates({ cells }: Sampled): boolean {
  return share(cells, (cell) => dateParts(cell) !== undefined) >= 0.5;
}

function guessDate(columns: readonly Sampled[]): ColumnChoice | undefined {
  const byCells = columns.find(holdsDates);
  if (byCells) return { column: byCells.name, reason: 'cells-are-dates' };
  const byName = columns.find(({ name }) => saysDate(name));
  return byName && { column: byName.name, reason: 'name-says-date' };
}

function guessCapsule(columns: readonly Sampled[]): ColumnChoice | undefined {
  const yesNo = (cell: string): boolean => /^(?:0|1|yes|no)$/i.test(cell.trim());
  const found = columns.find(({ name, cells }) => saysCapsule(name) && share(cells, yesNo) >= 0.5);
  return found && { column: found.name, reason: 'name-says-capsule' };
}

function couldBeDose(column: Sampled): boolean {
  const { name, cells } = column;
  const number = (cell: string): boolean => /^\s*[.,]?\d/.test(cell);
  return saysDose(name) && !holdsDates(column) && (cells.length === 0 || share(cells, number) >= 0.5);
}

function guessOutcomes(columns: readonly Sampled[]): Pick<Proposal, 'outcomes' | 'leftOut'> {
  const judged = columns.map((column) => ({ column: column.name, reason: whyNoOutcome(column) }));
  const chosen = judged.filter(({ reason }) => reason === undefined);
  const outcomes = chosen.map(({ column }): ColumnChoice => ({ column, reason: 'cells-are-scores' }));
  return { outcomes, leftOut: judged.flatMap(({ column, reason }) => (reason ? [{ column, reason }] : [])) };
}

const NUMBER = /^[+-]?\d{1,9}(?:[.,]\d{1,17})?$/;

function whyNoOutcome(column: Sampled): LeftOutReason | undefined {
  const { name, cells } = column;
  const said = cells.filter((cell) => scoreWord(cell) === undefined);
  if (said.length === 0) return 'no-entries';
  if (holdsDates(column)) return 'cells-are-dates';
  if (share(said, (cell) => NUMBER.test(cell.trim())) < 0.5) return 'not-numbers';
  if (directionInName(name) !== undefined) return undefined;
  if (saysNoScore(name)) return 'name-is-no-score';
  const numbers = said.map((cell) => Number(cell.trim().replace(',', '.'))).filter((n) => !Number.isNaN(n));
  if (numbers.some((n) => n < 0 || n > 100)) return 'beyond-0-100';
  return countsUp(numbers) ? 'counts-up' : undefined;
}

/** A counter of days or rows: never falls, never jumps, and goes through many values. */
function countsUp(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((n, i) => n - (numbers[i] ?? 0));
  return new Set(numbers).size >= 8 && steps.every((step) => step === 0 || step === 1);
}
