/** The first page, in English: what this is, and where to go from here. */
export const frontWords = {
  title: 'Titrial',
  heading: 'Does low-dose naltrexone help this person?',
  lead: [
    'With Titrial a doctor signs a plan, and the patient follows it step by step and keeps a short diary on a phone, also without a network.',
    'From that diary Titrial says, for each symptom and dose, what changed and how sure it is. “Not clear yet” is a common answer, and comes with what would settle it.',
    'It moves no dose and proves no drug: the large trials found no benefit on average, and nobody who takes opioids may take this.',
  ],
  demo: {
    heading: 'Look around first',
    button: 'Open the demonstration clinic',
    help: 'Invented people and real rules. Look as a doctor, a patient or anybody else. There is nothing to set up.',
    making: (done: number, of: number) => `Making the clinic: ${done} of ${of} people.`,
    wait: 'One moment …',
    unreachable: 'The server did not answer. Check that it is running, then try again.',
    failed: 'The demonstration could not be made. Try again; if it fails again, please report it.',
  },
  start: {
    heading: 'Use it yourself',
    clinic: 'Set up my clinic',
    clinicHelp: [
      'Where Titrial was started, the terminal shows a link that works once. Open it in this browser and choose “A clinic”.',
      'You name the clinic and become its first admin. Then you invite doctors, and they invite patients.',
    ],
    solo: 'Just me',
    soloHelp: [
      'For your own diary, under a plan your doctor prescribed and you copy in.',
      'Where Titrial was started, the terminal shows a link that works once. Open it in this browser and choose “Just me”.',
    ],
    lost: 'Do you see no link there? Stop Titrial and start it again: each start shows a new one until one has been used.',
  },
  back: {
    heading: 'Come in',
    signIn: 'Sign in',
    invited: 'Were you invited? Open the link you were given.',
  },
  on: {
    heading: (name: string) => `Signed in as ${name}`,
    diary: 'Open my diary',
    clinic: 'Open the clinic',
    own: 'My devices, and inviting others',
  },
  desk: {
    heading: 'Only a diary, and no clinic',
    link: 'Analyse a diary file',
    help: 'A table of days, doses and scores (CSV) is read in this browser. It is not sent anywhere.',
  },
};
