/** English on the analysis desk: headings, buttons, questions, and what to do when something could not be read. */

/** A sentence written for the command line, without its options: on the page the choice stands beside it. */
function onPage(sentence: string): string {
  return sentence.replace(/ \([^()]*--[^()]*\)/g, '').replaceAll('--dose-unit', 'the unit of the dose');
}

export const deskWords = {
  onPage,
  product: 'Titrial',
  title: 'What does the diary say?',
  stays: 'Your diary stays on this machine: the analysis runs in this page.',
  purpose:
    'Titrial reads a daily diary of symptoms and doses, and says whether the days show a change, at which dose, how sure that is, and what would settle it.',
  noScript: 'This page needs JavaScript, as it computes the finding here, on your machine.',

  theme: { legend: 'Light or dark', system: 'System', light: 'Light', dark: 'Dark' },

  start: {
    fileHeading: 'Your own diary',
    fileHelp: 'A CSV file with one row a day (or more): a date, the dose taken, and one or more scores.',
    choose: 'Choose a CSV file',
    drop: 'or drop it anywhere on this page',
    pasteSummary: 'Paste the rows instead',
    pasteLabel: 'Rows of the diary, first the names of the columns',
    pasteExample: 'date,dose_mg,pain\n2026-03-02,0,6\n2026-03-03,0,7',
    pasteButton: 'Read these rows',
    pasteEmpty: 'The box is empty. Paste the rows, with the names of the columns first, and try again.',
    pasted: 'pasted rows',
    exampleHeading: 'Or look at an example',
    exampleHelp: 'Synthetic examples, no real person. Each is computed on the spot.',
    exampleLinks: 'Synthetic examples',
  },

  loaded: {
    other: 'Another diary',
    reading: 'Reading the diary …',
    progress: (done: number, total: number) => `Computing: ${done} of ${total} symptoms done`,
    stop: 'Stop',
    stopped: 'Stopped. What was found so far is kept below. Choose an option or another diary to go on.',
    again: 'Compute again',
    shown: (count: number) => (count === 1 ? '1 symptom answered.' : `${count} symptoms answered.`),
    bug: 'The calculation broke off because of a fault in Titrial, not in your diary. Nothing was changed or sent. Try it again; if it happens again, please report it with this text:',
    faultsHeading: 'This diary could not be read yet',
    manyFiles: 'Several files were dropped. Only one diary can be read at a time: drop one file.',
    noFile: 'What was dropped is not a file. Drop a CSV file, or use the button to choose one.',
  },

  mapping: {
    heading: 'How the diary was read',
    columns: 'Columns',
    date: 'Date',
    dose: 'Dose taken',
    capsule: 'Any capsule taken (blinded diaries)',
    none: 'none',
    find: 'found by Titrial',
    unit: 'Unit of the dose',
    units: { auto: 'as written in the file', mg: 'mg', ug: 'µg (micrograms)', none: 'levels of another study' },
    outcomes: 'Symptoms',
    scale: 'Scale of the scores',
    scales: { auto: 'found from the scores', '0:10': '0 to 10', '0:100': '0 to 100' },
    better: 'Better is',
    betters: { auto: 'found from the name', lower: 'lower', higher: 'higher' },
    likelihood: 'Scores are treated as',
    likelihoods: {
      auto: 'whichever fits the scores',
      gaussian: 'continuous (Gaussian)',
      rounded: 'rounded to whole points',
    },
    decided: 'How the days were decided',
    decidedBy: {
      open: 'openly',
      randomised: 'by chance, openly',
      blinded: 'by chance, blinded',
    },
    blindedFrom: 'First blinded day, if an open part came before',
    preview: 'First rows',
    rowCount: (rows: number) => `${rows} rows in all`,
    line: 'Line',
    stated: 'Decided while reading',
    apply: 'Read it this way',
  },

  export: {
    heading: 'Keep it',
    svg: 'Picture (SVG)',
    html: 'Page (HTML)',
    json: 'Numbers (JSON)',
    help: 'Files are made in this page and saved by your browser.',
  },
};
