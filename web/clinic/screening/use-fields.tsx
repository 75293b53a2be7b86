/** Is a medicine taken, not any more, or is it not known? A use that has ended has a last day, which starts its washout (H5). */
import { DayField } from '../../kit/part/field.tsx';
import { dayText, todayText } from '../part/day.ts';
import type { ScreeningWords } from './screening-tab.tsx';

export type UseGiven = { readonly kind: 'current' | 'stopped' | 'unknown'; readonly lastTaken: string };

/** As the interface writes it; undefined while the last day is missing. */
export function useOf({ kind, lastTaken }: UseGiven) {
  if (kind !== 'stopped') return { kind };
  return lastTaken === '' ? undefined : { kind, lastTaken };
}

type Props = {
  readonly words: ScreeningWords;
  /** Of the fields, unique on the page. */
  readonly name: string;
  readonly given: UseGiven;
  readonly onChange: (given: UseGiven) => void;
  readonly fault: string | undefined;
};

export function UseFields({ words, name, given, onChange, fault }: Props) {
  return (
    <>
      <fieldset class="choices">
        <legend>{words.use}</legend>
        <div class="row">
          {(['current', 'stopped', 'unknown'] as const).map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                name={`${name}-use`}
                checked={given.kind === kind}
                onChange={() => onChange({ ...given, kind })}
              />
              {words.uses[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      {given.kind === 'stopped' && (
        <DayField
          {...{ name: `${name}-last`, label: words.lastTaken, fault, value: given.lastTaken, max: todayText() }}
          inWords={given.lastTaken === '' ? '' : dayText(given.lastTaken)}
          onInput={(lastTaken) => onChange({ ...given, lastTaken })}
        />
      )}
    </>
  );
}
