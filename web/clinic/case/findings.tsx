/**
 * Does it work for this person? The newest finding stands open with everything behind it; older ones can be opened, and a
 * new one can be computed from the diary as it stands. What it rests on is beside it (H18, H19).
 */
import { useRef, useState } from 'preact/hooks';
import type { Analysis } from '../../../src/analysis/finding.ts';
import type { FindingHeadJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { WholeFindings } from '../../kit/part/finding.tsx';
import type { clinicFindingsWords } from '../../kit/words/en/clinic-case-findings.ts';
import { useAnswer } from '../frame/remote.ts';
import { caseHref } from '../frame/route.ts';
import { askSignedIn } from '../frame/session.ts';
import { momentText } from '../part/day.ts';
import { Notice, refusalText, Told } from '../part/notice.tsx';
import { type Here, isHereAs } from './here.ts';
import type { TabProps } from './tab.tsx';

type FindingsWords = typeof clinicFindingsWords;
type List = { readonly findings: readonly FindingHeadJson[]; readonly next?: string };
type Computed = { readonly outcome: 'computed' | 'known'; readonly finding: FindingHeadJson };

export function Findings({ here, words }: TabProps<FindingsWords>) {
  const answer = useAnswer<List>(`/cases/${here.id}/findings`);
  return (
    <Told answer={answer}>
      {({ findings }) => {
        const shown = findings.find(({ finding }) => finding === here.part) ?? findings[0];
        return (
          <>
            {isHereAs(here, 'prescriber') && <Compute {...{ here, words, done: answer.reload }} />}
            {!shown && <p>{words.none}</p>}
            {shown && shown !== findings[0] && <p class="standing">{words.earlier}</p>}
            {shown && <One key={shown.finding} {...{ here, words, head: shown }} />}
            {findings.length > 1 && <List {...{ here, words, findings, shown }} />}
          </>
        );
      }}
    </Told>
  );
}

type Props = { readonly here: Here; readonly words: FindingsWords };

/** Waiting can be given up; the server then goes on by itself. */
function Compute({ here, words, done }: Props & { readonly done: () => Promise<void> }) {
  const [state, setState] = useState<'idle' | 'waiting' | Refusal>('idle');
  const [said, setSaid] = useState('');
  const turn = useRef(0);
  const compute = async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setSaid('');
    setState('waiting');
    const made = await askSignedIn<Computed>('POST', `/cases/${here.id}/findings`);
    if (turn.current !== mine) return;
    setState(made.ok ? 'idle' : made.error);
    if (!made.ok) return;
    await done();
    setSaid(made.value.outcome === 'computed' ? words.computed : words.known);
  };
  const giveUp = (): void => {
    turn.current += 1;
    setState('idle');
    setSaid(words.stoppedWaiting);
  };
  return (
    <div class="screen-only">
      {typeof state === 'object' && <Notice text={refusalText(state)} again={() => void compute()} />}
      {state === 'waiting' ? (
        <div class="act">
          <progress aria-label={words.computing} />
          <span role="status">{words.computing}</span>
          <button type="button" class="button" onClick={giveUp}>
            {words.stopWaiting}
          </button>
        </div>
      ) : (
        <div class="act">
          <button type="button" class="button" onClick={() => void compute()}>
            {words.compute}
          </button>
          <span role="status">{said}</span>
        </div>
      )}
    </div>
  );
}

function One({ here, words, head }: Props & { readonly head: FindingHeadJson }) {
  const [chosen, setChosen] = useState<string>();
  const answer = useAnswer<FindingHeadJson & { readonly analysis: Analysis }>(
    `/cases/${here.id}/findings/${head.finding}`,
  );
  return (
    <Told answer={answer}>
      {({ analysis, at, diarySeq, revision, dataHash }) => (
        <>
          <WholeFindings analysis={analysis} words={words.pack} chosen={chosen} onChoose={setChosen} heading="h2" />
          <details class="fold">
            <summary>{words.rests}</summary>
            <dl>
              {[momentText(at), String(diarySeq), revision, dataHash].map((text, i) => (
                <div key={words.head[i]}>
                  <dt>{words.head[i]}</dt>
                  <dd class="hash">{text}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </Told>
  );
}

type ListProps = Props & { readonly findings: readonly FindingHeadJson[]; readonly shown: FindingHeadJson | undefined };

function List({ here, words, findings, shown }: ListProps) {
  return (
    <section class="screen-only" aria-labelledby="findings">
      <h2 id="findings">{words.list}</h2>
      <ul class="plain">
        {findings.map((each) => (
          <li key={each.finding}>
            <a
              href={caseHref(here.id, 'findings', each.finding)}
              {...(each === shown ? { 'aria-current': 'true' as const } : {})}
            >
              {momentText(each.at)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
