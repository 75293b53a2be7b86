/** What the patient's page says, in German. */
import type { PatientWords } from '../words.ts';

export const patientWords: PatientWords = {
  title: 'Titrial',
};
