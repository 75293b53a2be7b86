/** German around the finding on the patient's page. */
import type { PatientWords } from '../words.ts';

export const answerWords: PatientWords['answer'] = {
  heading: 'Meine Antwort',
  intro: 'Hilft es Ihnen, bei welcher Beschwerde, und wie sicher ist das? Das sagt Ihr Tagebuch bis jetzt.',
  none: 'Noch gibt es keine Antwort.',
  noneHelp:
    'Eine Antwort braucht Tage ohne das Mittel und Tage mit ihm. Sie wird am Rechner der Praxis aus Ihrem Tagebuch gemacht.',
  made: (when: string): string => `Gemacht ${when} am Rechner der Praxis, aus den Tagen, die dort waren.`,
  compute: 'Neue Antwort machen',
  computing: 'Wird berechnet … das kann ein paar Sekunden dauern.',
  notYet: 'Noch nicht',
  inconclusive: 'Eine unklare Antwort ist eine normale Antwort. Es liegt nicht an Ihnen.',
  carer: 'Die Antwort ist für die Patientin oder den Patienten und die Praxis.',
  talk: 'Sprechen Sie mit der Praxis darüber, bevor Sie etwas ändern.',
};
