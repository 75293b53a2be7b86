/**
 * Exactly what would be signed, in words, for whom, and what stands against it now. What is shown is what the hash binds;
 * after the signature nothing of it changes, also not what counts as an answer (H13, H16, H17).
 */

import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../../../../src/base/result.ts';
import type { TrialReadBackJson } from '../../../../../src/http/schema/trial-json.ts';
import type { Refusal } from '../../../../kit/ask.ts';
import { caseHref, go } from '../../../frame/route.ts';
import { askSignedIn } from '../../../frame/session.ts';
import { todayText } from '../../../part/day.ts';
import { Notice, refusalText, Waiting } from '../../../part/notice.tsx';
import { Signature } from '../../../part/signature.tsx';
import { Whom } from '../../../part/whom.tsx';
import { Title } from '../../../plan/title.tsx';
import { pathOf } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';
import { Protocol } from '../whole-trial.tsx';

export function ReadBack(props: TrialProps) {
  const { words } = props;
  const [turn, setTurn] = useState(0);
  const held = useReadBack(pathOf(props), turn);
  const again = (): void => setTurn(turn + 1);
  return (
    <>
      <Title id="read-back" text={words.readBack} />
      {held === undefined && <Waiting />}
      {held && !held.ok && <Notice text={refusalText(held.error)} again={again} />}
      {held?.ok && (
        <>
          {held.value.gates.length > 0 && <InTheWay {...props} gates={held.value.gates} />}
          <Shown {...props} read={held.value} />
          {held.value.hash !== undefined && <Sign {...props} hash={held.value.hash} readAgain={again} />}
        </>
      )}
    </>
  );
}

type Held = Result<TrialReadBackJson, Refusal>;

/** Reads back; undefined while the answer is on its way. */
function useReadBack(path: string, turn: number): Held | undefined {
  const [held, setHeld] = useState<{ readonly turn: number; readonly held: Held }>();
  useEffect(() => {
    let isLatest = true;
    void askSignedIn<TrialReadBackJson>('POST', `${path}/read-back`, { day: todayText() }).then((read) => {
      if (isLatest) setHeld({ turn, held: read });
    });
    return () => {
      isLatest = false;
    };
  }, [path, turn]);
  return held?.turn === turn ? held.held : undefined;
}

type ReadProps = TrialProps & { readonly read: TrialReadBackJson };

function Shown({ words, trial, read }: ReadProps) {
  return (
    <section class="read-back" aria-labelledby="you-sign">
      <h3 id="you-sign">{words.youSign}</h3>
      <Whom words={words} read={read} />
      <Protocol {...{ words, trial }} />
      <p>{words.powerFrame(read.days, read.sequences)}</p>
      <p>{words.analysisIs(trial.record.protocol.analysis.revision)}</p>
      <p>
        <strong>{words.settledOnce}</strong>
      </p>
      {read.hash !== undefined && (
        <p class="hash quiet">
          {words.hashHeading}: {read.hash}
        </p>
      )}
    </section>
  );
}

function InTheWay({ here, words, gates }: TrialProps & Pick<TrialReadBackJson, 'gates'>) {
  return (
    <div role="alert" class="notice">
      <p>{words.cannot}</p>
      <ul>
        {gates.map(({ code, detail }) => (
          <li key={`${code} ${detail}`}>{detail}</li>
        ))}
      </ul>
      <p class="act">
        <a href={caseHref(here.id, 'screening')}>{here.words.tabs.screening}</a>
        <a href={caseHref(here.id, 'plan')}>{here.words.tabs.plan}</a>
        <a href={caseHref(here.id, 'requests')}>{here.words.tabs.requests}</a>
      </p>
    </div>
  );
}

type SignProps = TrialProps & { readonly hash: string; readonly readAgain: () => void };

function Sign({ here, words, trial, reload, hash, readAgain }: SignProps) {
  const onSigned = async (): Promise<void> => {
    go({ at: 'case', case: here.id, tab: 'trial' });
    await reload();
  };
  return (
    <Signature
      {...{ words, onSigned, readAgain, stale: ['read-back-differs', 'trial-not-signable'] }}
      path={`${pathOf({ here, trial })}/signature`}
      signed={{ day: todayText(), readBackHash: hash }}
    />
  );
}
