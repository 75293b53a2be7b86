/**
 * What the patient takes besides, by the name on the box. The list of the clinic recognises it or says that somebody has to
 * look; what is not recognised counts against going on until then (H4, H6).
 */
import { useId, useState } from 'preact/hooks';
import { formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import type { MatchJson } from '../../../../src/http/schema/case-json.ts';
import type { MedicineForm, MedicineUse } from '../../../../src/medicine/screening/screening.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { ask } from '../../../kit/ask.ts';
import { caseId, course, refreshNow, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { faultOfAsk } from '../ask-fault.ts';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';
import { Choice } from './choice.tsx';
import { useScreeningWords } from './screening-words.ts';

const FORMS: readonly MedicineForm[] = [
  ...(['immediate-release', 'extended-release', 'patch', 'injection', 'depot', 'unknown'] as const),
];
const USES: readonly MedicineUse['kind'][] = ['current', 'stopped', 'unknown'];

export function MedicinesPage() {
  const words = say().more.medicines;
  const { medicines } = course.value;
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.help}</p>
      {medicines.length === 0 && <p>{words.none}</p>}
      <ul class="plain">
        {medicines.map((medicine) => (
          <Taken key={medicine.id} medicine={medicine} />
        ))}
      </ul>
      <NewMedicine />
    </>
  );
}

function Taken({ medicine: { id, text, code, use } }: { medicine: CaseState['medicines'][number] }) {
  const words = say().more.medicines;
  const { run, busy, trouble } = useActing();
  const name = text === '' ? (code?.code ?? '') : text;
  const stopped = async () => {
    const body = {
      use: { kind: 'stopped', lastTaken: formatLocalDate(today.value) },
      day: formatLocalDate(today.value),
    };
    const done = await ask('POST', `/cases/${caseId.value}/medicines/${id}/use`, body);
    return done.ok ? refreshNow() : faultOfAsk(done.error);
  };
  return (
    <li>
      <span>
        <strong>{name}</strong>{' '}
        <span class="quiet">{use.kind === 'stopped' ? words.use.stopped(use.lastTaken) : words.use[use.kind]}</span>
      </span>
      {use.kind !== 'stopped' && (
        <button
          {...{ type: 'button', class: 'button small', 'aria-disabled': busy }}
          aria-label={`${words.stoppedToday}: ${name}`}
          onClick={() => void run(stopped)}
        >
          {words.stoppedToday}
        </button>
      )}
      <Trouble text={trouble} />
    </li>
  );
}

function NewMedicine() {
  const words = say().more.medicines;
  const id = useId();
  const forms = useScreeningWords()?.MEDICINE_FORM_WORDS;
  const { run, busy, trouble } = useActing();
  const [text, setText] = useState('');
  const [form, setForm] = useState<MedicineForm>('unknown');
  const [use, setUse] = useState<MedicineUse['kind']>();
  const [last, setLast] = useState('');
  const [said, setSaid] = useState('');
  const add = async () => {
    const told = use === 'stopped' ? { kind: use, lastTaken: last } : { kind: use };
    const body = { medicine: { text: text.trim(), form, use: told }, day: formatLocalDate(today.value) };
    const done = await ask<{ readonly match: MatchJson }>('POST', `/cases/${caseId.value}/medicines`, body);
    if (!done.ok) return faultOfAsk(done.error);
    setSaid(done.value.match.status === 'recognised' ? words.recognised : words.unresolved);
    setText('');
    setUse(undefined);
    return refreshNow();
  };
  const complete = text.trim() !== '' && use !== undefined && (use !== 'stopped' || last !== '');
  return (
    <section class="ask">
      <h2>{words.add}</h2>
      <div class="field">
        <label for={id}>{words.name}</label>
        <input
          {...{ id, value: text, maxLength: 200, autocomplete: 'off', spellcheck: false }}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <Choice
        {...{ legend: words.taking, options: USES, chosen: use, choose: setUse }}
        text={(it) => words.takes[it]}
      />
      {use === 'stopped' && <DayField label={words.lastTaken} value={last} change={setLast} max={today.value} />}
      {forms && (
        <Choice {...{ legend: words.form, options: FORMS, chosen: form, choose: setForm }} text={(it) => forms[it]} />
      )}
      {complete && (
        <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(add)}>
          {words.keep}
        </button>
      )}
      <p role="status">{said}</p>
      <Trouble text={trouble} />
    </section>
  );
}

type DayFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly change: (day: string) => void;
  readonly min?: LocalDate;
  readonly max?: LocalDate;
};

/** A day, by the phone's own way of choosing one. */
export function DayField({ label, value, change, min, max }: DayFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...{ id, type: 'date', value }}
        {...(min === undefined ? {} : { min: formatLocalDate(min) })}
        {...(max === undefined ? {} : { max: formatLocalDate(max) })}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}
