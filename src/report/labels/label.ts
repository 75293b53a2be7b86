/**
 * What stands on a box that leaves the pharmacy? For a plan: drug, strength, what each dose is in what to take with mass and
 * volume always together, lot, filler, last day (H2, H26, H27). For a blinded trial: a kit's code and nothing that depends
 * on its content (H13). A case's label names whose it is; no name of a person is ever set on one (H31).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { Dose } from '../../medicine/dose.ts';
import { requiredTake, type Take } from '../../medicine/product.ts';
import { type PackContent, productOf, type Storage } from '../../medicine/stock/pack.ts';
import { brief } from '../letter/part.ts';
import type { LabelWords } from './label-words.ts';

type OnEvery = {
  /** What the clinic calls the case; no name. */
  readonly patient: string;
  readonly filler: string;
  readonly storage: Storage;
  readonly beyondUse: LocalDate;
};

export type PackLabel = OnEvery & {
  readonly kind: 'pack';
  readonly content: PackContent;
  readonly lot: string;
  /** Doses of the plan, rising; those this product cannot make alone are left out. */
  readonly doses: readonly Dose[];
};

/** All kits of a trial differ in `kit` alone: a lot would tell two of them apart. */
export type KitLabel = OnEvery & {
  readonly kind: 'kit';
  readonly kit: string;
  readonly capsules: number;
};
export type Label = PackLabel | KitLabel;

/** A label as it is set: what is read first, then line by line. */
export type SetLabel = { readonly head: string; readonly lines: readonly string[]; readonly warning: string };

export type LabelSheet = {
  readonly language: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly labels: readonly SetLabel[];
  /** Set across every page where everybody is invented. */
  readonly mark?: string;
};

/** Labels of one sheet of A4: two beside each other, four rows (99.1 x 67.7 mm). */
export const LABELS_A_PAGE = 8;
export const pagesOf = ({ labels }: Pick<LabelSheet, 'labels'>): number => Math.ceil(labels.length / LABELS_A_PAGE);

/** Longest lot, filler and name of the case on a label, characters. */
const LONGEST = 40;
const LONGEST_PATIENT = 28;
/** More do not fit beside the warning, and what does not fit is said to be left out. */
const MOST_DOSES = 6;

/** @throws RangeError without a label: an empty sheet is a bug of the caller */
export function labelSheet(
  labels: readonly Label[],
  words: LabelWords,
  { day, synthetic = false }: { readonly day: LocalDate; readonly synthetic?: boolean },
): LabelSheet {
  if (labels.length === 0) throw new RangeError('a sheet has at least one label');
  const mark = synthetic ? { mark: words.synthetic } : {};
  return { language: words.language, title: words.title, day, labels: labels.map((each) => set(each, words)), ...mark };
}

function set(label: Label, words: LabelWords): SetLabel {
  const { filler, storage, beyondUse } = label;
  const whose = words.patient(brief(label.patient, LONGEST_PATIENT));
  const keeping = [words.filler(brief(filler, LONGEST)), words.until(beyondUse), words.storage[storage]];
  if (label.kind === 'kit')
    return {
      head: words.kit(label.kit),
      lines: [whose, words.kitHolds(label.capsules), words.kitTake, ...keeping],
      warning: words.kitWarning,
    };
  const doses = takesOf(label).map(words.dose);
  const shown = doses.slice(0, MOST_DOSES).join('; ');
  const told = doses.length > MOST_DOSES ? [`${shown}; ${words.otherDoses}`] : [shown].filter((text) => text !== '');
  return {
    head: words.product(label.content),
    lines: [whose, words.amount(label.content), ...told, words.lot(brief(label.lot, LONGEST)), ...keeping],
    warning: words.warning,
  };
}

function takesOf({ content, doses }: PackLabel): readonly Take[] {
  const product = productOf(content);
  return doses.flatMap((dose) => {
    const take = requiredTake(dose, [product]);
    return take.ok && take.value.kind !== 'none' ? [take.value] : [];
  });
}
