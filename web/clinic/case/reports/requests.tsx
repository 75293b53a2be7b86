/**
 * What was asked, and what is answered? An answer moves no dose (H11): where the plan permits the wish today, answering
 * and taking the move are offered together, as the two acts they are.
 */
import { useState } from 'preact/hooks';
import type { CaseViewJson, PermittedJson } from '../../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../../kit/ask.ts';
import { TextField } from '../../../kit/part/field.tsx';
import { textOf } from '../../../kit/part/form.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { todayText } from '../../part/day.ts';
import { Form } from '../../part/form.tsx';
import { refusalText } from '../../part/notice.tsx';
import { type Here, isHereAs } from '../here.ts';
import type { ReportProps, ReportWords } from './reports.tsx';

type Request = NonNullable<CaseViewJson['requests']>[number];

export function Requests({ here, words }: ReportProps) {
  const [said, setSaid] = useState('');
  const requests = [...(here.view?.requests ?? [])].reverse();
  const open = requests.filter(({ answer }) => answer === undefined);
  const answered = requests.filter(({ answer }) => answer !== undefined);
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{words.requests}</h2>
      <p role="status">{said}</p>
      {requests.length === 0 && <p>{words.noRequests}</p>}
      {open.map((request) => (
        <article key={request.request} class="card" aria-label={words.wish(here.name(request.by), request.wish)}>
          <Asked {...{ here, words, request }} />
          {isHereAs(here, 'prescriber') && <Answer {...{ here, words, request, setSaid }} />}
        </article>
      ))}
      {answered.length > 0 && (
        <details class="fold" open={open.length === 0}>
          <summary>{words.answered}</summary>
          <ul class="plain">
            {answered.map((request) => (
              <li key={request.request}>
                <Asked {...{ here, words, request }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type OneProps = { readonly here: Here; readonly words: ReportWords; readonly request: Request };

function Asked({ here, words, request: { by, wish, on, note, answer, answeredBy } }: OneProps) {
  return (
    <>
      <p>
        <strong>{words.wish(here.name(by), wish)}</strong> <span class="quiet">{words.asked(on)}</span>
        {answer && <span>; {words.answeredBy(answer, answeredBy ? here.name(answeredBy) : '')}</span>}
      </p>
      {note !== '' && <blockquote>{note}</blockquote>}
    </>
  );
}

type Wanted = 'hold' | 'step-up' | 'step-down';

/** The move the wish speaks of, where the plan permits it today. */
function moveFor(
  permitted: PermittedJson | undefined,
  wish: Request['wish'],
): { move: Wanted; dose: string } | undefined {
  if (wish === 'resume' || wish === 'other') return undefined;
  const found = permitted?.moves.find(({ move }) => move === wish);
  return found && { move: wish, dose: found.dose };
}

function Answer({ here, words, request, setSaid }: OneProps & { readonly setSaid: (text: string) => void }) {
  const [answer, setAnswer] = useState<'take' | 'agreed' | 'declined'>();
  const move = moveFor(here.permitted, request.wish);
  const isWish = request.wish !== 'resume' && request.wish !== 'other';
  const choices = [
    ...(move ? [['take', words.agreeAndTake(words.take[move.move](move.dose))] as const] : []),
    ['agreed', words.agree] as const,
    ['declined', words.decline] as const,
  ];
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const given = answer ?? (move ? 'take' : 'agreed');
    const note = textOf(form, `note-${request.request}`);
    const said = given === 'declined' ? 'declined' : 'agreed';
    const path = `/cases/${here.id}/requests/${request.request}/answer`;
    const answered = await askSignedIn('POST', path, { answer: said, note });
    if (!answered.ok) return answered.error;
    setSaid(
      given === 'take' && move
        ? await taken(here, words, move)
        : said === 'agreed'
          ? words.agreedOnly
          : words.declinedOnly,
    );
    await here.reload();
    return undefined;
  };
  return (
    <Form act={act} button={words.sendAnswer}>
      {() => (
        <>
          <fieldset class="choices">
            <legend>{words.yourAnswer}</legend>
            <div class="row">
              {choices.map(([value, label]) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={`answer-${request.request}`}
                    value={value}
                    checked={value === (answer ?? (move ? 'take' : 'agreed'))}
                    onChange={() => setAnswer(value)}
                  />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
          <p class="quiet">
            {words.movesNothing} {move ? words.twoActs : isWish ? words.notOpen : ''}
          </p>
          <TextField
            name={`note-${request.request}`}
            label={here.words.note}
            help={words.noteHelp}
            rows={2}
            isOptional
          />
        </>
      )}
    </Form>
  );
}

async function taken(here: Here, words: ReportWords, { move, dose }: { move: Wanted; dose: string }): Promise<string> {
  const plan = here.permitted?.plan;
  if (!plan) throw new RangeError('a move without a plan');
  const command = { plan: plan.plan, move, from: plan.place, day: todayText() };
  const done = await askSignedIn('POST', `/cases/${here.id}/moves`, command);
  return done.ok ? words.agreedAndTaken(dose) : `${words.agreedNotTaken} ${refusalText(done.error)}`;
}
