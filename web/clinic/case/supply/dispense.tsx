/**
 * What is handed out? Strengths, concentrations and marks are chosen from what is customary and from the doses of the plan;
 * the last day is asked for, because past it nothing is taken (H1, H3, H26, H27).
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatConcentration, formatVolume } from '../../../../src/medicine/concentration.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import { CONCENTRATIONS, GRADUATIONS, STRENGTHS } from '../../../../src/medicine/stock/customary.ts';
import { STORAGES } from '../../../../src/medicine/stock/pack.ts';
import type { Refusal } from '../../../kit/ask.ts';
import { DayField, Field, Select } from '../../../kit/part/field.tsx';
import { type Faults, textOf } from '../../../kit/part/form.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { dayText, todayText } from '../../part/day.ts';
import { Form } from '../../part/form.tsx';
import { isHereAs } from '../here.ts';
import { doseFrom } from '../view-state.ts';
import { readCount, readMillilitres } from './amount.ts';
import { contentFrom } from './supply-json.ts';
import type { SupplyProps } from './supply-tab.tsx';

const FORMS = ['capsule', 'tablet', 'liquid'] as const;
type FormName = (typeof FORMS)[number];

export function Dispense({ here, words, supply, again }: SupplyProps) {
  const [form, setForm] = useState<FormName>('capsule');
  const [until, setUntil] = useState('');
  const [own, setOwn] = useState<Faults>({});
  const [said, setSaid] = useState('');
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (Object.keys(own).length > 0) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [own]);
  if (!isHereAs(here, 'pharmacist', 'prescriber')) return null;
  const act = async (data: FormData): Promise<Refusal | undefined> => {
    setSaid('');
    const content = contentOf(form, data);
    const faults = {
      ...(content ? {} : { [form === 'liquid' ? 'volume' : 'units']: words.amountUnreadable }),
      ...(until === '' ? { 'beyond-use': words.dayMissing } : {}),
    };
    setOwn(faults);
    if (!content || until === '') return undefined;
    const said = { lot: textOf(data, 'lot').trim(), filler: textOf(data, 'filler').trim() };
    const body = { content, ...said, storage: textOf(data, 'storage'), beyondUse: until, day: todayText() };
    const done = await askSignedIn('POST', `/cases/${here.id}/supply`, body);
    if (!done.ok) return done.error;
    setSaid(words.dispensed(words.pack(contentFrom(content))));
    // Emptied, so that pressing twice does not hand it out twice.
    place.current?.querySelector('form')?.reset();
    setUntil('');
    await again();
    return undefined;
  };
  return (
    <section aria-labelledby="dispense" class="screen-only" ref={place}>
      <h2 id="dispense">{words.dispense}</h2>
      <Form act={act} button={words.dispenseButton}>
        {() => (
          <>
            <Select
              {...{ name: 'form', label: words.form, value: form }}
              options={FORMS.map((name) => [name, words.forms[name]])}
              onInput={(name) => setForm(FORMS.find((each) => each === name) ?? form)}
            />
            {form === 'liquid' ? <Liquid {...{ words, own }} /> : <Solid {...{ words, own, supply }} />}
            <Field {...{ name: 'lot', label: words.lot, maxLength: 40 }} />
            <Field {...{ name: 'filler', label: words.filler, help: words.fillerHelp, maxLength: 80 }} />
            <Select
              {...{ name: 'storage', label: words.kept }}
              options={STORAGES.map((name) => [name, words.storage[name]])}
            />
            <DayField
              {...{ name: 'beyond-use', label: words.beyondUse, value: until, onInput: setUntil, min: todayText() }}
              {...{ inWords: until === '' ? '' : dayText(until), fault: own['beyond-use'] }}
            />
          </>
        )}
      </Form>
      <p role="status">{said}</p>
    </section>
  );
}

type PartProps = Pick<SupplyProps, 'words'> & { readonly own: Faults };

/** The plan's own doses first among equals: a capsule that holds the whole dose is what is made most. */
function Solid({ words, own, supply }: PartProps & Pick<SupplyProps, 'supply'>) {
  const doses = supply.ahead.map(({ dose }) => doseFrom(dose)).filter((dose) => dose > 0);
  const strengths = [...new Set([...doses, ...STRENGTHS])].sort((a, b) => a - b).map(formatDose);
  return (
    <>
      <Select {...{ name: 'strength', label: words.strength }} options={strengths.map((text) => [text, text])} />
      <Field {...{ name: 'units', label: words.units, help: words.unitsHelp, maxLength: 5, fault: own.units }} />
    </>
  );
}

function Liquid({ words, own }: PartProps) {
  const concentrations = CONCENTRATIONS.map(formatConcentration);
  const marks = GRADUATIONS.map(formatVolume);
  return (
    <>
      <Select
        {...{ name: 'concentration', label: words.concentration }}
        options={concentrations.map((text) => [text, text])}
      />
      <Select {...{ name: 'graduation', label: words.graduation }} options={marks.map((text) => [text, text])} />
      <Field {...{ name: 'volume', label: words.volume, help: words.volumeHelp, maxLength: 8, fault: own.volume }} />
    </>
  );
}

function contentOf(form: FormName, data: FormData) {
  if (form !== 'liquid') {
    const units = readCount(textOf(data, 'units'));
    return units === undefined ? undefined : { form, strength: textOf(data, 'strength'), units };
  }
  const volume = readMillilitres(textOf(data, 'volume'));
  const label = { concentration: textOf(data, 'concentration'), graduation: textOf(data, 'graduation') };
  return volume === undefined ? undefined : { form, ...label, volume };
}
