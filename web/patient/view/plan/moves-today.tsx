/**
 * What do the signed rules allow today? As the clinic told it last, with its sentences; a person takes a move and confirms
 * the dose it leads to. Nothing is worked out upward on the phone, and old news says so (H8, H11, H12).
 */
import { useState } from 'preact/hooks';
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose, parseDose } from '../../../../src/medicine/dose.ts';
import type { MoveName } from '../../../../src/medicine/moves.ts';
import type { CaseState, PlanInForce } from '../../../../src/records/case-state.ts';
import { as, permitted, takeMove, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { momentText } from '../moment.ts';
import { say } from '../said.ts';
import { takeText } from '../today/take-line.tsx';

type MovesProps = { readonly inForce: PlanInForce; readonly state: CaseState };

export function MovesToday({ inForce, state }: MovesProps) {
  const words = say().plan;
  const told = permitted.value;
  const isOfToday = told?.answer.day === formatLocalDate(today.value) && told.answer.plan?.plan === inForce.plan;
  if (!told || (!isOfToday && told.answer.plan?.plan !== inForce.plan))
    return (
      <section>
        <h2>{words.today}</h2>
        <p>{words.todayUnknown}</p>
      </section>
    );
  const { answer, checkedAt } = told;
  const against = answer.reasons.filter((reason) => isAgainst(reason));
  const speaksFor = answer.reasons.filter((reason) => !isAgainst(reason));
  return (
    <section>
      <h2>{words.today}</h2>
      {!isOfToday && <p>{words.todayOld(momentText(checkedAt))}</p>}
      {answer.asks && <p class="fault">{words.asks[answer.asks]}</p>}
      {isOfToday && as.value !== 'carer' && <Moves {...{ inForce, state, moves: answer.moves }} />}
      <details>
        <summary>{words.why}</summary>
        <Reasons name={words.speaksAgainst} sentences={[...answer.standing, ...against].map(({ detail }) => detail)} />
        <Reasons name={words.speaksFor} sentences={speaksFor.map(({ detail }) => detail)} />
      </details>
    </section>
  );
}

const isAgainst = ({ stands }: { readonly [key: string]: unknown }): boolean => stands === 'against';

function Reasons({ name, sentences }: { name: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

type MoveListProps = MovesProps & { readonly moves: readonly { readonly move: MoveName; readonly dose: string }[] };

/** Stopping has a place of its own. */
function Moves({ inForce, state, moves }: MoveListProps) {
  const words = say().plan;
  const { run, busy, trouble } = useActing();
  const [done, setDone] = useState('');
  const take = async (move: Exclude<MoveName, 'stop'>, what: string): Promise<void> => {
    setDone('');
    if (await run(() => takeMove(move))) setDone(words.moved(what));
  };
  return (
    <>
      <ul class="bare">
        {moves.map(({ move, dose }) => {
          if (move === 'stop' || (move === 'hold' && inForce.place === 'baseline')) return null;
          const what = move === 'step-up' && inForce.place === 'baseline' ? words.start(dose) : words.move[move](dose);
          return (
            <li key={move}>
              <Confirm
                {...{ button: what, question: words.confirmMove(what), yes: words.confirmYes(what), busy }}
                help={takeSentence(dose, state)}
                act={() => void take(move, what)}
              />
            </li>
          );
        })}
      </ul>
      <p role="status">{busy ? say().frame.working : done}</p>
      <Trouble text={trouble} />
    </>
  );
}

function takeSentence(dose: string, state: CaseState): string | undefined {
  const read = parseDose(dose);
  const what = read.ok ? takeText(read.value, state.products ?? [], today.value) : undefined;
  if (!read.ok || what === undefined) return undefined;
  return say().plan.confirmTake(formatDose(read.value), what);
}
