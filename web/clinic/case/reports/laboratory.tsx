/** Which tests are waited for? A step up waits with them; a result that has come is put on record, its value is not. */
import { Field } from '../../../kit/part/field.tsx';
import { textOf } from '../../../kit/part/form.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { dayText, todayText } from '../../part/day.ts';
import { Form } from '../../part/form.tsx';
import { isHereAs } from '../here.ts';
import type { ReportProps } from './reports.tsx';

export function Laboratory({ here, words }: ReportProps) {
  const tests = [...(here.view?.laboratory ?? [])].reverse();
  const send = async (end: string, test: string) => {
    const done = await askSignedIn('POST', `/cases/${here.id}/laboratory${end}`, { test, day: todayText() });
    if (!done.ok) return done.error;
    await here.reload();
    return undefined;
  };
  const may = isHereAs(here, 'prescriber');
  return (
    <section aria-labelledby="laboratory">
      <h2 id="laboratory">{words.laboratory}</h2>
      <p class="quiet">{words.laboratoryHelp}</p>
      {tests.length === 0 && <p>{words.noLaboratory}</p>}
      <ul class="plain">
        {tests.map(({ test, askedOn, answeredOn }, i) => (
          <li key={`${test} ${askedOn} ${i}`}>
            {words.testAsked(test, dayText(askedOn))}:{' '}
            {answeredOn === undefined ? words.waits : words.testAnswered(dayText(answeredOn))}
            {may && answeredOn === undefined && (
              <Form act={() => send('/answer', test)} button={words.answerTest(test)} first={false} />
            )}
          </li>
        ))}
      </ul>
      {may && (
        <Form act={(form) => send('', textOf(form, 'test').trim())} button={words.askTest} first={false}>
          {() => <Field name="test" label={words.test} help={words.testHelp} maxLength={80} />}
        </Form>
      )}
    </section>
  );
}
