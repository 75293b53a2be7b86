/**
 * Designs a trial: chosen from short lists and from the doses of the signed plan, with what it could tell beside it, and a
 * sentence for everything in its way. Saving binds nobody (H1, H13, H19).
 */
import { useEffect, useState } from 'preact/hooks';
import type { DesignedTrialJson } from '../../../../../src/http/schema/trial-json.ts';
import type { Dose } from '../../../../../src/medicine/dose.ts';
import type { Refusal } from '../../../../kit/ask.ts';
import { go } from '../../../frame/route.ts';
import { askSignedIn } from '../../../frame/session.ts';
import { todayText } from '../../../part/day.ts';
import { Form } from '../../../part/form.tsx';
import { Notice } from '../../../part/notice.tsx';
import { Title } from '../../../plan/title.tsx';
import type { Here } from '../../here.ts';
import { planFrom } from '../../view-state.ts';
import type { ShownTrial } from '../shown-trial.ts';
import { type TrialsProps, trialPart } from '../trial-tab.tsx';
import {
  beginDesign,
  checkDesignDraft,
  type DesignDraft,
  designOf,
  keepDesign,
  keptDesign,
  protocolBody,
} from './draft-design.ts';
import { DesignFields, type FaultOf } from './fields.tsx';
import { PowerPage } from './power.tsx';
import { QuestionFields } from './question-fields.tsx';

type Props = TrialsProps & { readonly trial: ShownTrial | undefined };

export function DesignEditor(props: Props) {
  const { here, words, trial, reload } = props;
  const offered = dosesOf(here);
  const name = trial?.record.trial;
  const begin = (): DesignDraft => (trial ? designOf(trial.record.protocol) : beginDesign(offered));
  const [draft, setDraft] = useState<DesignDraft>(() => keptDesign(here.id, name) ?? begin());
  const [isChosen, setChosen] = useState(() => keptDesign(here.id, name) !== undefined);
  useEffect(() => keepDesign(here.id, name, isChosen ? draft : undefined), [draft, isChosen, here.id, name]);
  if (offered.length === 0) return <Notice text={words.needsPlan} />;
  const checked = checkDesignDraft(draft);
  const faults = checked.ok ? [] : checked.error;
  const faultOf: FaultOf = (...codes) => {
    const found = faults.filter(({ code }) => codes.includes(code)).map(words.faultSentence);
    return found.length > 0 ? found.join(' ') : undefined;
  };
  const change = (changed: Partial<DesignDraft>): void => {
    setChosen(true);
    setDraft({ ...draft, ...changed });
  };
  const forget = (): void => {
    setChosen(false);
    setDraft(begin());
  };
  const save = async (): Promise<Refusal | undefined> => {
    const body = { ...(name ? { trial: name } : {}), protocol: protocolBody(draft), day: todayText() };
    const saved = await askSignedIn<DesignedTrialJson>('POST', `/cases/${here.id}/trials`, body);
    if (!saved.ok) return saved.error;
    setChosen(false);
    keepDesign(here.id, name, undefined);
    await reload();
    const part = here.view?.as.includes('prescriber') ? { part: trialPart('sign', saved.value.trial) } : {};
    go({ at: 'case', case: here.id, tab: 'trial', ...part });
    return undefined;
  };
  const fields = { words, draft, offered, faultOf, change };
  return (
    <section aria-labelledby="design">
      <Title id="design" text={words.editor} />
      <div class="editor">
        <Form act={save} button={words.save}>
          {() => (
            <>
              <DesignFields {...fields} />
              <QuestionFields {...fields} />
              <p role="status" class={faults.length > 0 ? 'fault' : ''}>
                {faults.length > 0 && `${words.faults(faults.length)} ${faults.map(words.faultSentence).join(' ')}`}
              </p>
            </>
          )}
        </Form>
        <div>
          {checked.ok || isOnlyPurpose(faults) ? <PowerPage {...{ words, draft }} /> : <p>{words.powerNone}</p>}
          {isChosen && (
            <p class="screen-only">
              <span class="quiet">{words.keptHere}</span>{' '}
              <button type="button" class="button" onClick={forget}>
                {words.forget}
              </button>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

/** A sentence that is still missing changes nothing of what the design can tell. */
const isOnlyPurpose = (faults: readonly { readonly code: string }[]): boolean =>
  faults.every(({ code }) => code === 'purpose-empty');

/** Of the plan in force, up to its ceiling; none typed (H1). */
function dosesOf({ view }: Here): readonly Dose[] {
  const inForce = view?.plans?.find(({ status }) => status === 'in-force');
  if (!inForce) return [];
  const { steps, ceiling } = planFrom(inForce.content);
  return [...new Set(steps.map(({ dose }) => dose))].filter((dose) => dose <= ceiling).sort((a, b) => a - b);
}
