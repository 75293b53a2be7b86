/**
 * Which dose has the plan for today? For those who are not shown the screening: whether it may be taken is not theirs to
 * read, and the sentence says no more than what the plan says (H16).
 */
import { formatLocalDate } from '../../../src/base/calendar.ts';
import type { CaseViewJson } from '../../../src/http/schema/case-json.ts';
import { formatDose, NO_DOSE } from '../../../src/medicine/dose.ts';
import { followedOn } from '../../../src/records/course-plans.ts';
import { today } from '../part/day.ts';
import type { CaseWords } from './here.ts';
import { stateFrom } from './view-state.ts';

export function Planned({ view, words }: { readonly view: CaseViewJson; readonly words: CaseWords }) {
  const day = today();
  const found = followedOn(stateFrom(view), day);
  if (!found) return <p class="takes">{words.noPlanToday}</p>;
  const { followed, place, since, validTo } = found;
  const { steps } = followed.content;
  const dose = place === 'baseline' ? NO_DOSE : (steps[place]?.dose ?? NO_DOSE);
  return (
    <p class="takes">
      {words.plannedToday} <strong class="amount">{dose === 0 ? words.noDrug : formatDose(dose)}</strong>,{' '}
      {place === 'baseline' ? words.atBaseline : words.atStep(place + 1, steps.length)},{' '}
      {words.sinceDay(formatLocalDate(since), day - since + 1)}; {words.validTo(formatLocalDate(validTo))}.
    </p>
  );
}
