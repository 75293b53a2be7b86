/**
 * What should be looked at first? Open cases that ask for it, in groups from what may have done harm to what can wait; each
 * leads to the part of the case that answers it, and a request can be answered here (H9, H20, H37). Watches nothing.
 */
import './lists.css';
import { useEffect, useMemo } from 'preact/hooks';
import type { CaseItemJson, CaseListJson } from '../../../src/http/schema/case-json.ts';
import { isDemonstration } from '../../kit/ask.ts';
import { Heading } from '../frame/heading.tsx';
import { type Keyset, useKeyset } from '../frame/keyset.ts';
import { scrollToWhereItWas } from '../frame/route.ts';
import { say } from '../frame/words.ts';
import { todayLongText } from '../part/day.ts';
import { Notice, refusalText, Waiting } from '../part/notice.tsx';
import { PrintButton } from '../part/print.tsx';
import { DemoStart } from './demo-start.tsx';
import { InboxCase } from './inbox-case.tsx';

const casesOf = ({ cases }: CaseListJson): readonly CaseItemJson[] => cases;

export function Inbox() {
  const { inbox } = say().lists;
  const list = useKeyset('inbox', '/inbox?limit=200', casesOf);
  useWhole(list);
  const groups = useMemo(() => groupsOf(list.pages.flat()), [list.pages]);
  const count = groups.reduce((sum, { cases }) => sum + cases.length, 0);
  useEffect(() => {
    if (list.isWhole) scrollToWhereItWas();
  }, [list.isWhole]);
  return (
    <>
      <div class="line">
        <Heading title={inbox.heading}>{inbox.heading}</Heading>
        <PrintButton />
      </div>
      {isDemonstration() && <DemoStart />}
      <Progress list={list} count={count} />
      {list.isWhole && count === 0 && <Empty />}
      {list.isWhole && groups.map(({ word, cases }) => <Group key={word} word={word} cases={cases} />)}
    </>
  );
}

/** A red flag on the last page comes first, so the list is read to its end before it is shown. */
function useWhole({ state, isWhole, more }: Keyset<unknown>): void {
  useEffect(() => {
    if (state === 'idle' && !isWhole) more();
  }, [state, isWhole, more]);
}

function Progress({ list, count }: { list: Keyset<unknown>; count: number }) {
  const { inbox } = say().lists;
  if (list.state === 'refused' && list.refusal) return <Notice text={refusalText(list.refusal)} again={list.reload} />;
  if (!list.isWhole) return count === 0 ? <Waiting /> : <p role="status">{inbox.reading(count)}</p>;
  return (
    <p role="status" class="quiet">
      {todayLongText()}
      {count > 0 && `. ${inbox.count(count)}`}
    </p>
  );
}

function Empty() {
  const { inbox } = say().lists;
  return (
    <>
      <p>{inbox.none}</p>
      <p class="quiet">{inbox.noneHelp}</p>
    </>
  );
}

type Group = { readonly word: string; readonly cases: readonly CaseItemJson[] };

/** The server sorts each page, worst first, and each case's words; pages are put together here in the same order. */
function groupsOf(cases: readonly CaseItemJson[]): readonly Group[] {
  const groups = new Map<string, CaseItemJson[]>();
  for (const item of cases) {
    const word = item.attention[0] ?? '';
    groups.set(word, [...(groups.get(word) ?? []), item]);
  }
  const rank = (word: string): number => (WORST_FIRST.includes(word) ? WORST_FIRST.indexOf(word) : WORST_FIRST.length);
  return [...groups].map(([word, all]) => ({ word, cases: all })).sort((a, b) => rank(a.word) - rank(b.word));
}

/** As the server ranks them. */
const WORST_FIRST: readonly string[] = [
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

function Group({ word, cases }: Group) {
  const { heading, help } = say().lists.attention(word);
  const id = `group-${word}`;
  return (
    <section aria-labelledby={id} class="group">
      <h2 id={id}>
        {heading} <span class="quiet">({cases.length})</span>
      </h2>
      {help !== '' && <p class="quiet">{help}</p>}
      <ul class="rows">
        {cases.map((item) => (
          <InboxCase key={item.case} item={item} />
        ))}
      </ul>
    </section>
  );
}
