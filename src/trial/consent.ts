/**
 * Which words did the patient agree to? The version of the text a page shows before a blinded trial; it changes whenever
 * the text says something else, so that the record tells what was read.
 */
export const CONSENT_TEXT = 'blinded-trial-1';
