/**
 * A finding in sentences: the answer first, then where it may be worse, why it may not be called clear, its grade with
 * what placebo did beside it, and what would settle it (H18, H19). Nothing of this is ever folded away.
 */
import type { ToldSentences } from '../../../../src/report/told-finding.ts';

export function Sentences({ told: { sentence, further, grade, settle } }: { told: ToldSentences }) {
  return (
    <>
      <p class="sentence">{sentence}</p>
      {further.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <div class="grade">
        {grade.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <p>{settle}</p>
    </>
  );
}
