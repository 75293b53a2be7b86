/**
 * Which words did the patient agree to? The version of the text a page shows before a blinded trial, by language; it changes
 * whenever the text says something else, so that the record tells what was read.
 */
export const CONSENT_TEXTS = { en: 'blinded-trial-1-en', de: 'blinded-trial-1-de' } as const;
export const CONSENT_TEXT = CONSENT_TEXTS.en;

/** Is it a text that is shown today? */
export function isConsentText(text: string): boolean {
  return (Object.values(CONSENT_TEXTS) as readonly string[]).includes(text);
}
