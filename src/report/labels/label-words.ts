/** What a language must be able to say on a label of the pharmacy. Types only. */
import type { LocalDate } from '../../base/calendar.ts';
import type { Take } from '../../medicine/product.ts';
import type { PackContent, Storage } from '../../medicine/stock/pack.ts';

export type LabelWords = {
  readonly language: string;
  readonly title: string;
  /** Drug with strength or concentration; what is read first. */
  readonly product: (content: PackContent) => string;
  readonly amount: (content: PackContent) => string;
  /** A dose, mass and what to take together. */
  readonly dose: (take: Take) => string;
  /** Instead of the doses that have no room. */
  readonly otherDoses: string;
  readonly patient: (label: string) => string;
  readonly lot: (lot: string) => string;
  readonly filler: (filler: string) => string;
  readonly until: (day: LocalDate) => string;
  readonly storage: Readonly<Record<Storage, string>>;
  readonly warning: string;
  readonly kit: (code: string) => string;
  readonly kitHolds: (capsules: number) => string;
  readonly kitTake: string;
  readonly kitWarning: string;
  readonly synthetic: string;
};
