/**
 * A column of scores into an outcome: its scale, which way is better, what change is worth having.
 * Each comes from the person or is found and stated; a direction nobody can tell is asked for, never assumed.
 */
import { checkOutcome, type Direction, defaultWorthwhile, type Outcome } from '../../trial/outcome.ts';
import { addFault, type DecimalSeparator, type FaultList, type Stated } from '../fault.ts';
import { type Column, headerPlace } from './column.ts';
import { directionInName } from './name.ts';
import { readScoreRows, type Scale, type ScoreRows, settleScale } from './score.ts';

export type OutcomeColumn = { readonly outcome: Outcome; readonly rows: ScoreRows };

export type AskedOutcome = {
  readonly scale?: Scale | undefined;
  readonly better?: Direction | undefined;
  readonly worthwhile?: number | undefined;
};

/** Reads every outcome column; one that is refused is left out of the list and stands in `faults`. */
export function readOutcomes(
  columns: readonly Column[],
  asked: AskedOutcome,
  separator: DecimalSeparator,
  faults: FaultList,
  stated: Stated[],
): readonly OutcomeColumn[] {
  const scale = asked.scale;
  if (scale && !(Number.isFinite(scale.minimum) && Number.isFinite(scale.maximum) && scale.maximum > scale.minimum)) {
    addFault(faults, { code: 'scale-empty', minimum: scale.minimum, maximum: scale.maximum });
    return [];
  }
  return columns.flatMap((column) => {
    const rows = readScoreRows(column, separator, faults);
    const better = settleDirection(column, asked.better, faults, stated);
    const found = settleScale(column, rows, scale, faults, stated);
    if (!better || !found) return [];
    const outcome = makeOutcome(column.name, found, better, asked.worthwhile, faults, stated);
    return outcome ? [{ outcome, rows }] : [];
  });
}

function settleDirection(
  column: Column,
  asked: Direction | undefined,
  faults: FaultList,
  stated: Stated[],
): Direction | undefined {
  const better = asked ?? directionInName(column.name);
  if (better) stated.push({ code: 'direction', column: column.name, better, reason: asked ? 'asked' : 'name' });
  else addFault(faults, { code: 'direction-unknown', row: column.headerLine, column: headerPlace(column).column });
  return better;
}

function makeOutcome(
  id: string,
  scale: Scale,
  better: Direction,
  asked: number | undefined,
  faults: FaultList,
  stated: Stated[],
): Outcome | undefined {
  const worthwhile = asked ?? defaultWorthwhile(scale);
  const outcome = checkOutcome({ id, label: id, scale, better, worthwhile });
  if (!outcome.ok) {
    addFault(faults, { code: 'worthwhile-off-scale', column: id, worthwhile, width: scale.maximum - scale.minimum });
    return undefined;
  }
  const reason = asked === undefined ? 'tenth-of-scale' : 'asked';
  stated.push({ code: 'worthwhile', column: id, points: worthwhile, reason });
  return outcome.value;
}
