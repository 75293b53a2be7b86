/**
 * The fields of a design: which kind, which doses of the signed plan, how long, how often. Chosen from short lists; no
 * dose is typed (H1, H19).
 */
import { type Dose, formatDose } from '../../../../../src/medicine/dose.ts';
import { DESIGN_KINDS } from '../../../../../src/trial/design.ts';
import { Option, Select } from '../../../../kit/part/field.tsx';
import type { TrialWords } from '../trial-tab.tsx';
import { BLOCKS, type DesignDraft, type DesignDraftFault, LEFT_OUT, SPARE, WEEKS } from './draft-design.ts';

export type FaultOf = (...codes: readonly DesignDraftFault['code'][]) => string | undefined;
export type DesignProps = {
  readonly words: TrialWords;
  readonly draft: DesignDraft;
  /** Of the signed plan, rising. */
  readonly offered: readonly Dose[];
  readonly faultOf: FaultOf;
  readonly change: (changed: Partial<DesignDraft>) => void;
};

/** One of a few figures. */
export function numbers(list: readonly number[], own: number, name: (value: number) => string): [string, string][] {
  const all = list.includes(own) ? list : [...list, own].sort((a, b) => a - b);
  return all.map((value) => [String(value), name(value)]);
}

export function DesignFields(props: DesignProps) {
  const { words, draft, faultOf, change } = props;
  const isSwitch = draft.kind === 'randomised-start' || draft.kind === 'randomised-withdrawal';
  return (
    <>
      <fieldset class="choices">
        <legend>{words.kind}</legend>
        {DESIGN_KINDS.map((kind) => (
          <Option
            key={kind}
            {...{ type: 'radio', name: 'kind', value: kind, label: words.kinds[kind], help: words.kindHelp[kind] }}
            checked={draft.kind === kind}
            onChange={() => change(kind === 'dose-finding' ? { kind } : { kind, doses: draft.doses.slice(-1) })}
          />
        ))}
      </fieldset>
      <Doses {...props} />
      <Select
        {...{ name: 'weeks', label: words.weeks, help: words.weeksHelp, value: String(draft.weeks) }}
        {...{ fault: faultOf('period-out-of-range', 'trial-too-long') }}
        options={numbers(WEEKS, draft.weeks, words.weekCount)}
        onInput={(weeks) => change({ weeks: Number(weeks) })}
      />
      <Select
        {...{ name: 'blocks', label: isSwitch ? words.periods : words.blocks, value: String(draft.blocks) }}
        {...{ fault: faultOf('blocks-out-of-range'), help: isSwitch ? words.periodsHelp : words.blocksHelp }}
        options={numbers(BLOCKS, draft.blocks, String)}
        onInput={(blocks) => change({ blocks: Number(blocks) })}
      />
      <Select
        {...{ name: 'left-out', label: words.leftOut, help: words.leftOutHelp, value: String(draft.leftOut) }}
        {...{ fault: faultOf('run-in-out-of-range') }}
        options={numbers(LEFT_OUT, draft.leftOut, words.leftOutCount)}
        onInput={(days) => change({ leftOut: Number(days) })}
      />
      <Select
        {...{ name: 'spare', label: words.spare, help: words.spareHelp, value: String(draft.spare) }}
        {...{ fault: faultOf('spare-capsules-out-of-range') }}
        options={numbers(SPARE, draft.spare, String)}
        onInput={(spare) => change({ spare: Number(spare) })}
      />
    </>
  );
}

function Doses({ words, draft, offered, faultOf, change }: DesignProps) {
  const isMany = draft.kind === 'dose-finding';
  const fault = faultOf('doses-missing', 'one-dose-needed', 'too-many-doses', 'doses-not-rising');
  const toggle = (dose: Dose, isChosen: boolean): void => {
    const doses = isMany ? offered.filter((one) => (one === dose ? isChosen : draft.doses.includes(one))) : [dose];
    const still = draft.primaryDose !== undefined && doses.includes(draft.primaryDose);
    change({ doses, rise: undefined, ...(still ? {} : { primaryDose: undefined }) });
  };
  return (
    <>
      <fieldset class="choices" aria-describedby={fault ? 'doses-fault' : 'doses-help'}>
        <legend>{isMany ? words.doses : words.dose}</legend>
        <p id="doses-help" class="quiet">
          {words.dosesHelp}
        </p>
        <div class="row">
          {offered.map((dose) => (
            <label key={dose}>
              <input
                type={isMany ? 'checkbox' : 'radio'}
                name="dose"
                checked={draft.doses.includes(dose)}
                onChange={(event) => toggle(dose, event.currentTarget.checked)}
              />
              {formatDose(dose)}
            </label>
          ))}
        </div>
        {fault && (
          <p id="doses-fault" class="fault">
            {fault}
          </p>
        )}
      </fieldset>
      {isMany && draft.doses.length > 1 && (
        <Select
          {...{ name: 'rise', label: words.rise, help: words.riseHelp, fault: faultOf('nothing-to-randomise') }}
          value={String(draft.rise ?? draft.doses.at(-1))}
          options={draft.doses.map((dose) => [String(dose), formatDose(dose)])}
          onInput={(rise) => change({ rise: draft.doses.find((dose) => String(dose) === rise) })}
        />
      )}
    </>
  );
}
