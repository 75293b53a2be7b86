/** What a protocol of a blinded trial can have wrong with it, in English: what stands against it and how to mend it (H13, H19). */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { ProtocolFault } from '../../../../src/trial/protocol.ts';
import type { SequenceFault } from '../../../../src/trial/sequence.ts';
import type { Words } from '../say.ts';

export const PROTOCOL_FAULT: Words<ProtocolFault | SequenceFault> = {
  'doses-missing': () => 'Choose the dose to compare with placebo.',
  'one-dose-needed': ({ doses }) =>
    `This kind of trial compares one dose with placebo, not ${doses}. Several go with “dose finding”.`,
  'too-many-doses': ({ doses, limit }) => `${doses} doses are too many for one person: at most ${limit}.`,
  'doses-not-rising': ({ place }) => `Dose ${place + 1} is not above the one before.`,
  'blocks-out-of-range': ({ minimum, maximum }) =>
    `${minimum} to ${maximum} are possible. One alone cannot tell the drug from the weeks it was taken in.`,
  'period-out-of-range': ({ minimum, maximum }) =>
    `A period lasts ${minimum} to ${maximum} days: a drug that takes weeks shows little in less.`,
  'run-in-out-of-range': ({ maximum }) =>
    `0 to ${maximum} first days can be left out, so that at least a week of every period counts.`,
  'trial-too-long': ({ days, limit }) =>
    `The trial would take ${days} days, more than ${limit}. Take fewer or shorter periods.`,
  'nothing-to-randomise': () =>
    'Only one order of the periods keeps the largest rise, so nothing would be left to chance. Allow a larger rise.',
  'primary-dose-not-in-design': ({ dose }) =>
    `The main question asks about ${formatDose(dose)}, which is not compared.`,
  'outcome-not-kept': ({ outcome }) => `The diary does not ask for “${outcome}”.`,
  'outcome-twice': ({ outcome }) => `“${outcome}” is named twice.`,
  'settled-at-out-of-range': () => 'The rule must lie between 50 and 100 in 100, without either.',
  'worthwhile-out-of-range': () => 'A worthwhile change lies above 0 and at most at 10 points.',
  'escape-rule-missing': () =>
    'A withdrawal trial needs a rule that ends it early: nobody who was well is kept on placebo without one.',
  'escape-rule-out-of-range': () => 'A score of 1 to 10, on 1 to 14 days in a row.',
  'spare-capsules-out-of-range': ({ maximum }) => `0 to ${maximum} spare capsules a kit: more would hide missed days.`,
  'purpose-empty': () => 'Say in a sentence why this is asked. Name nobody.',
};
