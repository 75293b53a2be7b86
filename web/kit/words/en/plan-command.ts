/** What the commands `plan` and `explain` say when they cannot go on. */

import type { ScenarioFault } from '../../../../src/medicine/scenario-json.ts';
import { faultLines } from './plan-file.ts';
import { templateListText } from './plan-text.ts';

export const NO_TEMPLATE_NAMED = `Name a template, or a plan file ending in .json. Templates:\n${templateListText()}`;

export function templateUnknown(name: string): string {
  return `There is no template "${name.slice(0, 60)}", and it does not end in .json as a plan file does. Templates:\n${templateListText()}`;
}

export function refusedText(file: string, faults: readonly ScenarioFault[]): string {
  return [`${file} cannot be used. It was not changed.`, ...faultLines(faults).map((line) => `  ${line}`)].join('\n');
}

export function startRefused(text: string): string {
  return `--start ${text.slice(0, 40)} is not a date of the calendar. Write it as 2026-03-29.`;
}

export function siteMaximumRefused(why: string): string {
  return `--site-maximum: ${why}`;
}

export function outExists(file: string): string {
  return `${file} exists and was left as it is. Choose another name.`;
}

export function outFailed(file: string, reason: string): string {
  return `${file} could not be written (${reason}). Check the folder and the space on the disk.`;
}

export function written(file: string): string {
  return `Written to ${file}. Edit it, then check it with: titrial plan ${file}`;
}
