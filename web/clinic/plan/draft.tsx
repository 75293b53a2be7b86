/**
 * Writes a plan: from a template, from the plan in force, or from a draft that was saved. Every fault stands beside its
 * field as it is typed, by the rules the server saves with; saving gives no force (H1, H11).
 */
import { useEffect, useState } from 'preact/hooks';
import type { PlanJson, SavedDraftJson } from '../../../src/http/schema/case-json.ts';
import type { ClinicJson } from '../../../src/http/schema/people-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { doseFrom, planFrom } from '../case/view-state.ts';
import { useAnswer } from '../frame/remote.ts';
import { go } from '../frame/route.ts';
import { askSignedIn } from '../frame/session.ts';
import { Form } from '../part/form.tsx';
import { Told } from '../part/notice.tsx';
import { Begin } from './begin.tsx';
import { Calendar } from './calendar.tsx';
import { checkDraft, type DraftText, draftJson, keepDraft, keptDraft, textOfPlan } from './draft-text.ts';
import { type Changed, type FaultAt, Fields } from './fields.tsx';
import { type PlanProps, signPart } from './plan-tab.tsx';
import { Title } from './title.tsx';

type Props = PlanProps & { readonly plan: PlanJson | undefined };

export function Draft(props: Props) {
  const clinic = useAnswer<ClinicJson>('/clinic');
  return <Told answer={clinic}>{({ maximumCeiling }) => <Editor {...props} most={doseFrom(maximumCeiling)} />}</Told>;
}

function Editor({ here, words, plan, most }: Props & { readonly most: ReturnType<typeof doseFrom> }) {
  const start = (): DraftText | undefined =>
    keptDraft(here.id, plan?.plan) ?? (plan && textOfPlan(planFrom(plan.content)));
  const [draft, setDraft] = useState<DraftText | undefined>(start);
  const [isTyped, setTyped] = useState(() => keptDraft(here.id, plan?.plan) !== undefined);
  useEffect(() => {
    if (isTyped) keepDraft(here.id, plan?.plan, draft);
  }, [draft, isTyped, here.id, plan]);
  if (!draft) return <Begin {...{ here, words }} choose={setDraft} />;
  const checked = checkDraft(draft, most);
  const faults = checked.ok ? [] : checked.error;
  const faultAt: FaultAt = (path) => {
    const found = faults.filter((fault) => fault.path === path).map(words.fault);
    return found.length > 0 ? found.join(' ') : undefined;
  };
  const change: Changed = (changed) => {
    setTyped(true);
    setDraft({ ...draft, ...changed });
  };
  const forget = (): void => {
    keepDraft(here.id, plan?.plan, undefined);
    setTyped(false);
    setDraft(plan && textOfPlan(planFrom(plan.content)));
  };
  const save = async (): Promise<Refusal | undefined> => {
    const body = { ...(plan ? { plan: plan.plan } : {}), content: draftJson(draft) };
    const saved = await askSignedIn<SavedDraftJson>('POST', `/cases/${here.id}/plans`, body);
    if (!saved.ok) return saved.error;
    keepDraft(here.id, plan?.plan, undefined);
    await here.reload();
    go({ at: 'case', case: here.id, tab: 'plan', part: signPart(saved.value.plan) });
    return undefined;
  };
  return (
    <section aria-labelledby="draft">
      <Title id="draft" text={words.editor} />
      <div class="editor">
        <Form act={save} button={words.saveAndRead}>
          {() => (
            <>
              <Fields {...{ words, draft, faultAt, change }} />
              <p role="status" class={faults.length > 0 ? 'fault' : ''}>
                {words.faults(faults.length)}
              </p>
            </>
          )}
        </Form>
        <div>
          {checked.ok && <Calendar {...{ words, plan: checked.value }} />}
          {isTyped && (
            <p class="screen-only">
              <span class="quiet">{words.kept}</span>{' '}
              <button type="button" class="button" onClick={forget}>
                {words.discard}
              </button>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
