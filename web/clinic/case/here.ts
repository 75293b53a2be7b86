/**
 * What does a part of a case have in hand? The case as the reader may see it, what the plan permits today, who is who,
 * and how to look again after something was done. A part that is not the reader's is absent, and absence denies (H16).
 */
import type { CaseId } from '../../../src/base/ids.ts';
import type { CaseReadJson, CaseViewJson, PermittedJson } from '../../../src/http/schema/case-json.ts';

import type { caseWords } from '../../kit/words/en/clinic-case.ts';
import type { CaseTab } from '../frame/route.ts';

export type CaseWords = typeof caseWords;

export type Here = {
  readonly id: CaseId;
  /** undefined: only the ties, the access log and the erasure are the reader's (an admin without a tie). */
  readonly view: CaseViewJson | undefined;
  readonly seq: number;
  readonly attention: readonly string[];
  /** undefined: not asked for, because it is not the reader's; or it has not come yet. */
  readonly permitted: PermittedJson | undefined;
  /** One thing inside the part, from the address. */
  readonly part: string | undefined;
  readonly words: CaseWords;
  /** Names by id of everybody the view names. */
  readonly people: Readonly<Record<string, string>>;
  /** The name behind an id, as far as the case names it. */
  readonly name: (person: string) => string;
  /** Looks again; done when the new state stands here. */
  readonly reload: () => Promise<void>;
};

type Capacity = CaseViewJson['as'][number];

/** Is the case shown to the reader in one of these capacities? */
export const isHereAs = ({ view }: Pick<Here, 'view'>, ...capacities: readonly Capacity[]): boolean =>
  view?.as.some((capacity) => capacities.includes(capacity)) ?? false;

const CLINICAL: readonly Capacity[] = ['prescriber', 'coordinator'];

/** Which parts may the reader open? */
export function tabsFor(read: CaseReadJson | undefined, isAdmin: boolean): readonly CaseTab[] {
  const as = read?.view.as ?? [];
  const has = (...capacities: readonly Capacity[]): boolean => as.some((capacity) => capacities.includes(capacity));
  const tabs: readonly (readonly [CaseTab, boolean])[] = [
    ['overview', has('pharmacist', ...CLINICAL)],
    ['findings', has(...CLINICAL)],
    ['screening', has('prescriber')],
    ['plan', has(...CLINICAL)],
    ['supply', has('pharmacist', 'prescriber')],
    ['trial', has('pharmacist', ...CLINICAL)],
    ['requests', has(...CLINICAL)],
    ['record', isAdmin || has(...CLINICAL)],
    ['letter', has('prescriber')],
    ['people', isAdmin || has(...CLINICAL)],
  ];
  return tabs.flatMap(([name, may]) => (may ? [name] : []));
}
