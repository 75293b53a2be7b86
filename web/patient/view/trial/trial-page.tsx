/**
 * The trial in one place: where it stands, what it is, agreeing and taking that back, stopping, its periods, and, once it
 * has been opened, what the kits held. Until then nothing here depends on that (H12, H13).
 */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { guessesDue, phaseOn, trialEndOn } from '../../../../src/records/course-trial.ts';
import type { TrialPhase, TrialRecord } from '../../../../src/records/trial-state.ts';
import { daysOf } from '../../../../src/trial/protocol.ts';
import { course, today } from '../../phone/phone.ts';
import { Heading } from '../heading.tsx';
import { About } from './about.tsx';
import { Consent } from './consent.tsx';
import { GuessToday } from './guess-today.tsx';
import { Leaving } from './leaving.tsx';
import { Opened } from './opened.tsx';
import { Periods } from './periods.tsx';
import { sayTrial } from './said.ts';

export function TrialPage() {
  const words = sayTrial();
  const state = course.value;
  const shown = state.trials.filter(({ signed }) => signed).reverse();
  return (
    <>
      <Heading>{words.heading}</Heading>
      {shown.length === 0 && <p>{state.trials.length > 0 ? words.phase.designed : words.none}</p>}
      {shown.map((record, i) => (
        <Trial key={record.trial} record={record} state={state} isFirst={i === 0} />
      ))}
    </>
  );
}

type TrialProps = { readonly record: TrialRecord; readonly state: CaseState; readonly isFirst: boolean };

/** The newest opened up, older ones folded. */
function Trial({ record, state, isFirst }: TrialProps) {
  if (isFirst) return <Whole record={record} state={state} />;
  const on = record.started?.on ?? record.signed?.screening.on;
  return (
    <details>
      <summary>
        {sayTrial().heading}
        {on !== undefined && `, ${formatLocalDate(on)}`}
      </summary>
      <Whole record={record} state={state} />
    </details>
  );
}

function Whole({ record, state }: Omit<TrialProps, 'isFirst'>) {
  const day = today.value;
  const phase = phaseOn(record, day);
  const isAsked = phase === 'signed' && record.consent?.withdrawnOn === undefined;
  return (
    <>
      <Standing record={record} phase={phase} />
      {isAsked && <About record={record} />}
      {isAsked && <Consent record={record} />}
      {phase === 'opened' && <Opened record={record} state={state} />}
      {guessesDue(state, record, day).length > 0 && <GuessToday state={state} />}
      <Leaving record={record} phase={phase} />
      {record.started && <Periods record={record} state={state} />}
      {!isAsked && phase !== 'dropped' && (
        <details>
          <summary>{sayTrial().about.heading}</summary>
          <About record={record} />
        </details>
      )}
    </>
  );
}

function Standing({ record, phase }: { readonly record: TrialRecord; readonly phase: TrialPhase }) {
  const words = sayTrial();
  const { consent, started, stopped, protocol } = record;
  const end = trialEndOn(record);
  const isBack = consent?.withdrawnOn !== undefined;
  const early = started && end !== undefined && end < started.on + daysOf(protocol) ? end : undefined;
  return (
    <>
      <p class="mass">{isBack && !started ? words.consent.withdrawn : words.phase[phase]}</p>
      {started && phase === 'ready' && <p>{words.begins(started.on)}</p>}
      {(phase === 'consented' || phase === 'sealed' || phase === 'ready') && <p>{words.untilThen}</p>}
      {end !== undefined && phase === 'running' && <p>{words.endsOn((end - 1) as typeof end)}</p>}
      {early !== undefined && phase === 'over' && (
        <p>{stopped && stopped.by !== course.value.patient ? words.stoppedBy(early) : words.stopped(early)}</p>
      )}
      {phase === 'over' && <p>{words.overSealed}</p>}
      {consent && !isBack && <p class="quiet">{words.consent.given(consent.on)}</p>}
    </>
  );
}
