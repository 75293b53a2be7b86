/**
 * Of a trial on the page of answers: while it runs none is worked out, for it could tell what the kits hold. Once opened, the
 * report's own sentences, asked for by the reader, with what they leave open (H13, H18, H19).
 */
import { useState } from 'preact/hooks';
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import type { TrialReportJson } from '../../../../src/report/trial/report-json.ts';
import { ask, askFile } from '../../../kit/ask.ts';
import { language } from '../../../kit/language.ts';
import { caseId, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { faultOfAsk } from '../ask-fault.ts';
import { saveFile } from '../more/save-file.ts';
import { sayTrial } from './said.ts';

export function TrialAnswer({ state }: { readonly state: CaseState }) {
  const words = sayTrial().answer;
  const isSealed = state.trials.some(({ started, opened, dropped }) => started && !opened && !dropped);
  const record = state.trials.findLast(({ opened }) => opened);
  return (
    <>
      {isSealed && <p class="card">{words.during}</p>}
      {record && <Blinded record={record} />}
    </>
  );
}

function Blinded({ record: { trial } }: { readonly record: TrialRecord }) {
  const words = sayTrial().answer;
  const { run, busy, trouble } = useActing();
  const [told, setTold] = useState<TrialReportJson['answer']>();
  const [saved, setSaved] = useState(false);
  const at = (file: string): string =>
    `/cases/${caseId.value}/trials/${trial}/${file}?day=${formatLocalDate(today.value)}&language=${language.value}`;
  const show = async () => {
    const report = await ask<TrialReportJson>('GET', at('report'));
    if (!report.ok) return faultOfAsk(report.error);
    setTold(report.value.answer);
    return report;
  };
  const save = async () => {
    const file = await askFile('GET', at('report.pdf'));
    if (!file.ok) return faultOfAsk(file.error);
    saveFile('report.pdf', file.value);
    setSaved(true);
    return file;
  };
  const button = { type: 'button', class: 'button', 'aria-disabled': busy } as const;
  return (
    <section class="card" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{words.blinded}</p>
      <Told told={told} />
      <p class="act">
        {!told && (
          <button {...button} onClick={() => void run(show)}>
            {words.get}
          </button>
        )}
        <button {...button} onClick={() => void run(save)}>
          {words.pdf}
        </button>
      </p>
      <p role="status">{busy ? words.getting : saved ? words.saved : ''}</p>
      <Trouble text={trouble} />
    </section>
  );
}

function Told({ told }: { readonly told: TrialReportJson['answer'] | undefined }) {
  if (!told) return null;
  return (
    <>
      <p>
        <strong>{told.sentence}</strong>
      </p>
      {told.further.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="quiet">{told.notAdvice}</p>
    </>
  );
}
