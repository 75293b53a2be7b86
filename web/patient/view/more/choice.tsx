/** One of several, as a row of chips: what is chosen is marked by its border and its weight, and told to a screen reader. */

type ChoiceProps<T> = {
  readonly legend: string;
  readonly options: readonly T[];
  readonly chosen: T | undefined;
  readonly choose: (option: T) => void;
  readonly text: (option: T) => string;
};

/** A row of chips of which one is chosen. */
export function Choice<T extends string | number>({ legend, options, chosen, choose, text }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="chips">
        {options.map((option) => (
          <button
            {...{ type: 'button', class: 'button chip', 'aria-pressed': chosen === option }}
            key={option}
            onClick={() => choose(option)}
          >
            {text(option)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
