/**
 * The command line: the composition root, the only place that builds adapters. Each command lives in its own file and
 * adds itself here. Whatever goes wrong by the user's hand ends in a sentence and exit code 2, never a stack trace.
 */
import { Command, CommanderError } from 'commander';
import { addAnalyseCommand } from './analyse.ts';
import { addExplainCommand } from './explain.ts';
import { addFitCommand } from './fit.ts';
import { addPlanCommand } from './plan.ts';
import { addServeCommand } from './serve.ts';
import { addSimulateCommand } from './simulate.ts';
import { processTerminal } from './terminal.ts';

const program = new Command('titrial');
program
  .description(
    'Low-dose naltrexone as a supervised, individual titration, and an honest answer from the diary.\n' +
      'Start with:  titrial simulate --journey responder --out diary.csv  &&  titrial analyse diary.csv',
  )
  .showHelpAfterError('(titrial --help shows every command with an example)')
  .exitOverride();

const terminal = processTerminal();
addAnalyseCommand(program, terminal);
addSimulateCommand(program, terminal);
addPlanCommand(program, terminal);
addExplainCommand(program, terminal);
addFitCommand(program, terminal);
addServeCommand(program, terminal);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  terminal.endWith(error.exitCode === 0 ? 0 : 2);
}
