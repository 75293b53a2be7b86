/**
 * An emergency: what does this kit hold? One act with a reason; the answer stands once on the screen and nowhere else,
 * and the act stands in the record. Says first that knowing is hardly ever needed (H13, H14).
 */
import { useState } from 'preact/hooks';
import type { BrokenCodeJson } from '../../../../../src/http/schema/trial-json.ts';
import type { Dose } from '../../../../../src/medicine/dose.ts';
import type { Refusal } from '../../../../kit/ask.ts';
import { Select, TextField } from '../../../../kit/part/field.tsx';
import { textOf } from '../../../../kit/part/form.tsx';
import { askSignedIn } from '../../../frame/session.ts';
import { todayText } from '../../../part/day.ts';
import { Dialog } from '../../../part/dialog.tsx';
import { Form } from '../../../part/form.tsx';
import { doseFrom } from '../../view-state.ts';
import { pathOf } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

type Told = { readonly period: number; readonly kit: string; readonly dose: Dose };

export function CodeBreak(props: TrialProps) {
  const { here, words, trial, reload } = props;
  const { kits } = trial.record;
  const [told, setTold] = useState<Told>();
  const now = trial.kept.at(-1)?.period ?? 0;
  const periods = [now, ...[...kits.keys()].filter((period) => period !== now)];
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const period = Number(textOf(form, 'period'));
    const body = { period, reason: textOf(form, 'code-reason').trim(), day: todayText() };
    const broken = await askSignedIn<BrokenCodeJson>('POST', `${pathOf(props)}/code-break`, body);
    if (!broken.ok) return broken.error;
    setTold({ period, kit: kits[period] ?? '', dose: doseFrom(broken.value.dose) });
    return undefined;
  };
  const close = (): void => {
    setTold(undefined);
    void reload();
  };
  const fieldOf = { 'reason-too-short': 'code-reason', 'reason-missing': 'code-reason' };
  return (
    <details class="fold screen-only">
      <summary>{words.code}</summary>
      <p class="standing">{words.codeHelp}</p>
      <Form act={act} {...{ button: words.codeButton, first: false, fieldOf }}>
        {(faults) => (
          <>
            <Select
              {...{ name: 'period', label: words.codePeriod }}
              options={periods.map((period) => [String(period), words.codePeriodOf(period, kits[period] ?? '')])}
            />
            <TextField
              {...{ name: 'code-reason', label: words.codeReason, help: here.words.reasonHelp, rows: 2 }}
              fault={faults['code-reason']}
            />
          </>
        )}
      </Form>
      {told && (
        <Dialog id="code" title={words.codeTold} closeText={words.closeIt} onClose={close}>
          <p>
            <strong>{words.codeHolds(told.period, told.kit, told.dose)}</strong>
          </p>
          <p>{words.codeStands}</p>
        </Dialog>
      )}
    </details>
  );
}
