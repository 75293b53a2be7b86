/**
 * Which columns are read as what: those a person named, the rest as proposed, and every choice stated.
 * A name that is not in the header, a column asked to be two things, and a part nobody could find are refused.
 */
import { directionInName } from './column/name.ts';
import type { Table } from './csv.ts';
import { addFault, type ColumnRole, type FaultList, quoteCell, type Stated } from './fault.ts';
import { guessColumns, type Proposal, SAMPLE_ROWS } from './guess-columns.ts';
import type { ReadOptions } from './read-diary.ts';

/** Column names listed in a refusal. */
const NAMES_SHOWN = 50;

/** The columns read, by their names in the header. */
export type Mapping = {
  readonly date: string;
  readonly dose: string;
  readonly capsule?: string;
  readonly outcomes: readonly string[];
};

/** The mapping, or undefined with the reasons in `faults`. Choices go into `stated` with why. */
export function settleColumns(
  table: Table,
  options: ReadOptions,
  faults: FaultList,
  stated: Stated[],
): Mapping | undefined {
  checkNamed(table, options, faults);
  if (faults.shown.length > 0) return undefined;
  const proposal = guessColumns(table.header, table.rows.slice(0, SAMPLE_ROWS), options);
  const items: Stated[] = [];
  const outcomes = chooseOutcomes(proposal, options, items);
  const columns = namesShown(table);
  const { date, dose, capsule } = proposal;
  if (proposal.doseCandidates.length > 0)
    addFault(faults, { code: 'dose-column-ambiguous', columns: proposal.doseCandidates.map(quoteCell) });
  else if (!dose) addFault(faults, { code: 'column-missing', role: 'dose', columns });
  if (!date) addFault(faults, { code: 'column-missing', role: 'date', columns });
  if (outcomes.length === 0) addFault(faults, { code: 'column-missing', role: 'outcome', columns });
  if (!date || !dose || faults.shown.length > 0) return undefined;
  stated.push({ code: 'column-chosen', role: 'date', ...date }, { code: 'column-chosen', role: 'dose', ...dose });
  if (capsule) stated.push({ code: 'column-chosen', role: 'capsule', ...capsule });
  stated.push(...items);
  return { date: date.column, dose: dose.column, ...(capsule ? { capsule: capsule.column } : {}), outcomes };
}

/** The first names of the header, for a person to choose from. */
function namesShown({ header }: Table): readonly string[] {
  return header
    .filter((name) => name !== '')
    .slice(0, NAMES_SHOWN)
    .map(quoteCell);
}

function checkNamed(table: Table, options: ReadOptions, faults: FaultList): void {
  const named: [ColumnRole, string | undefined][] = [
    ['date', options.date],
    ['dose', options.dose],
    ['capsule', options.capsule],
    ...(options.outcomes ?? []).map((name): [ColumnRole, string] => ['outcome', name]),
  ];
  const columns = namesShown(table);
  const used = new Set<string>();
  for (const [role, column] of named) {
    if (column === undefined) continue;
    if (column === '' || !table.header.includes(column))
      addFault(faults, { code: 'column-unknown', role, column: quoteCell(column), columns });
    else if (used.has(column)) addFault(faults, { code: 'column-used-twice', column: quoteCell(column) });
    used.add(column);
  }
}

/**
 * The named outcomes, or the proposed ones. A proposed column whose direction nobody can tell is left out and stated, so
 * long as another remains; when none does, all stay and reading refuses each with `direction-unknown`.
 */
function chooseOutcomes(proposal: Proposal, options: ReadOptions, stated: Stated[]): readonly string[] {
  if (options.outcomes && options.outcomes.length > 0) {
    for (const column of options.outcomes)
      stated.push({ code: 'column-chosen', role: 'outcome', column, reason: 'asked' });
    return options.outcomes;
  }
  const known = proposal.outcomes.filter(({ column }) => options.better || directionInName(column));
  const chosen = known.length > 0 ? known : proposal.outcomes;
  for (const { column } of proposal.outcomes)
    if (!chosen.some((choice) => choice.column === column))
      stated.push({ code: 'column-left-out', column, reason: 'direction-unknown' });
  for (const left of proposal.leftOut) stated.push({ code: 'column-left-out', ...left });
  for (const choice of chosen) stated.push({ code: 'column-chosen', role: 'outcome', ...choice });
  return chosen.map(({ column }) => column);
}
