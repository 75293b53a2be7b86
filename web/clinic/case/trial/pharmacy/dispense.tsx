/**
 * Records that a whole block was handed out: one filler, one last day for all of it, and the lots for the pharmacy alone;
 * neither when nor how tells what a kit holds (H13, H27).
 */
import { useState } from 'preact/hooks';
import { formatLocalDate } from '../../../../../src/base/calendar.ts';
import { formatDose } from '../../../../../src/medicine/dose.ts';
import { blocksOf } from '../../../../../src/trial/blocks.ts';
import { armsOf } from '../../../../../src/trial/design.ts';
import { DayField, Field, Select } from '../../../../kit/part/field.tsx';
import { textOf } from '../../../../kit/part/form.tsx';
import { dayText, today } from '../../../part/day.ts';
import { Form } from '../../../part/form.tsx';
import { actOn } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

/** Customary for capsules; the pharmacist decides. */
const USABLE_DAYS = 180;

export function Dispense(props: TrialProps) {
  const { words, trial } = props;
  const { pharmacist } = words;
  const { protocol, kits, dispensed } = trial.record;
  const [until, setUntil] = useState(formatLocalDate((today() + USABLE_DAYS) as ReturnType<typeof today>));
  if (!['sealed', 'ready', 'running'].includes(trial.phase)) return null;
  const arms = armsOf(protocol.design);
  const blocks = blocksOf(protocol.design).map((periods) => periods.map((period) => kits[period] ?? ''));
  const isOut = (own: readonly string[]): boolean =>
    own.every((kit) => dispensed.some((each) => each.kits.includes(kit)));
  // Those to come first; one that is out may go out again when a kit was lost.
  const ordered = [...blocks.entries()].sort(([, a], [, b]) => Number(isOut(a)) - Number(isOut(b)));
  const act = (form: FormData) =>
    actOn(props, 'dispensings', {
      kits: blocks[Number(textOf(form, 'block'))] ?? [],
      ...{ filler: textOf(form, 'filler').trim(), usableUntil: until },
      lots: arms.map((dose) => ({ dose: formatDose(dose), lot: textOf(form, `lot-${dose}`).trim() })),
    });
  return (
    <section class="screen-only" aria-labelledby="dispense">
      <h3 id="dispense">{pharmacist.dispense}</h3>
      <p>{pharmacist.dispenseHelp}</p>
      {ordered.every(([, own]) => isOut(own)) && <p>{pharmacist.allOut}</p>}
      <Form act={act} button={pharmacist.dispenseButton} fieldOf={{ 'kits-expire-too-soon': 'usable-until' }}>
        {(faults) => (
          <>
            <Select
              {...{ name: 'block', label: pharmacist.block }}
              options={ordered.map(([i, own]) => [String(i), pharmacist.blockOf(i, own, isOut(own))])}
            />
            <p>{pharmacist.eachIs(protocol.design.periodDays + protocol.spareCapsules)}</p>
            <Field {...{ name: 'filler', label: pharmacist.filler, help: pharmacist.fillerHelp, maxLength: 80 }} />
            <DayField
              {...{ name: 'usable-until', label: pharmacist.usableUntil, help: pharmacist.usableHelp, value: until }}
              {...{ onInput: setUntil, fault: faults['usable-until'], inWords: until === '' ? '' : dayText(until) }}
            />
            {arms.map((dose) => (
              <Field
                key={dose}
                {...{ name: `lot-${dose}`, label: pharmacist.lotOf(pharmacist.arm(dose)), help: pharmacist.lotHelp }}
                maxLength={40}
              />
            ))}
          </>
        )}
      </Form>
    </section>
  );
}
