/**
 * Which medicine, in which form, and is it taken? Entered as it stands on the box; the list's reading of it stands beside
 * it before it is kept. What is left out counts as not known (H4, H6).
 */
import { useState } from 'preact/hooks';
import { MEDICINE_FORMS, type MedicineForm } from '../../../src/medicine/screening/screening.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Field, Select } from '../../kit/part/field.tsx';
import { askSignedIn } from '../frame/session.ts';
import { todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import { isOpioid, MatchText, useMatch } from './match.tsx';
import type { ScreeningProps, ScreeningWords } from './screening-tab.tsx';
import { UseFields, type UseGiven, useOf } from './use-fields.tsx';

type Said = 'yes' | 'no' | 'unknown';
const EMPTY = { text: '', form: 'unknown' as MedicineForm, chronic: 'unknown' as Said, beyond: 'unknown' as Said };
const UNUSED: UseGiven = { kind: 'current', lastTaken: '' };

export function MedicineEntry({ here, words, changed }: ScreeningProps) {
  const [given, setGiven] = useState(EMPTY);
  const [use, setUse] = useState(UNUSED);
  const [fault, setFault] = useState<string>();
  const [said, setSaid] = useState('');
  const matching = useMatch(given.text);
  const match = matching?.match;
  const set = (change: Partial<typeof EMPTY>): void => setGiven({ ...given, ...change });
  const act = async (): Promise<Refusal | undefined> => {
    setSaid('');
    const used = useOf(use);
    setFault(used ? undefined : words.lastTakenMissing);
    if (!used) return undefined;
    const more = { ...saidAs('chronic', given.chronic), ...saidAs('beyondLabel', given.beyond) };
    const medicine = { text: given.text.trim(), form: given.form, use: used, ...more };
    const kept = await askSignedIn('POST', `/cases/${here.id}/medicines`, { medicine, day: todayText() });
    if (!kept.ok) return kept.error;
    setGiven(EMPTY);
    setUse(UNUSED);
    setSaid(words.added(medicine.text));
    await changed();
    return undefined;
  };
  const gutOpioid = match?.hits.some(({ group }) => group.startsWith('gut-opioid')) ?? false;
  return (
    <Form act={act} button={words.add} fieldOf={{ 'medicine-empty': 'medicine', 'last-taken-in-future': 'entry-last' }}>
      {(faults) => (
        <>
          <h3>{words.enter}</h3>
          <Field
            {...{ name: 'medicine', label: words.name, help: words.nameHelp, maxLength: 200, fault: faults.medicine }}
            {...{ value: given.text, onInput: (text) => set({ text }) }}
          />
          <p class="matched" aria-live="polite">
            {match && <MatchText match={match} words={words} />}
            {!match && given.text.trim() !== '' && words.matching}
          </p>
          <Select
            {...{ name: 'form', label: words.form, value: given.form }}
            options={MEDICINE_FORMS.map((name) => [name, words.forms[name]])}
            onInput={(name) => set({ form: MEDICINE_FORMS.find((each) => each === name) ?? 'unknown' })}
          />
          <UseFields
            {...{ words, name: 'entry', given: use, onChange: setUse, fault: fault ?? faults['entry-last'] }}
          />
          {match && (isOpioid(match) || match.status === 'unresolved') && (
            <SaidFields
              {...{ words, name: 'chronic', value: given.chronic }}
              onChange={(chronic) => set({ chronic })}
            />
          )}
          {gutOpioid && (
            <SaidFields
              {...{ words, name: 'beyondLabel', value: given.beyond }}
              onChange={(beyond) => set({ beyond })}
            />
          )}
          <p role="status">{said}</p>
        </>
      )}
    </Form>
  );
}

/** Left out where it was not said. */
const saidAs = (name: 'chronic' | 'beyondLabel', said: Said) => (said === 'unknown' ? {} : { [name]: said === 'yes' });

type SaidProps = {
  readonly words: ScreeningWords;
  readonly name: 'chronic' | 'beyondLabel';
  readonly value: Said;
  readonly onChange: (value: Said) => void;
};

function SaidFields({ words, name, value, onChange }: SaidProps) {
  return (
    <fieldset class="choices">
      <legend>{words[name]}</legend>
      <div class="row">
        {(['yes', 'no', 'unknown'] as const).map((said) => (
          <label key={said}>
            <input type="radio" name={name} checked={value === said} onChange={() => onChange(said)} />
            {words.said[said]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
