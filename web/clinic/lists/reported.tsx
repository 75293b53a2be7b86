/**
 * What has the patient reported that waits for somebody? Signs, side effects, new medicines, doses and requests of one
 * case, with the patient's name beside its label (H16), each in the words it came in; a request is answered right here.
 */

import type { CaseId } from '../../../src/base/ids.ts';
import type { CaseReadJson, CaseViewJson } from '../../../src/http/schema/case-json.ts';
import { useAnswer } from '../frame/remote.ts';
import { say } from '../frame/words.ts';
import { daysSince, dayText } from '../part/day.ts';
import { Told } from '../part/notice.tsx';
import { RequestAnswer } from './request-answer.tsx';

export function Reported({ id }: { id: CaseId }) {
  const answer = useAnswer<CaseReadJson>(`/cases/${id}`);
  const { inbox } = say().lists;
  return (
    <div class="reported">
      <Told answer={answer}>
        {(read) => (
          <>
            <p>
              <strong>
                {read.view.label}
                {read.view.patient && `, ${read.people[read.view.patient] ?? ''}`}
              </strong>{' '}
              <span class="quiet">{inbox.looked}</span>
            </p>
            <Reports view={read.view} />
            <Requests read={read} />
          </>
        )}
      </Told>
    </div>
  );
}

/** Doses off the plan stay on the list for as many days. */
const DOSE_DAYS = 14;

function Reports({ view }: { view: CaseViewJson }) {
  const { inbox } = say().lists;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      inbox.flags,
      (view.redFlags ?? []).flatMap(({ rule, date, clearedOn }) =>
        clearedOn === undefined ? [inbox.flag(rule, dayText(date))] : [],
      ),
    ],
    [inbox.doses, dosesOf(view)],
    [
      inbox.sideEffects,
      (view.sideEffects ?? []).flatMap(({ name, grade, since, ended }) =>
        ended === undefined ? [inbox.sideEffect(name, grade, dayText(since))] : [],
      ),
    ],
    [
      inbox.changes,
      (view.changes ?? []).flatMap(({ what, text, date, seen }) =>
        seen || what === 'nothing-new' ? [] : [inbox.change(what, text, dayText(date))],
      ),
    ],
  ];
  const told = lists.filter(([, lines]) => lines.length > 0);
  const asked = (view.requests ?? []).some(({ answer }) => answer === undefined);
  if (told.length === 0 && !asked) return <p>{inbox.nothing}</p>;
  return (
    <>
      {told.map(([name, lines]) => (
        <div key={name}>
          <h3>{name}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function dosesOf({ slots = {} }: CaseViewJson): readonly string[] {
  const { inbox } = say().lists;
  return Object.entries(slots).flatMap(([key, { status, dose, conflict }]) => {
    const day = key.slice(0, 10);
    if ((daysSince(day) ?? DOSE_DAYS) >= DOSE_DAYS) return [];
    if (conflict) return [inbox.conflict(dayText(day))];
    return status === 'unplanned' ? [inbox.unplanned(dayText(day), dose)] : [];
  });
}

function Requests({ read }: { read: CaseReadJson }) {
  const { inbox } = say().lists;
  const { requests = [], as, case: id } = read.view;
  const open = requests.filter(({ answer }) => answer === undefined);
  if (open.length === 0) return null;
  return (
    <>
      <h3>{inbox.requests}</h3>
      {open.map((request) => (
        <RequestAnswer
          key={request.request}
          {...{ id, request }}
          who={read.people[request.by] ?? inbox.patient}
          isYours={as.includes('prescriber')}
        />
      ))}
    </>
  );
}
