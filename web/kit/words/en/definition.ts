/** What each number means, in two or three plain sentences: shown when a reader opens the number. */
import type { Definition, NumberName } from '../../../../src/report/words.ts';

export const definition: Readonly<Record<NumberName, Definition>> = {
  change: {
    name: 'Change',
    meaning:
      'How many points the score differs at this dose from no drug, once the dose has had its full time to act. Slow drift, weekends and runs of good or bad days are allowed for. The number is the mean of what the days leave possible.',
  },
  interval: {
    name: '90 % interval',
    meaning:
      'Given these days and the model, the change lies in this range with a chance of 90 in 100. A wide range means that the days leave much open.',
  },
  'p-benefit': {
    name: 'Chance of any change for the better',
    meaning:
      'Of 100 diaries that look like this one, in about this many the score would truly be on the better side of "no change" at this dose, if the model holds.',
  },
  'p-worthwhile': {
    name: 'Chance of a worthwhile change',
    meaning:
      'The chance of a change for the better that is at least of the worthwhile size. For pain, 1 point of 10 is about what people call "slightly better" (Salaffi 2004). For fatigue and sleep no size is established; 1 point is our choice.',
  },
  'best-dose': {
    name: 'Chance of being the best dose',
    meaning:
      'The chance that this dose changes the score for the better more than every other dose taken. "None" is in the race: it wins when every dose makes things worse.',
  },
  'lowest-near-best': {
    name: 'Lowest dose near the best',
    meaning:
      'The chance that this is the lowest dose whose change lies within half a worthwhile change of the best one. More drug than that buys little.',
  },
  monotone: {
    name: 'More is never less',
    meaning:
      'The chance that every step up in dose brought at least as much change for the better. The model does not take this for granted: some people do best on a small dose.',
  },
  onset: {
    name: 'Onset',
    meaning:
      'The time in which about two thirds (63 in 100) of a change builds up after a dose starts, or fades after it stops. Days soon after a change of dose count less because of it.',
  },
  contrast: {
    name: 'Contrast of two doses',
    meaning: 'How many points the score differs between two doses once each has had its full time to act.',
  },
  expectancy: {
    name: 'Taking any capsule',
    meaning:
      'The change from taking a capsule at all, active or placebo. Only blinded days, where the two can differ, can tell this from the drug.',
  },
  decision: {
    name: 'Chance of settling it',
    meaning:
      'The chance that, after that many more days, the days point past 90 in 100 one way or the other. A rough guide: the real chance tends to be a little lower.',
  },
  'trend-strip': {
    name: 'How much the answer leans on drift',
    meaning:
      'Symptoms drift over months whatever is taken. The model must be told how strong such drift usually is. This shows the answer under weaker and stronger drift. If the rows disagree, trust the answer less.',
  },
  'missing-days-worse': {
    name: 'If unlogged days were bad days',
    meaning:
      'Bad days are the ones most often left out. This is the answer if every day without an entry had been two tenths of the scale worse.',
  },
  'log-evidence': {
    name: 'Log evidence',
    meaning:
      'How well the whole model foretold these scores, on a log scale. It only has meaning beside another model on the same days.',
  },
  lattice: {
    name: 'Lattice points and components',
    meaning:
      'The answer is a weighted mix of many small answers, one for each setting of the day noise, its memory and the onset time. These are the settings looked at and those kept.',
  },
  'frontier-mass': {
    name: 'Frontier mass',
    meaning:
      'The share of the answer that sits at the rim of the settings looked at. Above 0.05 the search is widened.',
  },
  'ep-sweeps': {
    name: 'EP sweeps',
    meaning: 'Rounds needed for each setting when scores are treated as rounded. 0 when they are not.',
  },
  theta: {
    name: 'Shape of the noise',
    meaning:
      'log s: size of day-to-day ups and downs. logit w: the share with a memory. logit rho: how long that memory lasts. log tau: onset. All on the 0 to 10 scale.',
  },
  'data-hash': {
    name: 'Data hash',
    meaning: 'A fingerprint of the days and settings. The same days give the same fingerprint and the same answer.',
  },
  revision: {
    name: 'Revision',
    meaning: 'Which version of the model made these numbers. A stored finding names it, so it can be checked later.',
  },
};
