/** A command run in the test's own process on a terminal that only listens: what it printed, said and ended with. */
import { Command } from 'commander';
import type { ExitCode, Terminal } from '../../src/cli/terminal.ts';

export type Said = { readonly printed: string[]; readonly complained: string[]; code: ExitCode };

/** Runs `name` with these arguments; the terminal's today is day 0. */
export function runCommand(
  add: (program: Command, terminal: Terminal) => void,
  name: string,
  args: readonly string[],
): Said {
  const said: Said = { printed: [], complained: [], code: 0 };
  const program = new Command('titrial').exitOverride();
  add(program, {
    print: (text) => void said.printed.push(text),
    complain: (text) => void said.complained.push(text),
    progress: () => ({ advance: () => {}, done: () => {} }),
    today: () => 0,
    endWith: (code) => {
      said.code = code;
    },
  });
  program.parse([name, ...args], { from: 'user' });
  return said;
}
