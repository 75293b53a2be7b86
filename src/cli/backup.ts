/** `titrial backup`: a copy of the record that comes back to an equal state. The command and its help (H31). */
import type { Command } from 'commander';
import type { BackupFlags } from './backup-run.ts';
import { placeOptions, withOptions } from './serve-options.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
May run while the server does: the copy is of one moment. It makes a folder
titrial-backup-<when> with one file a table and a manifest of their hashes, from
a file or from PostgreSQL alike, and comes back into either.

The key file is not in it unless you ask. Without the keys a backup cannot be
read by anybody, you included: keep a copy of them, and keep it elsewhere.

Examples:
  titrial backup --to /mnt/backups
  titrial backup --data /srv/titrial --to /mnt/backups
  titrial backup --to /media/usb --with-keys

Exit codes: 0 made; 2 refused, with the reason; 3 the data could not be read or
the backup not be written. A backup that was not finished is taken away again.`;

/** Adds the command; `terminal` is where it speaks. */
export function addBackupCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('backup')
    .description('copy the record while the server runs')
    .requiredOption('--to <folder>', 'folder the backup is made in')
    .option('--with-keys', 'also copy the key file: whoever has this backup can then read it')
    .addHelpText('after', HELP);
  withOptions(command, placeOptions()).action(async (flags: BackupFlags) => {
    const { backUp } = await import('./backup-run.ts');
    await backUp(flags, terminal);
  });
}
