/**
 * `titrial serve`: opens the analysis desk on this machine. Serves this machine only unless told otherwise, keeps
 * nothing, and ends by Ctrl+C with every port closed.
 */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { notFound, type ServeFault, serveFaultSentence, serving, stopped } from '../../web/kit/words/en/serve.ts';
import { err, ok, type Result } from '../base/result.ts';
import { deskApp } from '../http/app.ts';
import { readPageFiles } from '../http/page-files.ts';
import { startServer } from '../http/server.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../web/desk/dist', import.meta.url));

const EXIT: Readonly<Record<ServeFault['code'], ExitCode>> = {
  'port-unreadable': 2,
  'page-not-built': 3,
  'page-file-of-unknown-type': 3,
  'port-busy': 3,
  'port-not-permitted': 3,
  'host-unknown': 3,
};

const HELP = `
The page reads a diary in the browser and computes the finding there: nothing is
sent or stored. It runs until you press Ctrl+C.

Examples:
  titrial serve                  then open http://localhost:7420
  titrial serve --port 8000      another port
  titrial serve --host 0.0.0.0   also for other machines of this network (the
                                 page holds no data)

Exit codes: 0 stopped; 2 refused, with the reason; 3 the port or address could
not be had.`;

/** Adds the command; `terminal` is where it speaks. */
export function addServeCommand(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('open the analysis desk: a page that turns a diary into a finding, on this machine')
    .option('--port <number>', 'port to listen on; 0 takes any free one', '7420')
    .option('--host <address>', 'address to listen on; the default reaches this machine only', '127.0.0.1')
    .addHelpText('after', HELP)
    .action((options: { port: string; host: string }) => serveDesk(options, terminal, PAGE_FOLDER));
}

/** Runs until interrupted, or ends at once with a sentence. */
export async function serveDesk(
  options: { readonly port: string; readonly host: string },
  terminal: Terminal,
  folder: string,
): Promise<void> {
  const refuse = (fault: ServeFault): void => {
    terminal.complain(serveFaultSentence(fault));
    terminal.endWith(EXIT[fault.code]);
  };
  const port = readPort(options.port);
  if (!port.ok) return refuse(port.error);
  const files = readPageFiles(folder);
  if (!files.ok) return refuse(files.error);
  const server = await startServer(deskApp(files.value, notFound), port.value, options.host);
  if (!server.ok) return refuse(server.error);
  const { url, close } = server.value;
  terminal.print(serving(url.replace('127.0.0.1', 'localhost')));
  const end = (): void => {
    void close().then(() => terminal.print(stopped));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function readPort(text: string): Result<number, ServeFault> {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? ok(port) : err({ code: 'port-unreadable', text });
}
