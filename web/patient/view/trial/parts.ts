/** What is shown of a trial, as one piece to be fetched. */
export { BesideKit } from './beside-kit.tsx';
export { GuessToday } from './guess-today.tsx';
export { KitCard } from './kit-card.tsx';
export { TrialAnswer } from './trial-answer.tsx';
export { TrialPage } from './trial-page.tsx';
