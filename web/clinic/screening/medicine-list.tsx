/** Which medicines are on record, and what does the list make of each today? Uses change; texts stay as they were entered. */
import { useState } from 'preact/hooks';
import type { MatchedMedicineJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { isHereAs } from '../case/here.ts';
import { askSignedIn } from '../frame/session.ts';
import { todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import { MatchText } from './match.tsx';
import { Resolve } from './resolve.tsx';
import type { ScreeningProps, ScreeningWords } from './screening-tab.tsx';
import { UseFields, type UseGiven, useOf } from './use-fields.tsx';

type Props = ScreeningProps & { readonly medicines: readonly MatchedMedicineJson[] };
type OneProps = ScreeningProps & { readonly medicine: MatchedMedicineJson };

export function MedicineList({ medicines, ...props }: Props) {
  const { words } = props;
  return (
    <>
      <p class="quiet">{words.failClosed}</p>
      {medicines.length === 0 && <p>{words.noMedicines}</p>}
      <ul class="plain medicines">
        {medicines.map((medicine) => (
          <li key={medicine.id}>
            <One {...props} medicine={medicine} />
          </li>
        ))}
      </ul>
    </>
  );
}

function One(props: OneProps) {
  const { here, words, medicine } = props;
  const { text, code, form, use, match, resolution, chronic } = medicine;
  return (
    <>
      <p>
        <strong>{text || code?.code}</strong>, {words.forms[form]}, {usingText(words, use)}
        {chronic !== undefined && `, ${words.chronicSaid[chronic ? 'true' : 'false']}`}
      </p>
      <p>
        <MatchText match={match} words={words} />
      </p>
      {resolution && (
        <p>
          {resolution.kind === 'ingredient' ? words.resolvedAs(resolution.ingredient) : words.resolvedNotListed}:{' '}
          <q>{resolution.reason}</q>
        </p>
      )}
      <ChangeUse {...props} />
      {match.status === 'unresolved' && isHereAs(here, 'prescriber') && <Resolve {...props} />}
    </>
  );
}

function usingText({ using }: ScreeningWords, use: MatchedMedicineJson['use']): string {
  return use.kind === 'stopped' ? using.stopped(use.lastTaken) : using[use.kind];
}

function ChangeUse({ here, words, medicine: { id, text, code, use }, changed }: OneProps) {
  const [given, setGiven] = useState<UseGiven>({
    kind: use.kind,
    lastTaken: use.kind === 'stopped' ? use.lastTaken : '',
  });
  const [fault, setFault] = useState<string>();
  const act = async (): Promise<Refusal | undefined> => {
    const used = useOf(given);
    setFault(used ? undefined : words.lastTakenMissing);
    if (!used) return undefined;
    const path = `/cases/${here.id}/medicines/${id}/use`;
    const kept = await askSignedIn('POST', path, { use: used, day: todayText() });
    if (!kept.ok) return kept.error;
    await changed();
    return undefined;
  };
  return (
    <details class="fold screen-only">
      <summary>
        {words.change}
        <span class="spoken">: {text || code?.code}</span>
      </summary>
      <Form act={act} button={words.changeButton} first={false} fieldOf={{ 'last-taken-in-future': `use-${id}-last` }}>
        {(faults) => (
          <UseFields
            {...{ words, name: `use-${id}`, given, onChange: setGiven, fault: fault ?? faults[`use-${id}-last`] }}
          />
        )}
      </Form>
    </details>
  );
}
