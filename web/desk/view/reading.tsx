/** How the diary was read: columns and settings to change, the first rows, and every decision taken while reading. */
import { formatLocalDate, parseLocalDate } from '../../../src/base/calendar.ts';
import type { ReadOptions } from '../../../src/table/read-diary.ts';
import { RowsTable } from '../../kit/part/rows-table.tsx';
import type { Words } from '../../kit/words/words.ts';
import type { Settings } from '../protocol.ts';
import { compute, read, settings, table } from '../state.ts';

type Props = { words: Words };

export function Reading({ words }: Props) {
  const { mapping: say } = words.desk;
  const seen = table.value;
  const stated = seen?.stated ?? [];
  return (
    <aside class="reading screen-only" aria-labelledby="reading">
      <h2 id="reading">{say.heading}</h2>
      {seen?.preview && <Columns header={seen.preview.header} words={words} />}
      <SettingsForm words={words} />
      {seen?.preview && (
        <details>
          <summary>{say.preview}</summary>
          <RowsTable
            name={say.preview}
            rows={{
              head: [say.line, ...seen.preview.header],
              rows: seen.preview.rows.map(({ line, cells }) => [String(line), ...cells]),
            }}
          />
          <p class="quiet">{say.rowCount(seen.preview.rowCount)}</p>
        </details>
      )}
      {stated.length > 0 && (
        <details>
          <summary>{say.stated}</summary>
          <ul class="quiet">
            {stated.map((decision) => (
              <li key={JSON.stringify(decision)}>{words.table.stated(decision)}</li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

/** Changes one choice and reads again at once. */
function choose(change: ReadOptions): void {
  read.value = { ...read.value, ...change };
  compute();
}

function Columns({ header, words }: { header: readonly string[] } & Props) {
  const names = header.filter((name) => name !== '');
  return (
    <>
      {columnChoices(names, words).map((props) => (
        <Select key={props.id} {...props} />
      ))}
      <Outcomes names={names} words={words} />
      {scoreChoices(words).map((props) => (
        <Select key={props.id} {...props} />
      ))}
    </>
  );
}

/** Which column is which, and the unit of the dose. */
function columnChoices(names: readonly string[], { desk: { mapping: say } }: Words): SelectProps[] {
  const mapping = table.value?.mapping;
  const proposal = table.value?.preview?.proposal;
  const { date, dose, capsule, doseUnit } = read.value;
  const among = (found: string | undefined): [string, string][] => [
    ['', found ? `${found} (${say.find})` : say.none],
    ...names.map((name): [string, string] => [name, name]),
  ];
  return [
    {
      id: 'date',
      label: say.date,
      value: date,
      options: among(mapping?.date ?? proposal?.date?.column),
      choose: (v) => choose({ date: v }),
    },
    {
      id: 'dose',
      label: say.dose,
      value: dose,
      options: among(mapping?.dose ?? proposal?.dose?.column),
      choose: (v) => choose({ dose: v }),
    },
    {
      id: 'unit',
      label: say.unit,
      value: doseUnit,
      options: [['', say.units.auto], ...named(['mg', 'ug', 'none'] as const, say.units)],
      choose: (v) => choose({ doseUnit: v as ReadOptions['doseUnit'] }),
    },
    {
      id: 'capsule',
      label: say.capsule,
      value: capsule,
      options: among(mapping?.capsule),
      choose: (v) => choose({ capsule: v }),
    },
  ];
}

/** What the scores mean. */
function scoreChoices({ desk: { mapping: say } }: Words): SelectProps[] {
  const { scale, better } = read.value;
  const scaleOf = (v: string | undefined): ReadOptions['scale'] =>
    v === undefined ? undefined : { minimum: 0, maximum: v === '0:10' ? 10 : 100 };
  return [
    {
      id: 'scale',
      label: say.scale,
      value: scale ? `${scale.minimum}:${scale.maximum}` : '',
      options: [['', say.scales.auto], ...named(['0:10', '0:100'] as const, say.scales)],
      choose: (v) => choose({ scale: scaleOf(v) }),
    },
    {
      id: 'better',
      label: say.better,
      value: better,
      options: [['', say.betters.auto], ...named(['lower', 'higher'] as const, say.betters)],
      choose: (v) => choose({ better: v as ReadOptions['better'] }),
    },
  ];
}

/** Values with their names. */
function named<K extends string>(values: readonly K[], names: Readonly<Record<K, string>>): [string, string][] {
  return values.map((value) => [value, names[value]]);
}

type SelectProps = {
  id: string;
  label: string;
  /** '' or undefined: left to Titrial. */
  value: string | undefined;
  options: readonly (readonly [value: string, text: string])[];
  choose: (value: string | undefined) => void;
};

function Select({ id, label, value, options, choose: change }: SelectProps) {
  return (
    <div class="field">
      <label for={`choose-${id}`}>{label}</label>
      <select
        id={`choose-${id}`}
        value={value ?? ''}
        onChange={(event) => change(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which columns are symptoms; unticking all leaves the choice to Titrial again. */
function Outcomes({ names, words: { desk } }: { names: readonly string[] } & Props) {
  const mapping = table.value?.mapping;
  const proposal = table.value?.preview?.proposal;
  const { date, dose, capsule } = read.value;
  const taken = new Set([
    mapping?.date ?? date ?? proposal?.date?.column,
    mapping?.dose ?? dose ?? proposal?.dose?.column,
    mapping?.capsule ?? capsule ?? proposal?.capsule?.column,
  ]);
  const proposed = proposal?.outcomes.map(({ column }) => column);
  const ticked = read.value.outcomes ?? mapping?.outcomes ?? proposed ?? [];
  const toggle = (name: string): void => {
    const next = ticked.includes(name) ? ticked.filter((other) => other !== name) : [...ticked, name];
    choose({ outcomes: next.length > 0 ? names.filter((column) => next.includes(column)) : undefined });
  };
  return (
    <fieldset class="choices">
      <legend>{desk.mapping.outcomes}</legend>
      <div class="row">
        {names
          .filter((name) => !taken.has(name))
          .map((name) => (
            <label key={name}>
              <input type="checkbox" checked={ticked.includes(name)} onChange={() => toggle(name)} />
              {name}
            </label>
          ))}
      </div>
    </fieldset>
  );
}

function SettingsForm({ words: { desk } }: Props) {
  const { mapping: say } = desk;
  const { likelihood, blinded, randomised } = settings.value;
  const decided = blinded ? 'blinded' : randomised ? 'randomised' : '';
  const set = (change: Partial<Settings>): void => {
    settings.value = { ...settings.value, ...change };
    compute();
  };
  return (
    <>
      <Select
        id="likelihood"
        label={say.likelihood}
        value={likelihood === 'auto' ? '' : likelihood}
        options={[
          ['', say.likelihoods.auto],
          ['gaussian', say.likelihoods.gaussian],
          ['rounded', say.likelihoods.rounded],
        ]}
        choose={(v) => set({ likelihood: (v ?? 'auto') as Settings['likelihood'] })}
      />
      <Select
        id="decided"
        label={say.decided}
        value={decided}
        options={[
          ['', say.decidedBy.open],
          ['randomised', say.decidedBy.randomised],
          ['blinded', say.decidedBy.blinded],
        ]}
        choose={(v) => set({ blinded: v === 'blinded', randomised: v !== undefined })}
      />
      {blinded && <BlindedFrom label={say.blindedFrom} />}
    </>
  );
}

function BlindedFrom({ label }: { label: string }) {
  const { blindedFrom, ...others } = settings.value;
  return (
    <div class="field">
      <label for="choose-blinded-from">{label}</label>
      <input
        id="choose-blinded-from"
        type="date"
        value={blindedFrom === undefined ? '' : formatLocalDate(blindedFrom)}
        onChange={(event) => {
          const day = parseLocalDate(event.currentTarget.value);
          settings.value = day.ok ? { ...others, blindedFrom: day.value } : others;
          compute();
        }}
      />
    </div>
  );
}
