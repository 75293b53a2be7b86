/** Who did what, and when? From the design to the opening, in order; the commitment stands here from the sealing on (H13). */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { daysOf } from '../../../../src/trial/protocol.ts';
import { momentText } from '../../part/day.ts';
import type { TrialProps } from './trial-tab.tsx';

export function Stages(props: TrialProps) {
  const { words, trial } = props;
  const { sealed, opened } = trial.record;
  return (
    <section aria-labelledby={`stages-${trial.record.trial}`}>
      <h3 id={`stages-${trial.record.trial}`}>{words.stages}</h3>
      <ol class="plain">
        {stagesOf(props).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      {sealed && !opened && (
        <details class="fold">
          <summary>{words.commitment}</summary>
          <p>{words.commitmentHelp}</p>
          <p class="hash">{sealed.commitment}</p>
        </details>
      )}
    </section>
  );
}

function stagesOf({ here, words, trial }: TrialProps): readonly string[] {
  const { designedBy, signed, consent, sealed, kits, dispensed, started, stopped, opened, dropped, protocol } =
    trial.record;
  const out = kits.filter((kit) => dispensed.some((each) => each.kits.includes(kit))).length;
  const day = formatLocalDate;
  const last = started && day((started.on + daysOf(protocol) - 1) as typeof started.on);
  return [
    words.designedBy(here.name(designedBy)),
    signed && words.signedBy(here.name(signed.by), momentOf(signed.at), signed.signature.method),
    consent && words.agreed(day(consent.on)),
    consent?.withdrawnOn !== undefined && words.withdrawn(day(consent.withdrawnOn)),
    sealed && words.sealedAt(momentOf(sealed.at)),
    sealed && words.kitsOut(out, kits.length),
    started && last && words.begins(day(started.on), last),
    stopped && words.stoppedOn(day(stopped.on), words.stopWord[stopped.why], here.name(stopped.by)),
    opened && words.openedOn(day(opened.on), here.name(opened.by)),
    dropped && words.droppedOn(day(dropped.on), here.name(dropped.by)),
  ].filter((text) => typeof text === 'string');
}

const momentOf = (at: number): string => momentText(new Date(at).toISOString());
