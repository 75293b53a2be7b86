/** Light, dark or as the system is: the choice is kept on this machine where the browser lets it be. */
import { signal } from '@preact/signals';

type Theme = 'system' | 'light' | 'dark';
type ThemeWords = { readonly legend: string } & Readonly<Record<Theme, string>>;

const KEY = 'titrial-theme';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const theme = signal<Theme>('system');

/** Sets the theme chosen before; call once, before the first drawing. */
export function restoreTheme(): void {
  const kept = readKept();
  showTheme(THEMES.find((name) => name === kept) ?? 'system');
}

function showTheme(name: Theme): void {
  theme.value = name;
  if (name === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

/** Only a choice somebody made is kept. */
function chooseTheme(name: Theme): void {
  showTheme(name);
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage may be off; the choice then lasts as long as the page.
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Three radio buttons. */
export function ThemeChoice({ words }: { words: ThemeWords }) {
  return (
    <fieldset class="choices theme screen-only">
      <legend class="spoken">{words.legend}</legend>
      <div class="row">
        {THEMES.map((name) => (
          <label key={name}>
            <input type="radio" name="theme" checked={theme.value === name} onChange={() => chooseTheme(name)} />
            {words[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
