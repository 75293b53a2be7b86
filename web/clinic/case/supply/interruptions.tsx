/**
 * On which days is by plan no dose taken? A gap in the supply becomes a planned one, in sight of the patient, instead of days
 * that look missed. A prescriber plans it and may end it; nothing restarts by itself (H11, H24, H28).
 */
import { useState } from 'preact/hooks';
import { INTERRUPTION_WHYS } from '../../../../src/records/event-supply.ts';
import type { Refusal } from '../../../kit/ask.ts';
import { DayField, Select } from '../../../kit/part/field.tsx';
import { textOf } from '../../../kit/part/form.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { dayText, todayText } from '../../part/day.ts';
import { Form } from '../../part/form.tsx';
import { isHereAs } from '../here.ts';
import type { SupplyProps } from './supply-tab.tsx';

export function Interruptions(props: SupplyProps) {
  const { here, words, supply, again } = props;
  const mayPlan = isHereAs(here, 'prescriber');
  const [said, setSaid] = useState('');
  const end = async (interruption: string): Promise<Refusal | undefined> => {
    const body = { on: todayText(), day: todayText() };
    const done = await askSignedIn('POST', `/cases/${here.id}/interruptions/${interruption}/end`, body);
    if (!done.ok) return done.error;
    setSaid(words.ended);
    await again();
    return undefined;
  };
  return (
    <section aria-labelledby="interruptions">
      <h2 id="interruptions">{words.interruptions}</h2>
      <p class="quiet">{words.interruptionsHelp}</p>
      {supply.interruptions.length === 0 && <p>{words.noInterruptions}</p>}
      <ul class="plain">
        {supply.interruptions.map(({ interruption, from, until, why }) => (
          <li key={interruption}>
            {words.interruption(dayText(from), dayText(until), why)}
            {mayPlan && <Form act={() => end(interruption)} button={words.endNow} first={false} />}
          </li>
        ))}
      </ul>
      {mayPlan && <Plan {...props} tell={setSaid} />}
      <p role="status">{said}</p>
    </section>
  );
}

/** The first gap stands there to begin with; both days are the prescriber's to change. */
function Plan({ here, words, supply, again, tell }: SupplyProps & { readonly tell: (text: string) => void }) {
  const gap = supply.outlook?.held.gap ?? supply.outlook?.earliest.gap;
  const [from, setFrom] = useState(gap?.first ?? '');
  const [until, setUntil] = useState('');
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const body = { from, until, why: textOf(form, 'interruption-why'), day: todayText() };
    const done = await askSignedIn('POST', `/cases/${here.id}/interruptions`, body);
    if (!done.ok) return done.error;
    tell(words.planned(dayText(from), dayText(until)));
    await again();
    return undefined;
  };
  const shown = (day: string): string => (day === '' ? '' : dayText(day));
  return (
    <details class="fold screen-only">
      <summary>{words.plan}</summary>
      <Form
        {...{ act, button: words.plan, first: false, fieldOf: { 'interruption-out-of-range': 'interruption-from' } }}
      >
        {(faults) => (
          <>
            <DayField
              {...{ name: 'interruption-from', label: words.from, value: from, onInput: setFrom, min: todayText() }}
              {...{ inWords: shown(from), fault: faults['interruption-from'] }}
            />
            <DayField
              {...{ name: 'interruption-until', label: words.until, value: until, onInput: setUntil, min: from }}
              inWords={shown(until)}
            />
            <Select
              {...{ name: 'interruption-why', label: words.why }}
              options={INTERRUPTION_WHYS.map((name) => [name, words.whys[name]])}
            />
          </>
        )}
      </Form>
    </details>
  );
}
