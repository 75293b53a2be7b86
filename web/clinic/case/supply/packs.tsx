/** What was handed out, with lot, filler and last day; labels of it, and taking back what was a slip (H2, H26, H27). */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../kit/ask.ts';
import { language } from '../../../kit/language.ts';
import { Select } from '../../../kit/part/field.tsx';
import { textOf } from '../../../kit/part/form.tsx';
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { saveFile } from '../../../kit/save.ts';
import { askFileSignedIn, askSignedIn } from '../../frame/session.ts';
import { dayText, todayText } from '../../part/day.ts';
import { Form } from '../../part/form.tsx';
import { contentFrom } from './supply-json.ts';
import type { SupplyProps } from './supply-tab.tsx';

type Pack = SupplyProps['supply']['supply'][number];

export function Packs(props: SupplyProps) {
  const { here, words, supply } = props;
  const packs = [...supply.supply].reverse();
  const rows = packs.map((pack) => rowOf(pack, words));
  return (
    <section aria-labelledby="packs">
      <h2 id="packs">{words.handedOut}</h2>
      {rows.length === 0 && <p>{words.noPacks}</p>}
      {rows.length > 0 && (
        <>
          <RowsTable name={here.words.tableOf(words.handedOut)} rows={{ head: words.packsHead, rows }} />
          <Labels {...props} />
          <TakeBack {...props} packs={packs.filter(({ withdrawn }) => !withdrawn)} />
        </>
      )}
    </section>
  );
}

function rowOf({ content, lot, filler, storage, beyondUse, on, left, withdrawn }: Pack, words: SupplyProps['words']) {
  const held = contentFrom(content);
  const counted = left === undefined ? words.notCounted : words.left(held, left);
  const isPast = beyondUse < todayText();
  return [
    ...[words.pack(held), lot, filler, words.storage[storage]],
    isPast ? words.past(dayText(beyondUse)) : dayText(beyondUse),
    dayText(on),
    withdrawn ? words.gone[withdrawn.why] : counted,
  ];
}

function Labels({ here, words }: SupplyProps) {
  const act = async (): Promise<Refusal | undefined> => {
    const query = `day=${todayText()}&language=${language.peek()}`;
    const made = await askFileSignedIn('GET', `/cases/${here.id}/supply/labels.pdf?${query}`);
    if (!made.ok) return made.error;
    saveFile(words.labelFile, made.value);
    return undefined;
  };
  return <Form act={act} button={words.labels} waiting={words.makingLabels} first={false} />;
}

function TakeBack({ here, words, packs, again }: SupplyProps & { readonly packs: readonly Pack[] }) {
  const [said, setSaid] = useState('');
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const [which, why] = [textOf(form, 'take-back'), textOf(form, 'take-back-why')];
    const body = { why, day: todayText() };
    const done = await askSignedIn('POST', `/cases/${here.id}/supply/${which}/withdraw`, body);
    if (!done.ok) return done.error;
    setSaid(words.takenBack);
    await again();
    return undefined;
  };
  if (packs.length === 0) return <p role="status">{said}</p>;
  return (
    <details class="fold screen-only">
      <summary>{words.takeBack}</summary>
      <p class="quiet">{words.takeBackHelp}</p>
      <Form act={act} button={words.takeBack} first={false}>
        {() => (
          <>
            <Select
              {...{ name: 'take-back', label: words.takeBackWhat }}
              options={packs.map(({ supply, content, lot }) => [
                supply,
                `${words.pack(contentFrom(content))}, ${words.lot} ${lot}`,
              ])}
            />
            <Select {...{ name: 'take-back-why', label: words.takeBackWhy }} options={Object.entries(words.gone)} />
          </>
        )}
      </Form>
      <p role="status">{said}</p>
    </details>
  );
}
