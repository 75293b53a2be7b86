/** Side effects: which, then how bad, two taps. Those that are open stand first, with one tap to say they have ended. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { SIDE_EFFECTS } from '../../../../src/medicine/adverse-event.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import { openSideEffects } from '../../../../src/records/course.ts';
import { reportSideEffect, today } from '../../phone/phone.ts';
import { type Acting, Trouble, useActing } from '../acting.tsx';
import { say } from '../said.ts';

const GRADES = [1, 2, 3] as const;

type SideEffectsProps = { readonly state: CaseState; readonly date: LocalDate };

export function SideEffects({ state, date }: SideEffectsProps) {
  const words = say().fresh;
  const acting = useActing();
  const [chosen, setChosen] = useState<string>();
  const open = openSideEffects(state, date);
  const report = async (name: string, grade: 0 | 1 | 2 | 3): Promise<void> => {
    if (await acting.run(() => reportSideEffect(name, grade, date))) setChosen(undefined);
  };
  return (
    <>
      {open.length > 0 && (
        <ul class="plain">
          {open.map(({ name, grade, since }) => (
            <li key={name}>
              {words.openNow(words.sideEffectName(name), words.grade[grade], say().when.ago(since, today.value))}
              <span class="act">
                <button
                  {...{ type: 'button', class: 'button small', 'aria-disabled': acting.busy }}
                  aria-label={`${words.sideEffectName(name)}: ${words.ended}`}
                  onClick={() => void report(name, 0)}
                >
                  {words.ended}
                </button>
                <button
                  {...{ type: 'button', class: 'button small' }}
                  aria-label={`${words.sideEffectName(name)}: ${words.changed}`}
                  onClick={() => setChosen(name)}
                >
                  {words.changed}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {chosen !== undefined && <Grade {...{ name: chosen, acting, report }} />}
      <details>
        <summary>{words.sideEffects}</summary>
        <div class="chips">
          {SIDE_EFFECTS.filter((name) => open.every((known) => known.name !== name)).map((name) => (
            <button
              key={name}
              type="button"
              class="button chip"
              aria-expanded={chosen === name}
              onClick={() => setChosen(name)}
            >
              {words.sideEffectName(name)}
            </button>
          ))}
        </div>
      </details>
      <Trouble text={acting.trouble} />
    </>
  );
}

type GradeProps = {
  readonly name: string;
  readonly acting: Acting;
  readonly report: (name: string, grade: 1 | 2 | 3) => Promise<void>;
};

function Grade({ name, acting, report }: GradeProps) {
  const words = say().fresh;
  const first = useRef<HTMLLegendElement>(null);
  useLayoutEffect(() => first.current?.focus(), [name]);
  return (
    <fieldset class="ask">
      <legend ref={first} tabIndex={-1}>
        {words.gradeAsk(words.sideEffectName(name))}
      </legend>
      <div class="grades">
        {GRADES.map((grade) => (
          <button
            {...{ type: 'button', class: 'button', 'aria-disabled': acting.busy }}
            key={grade}
            onClick={() => void report(name, grade)}
          >
            <span>{words.grade[grade]}</span> <span class="quiet">{words.gradeHelp[grade]}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
