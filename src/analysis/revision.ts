/**
 * Which statistical model made a number. Raised whenever any number a clinician may read could change; each raise has
 * an entry in CHANGELOG.md under "Numbers a clinician may read that changed".
 */
export const REVISION = '1';
