/**
 * What must a report of an N-of-1 trial say? Every item and sub-item of CENT 2015 (25 and 44), and for each whether the
 * record fills it, whether it does not apply to one person, or what only the clinic can add. The types let none be left
 * out; a marked item says why, and nothing is filled with a guess (H18).
 */

/** Numbers as in Vohra, Shamseer et al., BMJ 2015;350:h1738. */
export const CENT_ITEMS = [
  ...(['1a', '1b', '2a.1', '2a.2', '2b'] as const),
  ...(['3a', '3b', '4a', '4b', '4c', '5', '6a.1', '6a.2', '6b', '7a', '7b'] as const),
  ...(['8a', '8b', '8c', '9', '10', '11a', '11b', '12a', '12b', '12c'] as const),
  ...(['13a.1', '13a.2', '13b', '14a', '14b', '15', '16', '17a.1', '17a.2', '17b', '18', '19'] as const),
  ...(['20', '21', '22', '23', '24', '25'] as const),
] as const;
export type CentItem = (typeof CENT_ITEMS)[number];

export const CENT_SECTIONS = ['title', 'introduction', 'methods', 'results', 'discussion', 'other'] as const;
export type CentSection = (typeof CENT_SECTIONS)[number];

/** 'filled' may still lack something; 'for-the-clinic': the record cannot know it. */
export const CENT_STATUSES = ['filled', 'not-applicable', 'for-the-clinic'] as const;
export type CentStatus = (typeof CENT_STATUSES)[number];

/** Why an item is marked, or what a filled one lacks. */
export const CENT_REASONS = [
  ...(['one-person', 'no-binary-outcome', 'ethics', 'registration', 'funding'] as const),
  ...(['diagnostic-criteria', 'age-and-sex', 'reason-for-length'] as const),
] as const;
export type CentReason = (typeof CENT_REASONS)[number];

export type CentMark =
  | { readonly status: 'filled'; readonly lacks?: CentReason }
  | { readonly status: 'not-applicable' | 'for-the-clinic'; readonly why: CentReason };

const FILLED: CentMark = { status: 'filled' };

/** How each item is answered for a trial of one person that was run here. */
export const CENT_MARKS: Readonly<Record<CentItem, CentMark>> = {
  ...{ '1a': FILLED, '1b': FILLED, '2a.1': FILLED, '2a.2': FILLED, '2b': FILLED, '3a': FILLED, '3b': FILLED },
  '4a': { status: 'filled', lacks: 'diagnostic-criteria' },
  '4b': FILLED,
  '4c': { status: 'for-the-clinic', why: 'ethics' },
  ...{ '5': FILLED, '6a.1': FILLED, '6a.2': FILLED, '6b': FILLED },
  '7a': { status: 'filled', lacks: 'reason-for-length' },
  ...{ '7b': FILLED, '8a': FILLED, '8b': FILLED, '8c': FILLED, '9': FILLED, '10': FILLED },
  ...{ '11a': FILLED, '11b': FILLED, '12a': FILLED },
  '12b': { status: 'not-applicable', why: 'one-person' },
  ...{ '12c': FILLED, '13a.1': FILLED },
  '13a.2': { status: 'not-applicable', why: 'one-person' },
  ...{ '13b': FILLED, '14a': FILLED, '14b': FILLED },
  '15': { status: 'filled', lacks: 'age-and-sex' },
  ...{ '16': FILLED, '17a.1': FILLED, '17a.2': FILLED },
  '17b': { status: 'not-applicable', why: 'no-binary-outcome' },
  ...{ '18': FILLED, '19': FILLED, '20': FILLED, '21': FILLED, '22': FILLED },
  '23': { status: 'for-the-clinic', why: 'registration' },
  '24': FILLED,
  '25': { status: 'for-the-clinic', why: 'funding' },
};

/** Where each item stands in a report: 1 title, 2 introduction, 3-12 methods, 13-19 results, 20-22 discussion, 23-25 the rest. */
export function sectionOf(item: CentItem): CentSection {
  const number = Number.parseInt(item, 10);
  if (number <= 1) return 'title';
  if (number <= 2) return 'introduction';
  if (number <= 12) return 'methods';
  if (number <= 19) return 'results';
  return number <= 22 ? 'discussion' : 'other';
}
