/** What is a medicine the list does not know? A prescriber decides, with a reason; the text stays as it was entered (H6). */
import { useState } from 'preact/hooks';
import type { MatchedMedicineJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { Field, TextField } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { askSignedIn } from '../frame/session.ts';
import { Form } from '../part/form.tsx';
import { MatchText, useMatch } from './match.tsx';
import type { ScreeningProps } from './screening-tab.tsx';

const KINDS = ['ingredient', 'not-listed'] as const;

type Props = ScreeningProps & { readonly medicine: MatchedMedicineJson };

export function Resolve({ here, words, medicine: { id, text, code }, changed }: Props) {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('ingredient');
  const [ingredient, setIngredient] = useState('');
  const matching = useMatch(kind === 'ingredient' ? ingredient : '');
  const names = { ingredient: `ingredient-${id}`, reason: `reason-${id}` };
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const reason = textOf(form, names.reason);
    // The list's own spelling, where what was written is one ingredient of it.
    const [hit, ...others] = matching?.match.hits ?? [];
    const named = hit && others.length === 0 ? hit.ingredient : ingredient.trim();
    const resolution = kind === 'ingredient' ? { kind, ingredient: named, reason } : { kind, reason };
    const kept = await askSignedIn('POST', `/cases/${here.id}/medicines/${id}/resolution`, { resolution });
    if (!kept.ok) return kept.error;
    await changed();
    return undefined;
  };
  const fieldOf = { 'ingredient-not-on-list': names.ingredient, 'reason-too-short': names.reason };
  return (
    <details class="fold screen-only">
      <summary>
        {words.resolve}
        <span class="spoken">: {text || code?.code}</span>
      </summary>
      <p class="quiet">{words.resolveHelp}</p>
      <Form act={act} button={words.resolveButton} first={false} fieldOf={fieldOf}>
        {(faults) => (
          <>
            <fieldset class="choices">
              <legend>{words.resolveAs}</legend>
              {KINDS.map((each) => (
                <label key={each}>
                  <input type="radio" name={`as-${id}`} checked={kind === each} onChange={() => setKind(each)} />
                  {words.resolutions[each]}
                </label>
              ))}
            </fieldset>
            {kind === 'ingredient' && (
              <>
                <Field
                  {...{ name: names.ingredient, label: words.ingredient, fault: faults[names.ingredient] }}
                  {...{ maxLength: 200, value: ingredient, onInput: setIngredient }}
                />
                <p class="matched" aria-live="polite">
                  {matching && <MatchText match={matching.match} words={words} />}
                </p>
              </>
            )}
            <TextField
              {...{ name: names.reason, label: here.words.reason, help: here.words.reasonHelp, rows: 2 }}
              fault={faults[names.reason]}
            />
          </>
        )}
      </Form>
    </details>
  );
}
