/** The parts of a trial, fetched with their words when a case has one. */
import { fetchTrialWords } from './said.ts';

async function parts(): Promise<typeof import('./parts.ts')> {
  const [fetched] = await Promise.all([import('./parts.ts'), fetchTrialWords()]);
  return fetched;
}

export const TRIAL_PARTS = {
  page: async () => (await parts()).TrialPage,
  kit: async () => (await parts()).KitCard,
  beside: async () => (await parts()).BesideKit,
  guess: async () => (await parts()).GuessToday,
  answer: async () => (await parts()).TrialAnswer,
};
