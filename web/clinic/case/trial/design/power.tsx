/**
 * What could this design tell, before anybody begins? In so many of 100 such trials it is settled, for several true
 * effects, and what slow onset leaves of the contrast. Worked out while one reads; promises nothing (H19).
 */
import { useEffect, useState } from 'preact/hooks';
import type { DraftProtocol } from '../../../../../src/trial/protocol.ts';
import { RowsTable } from '../../../../kit/part/rows-table.tsx';
import type { TrialWords } from '../trial-tab.tsx';
import { type DesignDraft, protocolOf } from './draft-design.ts';
import { KEPT_SHARE, type PowerAsk, type PowerTold } from './power-question.ts';

/** `draft`: one whose design has no fault. */
type Props = { readonly words: TrialWords; readonly draft: DesignDraft };

export function PowerPage({ words, draft }: Props) {
  const protocol = protocolOf(draft);
  const told = usePower(protocol);
  const first = told[0]?.power;
  const { design, primary, rule } = protocol;
  const rows = told.map(({ effect, power }) => {
    const one = power.doses.find(({ dose }) => dose === primary.dose);
    const shares = one ? [one.better, one.open, one.worse] : [];
    return [words.effect(effect), ...shares.map(words.inHundred)];
  });
  return (
    <section aria-labelledby="power">
      <h3 id="power">{words.power}</h3>
      {!first && <p role="status">{words.powerWaits}</p>}
      {first && (
        <>
          <p>{words.powerFrame(first.days, first.sequences)}</p>
          <p>{words.powerLead(primary.dose, rule.settledAt)}</p>
          <RowsTable rows={{ head: words.powerHead, rows }} name={words.powerTable} />
          <p>{words.onsetLead}</p>
          <ul>
            {first.kept.map(({ onsetDays, share }) => (
              <li key={onsetDays}>{words.onset(onsetDays, share)}</li>
            ))}
          </ul>
          <p class="quiet">{words.powerLimits(KEPT_SHARE, design.runIn.how === 'discarded' ? design.runIn.days : 0)}</p>
        </>
      )}
    </section>
  );
}

/** One worker for each design; another design ends it. */
function usePower({ design, rule }: DraftProtocol): readonly PowerTold[] {
  const ask: PowerAsk = { design, settledAt: rule.settledAt, kept: KEPT_SHARE };
  const key = JSON.stringify(ask);
  const [held, setHeld] = useState<{ readonly key: string; readonly told: readonly PowerTold[] }>({ key, told: [] });
  useEffect(() => {
    const worker = new Worker(new URL('./power-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<PowerTold>) =>
      setHeld((last) => ({ key, told: last.key === key ? [...last.told, data] : [data] })),
    );
    worker.postMessage(ask);
    return () => worker.terminate();
  }, [key]);
  return held.key === key ? held.told : [];
}
