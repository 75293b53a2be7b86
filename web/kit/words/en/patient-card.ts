/** English of the emergency card. It names no clinic's number it does not know, and holds without a network (H14, H25). */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { whenWords } from './patient-when.ts';

export const cardWords = {
  heading: 'Emergency card',
  takes: (dose: string): string => `I take naltrexone, ${dose} a day.`,
  takesUnknown: 'I take, or took, low-dose naltrexone.',
  stopped: (on: LocalDate): string => `I stopped naltrexone on ${whenWords.fullDay(on)}.`,
  inTrial: (dose: string): string => `I am in a blinded trial: naltrexone, up to ${dose} a day, or no drug.`,
  trialOver: (on: LocalDate): string => `I was in a blinded trial of naltrexone. It ended on ${whenWords.fullDay(on)}.`,
  treat: 'Treat as on naltrexone.',
  blocks: 'Naltrexone blocks opioid receptors.',
  points: [
    'Opioids may not work in the usual dose. Larger doses to overcome the block are dangerous: breathing may stop later.',
    'For pain, use regional anaesthesia or painkillers that are not opioids.',
    'If an opioid is needed: only by trained staff, with monitoring and means to support breathing.',
    'If opioids were taken before: watch for sudden withdrawal.',
    'Give no more naltrexone until the treating doctor and the prescriber agree.',
  ],
  last: (on: LocalDate, dose: string): string => `Last dose noted: ${dose} on ${whenWords.fullDay(on)}`,
  lastKit: (on: LocalDate, kit: string): string => `Last capsule noted: kit ${kit} on ${whenWords.fullDay(on)}`,
  code: 'The prescriber or the pharmacy can look up what this kit holds. Do not wait for it.',
  lastNone: 'No dose noted on this phone.',
  prescriber: (names: string): string => `Prescriber: ${names}`,
  clinic: (name: string): string => `Clinic: ${name}`,
  notMonitored: 'Nobody watches this page day and night. In danger, call your emergency number.',
  source: 'Source: label of naltrexone 50 mg. At low doses the block is weaker and shorter, but do not rely on it.',
  other: 'Deutsch',
  print: 'Print',
  name: 'Name',
};
