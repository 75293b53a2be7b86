/**
 * The letter to a doctor, made by the clinic's server and saved on this device. The patient decides which, in which language
 * and who gets it; nothing typed here is kept, and the file's name tells nothing (H31).
 */
import { useId, useState } from 'preact/hooks';
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { askFile } from '../../../kit/ask.ts';
import { LANGUAGES, type Language, language } from '../../../kit/language.ts';
import { caseId, course, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { faultOfAsk } from '../ask-fault.ts';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';
import { Choice } from './choice.tsx';
import { saveFile } from './save-file.ts';

const KINDS = ['course', 'request'] as const;
type Kind = (typeof KINDS)[number];

export function LetterPage() {
  const { letter: words, settings, needsNet } = say().more;
  const had = course.value.plans.some(({ forceFrom }) => forceFrom !== undefined);
  const [kind, setKind] = useState<Kind>(had ? 'course' : 'request');
  const [written, setWritten] = useState<Language>(language.value);
  const [name, setName] = useState('');
  const [addressee, setAddressee] = useState('');
  const { run, busy, trouble } = useActing();
  const [done, setDone] = useState(false);
  const make = async () => {
    setDone(false);
    const body = { kind, language: written, day: formatLocalDate(today.value), ...named(name, addressee) };
    const file = await askFile('POST', `/cases/${caseId.value}/letter`, body);
    if (!file.ok) return faultOfAsk(file.error);
    saveFile('letter.pdf', file.value);
    setDone(true);
    return file;
  };
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.help}</p>
      <Choice
        {...{ legend: words.kind, options: KINDS, chosen: kind, choose: setKind, text: (it: Kind) => words.kinds[it] }}
      />
      <Choice
        {...{ legend: words.language, options: LANGUAGES, chosen: written, choose: setWritten }}
        text={(it) => settings.languages[it]}
      />
      <Line label={words.name} value={name} change={setName} />
      <Line label={words.addressee} value={addressee} change={setAddressee} />
      <p class="act">
        <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(make)}>
          {words.make}
        </button>
        <span class="quiet">{needsNet}</span>
      </p>
      <p role="status">{busy ? words.making : done ? words.made : ''}</p>
      <Trouble text={trouble} />
    </>
  );
}

/** A line left empty is not sent. */
function named(name: string, addressee: string) {
  const [patientName, to] = [name.trim(), addressee.trim()];
  return { ...(patientName === '' ? {} : { patientName }), ...(to === '' ? {} : { addressee: to }) };
}

type LineProps = { readonly label: string; readonly value: string; readonly change: (text: string) => void };

function Line({ label, value, change }: LineProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...{ id, value, maxLength: 120, autocomplete: 'off' }}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}
