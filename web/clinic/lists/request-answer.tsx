/**
 * What does the prescriber answer? Agreeing moves no dose, and is said to; where the plan permits the step that was asked
 * for, it can be taken with the answer: two acts on record, one after the other, each told as it went (H8, H11).
 */
import { useState } from 'preact/hooks';
import type { CaseId } from '../../../src/base/ids.ts';
import type { Result } from '../../../src/base/result.ts';
import type { PermittedJson, RequestJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Option, TextField } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { useAnswer } from '../frame/remote.ts';
import { askSignedIn } from '../frame/session.ts';
import { say } from '../frame/words.ts';
import { dayText, todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import { refusalText } from '../part/notice.tsx';

type Props = {
  readonly id: CaseId;
  readonly request: RequestJson;
  /** Who asks, by name. */
  readonly who: string;
  /** May the person at the page answer it? */
  readonly isYours: boolean;
};

export function RequestAnswer({ id, request, who, isYours }: Props) {
  const { answer: words } = say().lists;
  const [said, setSaid] = useState('');
  return (
    <div class="request">
      <p>
        <strong>{words.wish(who, request.wish, dayText(request.on))}</strong>
      </p>
      {request.note !== '' && <blockquote>{request.note}</blockquote>}
      {said !== '' && <p role="status">{said}</p>}
      {said === '' && !isYours && <p class="quiet">{words.notYours}</p>}
      {said === '' && isYours && <AnswerForm {...{ id, request, told: setSaid }} />}
    </div>
  );
}

type Step = { readonly plan: string; readonly move: MoveWish; readonly from: number | 'baseline' } & {
  readonly fromDose: string;
  readonly toDose: string;
};
type MoveWish = 'hold' | 'step-up' | 'step-down';

/** The step that was asked for, if the plan permits it today. */
function stepOf(wish: RequestJson['wish'], { plan, moves, dose }: PermittedJson): Step | undefined {
  const open = moves.find(({ move }) => move === wish);
  if (!plan || !open || open.move === 'stop') return undefined;
  return { plan: plan.plan, move: open.move, from: plan.place, fromDose: dose, toDose: open.dose };
}

const isMove = (wish: RequestJson['wish']): wish is MoveWish => wish !== 'resume' && wish !== 'other';

function AnswerForm({ id, request, told }: Pick<Props, 'id' | 'request'> & { told: (said: string) => void }) {
  const { answer: words } = say().lists;
  const wants = isMove(request.wish);
  const { remote } = useAnswer<PermittedJson>(wants ? `/cases/${id}/titration?day=${todayText()}` : undefined);
  const step = remote.state === 'here' ? stepOf(request.wish, remote.value) : undefined;
  const name = `answer-${request.request}`;
  const [missing, setMissing] = useState(false);
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const chosen = textOf(form, name);
    setMissing(chosen === '');
    if (chosen === '') return undefined;
    const note = textOf(form, `note-${request.request}`);
    const done = await answerAndStep(id, request, { chosen, note, ...(step ? { step } : {}) });
    if (!done.ok) return done.error;
    told(done.value);
    return undefined;
  };
  return (
    <Form act={act} button={words.send} first={false}>
      {() => (
        <>
          <fieldset class="choices" {...(missing ? { 'aria-invalid': true } : {})}>
            <legend>{words.legend}</legend>
            {step && (
              <Option
                {...{ type: 'radio', name, value: 'take', help: words.takeHelp }}
                label={words.take[step.move](step.fromDose, step.toDose)}
              />
            )}
            <Option {...{ type: 'radio', name, value: 'agreed', label: words.agree, help: words.agreeHelp }} />
            <Option {...{ type: 'radio', name, value: 'declined', label: words.decline }} />
            {wants && remote.state === 'here' && !step && <p class="quiet">{words.notOpen}</p>}
          </fieldset>
          <div role="alert">{missing && <p class="fault">{words.missing}</p>}</div>
          <TextField name={`note-${request.request}`} label={words.note} rows={2} isOptional />
        </>
      )}
    </Form>
  );
}

type Chosen = { readonly chosen: string; readonly note: string; readonly step?: Step };

/** First the answer, then the step; what became of both in words. */
async function answerAndStep(
  id: CaseId,
  { request }: RequestJson,
  { chosen, note, step }: Chosen,
): Promise<Result<string, Refusal>> {
  const { done } = say().lists.answer;
  const answer = chosen === 'declined' ? 'declined' : 'agreed';
  const answered = await askSignedIn('POST', `/cases/${id}/requests/${request}/answer`, { answer, note });
  if (!answered.ok) return answered;
  if (chosen !== 'take' || !step) return { ok: true, value: done[answer] };
  const { plan, move, from } = step;
  const taken = await askSignedIn<{ readonly dose: string }>('POST', `/cases/${id}/moves`, {
    ...{ plan, move, from, day: todayText() },
  });
  return { ok: true, value: taken.ok ? done.taken(taken.value.dose) : done.notTaken(refusalText(taken.error)) };
}
