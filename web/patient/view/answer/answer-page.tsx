/**
 * What does the diary say so far? The last finding, as the clinic's computer made it, with its doubts: an unclear answer is
 * a normal one, and nothing here is ticked off (H18, H19). The answer on the phone can be read without a network.
 */
import { useEffect, useState } from 'preact/hooks';
import { language } from '../../../kit/language.ts';
import type { FindingPack } from '../../../kit/part/finding/answer-words.ts';
import { LightFindings } from '../../../kit/part/finding.tsx';
import { as, computeFinding, finding } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Heading } from '../heading.tsx';
import { momentText } from '../moment.ts';
import { say } from '../said.ts';
import { loadFindingWords } from './finding-words.ts';

export function AnswerPage() {
  const words = say().answer;
  const kept = finding.value;
  if (as.value === 'carer')
    return (
      <>
        <Heading>{words.heading}</Heading>
        <p>{words.carer}</p>
      </>
    );
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.intro}</p>
      {kept ? (
        <>
          <Shown analysis={kept.analysis} />
          <p>{words.inconclusive}</p>
          <p>{words.talk}</p>
          <p class="quiet">{words.made(momentText(kept.at))}</p>
        </>
      ) : (
        <>
          <p>
            <strong>{words.none}</strong>
          </p>
          <p>{words.noneHelp}</p>
        </>
      )}
      <Compute />
    </>
  );
}

type ShownProps = { readonly analysis: Parameters<typeof LightFindings>[0]['analysis'] };

function Shown({ analysis }: ShownProps) {
  const [words, setWords] = useState<FindingPack>();
  const wanted = language.value;
  useEffect(() => void loadFindingWords(wanted).then(setWords), [wanted]);
  return words ? <LightFindings analysis={analysis} words={words} /> : <p role="status">{say().frame.wait}</p>;
}

function Compute() {
  const words = say().answer;
  const { run, busy, trouble } = useActing();
  return (
    <>
      <p class="act">
        <button type="button" class="button" aria-disabled={busy} onClick={() => void run(computeFinding)}>
          {words.compute}
        </button>
      </p>
      <p role="status">{busy ? words.computing : ''}</p>
      <Trouble text={trouble} />
    </>
  );
}
