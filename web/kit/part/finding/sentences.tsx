/**
 * A finding in sentences: the answer first, then where it may be worse, why it may not be called clear, its grade with
 * what placebo did beside it, and what would settle it (H18, H19). Nothing of this is ever folded away.
 */
import type { Finding } from '../../../../src/analysis/finding.ts';
import type { FindingPack } from './answer-words.ts';

export function Sentences({ finding, words: { finding: say } }: { finding: Finding; words: FindingPack }) {
  const placebo = say.placebo(finding);
  const harm = say.harm(finding);
  const doubt = say.doubt(finding);
  return (
    <>
      <p class="sentence">{say.sentence(finding)}</p>
      <p>{say.worthwhile(finding)}</p>
      {harm && <p>{harm}</p>}
      {doubt && <p>{doubt}</p>}
      <div class="grade">
        <p>{say.grade(finding)}</p>
        {placebo && <p>{placebo}</p>}
      </div>
      <p>{say.settle(finding)}</p>
    </>
  );
}
