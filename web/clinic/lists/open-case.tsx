/**
 * How does a case begin? For a patient of the clinic or somebody new, under a label that is no name, with the reasons the
 * therapy is tried and the washout that counts. Opened once however often it is sent; leads to the screening (H10, H16).
 */
import './lists.css';
import { useState } from 'preact/hooks';
import { type CaseId, idFrom, type PersonId } from '../../../src/base/ids.ts';
import type { LinkJson } from '../../../src/http/schema/people-json.ts';
import { pageRefusal, type Refusal } from '../../kit/ask.ts';
import { Field, Option } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { Heading } from '../frame/heading.tsx';
import { askSignedIn } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { Form } from '../part/form.tsx';
import { PersonChoice } from '../people/person-choice.tsx';
import { type Opened, OpenedCase } from './opened-case.tsx';

const FIELD_OF = { 'name-missing': 'patient-name', 'event-refused': 'label' };

/** Made here, so that sending it twice opens one case. */
const newCaseId = (): CaseId => idFrom<'case'>(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

export function OpenCase() {
  const { open } = say().lists;
  const [id] = useState(newCaseId);
  const [opened, setOpened] = useState<Opened>();
  const [isNew, setIsNew] = useState(true);
  const [isChosen, setIsChosen] = useState(true);
  if (opened) return <OpenedCase {...opened} />;
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    if (isNew && textOf(form, 'patient-name').trim() === '') return pageRefusal('name-missing');
    setIsChosen(isNew || textOf(form, 'patient') !== '');
    if (!isNew && textOf(form, 'patient') === '') return undefined;
    const done = await openCase(id, form, isNew);
    if (!done.ok) return done.error;
    setOpened(done.value);
    return undefined;
  };
  return (
    <>
      <Heading title={open.heading}>{open.heading}</Heading>
      <p>{open.intro}</p>
      <Form act={act} button={open.button} fieldOf={FIELD_OF}>
        {(faults) => (
          <>
            <Who {...{ isNew, setIsNew, faults }} chosenFault={isChosen ? undefined : open.choose} />
            <Field
              {...{ name: 'label', label: open.label, help: open.labelHelp, fault: faults.label, maxLength: 80 }}
            />
            <Indications />
            <Washout />
          </>
        )}
      </Form>
    </>
  );
}

type WhoProps = {
  readonly isNew: boolean;
  readonly setIsNew: (isNew: boolean) => void;
  readonly faults: Readonly<Partial<Record<string, string>>>;
  readonly chosenFault: string | undefined;
};

function Who({ isNew, setIsNew, faults, chosenFault }: WhoProps) {
  const { open } = say().lists;
  return (
    <>
      <fieldset class="choices">
        <legend>{open.who}</legend>
        <div class="row">
          <Option
            {...{ type: 'radio', name: 'who', value: 'new', label: open.isNew, checked: isNew }}
            onChange={() => setIsNew(true)}
          />
          <Option
            {...{ type: 'radio', name: 'who', value: 'known', label: open.isKnown, checked: !isNew }}
            onChange={() => setIsNew(false)}
          />
        </div>
      </fieldset>
      {isNew ? (
        <Field
          {...{ name: 'patient-name', label: open.name, help: open.nameHelp, fault: faults['patient-name'] }}
          maxLength={80}
        />
      ) : (
        <PersonChoice
          {...{ name: 'patient', label: open.find, found: open.found, none: open.noneFound, fault: chosenFault }}
          fits={({ roles, state }) => roles.includes('patient') && state !== 'left' && state !== 'erased'}
        />
      )}
    </>
  );
}

function Indications() {
  const { open } = say().lists;
  return (
    <>
      <fieldset class="choices indications">
        <legend>{open.indications}</legend>
        <p class="quiet">{open.indicationsHelp}</p>
        {Object.entries(open.icd).map(([code, name]) => (
          <Option key={code} {...{ type: 'checkbox', name: 'indication', value: code, label: `${name} (${code})` }} />
        ))}
      </fieldset>
      <Field
        {...{ name: 'codes', label: open.code, help: open.codeHelp, maxLength: 100, isOptional: true, isLogin: true }}
      />
    </>
  );
}

function Washout() {
  const { open } = say().lists;
  return (
    <fieldset class="choices">
      <legend>{open.washout}</legend>
      <p class="quiet">{open.washoutHelp}</p>
      {(['label', 'research'] as const).map((name) => (
        <Option
          key={name}
          {...{ type: 'radio', name: 'washout', value: name, label: open.washouts[name], start: name === 'label' }}
        />
      ))}
    </fieldset>
  );
}

type CaseOpened = { readonly case: CaseId; readonly patient: PersonId };

/** Opens it, and makes a link for somebody new; a link that fails leaves the case open and says so. */
async function openCase(id: CaseId, form: FormData, isNew: boolean) {
  const name = textOf(form, 'patient-name').trim();
  const typed = textOf(form, 'codes')
    .split(/[,;\s]+/)
    .map((code) => code.toUpperCase())
    .filter((code) => code !== '');
  const label = textOf(form, 'label').trim();
  const opened = await askSignedIn<CaseOpened>('POST', '/cases', {
    ...{ case: id, label, washout: textOf(form, 'washout') },
    indications: [...new Set([...form.getAll('indication').map(String), ...typed])],
    patient: isNew ? { name } : { person: textOf(form, 'patient') },
  });
  if (!opened.ok) return opened;
  const made: Opened = { id: opened.value.case, label, name };
  if (!isNew) return { ok: true as const, value: made };
  const link = await askSignedIn<LinkJson>('POST', `/people/${opened.value.patient}/device-link`, {
    removeWays: false,
  });
  return { ok: true as const, value: link.ok ? { ...made, link: link.value } : { ...made, refusal: link.error } };
}
