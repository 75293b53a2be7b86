/** The findings of the diary that is open, and files to keep. */
import { WholeFindings } from '../../kit/part/finding.tsx';
import type { Words } from '../../kit/words/words.ts';
import { analysis, chosen } from '../state.ts';
import { Keep } from './keep.tsx';

export function Findings({ words }: { words: Words }) {
  const { findings, refusals } = analysis.value;
  const shown = findings.find(({ outcome }) => outcome.id === chosen.value) ?? findings[0];
  const choose = (outcome: string): void => {
    chosen.value = outcome;
  };
  return (
    <>
      <WholeFindings analysis={analysis.value} words={words} chosen={chosen.value} onChoose={choose} />
      {(findings.length > 0 || refusals.length > 0) && <Keep shown={shown} words={words} />}
    </>
  );
}
