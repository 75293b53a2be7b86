/** What the clinic's page says, in German. */
import type { ClinicWords } from '../words.ts';

export const clinicWords: ClinicWords = {
  title: 'Titrial',
};
