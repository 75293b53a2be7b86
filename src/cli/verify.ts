/** `titrial verify`: is the record what it was when it was written? The command and its help (H17). */
import type { Command } from 'commander';
import { placeOptions, withOptions } from './serve-options.ts';
import type { Terminal } from './terminal.ts';
import type { VerifyFlags } from './verify-run.ts';

const HELP = `
Every entry of every case is read once: the chain, the server's signatures, the
prescribers' signatures, the anchors, and whether what is sealed can be read. A
server may go on running meanwhile. With a copy of the anchors that was kept
elsewhere, a database that was set back as a whole is found too.

Examples:
  titrial verify
  titrial verify --data /srv/titrial --anchors /mnt/usb/anchors.jsonl
  titrial verify --json

Exit codes: 0 everything holds; 2 something does not, with the first broken
entry of each case; 3 the data or its keys could not be opened.`;

/** Adds the command; `terminal` is where it speaks. */
export function addVerifyCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('verify')
    .description('check that nothing of the record was altered, deleted or slipped in')
    .option('--anchors <file>', 'a copy of the anchors; anchors.jsonl in the folder where absent')
    .option('--json', 'print counts and faults as JSON')
    .addHelpText('after', HELP);
  withOptions(command, placeOptions()).action(async (flags: VerifyFlags) => {
    const { verify } = await import('./verify-run.ts');
    await verify(flags, terminal);
  });
}
