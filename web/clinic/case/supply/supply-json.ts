/** What the interface tells of a supply, as the values our own code works with. What cannot be read here is a bug. */
import type { SupplyJson } from '../../../../src/http/schema/case-json.ts';
import { parseConcentration, parseVolume } from '../../../../src/medicine/concentration.ts';
import type { PackContent } from '../../../../src/medicine/stock/pack.ts';
import { doseFrom } from '../view-state.ts';

/** @throws RangeError for what the server cannot have sent */
export function contentFrom(content: SupplyJson['supply'][number]['content']): PackContent {
  if (content.form !== 'liquid') return { ...content, strength: doseFrom(content.strength) };
  const [concentration, graduation, volume] = [
    parseConcentration(content.concentration),
    parseVolume(content.graduation),
    parseVolume(content.volume),
  ];
  if (!concentration.ok || !graduation.ok || !volume.ok) throw new RangeError('not a liquid');
  return {
    ...{ form: 'liquid', concentration: concentration.value, graduation: graduation.value, volume: volume.value },
  };
}
