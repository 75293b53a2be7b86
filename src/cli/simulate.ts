/**
 * `titrial simulate`: a synthetic diary whose truth is known, written beside it, so that anyone can see what the analysis
 * makes of it. Refuses to write over a file unless told, and a journey longer than it can be (H18).
 */
import { existsSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import {
  journeyListText,
  type SimulateFault,
  simulatedText,
  simulateFaultText,
} from '../../web/kit/words/en/simulate.ts';
import { checkJourney, JOURNEYS, type JourneyName, type SimulatedPerson, simulatePeople } from '../analysis/journey.ts';
import { err, ok, type Result } from '../base/result.ts';
import { writeDiaryCsv } from '../table/write-diary.ts';
import type { Terminal } from './terminal.ts';

type SimulateOptions = {
  readonly journey: string;
  readonly days?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
};

const HELP = `
The diary has the columns date, dose_mg, (capsule in blinded journeys,) pain,
fatigue and sleep, 0-10 with 10 worst. What is true of the invented person is
written beside it as FILE.truth.json: analyse the diary first, then look. The
same journey, days and seed always give the same files. clinic-of-40 writes one
diary a person (FILE-T-001.csv ...), since an analysis is of one person.

Examples:
  titrial simulate --list
  titrial simulate --journey responder --out diary.csv
  titrial simulate --journey non-responder --days 77 --seed 3 --out open.csv

Exit codes: 0 written; 2 refused, with the reason; 3 a file could not be
written.`;

/** Adds the command; `terminal` is where it speaks. */
export function addSimulateCommand(program: Command, terminal: Terminal): void {
  program
    .command('simulate')
    .description('write a synthetic diary, and the truth behind it, for a journey that teaches something')
    .addOption(new Option('--journey <name>', 'which journey; --list shows them').default('responder'))
    .option('--days <number>', 'days of diary; without it the journey as planned, more goes on at the last dose')
    .option('--seed <number>', "whole number that fixes chance; without it the journey's own")
    .option('--out <file.csv>', 'where the diary goes; the truth goes beside it')
    .option('--force', 'write over files that exist')
    .option('--list', 'show every journey and stop')
    .option('--json', 'say what was done, or --list, as JSON')
    .addHelpText('after', HELP)
    .action((options: SimulateOptions) => simulate(options, terminal));
}

/** Lists the journeys, or writes one; every refusal is a sentence and an exit code. */
export function simulate(options: SimulateOptions, terminal: Terminal): void {
  if (options.list) {
    terminal.print(options.json ? JSON.stringify(JOURNEYS) : journeyListText(JOURNEYS));
    return;
  }
  const request = readRequest(options);
  const written = request.ok ? writeJourney(request.value, options.force === true) : request;
  if (written.ok) {
    const { files, truthFile, blindedFrom } = written.value;
    terminal.print(options.json ? JSON.stringify(written.value) : simulatedText(files, truthFile, blindedFrom));
    return;
  }
  for (const fault of written.error) terminal.complain(simulateFaultText(fault));
  terminal.endWith(written.error.some(({ code }) => code === 'file-not-written') ? 3 : 2);
}

type Request = { readonly name: JourneyName; readonly days?: number; readonly seed?: number; readonly out: string };

function readRequest(options: SimulateOptions): Result<Request, readonly SimulateFault[]> {
  const faults: SimulateFault[] = [];
  const whole = (option: string, text: string | undefined): number | undefined => {
    if (text === undefined || /^\d{1,10}$/.test(text)) return text === undefined ? undefined : Number(text);
    faults.push({ code: 'number-unreadable', option, text });
    return undefined;
  };
  const days = whole('--days', options.days);
  const seed = whole('--seed', options.seed);
  const asked = { ...(days === undefined ? {} : { days }), ...(seed === undefined ? {} : { seed }) };
  const journey = checkJourney(options.journey, asked);
  if (!journey.ok) faults.push(...journey.error);
  const { out } = options;
  if (out === undefined) faults.push({ code: 'out-missing' });
  else if (!/[^/\\]\.csv$/i.test(out)) faults.push({ code: 'out-not-csv', out });
  if (!journey.ok || out === undefined || faults.length > 0) return err(faults);
  return ok({ name: journey.value.name, out, ...asked });
}

type Written = {
  readonly synthetic: true;
  readonly journey: JourneyName;
  readonly blindedFrom?: string;
  readonly files: readonly string[];
  readonly truthFile: string;
};

function writeJourney(request: Request, force: boolean): Result<Written, readonly SimulateFault[]> {
  const { name, out, ...options } = request;
  const people = simulatePeople(name, options);
  const stem = out.slice(0, -'.csv'.length);
  const diaries = people.map((person): [string, string] => [fileFor(person, people.length, out), csvOf(person)]);
  const truths = people.map(({ truth }) => truth);
  const truth = people.length === 1 ? truths[0] : { synthetic: true, journey: name, people: truths };
  const truthFile = `${stem}.truth.json`;
  const contents: (readonly [file: string, text: string])[] = [
    ...diaries,
    [truthFile, `${JSON.stringify(truth, null, 2)}\n`],
  ];
  const standing = contents.map(([file]) => file).filter((file) => !force && existsSync(file));
  if (standing.length > 0) return err(standing.slice(0, 5).map((file) => ({ code: 'file-exists', file })));
  for (const [file, text] of contents) {
    const fault = writeOne(file, text, force);
    if (fault) return err([fault]);
  }
  const blindedFrom = truths[0]?.blindedFrom;
  return ok({
    synthetic: true,
    journey: name,
    ...(blindedFrom ? { blindedFrom } : {}),
    files: diaries.map(([file]) => file),
    truthFile,
  });
}

const csvOf = ({ diary }: SimulatedPerson): string => writeDiaryCsv(diary);

const fileFor = ({ truth }: SimulatedPerson, people: number, out: string): string =>
  people === 1 ? out : `${out.slice(0, -'.csv'.length)}-${truth.person}.csv`;

/** 'wx' so that a file made since the check is not written over either. */
function writeOne(file: string, text: string, force: boolean): SimulateFault | undefined {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
    return undefined;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return reason === 'EEXIST' ? { code: 'file-exists', file } : { code: 'file-not-written', file, reason };
  }
}
