/**
 * The list of medicines that comes with Titrial. Where it came from, how it is renewed and what it lacks stands in
 * data/screening/SOURCE.md and docs/decisions/0016-screening-list.md. A list with a fault ends the program (H7).
 */
import json from '../../../data/screening/drug-list.json' with { type: 'json' };
import { type DrugList, readDrugList } from './drug-list.ts';

const read = readDrugList(json);
if (!read.ok) throw new RangeError(`data/screening/drug-list.json: ${JSON.stringify(read.error.slice(0, 3))}`);

/** Checked when it is loaded, so that nothing runs on a broken list. */
export const BUILT_IN_LIST: DrugList = read.value;
