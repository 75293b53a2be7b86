/**
 * The words for files of plans and scenarios: what stands wrong at which place, and how an answer differs from what was
 * expected. A new code does not compile until it stands here.
 */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { JsonFault, JsonKind } from '../../../../src/medicine/json-fields.ts';
import type { Asks, Difference } from '../../../../src/medicine/scenario.ts';
import type { ScenarioFault } from '../../../../src/medicine/scenario-json.ts';
import { DOSE_TEXT, MOVE, PLAN_FAULT, say, type Words } from './plan.ts';

const KIND: Readonly<Record<JsonKind, string>> = {
  object: 'an object in { }',
  list: 'a list in [ ]',
  text: 'text in " "',
  'whole number': 'a whole number',
  'true or false': 'true or false',
};

const JSON_FAULT: Words<JsonFault> = {
  'json-too-large': ({ characters, limit }) => `The file has ${characters} characters; ${limit} is the most.`,
  'json-unreadable': () => 'The file is not JSON. Look for a missing comma, quote or bracket.',
  'json-key-twice': ({ key }) => `"${key}" stands twice in one object. Keep one of them.`,
  'json-key-unknown': ({ key, known }) => `"${key}" is not known here. Known are: ${known.join(', ')}.`,
  'json-key-missing': ({ key }) => `"${key}" is missing. Nothing is filled in: write it.`,
  'json-wrong-kind': ({ wanted }) => `Here ${KIND[wanted]} is needed${wanted === 'text' ? ', such as "1.5 mg"' : ''}.`,
  'json-not-one-of': ({ allowed }) => `Here one of these is needed: ${allowed.join(', ')}.`,
  'json-number-out-of-range': ({ value, minimum, maximum }) =>
    minimum === maximum ? `${value} is not ${minimum}.` : `${value} is not between ${minimum} and ${maximum}.`,
  'json-list-too-long': ({ entries, limit }) => `The list has ${entries} entries; ${limit} is the most.`,
  'json-dose-refused': ({ why }) => say(DOSE_TEXT, why),
  'json-date-refused': ({ text }) => `"${text}" is not a date of the calendar. Write it as 2026-03-29.`,
};

export const SCENARIO_FAULT: Words<ScenarioFault> = {
  ...JSON_FAULT,
  ...PLAN_FAULT,
  'template-unknown': ({ name, names }) => `There is no template "${name}". Known are: ${names.join(', ')}.`,
  'step-not-in-plan': ({ step, steps }) => `Step ${step} is not in a plan of ${steps}. Steps count from 1.`,
  'date-after-day': ({ day }) => `This date is after ${formatLocalDate(day)}, the day that is asked about.`,
  'days-impossible': ({ days, most }) =>
    `${days} is more than the ${most} that can be. Count days before the day asked.`,
  'late-dose-not-asked': () => 'A late dose is expected, but "when" has no "lateDose".',
};

/** Place and sentence of each fault, the first 20, and how many more there are. */
export function faultLines(faults: readonly ScenarioFault[]): readonly string[] {
  const lines = faults.slice(0, 20).map((fault) => `${fault.path}: ${say(SCENARIO_FAULT, fault)}`);
  return faults.length > 20 ? [...lines, `and ${faults.length - 20} more.`] : lines;
}

const ASKS: Readonly<Record<Asks, string>> = {
  nothing: 'nothing',
  hold: 'to hold',
  'step-down': 'to step down',
  stop: 'to stop',
};

/** "The plan's rules ask to hold.", or '' when they ask nothing. */
export function asksSentence(asks: Asks): string {
  return asks === 'nothing' ? '' : `The plan's own rules ask ${ASKS[asks]}.`;
}

export const DIFFERENCE: Words<Difference> = {
  'move-expected': ({ move, dose }) => `expected the move ${MOVE[move]} (${formatDose(dose)}); it is not open.`,
  'move-not-expected': ({ move, dose }) => `the move ${MOVE[move]} (${formatDose(dose)}) is open; it was not expected.`,
  'reason-expected': ({ reason }) => `expected the reason ${reason}; it was not given.`,
  'reason-not-expected': ({ reason }) => `the reason ${reason} was given; it was not expected.`,
  'asks-differ': ({ expected, found }) => `expected the rules to ask ${ASKS[expected]}; they ask ${ASKS[found]}.`,
  'late-dose-differs': ({ expected }) =>
    expected
      ? 'expected that the late dose may be taken; it may not.'
      : 'expected the late dose to be skipped; it may be taken.',
  'late-reason-expected': ({ reason }) => `expected the reason ${reason} for the late dose; it was not given.`,
  'late-reason-not-expected': ({ reason }) => `the reason ${reason} was given for the late dose; it was not expected.`,
};
