/** What `titrial simulate` says: its refusals, what it wrote, and the table of journeys. */
import type { Journey, JourneyFault } from '../../../../src/analysis/journey.ts';
import { JOURNEY_TITLE, journeyFaultText, SYNTHETIC_MARK } from './journey.ts';

export type SimulateFault =
  | JourneyFault
  | { readonly code: 'out-missing' }
  | { readonly code: 'out-not-csv'; readonly out: string }
  | { readonly code: 'number-unreadable'; readonly option: string; readonly text: string }
  | { readonly code: 'file-exists'; readonly file: string }
  | { readonly code: 'file-not-written'; readonly file: string; readonly reason: string };

type OwnFault = Exclude<SimulateFault, JourneyFault>;

const FAULT: { readonly [C in OwnFault['code']]: (fault: Extract<OwnFault, { code: C }>) => string } = {
  'out-missing': () => 'Say where to write with --out FILE.csv, or see the journeys with --list.',
  'out-not-csv': ({ out }) => `The diary is a CSV file: --out must end in .csv, not "${out}".`,
  'number-unreadable': ({ option, text }) => `${option} needs a whole number, not "${text}".`,
  'file-exists': ({ file }) => `${file} already exists and was left as it is; --force writes over it.`,
  'file-not-written': ({ file, reason }) => `${file} could not be written (${reason}).`,
};

/** Why nothing was simulated, as a sentence. */
export function simulateFaultText(fault: SimulateFault): string {
  if (!(fault.code in FAULT)) return journeyFaultText(fault as JourneyFault);
  const say = FAULT[fault.code as OwnFault['code']] as (fault: SimulateFault) => string;
  return say(fault);
}

/** What was written, and what to do next. */
export function simulatedText(files: readonly string[], truthFile: string, blindedFrom?: string): string {
  const [first = ''] = files;
  const wrote = files.length === 1 ? first : `${files.length} diaries, ${first} and so on`;
  const next = `titrial analyse ${first}${blindedFrom ? ` --blinded-from ${blindedFrom}` : ''}`;
  return `${SYNTHETIC_MARK}\nWrote ${wrote}\nThe truth behind it: ${truthFile}\nNow try:  ${next}`;
}

/** One line a journey: name, days, people, what it teaches. */
export function journeyListText(journeys: readonly Journey[]): string {
  const width = Math.max(...journeys.map(({ name }) => name.length));
  const lines = journeys.map(({ name, days, people }) => {
    const size = people > 1 ? `${people} x ${days} days` : `${days} days`;
    return `${name.padEnd(width)}  ${size.padStart(13)}  ${JOURNEY_TITLE[name]}`;
  });
  return [`${SYNTHETIC_MARK.replace('this diary', 'these diaries')}`, ...lines].join('\n');
}
