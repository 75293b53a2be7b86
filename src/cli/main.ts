/**
 * The command line: the composition root, the only place that builds adapters. Each command lives in its own file and
 * adds itself here. Whatever goes wrong by the user's hand ends in a sentence and exit code 2, never a stack trace.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { REVISION } from '../analysis/revision.ts';
import { addAnalyseCommand } from './analyse.ts';
import { addBackupCommand } from './backup.ts';
import { addDesignCommand } from './design.ts';
import { addExplainCommand } from './explain.ts';
import { addFitCommand } from './fit.ts';
import { addPeopleCommand } from './people.ts';
import { addPlanCommand } from './plan.ts';
import { addRestoreCommand } from './restore.ts';
import { addServeCommand } from './serve.ts';
import { addSimulateCommand } from './simulate.ts';
import { addSupplyCommand } from './supply.ts';
import { processTerminal } from './terminal.ts';
import { addVerifyCommand } from './verify.ts';

const HELP = `
Start here, with a made-up person whose truth is known:
  titrial simulate --journey responder --out diary.csv
  titrial analyse diary.csv

Then your own diary: any table saved as CSV with a date, the dose taken and a
score a day, such as the columns date, dose_mg, pain. What is read and what is
refused stands in docs/formats/diary-csv.md. Nothing leaves this machine.

Exit codes: 0 answered; 2 refused, with the reason; 3 disk or network; 1 our
bug.`;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const terminal = processTerminal();
const program = new Command('titrial');
program
  .description('Low-dose naltrexone as a supervised, individual titration, and an honest answer from the diary.')
  .version(`titrial ${version}, engine revision ${REVISION}`, '-V, --version', 'show which version this is')
  .helpOption('-h, --help', 'show this help')
  .helpCommand('help [command]', 'explain a command, with examples')
  .addHelpText('after', HELP)
  .showHelpAfterError('(titrial --help shows every command)')
  .configureOutput({
    writeOut: (text) => terminal.print(text.replace(/\n$/, '')),
    writeErr: (text) => terminal.complain(text.replace(/\n$/, '')),
  })
  .exitOverride();

addAnalyseCommand(program, terminal);
addSimulateCommand(program, terminal);
addPlanCommand(program, terminal);
addExplainCommand(program, terminal);
addDesignCommand(program, terminal);
addSupplyCommand(program, terminal);
addFitCommand(program, terminal);
addServeCommand(program, terminal);
addPeopleCommand(program, terminal);
addBackupCommand(program, terminal);
addRestoreCommand(program, terminal);
addVerifyCommand(program, terminal);
for (const command of program.commands)
  for (const each of [command, ...command.commands])
    each
      .helpOption('-h, --help', 'show this help')
      .showHelpAfterError(`(titrial help ${command.name()} explains it, with examples)`);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  terminal.endWith(error.exitCode === 0 ? 0 : 2);
}
