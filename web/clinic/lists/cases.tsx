/**
 * Which cases are there? The person's own, found by the start of the label, filtered, and read a page at a time while
 * somebody scrolls; ten thousand stay smooth because what is out of sight is not drawn. Opens no case (H16).
 */
import './lists.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CaseItemJson, CaseListJson } from '../../../src/http/schema/case-json.ts';
import { Field, Option, Select } from '../../kit/part/field.tsx';
import { Heading } from '../frame/heading.tsx';
import { type Keyset, useKeyset } from '../frame/keyset.ts';
import { caseHref, isReturn, scrollToWhereItWas } from '../frame/route.ts';
import { say } from '../frame/words.ts';
import { dayText } from '../part/day.ts';
import { EndOfList } from '../part/end-of-list.tsx';
import { PrintButton } from '../part/print.tsx';

type Status = 'open' | 'closed' | 'all';
type Wanted = {
  readonly text: string;
  readonly status: Status;
  readonly byChange: boolean;
  readonly toLookAt: boolean;
};

const AT_FIRST: Wanted = { text: '', status: 'open', byChange: false, toLookAt: false };
/** What was asked for last, for whoever comes back. */
let last = AT_FIRST;

/** A page shorter than the window would be asked for twice; a long one takes longer than a finger. */
const PAGE_LENGTH = 100;

function queryOf({ text, status, byChange, toLookAt }: Wanted): string {
  const query = new URLSearchParams({ limit: String(PAGE_LENGTH), order: byChange ? 'changed' : 'label' });
  if (text.trim() !== '') query.set('labelStart', text.trim());
  if (status !== 'all') query.set('status', status);
  if (toLookAt) query.set('attention', 'true');
  return `/cases?${query}`;
}

const casesOf = ({ cases }: CaseListJson): readonly CaseItemJson[] => cases;

export function Cases() {
  const { cases } = say().lists;
  const [wanted, setWanted] = useState<Wanted>(isReturn.peek() ? last : AT_FIRST);
  last = wanted;
  const list = useKeyset('cases', queryOf(wanted), casesOf);
  useEffect(() => scrollToWhereItWas(), []);
  return (
    <>
      <div class="line">
        <Heading title={cases.heading}>{cases.heading}</Heading>
        <PrintButton />
      </div>
      <Search wanted={wanted} change={setWanted} />
      <Count list={list} wanted={wanted} />
      {list.pages.length > 0 && <Rows list={list} />}
      <EndOfList list={list} />
    </>
  );
}

function Search({ wanted, change }: { wanted: Wanted; change: (wanted: Wanted) => void }) {
  const { cases } = say().lists;
  return (
    <search class="filters screen-only">
      <Field
        {...{ type: 'search', name: 'label-start', label: cases.search, maxLength: 80, isOptional: true }}
        value={wanted.text}
        onInput={(text) => change({ ...wanted, text })}
      />
      <Select
        {...{ name: 'status', label: cases.status, value: wanted.status }}
        options={[
          ['open', cases.statuses.open],
          ['closed', cases.statuses.closed],
          ['all', cases.statuses.all],
        ]}
        onInput={(status) => change({ ...wanted, status: status as Status })}
      />
      <Select
        {...{ name: 'order', label: cases.order, value: wanted.byChange ? 'changed' : 'label' }}
        options={[
          ['label', cases.orders.label],
          ['changed', cases.orders.changed],
        ]}
        onInput={(order) => change({ ...wanted, byChange: order === 'changed' })}
      />
      <div class="choices">
        <Option
          {...{ type: 'checkbox', name: 'attention', label: cases.attention, checked: wanted.toLookAt }}
          onChange={() => change({ ...wanted, toLookAt: !wanted.toLookAt })}
        />
      </div>
    </search>
  );
}

function Count({ list, wanted }: { list: Keyset<CaseItemJson>; wanted: Wanted }) {
  const { cases } = say().lists;
  const count = list.pages.reduce((sum, page) => sum + page.length, 0);
  const isAll = wanted.text === '' && !wanted.toLookAt && wanted.status !== 'closed';
  const empty = isAll ? cases.noneYet : cases.none;
  const told = count === 0 ? (list.isWhole ? empty : '') : cases.count(count, list.isWhole);
  return (
    <p role="status" class="quiet" id="count">
      {told}
    </p>
  );
}

function Rows({ list }: { list: Keyset<CaseItemJson> }) {
  const { columns, heading } = say().lists.cases;
  return (
    <div class="case-list">
      <div class="case-row head-row quiet" aria-hidden="true">
        <span>{columns.label}</span>
        <span>{columns.lastDay}</span>
        <span>{columns.planUntil}</span>
        <span>{columns.attention}</span>
      </div>
      <ul aria-label={heading}>
        {list.pages.map((page) => (
          <Page key={page[0]?.case} page={page} words={say()} />
        ))}
      </ul>
    </div>
  );
}

type PageProps = { readonly page: readonly CaseItemJson[]; readonly words: ReturnType<typeof say> };

/** Drawn once: a page that has come does not change while others follow; another language draws it anew. */
function Page({ page, words }: PageProps) {
  return useMemo(
    () => (
      <>
        {page.map((item) => (
          <Row key={item.case} item={item} />
        ))}
      </>
    ),
    [page, words],
  );
}

function Row({ item }: { item: CaseItemJson }) {
  const { cases, attention, never } = say().lists;
  const { columns } = cases;
  return (
    <li class="case-row">
      <span>
        <a href={caseHref(item.case)}>{item.label}</a>
        {item.status === 'closed' && <span class="quiet"> ({cases.closed})</span>}
      </span>
      <Cell name={columns.lastDay}>{item.lastDay === '' ? never : dayText(item.lastDay)}</Cell>
      <Cell name={columns.planUntil}>{item.planUntil === '' ? cases.noPlan : dayText(item.planUntil)}</Cell>
      <Cell name={columns.attention}>
        {item.attention.length === 0 ? (
          <span class="quiet">{cases.quiet}</span>
        ) : (
          item.attention.map((word) => attention(word).short).join(', ')
        )}
      </Cell>
    </li>
  );
}

/** On a narrow page each value carries the name of its column; for a screen reader always. */
const Cell = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <span>
    <span class="column">{name}: </span>
    {children}
  </span>
);
