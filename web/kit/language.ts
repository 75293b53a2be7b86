/**
 * In which language does the page speak? The one chosen on this machine, else the first of the browser's that there is,
 * else English. Sets the document's language, so that a screen reader pronounces it.
 */
import { signal } from '@preact/signals';
import { LANGUAGES, type Language } from './words/language.ts';

export { LANGUAGES, type Language } from './words/language.ts';

const KEY = 'titrial-language';

export const language = signal<Language>('en');

/** Call once, before words are loaded. */
export function restoreLanguage(): Language {
  const wanted = [kept(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  show(wanted.flatMap((tag) => LANGUAGES.filter((name) => name === tag))[0] ?? 'en');
  return language.value;
}

/** Only a choice somebody made is kept. The page loads its words anew. */
export function chooseLanguage(name: Language): void {
  show(name);
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage may be off; the choice then lasts as long as the page.
  }
}

function show(name: Language): void {
  language.value = name;
  document.documentElement.lang = name;
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
