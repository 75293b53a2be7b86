/**
 * What else a trial has to say on the day's page: that one is asked to take part, that it begins, that its escape rule
 * offers an end. The rule offers, the person decides (H12, H13).
 */
import type { CaseState } from '../../../../src/records/case-state.ts';
import { escapeOffered, phaseOn } from '../../../../src/records/course-trial.ts';
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import { as, endTrial, today } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { sayTrial } from './said.ts';

export function BesideKit({ state }: { readonly state: CaseState }) {
  const day = today.value;
  return (
    <>
      {state.trials.map((record) => {
        const phase = phaseOn(record, day);
        if (phase === 'running' && as.value !== 'carer' && escapeOffered(state, record, day))
          return <Escape key={record.trial} record={record} />;
        if (phase === 'ready')
          return <ToTrial key={record.trial} text={sayTrial().begins(record.started?.on ?? day)} />;
        if (phase === 'signed' && !record.consent && as.value !== 'carer')
          return <ToTrial key={record.trial} text={sayTrial().invited} />;
        return null;
      })}
    </>
  );
}

function ToTrial({ text }: { readonly text: string }) {
  return (
    <p class="act apart">
      <span>{text}</span>
      <a class="button" href={addressOf('trial')}>
        {sayTrial().read}
      </a>
    </p>
  );
}

function Escape({ record }: { readonly record: TrialRecord }) {
  const { escape: words, outcome } = sayTrial();
  const { run, busy, trouble } = useActing();
  const rule = record.protocol.escapeRule;
  if (!rule) return null;
  return (
    <section class="card" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{words.met(outcome(rule.outcome), rule.atLeast, rule.days)}</p>
      <p>{words.choice}</p>
      <Confirm
        {...{ button: words.button, question: words.ask, help: words.help, yes: words.yes, busy }}
        act={() => void run(() => endTrial(record, 'escape-rule'))}
      />
      <Trouble text={trouble} />
    </section>
  );
}
