/** What has the clinic decided for itself? Its name, and the highest ceiling any plan may have; doses carry units (H1). */
import { useState } from 'preact/hooks';
import type { ClinicJson } from '../../../src/http/schema/people-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Field } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { Heading } from '../frame/heading.tsx';
import { type Answer, useAnswer } from '../frame/remote.ts';
import { askSignedIn } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { Form } from '../part/form.tsx';
import { Told } from '../part/notice.tsx';

const FIELD_OF = {
  'name-missing': 'clinic-name',
  'name-too-long': 'clinic-name',
  'name-unreadable': 'clinic-name',
  'ceiling-out-of-range': 'ceiling',
  'fields-refused': 'ceiling', // what is no dose with its unit
};

export function Clinic() {
  const { clinic: words } = say().people;
  const answer = useAnswer<ClinicJson>('/clinic');
  return (
    <>
      <Heading title={words.heading}>{words.heading}</Heading>
      <Told answer={answer}>{(clinic) => <Settings clinic={clinic} answer={answer} />}</Told>
    </>
  );
}

function Settings({ clinic, answer }: { clinic: ClinicJson; answer: Answer<ClinicJson> }) {
  const { clinic: words } = say().people;
  const [said, setSaid] = useState('');
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    setSaid('');
    const asked = { name: textOf(form, 'clinic-name'), maximumCeiling: textOf(form, 'ceiling') };
    const done = await askSignedIn<ClinicJson>('PATCH', '/clinic', asked);
    if (!done.ok) return done.error;
    setSaid(words.saved);
    answer.set(done.value);
    return undefined;
  };
  if (clinic.state === 'solo') return <p>{words.solo}</p>;
  return (
    <Form act={act} button={words.button} fieldOf={FIELD_OF} beside={<span role="status">{said}</span>}>
      {(faults) => (
        <>
          <Field
            {...{ name: 'clinic-name', label: words.name, help: words.nameHelp, maxLength: 200 }}
            {...{ fault: faults['clinic-name'], start: clinic.name }}
          />
          <Field
            {...{ name: 'ceiling', label: words.ceiling, help: words.ceilingHelp, maxLength: 20 }}
            {...{ fault: faults.ceiling, start: clinic.maximumCeiling }}
          />
        </>
      )}
    </Form>
  );
}
