/** One case of the inbox: what it asks for, a link to the part that answers it, and what was reported when it is opened. */
import { useState } from 'preact/hooks';
import type { CaseItemJson } from '../../../src/http/schema/case-json.ts';
import { type CaseTab, caseHref } from '../frame/route.ts';
import { say } from '../frame/words.ts';
import { daysSince, dayText } from '../part/day.ts';
import { Reported } from './reported.tsx';

/** Where in the case is the answer? */
const TAB: Readonly<Record<string, CaseTab>> = {
  'red-flag': 'requests',
  'unplanned-dose': 'requests',
  'dose-conflict': 'requests',
  'side-effect-at-rule': 'requests',
  'new-medicine': 'screening',
  request: 'requests',
  'second-signature': 'plan',
  'screening-open': 'screening',
  'escape-offered': 'trial',
  'kits-missing': 'trial',
  'trial-over': 'trial',
  'plan-expired': 'plan',
  'plan-expiring': 'plan',
};

export const tabOf = (word: string): CaseTab => TAB[word] ?? 'overview';

/** Words that a report of the patient's stands behind. */
const REPORTED: readonly string[] = [
  ...['red-flag', 'unplanned-dose', 'dose-conflict', 'side-effect-at-rule', 'new-medicine', 'request'],
];

export function InboxCase({ item }: { item: CaseItemJson }) {
  const { inbox, attention } = say().lists;
  const [first = '', ...others] = item.attention;
  return (
    <li class="inbox-case">
      <div class="what">
        <a class="label" href={caseHref(item.case, tabOf(first))}>
          {item.label}
        </a>
        <span class="quiet">{timesOf(item)}</span>
      </div>
      {others.length > 0 && (
        <p class="also quiet">
          {inbox.also}{' '}
          {others.map((word, i) => (
            <span key={word}>
              {i > 0 && ', '}
              <a href={caseHref(item.case, tabOf(word))}>{attention(word).short}</a>
            </span>
          ))}
        </p>
      )}
      {item.attention.some((word) => REPORTED.includes(word)) && <Opened item={item} />}
    </li>
  );
}

/** "Diary until 12 Nov 2026 (yesterday) · plan until 3 Dec 2026". */
export function timesOf({ lastDay, planUntil }: Pick<CaseItemJson, 'lastDay' | 'planUntil'>): string {
  const { inbox, ago } = say().lists;
  const since = daysSince(lastDay);
  const diary = since === undefined ? inbox.noDay : inbox.lastDay(dayText(lastDay), ago(Math.max(0, since)));
  return planUntil === '' ? diary : `${diary} · ${inbox.planUntil(dayText(planUntil))}`;
}

/** Reading a case goes on record, so it is read when somebody opens this and not before. */
function Opened({ item }: { item: CaseItemJson }) {
  const { inbox } = say().lists;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setIsOpen(true)}>
      <summary>
        <span aria-hidden="true">{inbox.lookShort}</span>
        <span class="spoken">{inbox.look(item.label)}</span>
      </summary>
      {isOpen && <Reported id={item.case} />}
    </details>
  );
}
