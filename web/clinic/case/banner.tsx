/**
 * Whose case is this, and what do they take today? Two identifiers, dose and place, in sight in every part of the case,
 * on paper too (H16).
 */
import type { PermittedJson } from '../../../src/http/schema/case-json.ts';
import { Heading } from '../frame/heading.tsx';
import { caseHref } from '../frame/route.ts';
import { daysSince } from '../part/day.ts';
import { PrintButton } from '../part/print.tsx';
import { type Here, isHereAs } from './here.ts';
import { Planned } from './planned.tsx';

export function Banner({ here }: { here: Here }) {
  const { id, view, words, attention, permitted } = here;
  if (!view)
    return (
      <header class="case-banner">
        <Heading title={words.caseWithoutLabel} of={id}>
          {words.caseWithoutLabel}
        </Heading>
        <p>{words.withoutContent}</p>
      </header>
    );
  const patient = view.patient === undefined ? words.nameHidden : here.name(view.patient);
  return (
    <header class="case-banner">
      <PrintButton />
      <Heading title={view.label} of={id}>
        {view.label} <span class="patient">{patient}</span>
      </Heading>
      {permitted && <Today here={here} permitted={permitted} />}
      {view.moves && !isHereAs(here, 'prescriber') && <Planned view={view} words={words} />}
      {view.status !== 'open' && <p class="standing">{words.statusIs[view.status]}</p>}
      {view.solo && <p class="quiet">{words.solo}</p>}
      {attention.includes('red-flag') && (
        <p class="standing">
          <a href={caseHref(id, 'requests')}>{words.flagStands}</a>
        </p>
      )}
    </header>
  );
}

function Today({ here: { view, words }, permitted }: { here: Here; permitted: PermittedJson }) {
  const { plan, why, dose, moves, standing, reasons } = permitted;
  if (!plan)
    return (
      <p class="takes">
        <strong>{words.noDose}</strong> {why?.detail}
      </p>
    );
  const steps = view?.plans?.find((each) => each.plan === plan.plan)?.content.steps;
  const place =
    plan.place === 'baseline'
      ? words.atBaseline
      : words.atStep(plan.place + 1, Array.isArray(steps) ? steps.length : plan.place + 1);
  const day = (daysSince(plan.since) ?? 0) + 1;
  // Where not even holding is open, the rules forbid every dose of the day.
  const isClosed = !moves.some(({ move }) => move === 'hold');
  const against = standing.length > 0 ? standing : reasons.filter(({ stands }) => stands === 'against');
  return (
    <>
      <p class="takes">
        {isClosed ? words.notToBeTaken : words.takesToday}{' '}
        <strong class="amount">{dose === '0 mg' ? words.noDrug : dose}</strong>, {place},{' '}
        {words.sinceDay(plan.since, day)}; {words.validTo(plan.validTo)}.
      </p>
      {isClosed && (
        <ul class="standing">
          {against.map(({ code, detail }) => (
            <li key={`${code} ${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}
