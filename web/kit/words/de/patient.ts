/** What the patient's page says, in German: one part a place. */
import type { PatientWords } from '../words.ts';
import { answerWords } from './patient-answer.ts';
import { frameWords } from './patient-frame.ts';
import { moreWords } from './patient-more.ts';
import { newWords } from './patient-new.ts';
import { planWords } from './patient-plan.ts';
import { refusedWords } from './patient-refused.ts';
import { soloWords } from './patient-solo.ts';
import { todayWords } from './patient-today.ts';
import { whenWords } from './patient-when.ts';

export const patientWords: PatientWords = {
  frame: frameWords,
  today: todayWords,
  fresh: newWords,
  plan: planWords,
  answer: answerWords,
  more: moreWords,
  refused: refusedWords,
  solo: soloWords,
  when: whenWords,
};
