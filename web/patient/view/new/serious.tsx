/**
 * A serious sign: six, in plain words, each with what to do at once. Reporting one stops the drug on this phone right away,
 * without a network too, and only a prescriber clears it (H20, H22, H23, H25).
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { STOP_RULES, type StopRule } from '../../../../src/medicine/titration.ts';
import { redFlagsOn } from '../../../../src/records/course.ts';
import { course, reportRedFlag, today } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';

export function SeriousPage() {
  const words = say().fresh.serious;
  const { run, busy, trouble } = useActing();
  const [asked, setAsked] = useState<StopRule>();
  const [reported, setReported] = useState<StopRule>();
  const report = async (rule: StopRule): Promise<void> => {
    if (await run(() => reportRedFlag(rule, today.value, ''))) setReported(rule);
    setAsked(undefined);
  };
  const standing = redFlagsOn(course.value, today.value).filter(({ rule }) => rule !== reported);
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.help}</p>
      {reported && <Stopped rule={reported} />}
      {standing.map(({ entry, rule, date }) => (
        <div class="card" key={entry}>
          <p>
            <strong>{words.flag[rule]}</strong>{' '}
            <span class="quiet">{words.since(say().when.ago(date, today.value))}</span>
          </p>
          <p>{words.now[rule]}</p>
        </div>
      ))}
      <ul class="bare">
        {STOP_RULES.filter((rule) => rule !== reported && standing.every((flag) => flag.rule !== rule)).map((rule) => (
          <li key={rule}>
            <button type="button" class="button wide" aria-expanded={asked === rule} onClick={() => setAsked(rule)}>
              {words.flag[rule]}
            </button>
            {asked === rule && (
              <Sure rule={rule} busy={busy} yes={() => void report(rule)} no={() => setAsked(undefined)} />
            )}
          </li>
        ))}
      </ul>
      <Trouble text={trouble} />
      <p class="quiet">{words.trying}</p>
    </>
  );
}

type SureProps = { readonly rule: StopRule; readonly busy: boolean; readonly yes: () => void; readonly no: () => void };

function Sure({ rule, busy, yes, no }: SureProps) {
  const words = say().fresh.serious;
  const first = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="ask">
      <p ref={first} tabIndex={-1}>
        <strong>{words.now[rule]}</strong>
      </p>
      <p>{words.confirmHelp}</p>
      <div class="act">
        <button type="button" class="button first" aria-disabled={busy} onClick={yes}>
          {words.yes}
        </button>
        <button type="button" class="button" onClick={no}>
          {say().frame.cancel}
        </button>
      </div>
    </div>
  );
}

function Stopped({ rule }: { rule: StopRule }) {
  const words = say().fresh.serious;
  const first = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <section class="card">
      <h2 ref={first} tabIndex={-1}>
        {words.stopped}
      </h2>
      <p>
        <strong>{words.now[rule]}</strong>
      </p>
      <p>{words.told}</p>
      <p>{words.callToo}</p>
      <p>
        <a class="button" href={addressOf('card')}>
          {say().frame.card}
        </a>
      </p>
    </section>
  );
}
