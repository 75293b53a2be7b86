/** What does the list make of this name? Asked while somebody writes, and told beside the field; nothing is guessed (H6). */
import { useEffect, useState } from 'preact/hooks';
import type { MatchJson } from '../../../src/http/schema/case-json.ts';
import { OPIOID_GROUPS } from '../../../src/medicine/screening/drug-list.ts';
import { askSignedIn } from '../frame/session.ts';
import type { ScreeningWords } from './screening-tab.tsx';

/** Long enough that a word is written before it is asked for. */
const QUIET_MS = 250;

export type Matching = { readonly text: string; readonly match: MatchJson };

/** The list's answer to what stands in the field; undefined while there is none. */
export function useMatch(text: string): Matching | undefined {
  const [held, setHeld] = useState<Matching>();
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return setHeld(undefined);
    let isLatest = true;
    const timer = setTimeout(async () => {
      const answer = await askSignedIn<MatchJson>('POST', '/medicines/match', { text: wanted });
      if (isLatest && answer.ok) setHeld({ text: wanted, match: answer.value });
    }, QUIET_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return held?.text === wanted ? held : undefined;
}

export const isOpioid = ({ hits }: MatchJson): boolean => hits.some(({ group }) => OPIOID_GROUPS.includes(group));

/** In a sentence; an opioid is said to be one. */
export function MatchText({ match, words }: { match: MatchJson; words: ScreeningWords }) {
  if (match.status === 'unresolved')
    return <>{words.match.unresolved(match.why === undefined ? '' : words.why[match.why])}</>;
  const names = match.hits.map(({ ingredient, group, washout }) => words.hit(ingredient, group, washout));
  return (
    <>
      {words.match.recognised(names.join(', '))}
      {isOpioid(match) && <strong> {words.match.opioid}</strong>}
    </>
  );
}
