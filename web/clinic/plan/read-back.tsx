/**
 * Exactly what would be signed, in words, for whom, and what stands against it now, each with the way to mend it. What is
 * shown is what the hash binds: terms that change are read back anew before anything can be signed (H16, H17).
 */

import { useEffect, useState } from 'preact/hooks';
import type { PlanJson, ReadBackJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { planFrom } from '../case/view-state.ts';
import { askSignedIn } from '../frame/session.ts';
import { todayText } from '../part/day.ts';
import { Notice, refusalText, Waiting } from '../part/notice.tsx';
import { Whom } from '../part/whom.tsx';
import { InTheWay } from './in-the-way.tsx';
import type { PlanProps } from './plan-tab.tsx';
import { Signing } from './signing.tsx';
import { type Terms, TermsFields, termsFor } from './terms.tsx';
import { Title } from './title.tsx';

export type ReadProps = PlanProps & { readonly plan: PlanJson };
type Held = { readonly terms: Terms; readonly read: ReadBackJson } | { readonly refusal: Refusal };

export function ReadBack(props: ReadProps) {
  const { here, words, plan } = props;
  const isSecond = plan.status === 'half-signed';
  const [terms, setTerms] = useState<Terms>(() => termsFor(planFrom(plan.content)));
  const [turn, setTurn] = useState(0);
  const held = useReadBack(here.id, plan.plan, terms, isSecond, turn);
  return (
    <>
      <Title id="read-back" text={isSecond ? words.readBackSecond : words.readBack} />
      {!isSecond && <TermsFields {...{ words, plan: planFrom(plan.content), terms, onChange: setTerms }} />}
      {held === undefined && <Waiting />}
      {held && 'refusal' in held && <Notice text={refusalText(held.refusal)} again={() => setTurn(turn + 1)} />}
      {held && 'read' in held && (
        <>
          {held.read.faults.length > 0 && <InTheWay {...props} faults={held.read.faults} />}
          <Shown {...props} read={held.read} />
          {held.read.hash && (
            <Signing
              {...props}
              {...{ terms: held.terms, hash: held.read.hash, isSecond, readAgain: () => setTurn(turn + 1) }}
            />
          )}
        </>
      )}
    </>
  );
}

/** Reads back for these terms; undefined while the answer for exactly these is on its way. */
function useReadBack(id: string, plan: string, terms: Terms, isSecond: boolean, turn: number): Held | undefined {
  const key = JSON.stringify([terms, isSecond, turn]);
  const [held, setHeld] = useState<{ readonly key: string; readonly held: Held }>();
  useEffect(() => {
    let isLatest = true;
    const path = `/cases/${id}/plans/${plan}/${isSecond ? 'cosignature/read-back' : 'read-back'}`;
    const body = isSecond ? { day: todayText() } : { ...terms, day: todayText() };
    void askSignedIn<ReadBackJson>('POST', path, body).then((read) => {
      if (isLatest) setHeld({ key, held: read.ok ? { terms, read: read.value } : { refusal: read.error } });
    });
    return () => {
      isLatest = false;
    };
  }, [id, plan, key]);
  return held?.key === key ? held.held : undefined;
}

function Shown({ words, read }: ReadProps & { readonly read: ReadBackJson }) {
  const content = planFrom(read.content);
  return (
    <section class="read-back" aria-labelledby="you-sign">
      <h3 id="you-sign">{words.youSign}</h3>
      <Whom words={words} read={read} />
      <p>
        <strong>{content.name}</strong>. {words.valid(read.validFrom, read.validTo)} {words.timing[content.timeOfDay]}
      </p>
      <ol class="plain runs">
        {read.calendar.map(({ kind, step, dose, from, to }) => (
          <li key={`${from} ${kind}`}>{words.runLine(kind, step, dose, from, to)}</li>
        ))}
      </ol>
      <p>{words.totals(read.totals.doseDays, read.totals.dose)}</p>
      <h4>{words.rulesName}</h4>
      <ul>
        {words.rules(content).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p>{read.screening ? words.restsOn(read.screening.on, read.screening.listVersion) : words.noScreening}</p>
      <p>{words.needs[read.signatures]}</p>
      {read.cautions.length > 0 && (
        <>
          <h4>{words.cautions}</h4>
          <ul class="standing">
            {read.cautions.map(({ code, detail }) => (
              <li key={code}>{detail}</li>
            ))}
          </ul>
        </>
      )}
      {read.hash && (
        <p class="hash quiet">
          {words.hashHeading}: {read.hash}
        </p>
      )}
    </section>
  );
}
