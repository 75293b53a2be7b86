/**
 * Where does this trial stand, who did what, and what comes next? Each act is offered to whom it belongs, at the point
 * where it fits; the server decides again. What a kit holds stands nowhere here before the opening (H13).
 */
import { isHereAs } from '../here.ts';
import { CodeBreak } from './conduct/code-break.tsx';
import { Deviations } from './conduct/deviations.tsx';
import { Conduct } from './conduct/periods.tsx';
import { Stop } from './conduct/stop.tsx';
import { Links } from './links.tsx';
import { Opened } from './opening/opened.tsx';
import { Opening } from './opening/opening.tsx';
import { Stages } from './stages.tsx';
import { Drop } from './start/drop.tsx';
import { Seal } from './start/seal.tsx';
import { Start } from './start/start.tsx';
import type { TrialProps } from './trial-tab.tsx';

export function WholeTrial(props: TrialProps) {
  const { here, words, trial } = props;
  const { record, phase } = trial;
  const isPrescriber = isHereAs(here, 'prescriber');
  const isStaff = isPrescriber || isHereAs(here, 'coordinator');
  const isKept = phase === 'running' || phase === 'over';
  return (
    <>
      <p>
        <strong>{words.phase[phase]}</strong> {words.next[phase]}
      </p>
      <Links {...props} />
      {phase === 'opened' && isStaff && <Opened {...props} />}
      {phase === 'consented' && <Seal {...props} />}
      {phase === 'sealed' && isPrescriber && <Start {...props} />}
      {isKept && isStaff && <Conduct {...props} />}
      {(phase === 'running' || phase === 'over') && isStaff && <Opening {...props} />}
      <Stages {...props} />
      <details class="fold">
        <summary>{words.protocol}</summary>
        <Protocol {...props} />
      </details>
      {record.started && <Deviations {...props} />}
      {(phase === 'ready' || phase === 'running') && isPrescriber && <Stop {...props} />}
      {record.sealed && phase !== 'opened' && phase !== 'dropped' && isPrescriber && <CodeBreak {...props} />}
      {isDroppable(phase) && isStaff && <Drop {...props} />}
    </>
  );
}

const isDroppable = (phase: string): boolean => ['designed', 'signed', 'consented', 'sealed'].includes(phase);

export function Protocol({ words, trial }: Pick<TrialProps, 'words' | 'trial'>) {
  const { protocol } = trial.record;
  return (
    <>
      <ul>
        {words.protocolInWords(protocol).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{words.purposeIs(protocol.purpose)}</p>
    </>
  );
}
