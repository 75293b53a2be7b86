/** `titrial restore`: a backup becomes an installation again. The command and its help (H31). */
import type { Command } from 'commander';
import type { RestoreFlags } from './restore-run.ts';
import { placeOptions, withOptions } from './serve-options.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
Into an empty folder or an empty PostgreSQL, never over anything. The backup is
checked whole before the first row is written, and the record is verified after.
A backup of a file comes back into PostgreSQL and the other way round.

A case that was erased after the backup was made stays erased: name the newest
erased.jsonl there is with --erased. Bring the key file to --keys first, unless
the backup has it.

Examples:
  titrial restore /mnt/backups/titrial-backup-20261122T2200Z --data /srv/new
  titrial restore /mnt/backups/titrial-backup-20261122T2200Z --data /srv/new \\
    --keys /mnt/safe/keys.json --erased /mnt/safe/erased.jsonl

Exit codes: 0 restored, and everything holds; 2 refused, with the reason, or
something does not hold; 3 the backup, the target or the keys could not be had.`;

/** Adds the command; `terminal` is where it speaks. */
export function addRestoreCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('restore')
    .description('bring a backup back into an empty place')
    .argument('<backup>', 'the folder titrial-backup-…')
    .option('--erased <file>', 'the newest list of erased cases: they stay erased')
    .addHelpText('after', HELP);
  withOptions(command, placeOptions()).action(async (backup: string, flags: RestoreFlags) => {
    const { restore } = await import('./restore-run.ts');
    await restore(backup, flags, terminal);
  });
}
