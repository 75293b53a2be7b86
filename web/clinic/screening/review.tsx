/** Has somebody looked at the screening as a whole? What the look puts on record is said before it is made (H4, H37). */
import { useState } from 'preact/hooks';
import type { ReviewedJson, ScreeningJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { isHereAs } from '../case/here.ts';
import { askSignedIn } from '../frame/session.ts';
import { dayText, todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import type { ScreeningProps } from './screening-tab.tsx';

type Props = ScreeningProps & { readonly screening: ScreeningJson; readonly reviewed: ReviewedJson | undefined };

export function Review({ here, words, reviewed, changed }: Props) {
  const [said, setSaid] = useState('');
  const unseen = (here.view?.changes ?? []).filter(({ what, seen }) => what === 'new-medicine' && !seen);
  const act = async (): Promise<Refusal | undefined> => {
    const day = todayText();
    const kept = await askSignedIn<{ readonly screening: ScreeningJson }>(
      'POST',
      `/cases/${here.id}/screening/reviews`,
      { day },
    );
    if (!kept.ok) return kept.error;
    const { openHard, openSoft } = kept.value.screening;
    await changed();
    setSaid(words.reviewed(day, openHard, openSoft));
    return undefined;
  };
  return (
    <section aria-labelledby="review">
      <h2 id="review">{words.review}</h2>
      {unseen.length > 0 && (
        <div class="standing">
          <p>{words.reported}</p>
          <ul>
            {unseen.map(({ entry, text, date }) => (
              <li key={entry}>
                {dayText(date)}: <q>{text}</q>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{reviewed ? words.reviewed(reviewed.on, reviewed.openHard, reviewed.openSoft) : words.neverReviewed}</p>
      {reviewed?.stale && <p class="standing">{words.stale}</p>}
      {isHereAs(here, 'prescriber') && (
        <>
          <p class="quiet">{words.reviewHelp}</p>
          <Form act={act} button={words.reviewButton} />
        </>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
