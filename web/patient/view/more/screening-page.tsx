/**
 * The safety questions, as a patient answers them, and what the rules found, in the clinic's sentences. A patient alone also
 * puts on record that they have read it; in a clinic a prescriber does (H4, H22, H25). "I do not know" is an answer.
 */
import { useEffect, useState } from 'preact/hooks';
import { formatLocalDate, parseLocalDate } from '../../../../src/base/calendar.ts';
import type { ScreeningFindingJson, ScreeningJson } from '../../../../src/http/schema/case-json.ts';
import { type Answer, QUESTIONS, type Question } from '../../../../src/medicine/screening/screening.ts';
import { ask } from '../../../kit/ask.ts';
import { as, caseId, course, refreshNow, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { faultOfAsk } from '../ask-fault.ts';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';
import { DayField } from './medicines-page.tsx';
import { useScreeningWords } from './screening-words.ts';

const ANSWERS: readonly Answer[] = ['yes', 'no', 'unknown'];

export function ScreeningPage() {
  const words = say().more.screening;
  const [changes, setChanges] = useState(0);
  return (
    <>
      <Heading>{words.heading}</Heading>
      <Findings key={changes} />
      <p>{words.help}</p>
      <Questions kept={() => setChanges(changes + 1)} />
    </>
  );
}

type Read = { readonly screening: ScreeningJson; readonly answers?: unknown };

/** Before anything was answered there is nothing to show but the questions. */
function Findings() {
  const words = say().more.screening;
  const { run, busy, trouble } = useActing();
  const [found, setFound] = useState<ScreeningJson>();
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    void ask<Read>('GET', `/cases/${caseId.value}/screening?day=${formatLocalDate(today.value)}`).then((read) => {
      if (read.ok && read.value.answers !== undefined) setFound(read.value.screening);
    });
  }, []);
  if (!found) return null;
  const look = async () => {
    const done = await ask('POST', `/cases/${caseId.value}/screening/reviews`, { day: formatLocalDate(today.value) });
    if (!done.ok) return faultOfAsk(done.error);
    setLooked(true);
    return refreshNow();
  };
  return (
    <section>
      <h2>{words.findings}</h2>
      {found.findings.length === 0 && <p>{words.clear}</p>}
      <ul class="plain">
        {found.findings.map((finding) => (
          <Found key={finding.key} finding={finding} />
        ))}
      </ul>
      {as.value === 'patient-alone' && !looked && (
        <button type="button" class="button" aria-disabled={busy} onClick={() => void run(look)}>
          {words.looked}
        </button>
      )}
      <p role="status">{looked ? words.lookedDone : ''}</p>
      <Trouble text={trouble} />
    </section>
  );
}

function Found({ finding: { severity, detail, clearFrom } }: { finding: ScreeningFindingJson }) {
  const words = say().more.screening;
  const day = parseLocalDate(clearFrom ?? '');
  return (
    <li>
      <p>
        <strong>{words.severity[severity]}.</strong> {detail} {day.ok && words.clearFrom(day.value)}
      </p>
    </li>
  );
}

type Given = Readonly<Partial<Record<Question, Answer>>>;

function Questions({ kept }: { kept: () => void }) {
  const words = say().more.screening;
  const texts = useScreeningWords()?.QUESTION_WORDS;
  const before = course.value.answers;
  const [given, setGiven] = useState<Given>(before?.answers ?? {});
  const [operation, setOperation] = useState(
    before?.operationOn === undefined ? '' : formatLocalDate(before.operationOn),
  );
  const [done, setDone] = useState(false);
  const { run, busy, trouble } = useActing();
  const left = QUESTIONS.filter((question) => given[question] === undefined).length;
  const planned = given['operation-planned-within-14-days'] === 'yes';
  const keep = async () => {
    const on = formatLocalDate(today.value);
    const when = planned && operation !== '' ? { operationOn: operation } : {};
    const answers = { on, answers: given, ...measured(), ...when };
    const told = await ask('PUT', `/cases/${caseId.value}/screening/answers`, { answers, day: on });
    if (!told.ok) return faultOfAsk(told.error);
    setDone(true);
    kept();
    return refreshNow();
  };
  if (!texts) return <p role="status">{say().frame.wait}</p>;
  return (
    <>
      {QUESTIONS.map((question) => (
        <fieldset class="choices question" key={question}>
          <legend>{texts[question]}</legend>
          <div class="row">
            {ANSWERS.map((answer) => (
              <label key={answer}>
                <input
                  {...{ type: 'radio', name: question, checked: given[question] === answer }}
                  onChange={() => setGiven({ ...given, [question]: answer })}
                />
                {words.answers[answer]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {planned && <DayField label={words.operationOn} value={operation} change={setOperation} min={today.value} />}
      {left === 0 ? (
        <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(keep)}>
          {words.keep}
        </button>
      ) : (
        <p>{words.left(left)}</p>
      )}
      <p role="status">{done ? words.kept : ''}</p>
      <Trouble text={trouble} />
    </>
  );
}

/** What a laboratory measured is not asked here and not lost: it goes along as it was told. */
function measured() {
  const { liverTimesUpperLimit, egfr } = course.value.answers ?? {};
  return {
    ...(liverTimesUpperLimit === undefined ? {} : { liverTimesUpperLimit }),
    ...(egfr === undefined ? {} : { egfr }),
  };
}
