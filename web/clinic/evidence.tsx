/** What is known about the drug: a place of the clinic, with its words fetched when somebody first goes there (H18). */
import { useEffect, useState } from 'preact/hooks';
import type { EvidenceWords } from '../../src/report/evidence-words.ts';
import { type Language, language } from '../kit/language.ts';
import { EvidenceClaims } from '../kit/part/evidence.tsx';
import { Heading } from './frame/heading.tsx';
import { say } from './frame/words.ts';
import { Notice, Waiting } from './part/notice.tsx';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly evidenceWords: EvidenceWords }>>> = {
  en: () => import('../kit/words/en/evidence.ts'),
  de: () => import('../kit/words/de/evidence.ts'),
};

export function Evidence() {
  const { frame } = say();
  const [words, setWords] = useState<EvidenceWords>();
  const [failed, setFailed] = useState(false);
  const name = language.value;
  const fetchWords = (): (() => void) => {
    let wanted = true;
    setFailed(false);
    PACKS[name]().then(
      ({ evidenceWords }) => wanted && setWords(evidenceWords),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  };
  useEffect(fetchWords, [name]);
  return (
    <>
      <Heading title={frame.evidence}>{words?.title ?? frame.evidence}</Heading>
      {words && <EvidenceClaims words={words} />}
      {failed && <Notice text={frame.partMissing} again={() => void fetchWords()} />}
      {!words && !failed && <Waiting />}
    </>
  );
}
