/**
 * A patient alone copies in what a doctor prescribed elsewhere: chosen step by step, read back line by line, and kept with the
 * prescriber's name. The page never calls it signed, and a clinic's patient cannot come here (H1, H11, H35).
 */
import { useEffect, useState } from 'preact/hooks';
import type { ReadBackJson, SavedDraftJson } from '../../../../src/http/schema/case-json.ts';
import { ask } from '../../../kit/ask.ts';
import { as, caseId, course } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { faultOfAsk } from '../ask-fault.ts';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';
import { type DraftText, PlanForm, type Terms, termsOf } from './plan-form.tsx';
import { ReadBack } from './read-back.tsx';

type Shown = { readonly readBack: ReadBackJson; readonly terms: Terms };

export function SoloPage() {
  const words = say().solo;
  if (as.value !== 'patient-alone') return <Heading>{words.heading}</Heading>;
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.help}</p>
      {course.value.screened === undefined ? (
        <p>
          {words.first}{' '}
          <a class="button" href={addressOf('screening')}>
            {words.toQuestions}
          </a>
        </p>
      ) : (
        <Copying />
      )}
    </>
  );
}

/** What a chip says; of two templates that would say the same the first is offered. */
const ladder = ({ steps }: DraftText): string => steps.map(({ dose }) => dose).join(', ');

type Templates = { readonly templates: readonly { readonly name: string; readonly plan: unknown }[] };

function Copying() {
  const words = say().solo;
  const { run, busy, trouble } = useActing();
  const [templates, setTemplates] = useState<readonly DraftText[]>([]);
  const [draft, setDraft] = useState<DraftText>();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    void run(async () => {
      const read = await ask<Templates>('GET', '/plan-templates');
      if (!read.ok) return faultOfAsk(read.error);
      const plans = read.value.templates.map(({ plan }) => plan as DraftText);
      setTemplates(
        plans.filter((plan, i) => !plan.blinded && plans.findIndex((it) => ladder(it) === ladder(plan)) === i),
      );
      return read;
    });
  }, []);
  const readBack = (content: DraftText) => async () => {
    const { chosen, ...plan } = content;
    const saved = await ask<SavedDraftJson>('POST', `/cases/${caseId.value}/plans`, { content: plan });
    if (!saved.ok) return faultOfAsk(saved.error);
    const terms = termsOf(content);
    const read = await ask<ReadBackJson>('POST', `/cases/${caseId.value}/plans/${saved.value.plan}/read-back`, terms);
    if (!read.ok) return faultOfAsk(read.error);
    setShown({ readBack: read.value, terms });
    return read;
  };
  if (shown) return <ReadBack {...shown} change={() => setShown(undefined)} />;
  return (
    <>
      <fieldset class="choice">
        <legend>{words.template}</legend>
        <div class="chips">
          {templates.map((plan) => (
            <button
              {...{ type: 'button', class: 'button chip', 'aria-pressed': draft?.name === plan.name }}
              key={plan.name}
              onClick={() => setDraft(plan)}
            >
              {ladder(plan)}
            </button>
          ))}
        </div>
      </fieldset>
      {draft && <PlanForm key={draft.name} draft={draft} busy={busy} read={(content) => void run(readBack(content))} />}
      <Trouble text={trouble} />
    </>
  );
}
