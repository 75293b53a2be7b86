/**
 * Which signs ended the therapy, and which of them still stand? Clearing names the reports in sight and no others, so one
 * that arrives late from a phone still stands (H8).
 */
import type { StopRule } from '../../../../src/medicine/titration.ts';
import { TextField } from '../../../kit/part/field.tsx';
import { textOf } from '../../../kit/part/form.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { todayText } from '../../part/day.ts';
import { Form } from '../../part/form.tsx';
import { isHereAs } from '../here.ts';
import type { ReportProps } from './reports.tsx';

export function Flags({ here, words }: ReportProps) {
  const flags = here.view?.redFlags ?? [];
  const open = flags.filter(({ clearedOn }) => clearedOn === undefined);
  const rules = [...new Set(open.map(({ rule }) => rule))];
  const cleared = flags.filter(({ clearedOn }) => clearedOn !== undefined);
  return (
    <section aria-labelledby="flags">
      <h2 id="flags">{words.flags}</h2>
      {flags.length === 0 && <p>{words.noFlags}</p>}
      {rules.map((rule) => (
        <article key={rule} class="card" aria-label={words.flag(rule)}>
          <h3>{words.flag(rule)}</h3>
          <ul>
            {open
              .filter((flag) => flag.rule === rule)
              .map(({ entry, date }) => (
                <li key={entry}>{words.reported(date)}</li>
              ))}
          </ul>
          {isHereAs(here, 'prescriber') && (
            <Clear
              {...{ here, words, rule }}
              flags={open.flatMap((flag) => (flag.rule === rule ? [flag.entry] : []))}
            />
          )}
        </article>
      ))}
      {cleared.length > 0 && (
        <ul class="plain quiet">
          {cleared.map(({ entry, rule, date, clearedOn }) => (
            <li key={entry}>
              {words.flag(rule)}: {words.reported(date)}, {words.cleared(clearedOn ?? '')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type ClearProps = ReportProps & { readonly rule: StopRule; readonly flags: readonly string[] };

function Clear({ here, words, rule, flags }: ClearProps) {
  const name = `clear-${rule}`;
  const act = async (form: FormData) => {
    const body = { flags, reason: textOf(form, name), day: todayText() };
    const done = await askSignedIn('POST', `/cases/${here.id}/flags/${rule}/clear`, body);
    if (!done.ok) return done.error;
    await here.reload();
    return undefined;
  };
  return (
    <details class="fold">
      <summary>{words.clear(rule)}</summary>
      <p class="quiet">{words.clearHelp}</p>
      <Form act={act} button={words.clearButton} fieldOf={{ 'reason-too-short': name }} first={false}>
        {(faults) => (
          <TextField
            {...{ name, label: words.clearReason, help: here.words.reasonHelp, fault: faults[name] }}
            rows={2}
          />
        )}
      </Form>
    </details>
  );
}
