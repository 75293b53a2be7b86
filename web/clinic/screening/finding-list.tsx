/**
 * What do the rules find today? What stands in the way first and always in sight; then at most three that wait for a
 * reason, the others behind a count, so that the one that matters is read (H37); what is only to be read opens.
 */
import type { ScreeningFindingJson, ScreeningJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { TextField } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { isHereAs } from '../case/here.ts';
import { askSignedIn } from '../frame/session.ts';
import { todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import type { ScreeningProps } from './screening-tab.tsx';

const SOFT_IN_SIGHT = 3;

type Props = ScreeningProps & { readonly screening: ScreeningJson };

export function FindingList({ screening, ...props }: Props) {
  const { words } = props;
  const { findings, openHard, openSoft, clearFrom, listVersion } = screening;
  const isOpen = ({ overriddenBy }: ScreeningFindingJson): boolean => overriddenBy === undefined;
  const open = (severity: ScreeningFindingJson['severity']) =>
    findings.filter((finding) => finding.severity === severity && isOpen(finding));
  const soft = open('soft');
  const info = open('info');
  const setAside = findings.filter((finding) => !isOpen(finding));
  return (
    <section aria-labelledby="found">
      <h2 id="found">{words.findings}</h2>
      <p class={openHard > 0 ? 'standing' : ''}>
        <strong>{words.counts(openHard, openSoft)}</strong> {clearFrom && words.allClearFrom(clearFrom)}
      </p>
      <Some {...props} findings={open('hard')} heading={words.severity.hard} />
      <Some {...props} findings={soft.slice(0, SOFT_IN_SIGHT)} heading={words.severity.soft} />
      <More {...props} findings={soft.slice(SOFT_IN_SIGHT)} summary={words.moreSoft(soft.length - SOFT_IN_SIGHT)} />
      <More {...props} findings={info} summary={words.information(info.length)} />
      <More {...props} findings={setAside} summary={words.setAside(setAside.length)} />
      <p class="quiet">{words.list(listVersion)}</p>
    </section>
  );
}

type SomeProps = ScreeningProps & { readonly findings: readonly ScreeningFindingJson[] };

function Some({ heading, findings, ...props }: SomeProps & { readonly heading?: string }) {
  if (findings.length === 0) return null;
  return (
    <>
      {heading && <h3>{heading}</h3>}
      <ul class="plain findings">
        {findings.map((finding) => (
          <li key={finding.key} class={finding.severity}>
            <One {...props} finding={finding} />
          </li>
        ))}
      </ul>
    </>
  );
}

function More({ summary, ...props }: SomeProps & { readonly summary: string }) {
  if (props.findings.length === 0) return null;
  return (
    <details class="fold">
      <summary>{summary}</summary>
      <Some {...props} />
    </details>
  );
}

function One({ here, words, finding, changed }: ScreeningProps & { readonly finding: ScreeningFindingJson }) {
  const { severity, clearFrom, overridable, overriddenBy } = finding;
  const asks = severity !== 'info' && overriddenBy === undefined;
  return (
    <>
      <p>
        {words.finding(finding)} {clearFrom && words.clearFrom(clearFrom)}
      </p>
      {overriddenBy && (
        <p class="quiet">{words.overridden(here.name(overriddenBy.person), overriddenBy.on, overriddenBy.reason)}</p>
      )}
      {asks && !overridable && <p class="quiet">{words.notOverridable}</p>}
      {asks && overridable && isHereAs(here, 'prescriber') && <Override {...{ here, words, finding, changed }} />}
    </>
  );
}

function Override({ here, words, finding, changed }: ScreeningProps & { readonly finding: ScreeningFindingJson }) {
  const name = `override-${finding.key}`;
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const body = { key: finding.key, reason: textOf(form, name), day: todayText() };
    const kept = await askSignedIn('POST', `/cases/${here.id}/screening/overrides`, body);
    if (!kept.ok) return kept.error;
    await changed();
    return undefined;
  };
  return (
    <details class="fold screen-only">
      <summary>
        {words.override}
        <span class="spoken">: {words.finding(finding)}</span>
      </summary>
      <p class="quiet">{words.overrideHelp}</p>
      <Form act={act} button={words.overrideButton} first={false} fieldOf={{ 'reason-too-short': name }}>
        {(faults) => (
          <TextField
            {...{ name, label: here.words.reason, help: here.words.reasonHelp, fault: faults[name], rows: 2 }}
          />
        )}
      </Form>
    </details>
  );
}
