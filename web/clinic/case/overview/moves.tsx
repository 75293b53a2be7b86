/**
 * Which moves does the signed plan permit today, and why? Taking one names the old and the new dose and asks once more;
 * the server decides again when it is taken (H11, H12, H16).
 */
import { useState } from 'preact/hooks';
import type { PermittedJson } from '../../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../../kit/ask.ts';
import { askSignedIn } from '../../frame/session.ts';
import { todayText } from '../../part/day.ts';
import { Dialog } from '../../part/dialog.tsx';
import { Form } from '../../part/form.tsx';
import type { Here } from '../here.ts';
import type { OverviewWords } from './overview.tsx';

type Move = PermittedJson['moves'][number];
type Props = { readonly here: Here; readonly words: OverviewWords; readonly permitted: PermittedJson };

export function Moves({ here, words, permitted }: Props) {
  const [chosen, setChosen] = useState<Move>();
  const [said, setSaid] = useState('');
  const { moves, canStop, asks } = permitted;
  // A plan that has run out leaves nothing open but to put the end on record.
  const open: readonly Move[] = moves.length === 0 && canStop ? [{ move: 'stop', dose: '0 mg' }] : moves;
  return (
    <section aria-labelledby="today">
      <h2 id="today">{words.moves}</h2>
      {asks && <p class="standing">{words.rules[asks]}</p>}
      {open.length === 0 && <p>{words.noMoves}</p>}
      <div class="act">
        {open.map((move) => (
          <button key={move.move} type="button" class="button" aria-haspopup="dialog" onClick={() => setChosen(move)}>
            {moveText(words, permitted, move)}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
      <Reasons {...{ words, permitted }} />
      {chosen && (
        <Confirm
          {...{ here, words, permitted, move: chosen }}
          close={(text) => {
            setChosen(undefined);
            setSaid(text);
          }}
        />
      )}
    </section>
  );
}

function moveText(words: OverviewWords, { plan }: PermittedJson, { move, dose }: Move): string {
  const { move: say } = words;
  if (move === 'stop') return say.stop;
  if (move === 'hold') return plan?.place === 'baseline' ? say['hold-baseline'] : say.hold(dose);
  return move === 'step-up' && plan?.place === 'baseline' ? say.start(dose) : say[move](dose);
}

/** What stands against going up is in sight; what speaks for it opens. */
function Reasons({ words, permitted: { standing, reasons } }: Pick<Props, 'words' | 'permitted'>) {
  const against = reasons.filter(({ stands }) => stands === 'against');
  const inFavour = reasons.filter(({ stands }) => stands === 'for');
  return (
    <>
      {standing.length > 0 && <Sentences heading={words.standing} of={standing} />}
      {against.length > 0 && <Sentences heading={words.against} of={against} />}
      {inFavour.length > 0 && (
        <details class="fold">
          <summary>{words.inFavour}</summary>
          <Sentences of={inFavour} />
        </details>
      )}
    </>
  );
}

type Told = { readonly code: string; readonly detail: string };

function Sentences({ heading, of }: { heading?: string; of: readonly Told[] }) {
  return (
    <>
      {heading && <h3>{heading}</h3>}
      <ul>
        {of.map(({ code, detail }) => (
          <li key={`${code} ${detail}`}>{detail}</li>
        ))}
      </ul>
    </>
  );
}

type ConfirmProps = Props & { readonly move: Move; readonly close: (said: string) => void };

function Confirm({ here, words, permitted, move: { move, dose }, close }: ConfirmProps) {
  const { confirm: say } = words;
  const from = permitted.dose === '0 mg' ? here.words.noDrug : permitted.dose;
  const to = dose === '0 mg' ? here.words.noDrug : dose;
  const act = async (): Promise<Refusal | undefined> => {
    const done = await take(here, permitted, move);
    if (done) return done;
    await here.reload();
    close(move === 'stop' ? words.stopped : words.taken(to));
    return undefined;
  };
  return (
    <Dialog id="move" title={say.heading(here.view?.label ?? '')} closeText={say.no} onClose={() => close('')}>
      <p>{say.who(here.view?.patient === undefined ? here.words.nameHidden : here.name(here.view.patient))}</p>
      <p class="amount">{move === 'stop' ? say.stop(from) : move === 'hold' ? say.hold(to) : say.change(from, to)}</p>
      <p class="quiet">{say.records}</p>
      <Form act={act} button={moveText(words, permitted, { move, dose })} />
    </Dialog>
  );
}

/** Takes the move from the place that was shown; stopping needs no place. */
async function take(here: Here, { plan }: PermittedJson, move: Move['move']): Promise<Refusal | undefined> {
  const day = todayText();
  if (move === 'stop') {
    const stopped = await askSignedIn('POST', `/cases/${here.id}/stop`, { day });
    return stopped.ok ? undefined : stopped.error;
  }
  if (!plan) throw new RangeError('a move without a plan');
  const command = { plan: plan.plan, move, from: plan.place, day };
  const taken = await askSignedIn('POST', `/cases/${here.id}/moves`, command);
  return taken.ok ? undefined : taken.error;
}
