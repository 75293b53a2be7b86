/**
 * `titrial people`: who is in the clinic, and a way in for whoever has none. The commands and their help; for the day
 * nobody can sign in (H16).
 */
import type { Command } from 'commander';
import { ROLES } from '../records/person.ts';
import type { Act, PeopleFlags } from './people-run.ts';
import { originOption, placeOptions, withOptions } from './serve-options.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
For the day nobody can sign in: it works on the data itself, with the rights of
an admin. Stop the server first when the data is in a file. With PostgreSQL it
may go on running.

Examples:
  titrial people list
  titrial people invite "Dr. Ada Lovelace" --role prescriber
  titrial people device-link 01a20565-fbbe-7805-832c-5337676df993
  titrial people leave 01a20565-fbbe-7805-832c-5337676df993

Exit codes: 0 done; 2 refused, with the reason; 3 the data could not be opened,
or a server is using it.`;

type Run = typeof import('./people-run.ts');

/** Adds the commands; `terminal` is where they speak. */
export function addPeopleCommand(program: Command, terminal: Terminal): void {
  const people = program
    .command('people')
    .description('list the people of a clinic, and let somebody in when nobody can')
    .addHelpText('after', HELP);
  const add = (face: string, about: string, act: (run: Run, given: string, roles: readonly string[]) => Act): void => {
    const command = people.command(face).description(about);
    if (face.startsWith('invite'))
      command.option('--role <role...>', `one or more of ${ROLES.join(', ')}`, ['patient']);
    withOptions(command, [originOption(), ...placeOptions()]).option('--json', 'print the answer as JSON');
    command.action(async () => {
      const run = await import('./people-run.ts');
      const flags = command.opts<PeopleFlags & { role?: string[] }>();
      await run.onData(flags, terminal, act(run, command.args[0] ?? '', flags.role ?? []));
    });
  };
  add('list', 'everybody: id, name, state, roles', (run) => run.list);
  add('invite <name>', 'make a person known, and a link for them', (run, name, roles) => run.inviteOne(name, roles));
  add('device-link <person>', 'a link for a person who lost their device', (run, person) => run.deviceLink(person));
  add('leave <person>', "end a person's access; what they did stays", (run, person) => run.leave(person));
}
