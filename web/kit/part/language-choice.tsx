/** In which language does the page speak? A choice of the languages there are, each by its own name. */
import { LANGUAGE_LEGEND, LANGUAGE_NAME, LANGUAGES, type Language } from '../words/language.ts';

type Props = { readonly now: Language; readonly choose: (language: Language) => void };

/** One radio button a language; its name is read aloud in that language. */
export function LanguageChoice({ now, choose }: Props) {
  return (
    <fieldset class="choices theme screen-only">
      <legend class="spoken">{LANGUAGE_LEGEND[now]}</legend>
      <div class="row">
        {LANGUAGES.map((name) => (
          <label key={name} lang={name}>
            <input type="radio" name="language" checked={now === name} onChange={() => choose(name)} />
            {LANGUAGE_NAME[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
