/** `titrial serve`: the command and its help; what it does stands in serve-run.ts and is read only when it is asked for. */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { type RawConfiguration, serveOptions, withOptions } from './serve-options.ts';
import type { Terminal } from './terminal.ts';

const folderOf = (page: string): string => fileURLToPath(new URL(`../../web/${page}/dist`, import.meta.url));

const HELP = `
The first start prints a link that sets up the clinic, once. Everything is kept
in the folder of the data: the record, its key file, and its anchors. A diary
dropped on the analysis desk is read in the browser and not sent or stored.
docs/operate.md explains every option; each can stand in the environment too.

Examples:
  titrial serve                  then open http://localhost:7420
  titrial serve --port 8000      another port
  titrial serve --data /srv/titrial
  titrial serve --host 0.0.0.0 --origin https://clinic.example
                                 behind a proxy that brings https

Exit codes: 0 stopped; 2 refused, with the reason; 3 the port, the address or
the data could not be had.`;

/** Adds the command; `terminal` is where it speaks. */
export function addServeCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('serve')
    .description("serve the analysis desk and the clinic's record, on this machine")
    .addHelpText('after', HELP);
  withOptions(command, serveOptions()).action(async (options: RawConfiguration) => {
    const { serve } = await import('./serve-run.ts');
    const [desk, door, patient, clinic] = [folderOf('desk'), folderOf('door'), folderOf('patient'), folderOf('clinic')];
    await serve(options, terminal, { desk, door, patient, clinic });
  });
}
