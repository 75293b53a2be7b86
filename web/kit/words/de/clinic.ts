/** What the clinic's page says, in German: one pack, joined from its topics. */
import type { ClinicWords } from '../words.ts';
import { frameWords } from './clinic-frame.ts';
import { listsWords } from './clinic-lists.ts';

export const clinicWords: ClinicWords = {
  frame: frameWords,
  lists: listsWords,
};
