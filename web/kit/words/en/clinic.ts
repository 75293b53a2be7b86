/** What the clinic's page says, in English: one pack, joined from its topics. */

import { frameWords } from './clinic-frame.ts';
import { listsWords } from './clinic-lists.ts';
import { peopleWords } from './clinic-people.ts';
import { ownWords } from './own.ts';

export const clinicWords = {
  frame: frameWords,
  lists: listsWords,
  people: peopleWords,
  own: ownWords,
};
