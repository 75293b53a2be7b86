/** Which languages are there? Each has a folder of its own beside this file, whole or not at all. */

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each calls itself, for whoever chooses. */
export const LANGUAGE_NAME: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** What is chosen, in each of them. */
export const LANGUAGE_LEGEND: Readonly<Record<Language, string>> = { en: 'Language', de: 'Sprache' };
