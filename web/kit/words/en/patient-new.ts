/** English of "anything new?": side effects, changes that colour a diary, and the signs that end the therapy at once. */
import type { StopRule } from '../../../../src/medicine/titration.ts';
import { capital } from './number.ts';
import { sideEffectInWords } from './side-effect.ts';

const FLAG: Readonly<Record<StopRule, string>> = {
  'opioid-taken': 'I took an opioid (strong painkiller, codeine, tramadol, some cough syrups)',
  'withdrawal-signs': 'After a dose: vomiting, sweating, shaking, great unrest',
  jaundice: 'Yellow skin or eyes, or dark urine',
  'breathing-trouble-or-rash': 'Trouble breathing, swelling of face or throat, or a bad rash',
  'suicidal-thoughts': 'Thoughts of ending my life',
  pregnancy: 'I am pregnant, or may be',
};

const NOW: Readonly<Record<StopRule, string>> = {
  'opioid-taken':
    'Take no more naltrexone. Taken together with an opioid it can make you very ill within minutes. If you feel ill, call your emergency number and show the emergency card.',
  'withdrawal-signs':
    'Take no more naltrexone. Do not take an opioid against it: that can be dangerous. Call your emergency number now and show the emergency card.',
  jaundice: 'Take no more naltrexone. See a doctor today: your liver needs to be looked at.',
  'breathing-trouble-or-rash': 'Take no more naltrexone. Call your emergency number now.',
  'suicidal-thoughts':
    'You do not have to be alone with this. Call your emergency number or a crisis line now, or go to somebody you trust. Take no more naltrexone until you have spoken with your doctor.',
  pregnancy: 'Take no more naltrexone for now. Call your clinic and talk it over. One missed dose does no harm.',
};

export const newWords = {
  heading: 'Anything new?',
  sideEffects: 'Side effect',
  sideEffectName: (name: string): string => capital(sideEffectInWords(name)),
  gradeAsk: (name: string): string => `${name}: how bad is it?`,
  grade: { 1: 'Mild', 2: 'Moderate', 3: 'Severe' },
  gradeHelp: { 1: 'I notice it', 2: 'It gets in my way', 3: 'I cannot do my day' },
  openNow: (name: string, grade: string, since: string): string => `${name}: ${grade}, since ${since}`,
  ended: 'It has ended',
  changed: 'It has changed',
  changes: 'Something else',
  change: {
    'new-medicine': 'New medicine',
    infection: 'Infection',
    crash: 'Crash after doing too much',
    cycle: 'Period',
    'operation-planned': 'Operation planned',
    'nothing-new': 'Nothing new',
  },
  weekly: 'Any new medicine for pain, cough or diarrhoea, or a planned operation?',
  weeklyHelp: 'Asked once a week.',
  medicineLabel: 'Name of the medicine, as on the box',
  medicineKeep: 'Tell the clinic',
  medicineWarn:
    'Your clinic will look at it. Until then: do not take this drug together with an opioid. Naltrexone blocks opioids, and the two together can make you very ill.',
  medicineSource: 'Source: the label of naltrexone, contraindications.',
  operationLabel: 'When?',
  operationKeep: 'Tell the clinic',
  operationHelp: 'Your clinic says when to pause and when to start again.',
  notedChange: (what: string): string => `Noted: ${what}`,
  undo: 'Take it back',
  undoReason: 'Taken back by the patient',

  serious: {
    link: 'Something serious',
    heading: 'Something serious',
    help: 'If you are in danger now, call your emergency number first.',
    flag: FLAG,
    now: NOW,
    confirmHelp: 'The dose goes away at once. Only your clinic can clear it.',
    yes: 'Yes, report and stop',
    stopped: 'Stopped',
    told: 'It is kept on this phone and goes to your clinic as soon as there is a connection.',
    callToo: 'Your clinic may not see it today. Call them as well.',
    since: (day: string): string => `Reported ${day}`,
    trying: 'If you plan a pregnancy, talk with your clinic before the next dose.',
  },
};
