/**
 * What does the diary say so far? The last finding, as the clinic's computer made it, with its doubts: an unclear answer is
 * a normal one, and nothing here is ticked off (H18, H19). The answer on the phone can be read without a network.
 */
import { ToldFindings } from '../../../kit/part/told-findings.tsx';
import { as, computeFinding, course, finding } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Fetched } from '../fetched.tsx';
import { Heading } from '../heading.tsx';
import { momentText } from '../moment.ts';
import { say } from '../said.ts';
import { TRIAL_PARTS } from '../trial/load.ts';

export function AnswerPage() {
  const words = say().answer;
  const kept = finding.value;
  if (as.value === 'carer')
    return (
      <>
        <Heading>{words.heading}</Heading>
        <p>{words.carer}</p>
      </>
    );
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.intro}</p>
      {course.value.trials.some(({ started }) => started) && (
        <Fetched load={TRIAL_PARTS.answer} with={{ state: course.value }} quiet />
      )}
      {kept ? (
        <>
          <ToldFindings told={kept.told} />
          <p>{words.inconclusive}</p>
          <p>{words.talk}</p>
          <p class="quiet">{words.made(momentText(kept.at))}</p>
        </>
      ) : (
        <>
          <p>
            <strong>{words.none}</strong>
          </p>
          <p>{words.noneHelp}</p>
        </>
      )}
      <Compute />
    </>
  );
}

function Compute() {
  const words = say().answer;
  const { run, busy, trouble } = useActing();
  return (
    <>
      <p class="act">
        <button type="button" class="button" aria-disabled={busy} onClick={() => void run(computeFinding)}>
          {words.compute}
        </button>
      </p>
      <p role="status">{busy ? words.computing : ''}</p>
      <Trouble text={trouble} />
    </>
  );
}
