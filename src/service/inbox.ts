/**
 * What should a prescriber look at first? The open cases they are tied to that ask for it, each with its words; read from
 * rows, so that looking at the inbox opens no case. A red flag stands before everything else (H20, H37).
 */
import { civilDateAt } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CaseRow } from '../records/ports.ts';
import { type Actor, authoriseInClinic, type Denial } from './authority.ts';
import { type CaseItem, type CaseList, isPage, itemOf, type ListRefusal, LONGEST_LIST, pageOf } from './case-list.ts';
import { attentionOn } from './case-record-row.ts';
import type { Ports } from './ports.ts';

export type InboxRefusal = Denial | ListRefusal;

/** From what may have done harm to what can wait; a word that is not here comes last. */
const FIRST: readonly string[] = [
  ...[
    'red-flag',
    'unplanned-dose',
    'dose-conflict',
    'side-effect-at-rule',
    'escape-offered',
    'new-medicine',
    'request',
  ],
  ...['second-signature', 'screening-open', 'kits-missing', 'plan-expired', 'trial-over'],
  ...['supply', 'plan-expiring', 'silent'],
];

const rank = (word: string): number => {
  const place = FIRST.indexOf(word);
  return place < 0 ? FIRST.length : place;
};

/** Open cases with something to look at, those that changed last first; within a page the most serious first. */
export async function readInbox(
  ports: Ports,
  actor: Actor,
  query: { readonly after?: string; readonly limit: number },
): Promise<Result<CaseList<CaseItem>, InboxRefusal>> {
  const may = authoriseInClinic('inbox.read', actor);
  if (!may.ok) return may;
  if (!isPage(query.limit)) return err({ code: 'page-out-of-range', longest: LONGEST_LIST });
  const day = civilDateAt(ports.clock.now());
  const show = (row: CaseRow): CaseItem | undefined => {
    const words = [...attentionOn(row, day)].sort((a, b) => rank(a) - rank(b));
    return words.length > 0 ? itemOf(row, words) : undefined;
  };
  const page = await pageOf(ports, actor, { ...query, status: 'open', order: 'changed' }, show);
  const worst = ({ attention }: CaseItem): number => rank(attention[0] ?? '');
  return ok({ ...page, cases: [...page.cases].sort((a, b) => worst(a) - worst(b)) });
}
