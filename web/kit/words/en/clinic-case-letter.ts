/** The letter to any doctor, in English: which of the two, for whom, in which language, and what it will hold. */
import { LANGUAGE_NAME } from '../language.ts';

export const clinicLetterWords = {
  heading: 'Letter to any doctor',
  lead: 'Two pages as a PDF. It informs another doctor; it prescribes nothing.',
  kind: 'Which letter',
  kinds: { course: 'About the course so far', request: 'Request to consider, before a plan' },
  holds: 'It will hold',
  contents: {
    course: [
      'who the patient is by label, why, and who prescribes',
      'the plan and the doses really taken',
      'the diary as a picture, and the newest finding with its grade',
      'side effects and what was done',
      'the safety card: opioids, operations, emergencies',
      'the evidence, the trials that found nothing among it',
      'what is asked of the reader, and the sources',
    ],
    request: [
      'the answers of the screening and what it found',
      'the diary before any drug, as a picture',
      'what low-dose naltrexone is and is not, the trials that found nothing among it',
      'questions for the reader; nothing that reads as a prescription',
      'the safety card and the sources',
    ],
  },
  language: 'Language of the letter',
  languages: LANGUAGE_NAME,
  addressee: 'Addressee',
  addresseeHelp: 'As it should stand at the top, or empty.',
  patientName: "Patient's name in the letter",
  patientNameHelp: 'Empty: the label of the case stands in its place.',
  make: 'Make the letter',
  making: 'Making the letter …',
  made: 'The letter was made and handed to the browser to save. That it was made is on record.',
  file: 'letter.pdf',
};
