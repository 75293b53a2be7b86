/** What the clinic's page says, in German: one pack, joined from its topics. */
import type { ClinicWords } from '../words.ts';
import { frameWords } from './clinic-frame.ts';
import { listsWords } from './clinic-lists.ts';
import { peopleWords } from './clinic-people.ts';
import { ownWords } from './own.ts';

export const clinicWords: ClinicWords = {
  frame: frameWords,
  lists: listsWords,
  people: peopleWords,
  own: ownWords,
};
