/** English around the finding on the patient's page; the finding itself has its own words. */

export const answerWords = {
  heading: 'My answer',
  intro: 'Does it help you, with which symptom, and how sure can one be? This is what your diary says so far.',
  none: 'No answer has been made yet.',
  noneHelp:
    'An answer needs days without the drug and days with it. It is made at the clinic’s computer from your diary.',
  made: (when: string): string => `Made ${when} at the clinic’s computer, from the days it had.`,
  compute: 'Make a new answer',
  computing: 'Working it out … this may take a few seconds.',
  notYet: 'Not yet',
  inconclusive: 'An unclear answer is a normal answer. It is not your fault.',
  carer: 'The answer is for the patient and the clinic.',
  talk: 'Talk it over with your clinic before you change anything.',
};
