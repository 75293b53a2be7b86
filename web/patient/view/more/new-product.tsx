/** One more product: form, then strength or label, then the last day on the label. Chosen, never typed (H1, H2, H27). */
import { useId, useState } from 'preact/hooks';
import { parseLocalDate } from '../../../../src/base/calendar.ts';
import {
  type Concentration,
  formatConcentration,
  formatVolume,
  type Volume,
} from '../../../../src/medicine/concentration.ts';
import { type Dose, formatDose } from '../../../../src/medicine/dose.ts';
import type { DraftProduct, ProductAtHand } from '../../../../src/medicine/product.ts';
import { CONCENTRATIONS, GRADUATIONS, STRENGTHS } from '../../../../src/medicine/stock/customary.ts';
import { today } from '../../phone/phone.ts';
import { say } from '../said.ts';
import { dayKey } from '../today/dose-card.tsx';
import { Choice } from './choice.tsx';

type Form = DraftProduct['form'];
const FORMS: readonly Form[] = ['capsule', 'tablet', 'liquid'];

export function NewProduct({ busy, keep }: { busy: boolean; keep: (item: ProductAtHand) => void }) {
  const words = say().more.products;
  const id = useId();
  const [form, setForm] = useState<Form>();
  const [strength, setStrength] = useState<Dose>();
  const [concentration, setConcentration] = useState<Concentration>();
  const [graduation, setGraduation] = useState<Volume>();
  const [until, setUntil] = useState('');
  const product = productOf(form, strength, concentration, graduation);
  const lastDay = parseLocalDate(until);
  return (
    <div class="ask">
      <Choice
        {...{ legend: words.form, options: FORMS, chosen: form, choose: setForm }}
        text={(it) => words.forms[it]}
      />
      {(form === 'capsule' || form === 'tablet') && (
        <Choice
          {...{ legend: words.strength, options: STRENGTHS, chosen: strength, choose: setStrength, text: formatDose }}
        />
      )}
      {form === 'liquid' && (
        <>
          <Choice
            {...{
              legend: words.concentration,
              options: CONCENTRATIONS,
              chosen: concentration,
              choose: setConcentration,
            }}
            text={formatConcentration}
          />
          <Choice
            {...{ legend: words.graduation, options: GRADUATIONS, chosen: graduation, choose: setGraduation }}
            text={formatVolume}
          />
        </>
      )}
      {form && <p class="quiet">{`${words.notThere} ${words.fifty}`}</p>}
      {product && (
        <>
          <div class="field">
            <label for={id}>{words.lastDay}</label>
            <input
              {...{ id, type: 'date', min: dayKey(today.value), value: until }}
              onInput={({ currentTarget }) => setUntil(currentTarget.value)}
            />
          </div>
          <button
            {...{ type: 'button', class: 'button first', 'aria-disabled': busy }}
            onClick={() => keep(lastDay.ok ? { product, usableUntil: lastDay.value } : { product })}
          >
            {words.keep}: {words.product(product)}
          </button>
        </>
      )}
    </div>
  );
}

function productOf(
  form: Form | undefined,
  strength: Dose | undefined,
  concentration: Concentration | undefined,
  graduation: Volume | undefined,
): DraftProduct | undefined {
  if (form === 'liquid') return concentration && graduation ? { form, concentration, graduation } : undefined;
  return form && strength ? { form, strength } : undefined;
}
