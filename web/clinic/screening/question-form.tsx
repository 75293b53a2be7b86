/**
 * What is asked of a patient before the drug: every question yes, no or not known, all answered for today at once. An
 * earlier answer is offered as it stood and is recorded anew; an unanswered one stays unanswered (H4, H7).
 */
import { useState } from 'preact/hooks';
import type { AnswersJson } from '../../../src/http/schema/case-json.ts';
import { type Answer, QUESTIONS, type Question } from '../../../src/medicine/screening/screening.ts';
import type { Refusal } from '../../kit/ask.ts';
import { DayField, Field } from '../../kit/part/field.tsx';
import { askSignedIn } from '../frame/session.ts';
import { dayText, todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import type { ScreeningProps, ScreeningWords } from './screening-tab.tsx';

const ANSWERS = ['yes', 'no', 'unknown'] as const;
type Given = { readonly [Q in Question]?: Answer };
type Measures = { readonly liver: string; readonly egfr: string; readonly operationOn: string };
type Props = ScreeningProps & { readonly answers: AnswersJson | undefined };

export function QuestionForm({ here, words, answers, changed }: Props) {
  const [given, setGiven] = useState<Given>(answers?.answers ?? {});
  const [measures, setMeasures] = useState<Measures>({
    liver: answers?.liverTimesUpperLimit?.toString() ?? '',
    egfr: answers?.egfr?.toString() ?? '',
    operationOn: answers?.operationOn ?? '',
  });
  const [own, setOwn] = useState<Faults>({});
  const [said, setSaid] = useState('');
  const missing = QUESTIONS.filter((question) => given[question] === undefined).length;
  const act = async (): Promise<Refusal | undefined> => {
    setSaid('');
    const read = readMeasures(words, measures);
    setOwn(missing > 0 ? { ...read.faults, missing: words.unanswered(missing) } : read.faults);
    if (missing > 0 || Object.keys(read.faults).length > 0) return undefined;
    const day = todayText();
    const body = { answers: { on: day, answers: given, ...read.values }, day };
    const kept = await askSignedIn<Counts>('PUT', `/cases/${here.id}/screening/answers`, body);
    if (!kept.ok) return kept.error;
    await changed();
    setSaid(words.answersSaved(kept.value.openHard, kept.value.openSoft));
    return undefined;
  };
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{words.questions}</h2>
      <p>{answers ? words.answeredOn(answers.on) : words.neverAnswered}</p>
      <details class="fold" open={answers === undefined}>
        <summary>{words.openQuestions}</summary>
        <p class="quiet">{words.questionsHelp}</p>
        <Form act={act} button={words.saveAnswers}>
          {() => (
            <>
              {QUESTIONS.map((question) => (
                <One
                  key={question}
                  {...{ words, question, answer: given[question] }}
                  onChange={(answer) => setGiven({ ...given, [question]: answer })}
                />
              ))}
              <MeasureFields {...{ words, measures, own }} onChange={setMeasures} />
              {own.missing && (
                <p role="alert" class="fault">
                  {own.missing}
                </p>
              )}
            </>
          )}
        </Form>
      </details>
      <p role="status">{said}</p>
    </section>
  );
}

type Counts = { readonly openHard: number; readonly openSoft: number };
type Faults = { readonly liver?: string; readonly egfr?: string; readonly missing?: string };

type OneProps = {
  readonly words: ScreeningWords;
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly onChange: (answer: Answer) => void;
};

function One({ words, question, answer, onChange }: OneProps) {
  return (
    <fieldset class="choices question">
      <legend>{words.question[question]}</legend>
      <div class="row">
        {ANSWERS.map((each) => (
          <label key={each}>
            <input type="radio" name={question} checked={answer === each} onChange={() => onChange(each)} />
            {words.answers[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type MeasureProps = {
  readonly words: ScreeningWords;
  readonly measures: Measures;
  readonly own: Faults;
  readonly onChange: (measures: Measures) => void;
};

function MeasureFields({ words, measures, own, onChange }: MeasureProps) {
  const { operationOn } = measures;
  return (
    <>
      <Field
        {...{ name: 'liver', label: words.liver, help: words.liverHelp, fault: own.liver, maxLength: 10 }}
        {...{ isOptional: true, value: measures.liver, onInput: (liver) => onChange({ ...measures, liver }) }}
      />
      <Field
        {...{ name: 'egfr', label: words.egfr, help: words.egfrHelp, fault: own.egfr, maxLength: 10 }}
        {...{ isOptional: true, value: measures.egfr, onInput: (egfr) => onChange({ ...measures, egfr }) }}
      />
      <DayField
        {...{ name: 'operation-on', label: words.operationOn, isOptional: true, value: operationOn }}
        inWords={operationOn === '' ? '' : dayText(operationOn)}
        onInput={(day) => onChange({ ...measures, operationOn: day })}
      />
    </>
  );
}

/** A number with a point and nothing else: a comma is not guessed at (H34). */
function readMeasures(words: ScreeningWords, { liver, egfr, operationOn }: Measures) {
  const isNumber = (text: string): boolean => /^\d{1,3}(\.\d{1,2})?$/.test(text.trim());
  const wrong = (text: string): boolean => text.trim() !== '' && !isNumber(text);
  const faults: Faults = {
    ...(wrong(liver) ? { liver: words.numberUnreadable } : {}),
    ...(wrong(egfr) ? { egfr: words.numberUnreadable } : {}),
  };
  const values = {
    ...(liver.trim() === '' ? {} : { liverTimesUpperLimit: Number(liver) }),
    ...(egfr.trim() === '' ? {} : { egfr: Number(egfr) }),
    ...(operationOn === '' ? {} : { operationOn }),
  };
  return { faults, values };
}
