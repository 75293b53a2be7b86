/** What the clinic's page says, in English: one pack, joined from its topics. */

import { frameWords } from './clinic-frame.ts';
import { listsWords } from './clinic-lists.ts';

export const clinicWords = {
  frame: frameWords,
  lists: listsWords,
};
