/**
 * The plan as it was signed: its steps and where the patient is, what its rules allow today and why, asking, and stopping,
 * which is always there. Shows what a person decided; decides nothing (H11).
 */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { TitrationPlan } from '../../../../src/medicine/titration.ts';
import type { CaseState, PlanInForce, PlanRecord } from '../../../../src/records/case-state.ts';
import { trialOn } from '../../../../src/records/course-trial.ts';
import { interruptionOn } from '../../../../src/records/interruption.ts';
import { as, course, people, plan, today } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Heading } from '../heading.tsx';
import { momentText } from '../moment.ts';
import { say } from '../said.ts';
import { noPlanText } from '../today/no-plan-text.ts';
import { AskClinic } from './ask-clinic.tsx';
import { MovesToday } from './moves-today.tsx';
import { Stop } from './stop.tsx';

export function PlanPage() {
  const words = say().plan;
  const state = course.value;
  const now = plan.value;
  const shown = now.ok ? now.value : undefined;
  const why = now.ok ? undefined : now.error;
  return (
    <>
      <Heading>{words.heading}</Heading>
      {why && <p class="mass">{words.none}</p>}
      {why && <p>{noPlanText(why)}</p>}
      {state.trials.some(({ signed }) => signed) && <ToTrial />}
      {shown && <Where inForce={shown} />}
      {shown && <MovesToday inForce={shown} state={state} />}
      {as.value !== 'carer' && <Stop inForce={shown} trial={trialOn(state, today.value)} />}
      {as.value !== 'patient-alone' && (
        <AskClinic state={state} at={shown ? (shown.place === 'baseline' ? 'baseline' : 'step') : 'none'} />
      )}
      {as.value === 'patient-alone' && (
        <p>
          <a class="button" href={addressOf('solo')}>
            {words.copyIn}
          </a>
        </p>
      )}
      {shown && <Steps inForce={shown} />}
      {shown && <Rules content={shown.content} />}
      {shown && <Signed record={state.plans.find((record) => record.plan === shown.plan)} state={state} />}
    </>
  );
}

function ToTrial() {
  return (
    <p>
      <a class="button" href={addressOf('trial')}>
        {say().frame.titles.trial}
      </a>
    </p>
  );
}

function Where({ inForce: { content, place, since } }: { inForce: PlanInForce }) {
  const words = say().plan;
  const day = today.value - since + 1;
  const step = place === 'baseline' ? undefined : content.steps[place];
  const pause = interruptionOn(course.value, today.value);
  return (
    <>
      <p class="mass">{step && !pause ? formatDose(step.dose) : say().today.dose.noDose}</p>
      {pause && <p>{say().today.dose.ahead(pause.from, pause.until)}</p>}
      <p>{step ? words.place.step(day, step.minimumDays) : words.place.baseline(day, content.baselineDays)}</p>
    </>
  );
}

function Steps({ inForce: { content, place } }: { inForce: PlanInForce }) {
  const words = say().plan;
  const { baselineDays, endlineDays, steps } = content;
  const at = place === 'baseline' ? -1 : place;
  const rows = [
    ...(baselineDays > 0 ? [{ at: -1, text: words.step.baseline(baselineDays) }] : []),
    ...steps.map(({ dose, minimumDays }, i) => ({ at: i, text: words.step.dose(formatDose(dose), minimumDays) })),
    ...(endlineDays > 0 ? [{ at: steps.length, text: words.step.endline(endlineDays) }] : []),
  ];
  return (
    <section>
      <h2>{words.steps}</h2>
      <ol class="steps">
        {rows.map((row) => (
          <li key={row.at} aria-current={row.at === at ? 'step' : undefined}>
            {row.text}
            {row.at === at && <strong> · {words.here}</strong>}
          </li>
        ))}
      </ol>
      <p>{words.ceiling(formatDose(content.ceiling))}</p>
    </section>
  );
}

function Rules({ content: { rules } }: { content: TitrationPlan }) {
  const words = say().plan.rules;
  return (
    <details>
      <summary>{words.heading}</summary>
      <ul>
        <li>{words.hold(rules)}</li>
        <li>{words.stepDown(rules)}</li>
        <li>{words.stepUp(rules)}</li>
        <li>{words.late(rules)}</li>
        <li>{words.judge(rules)}</li>
        <li>{words.stop}</li>
      </ul>
    </details>
  );
}

function Signed({ record, state }: { record: PlanRecord | undefined; state: CaseState }) {
  const words = say().plan;
  if (!record) return null;
  const { signatures, transcribed, prescribedBy, validTo } = record;
  const name = (person: string): string => people.value[person] ?? words.someone;
  return (
    <section class="quiet" aria-label={words.signedName}>
      {transcribed && <p>{words.transcribed(prescribedBy ?? words.someone)}</p>}
      {signatures.map(({ by, at }) => (
        <p key={by}>{words.signed(name(by), momentText(at))}</p>
      ))}
      {validTo !== undefined && state.status === 'open' && <p>{words.until(validTo)}</p>}
    </section>
  );
}
